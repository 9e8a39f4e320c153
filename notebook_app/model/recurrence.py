"""When something that repeats comes next, by RFC 5545 rules."""

from datetime import date, datetime, time


def next_due(rule: str, start: date, after: date) -> date | None:
    """Return the first day of ``rule``, begun on ``start``, after a day; None if it has ended.

    An empty rule never repeats.

    Raises:
        ValueError: the rule is not a valid RRULE value.
    """
    if not rule:
        return None
    # dateutil is loaded only where something repeats; most notebooks open without it.
    from dateutil.rrule import rrulestr

    begun = datetime.combine(start, time())
    try:
        occurrences = rrulestr(rule.removeprefix("RRULE:"), dtstart=begun)
        found = occurrences.after(datetime.combine(after, time.max))
    except (TypeError, AttributeError, KeyError) as error:
        raise ValueError(f"not a repeat rule: {rule}") from error
    return None if found is None else found.date()


def checked_rule(rule: str) -> str:
    """Return a repeat rule in the form it is stored in, without ``RRULE:``.

    Raises:
        ValueError: it is not a valid RRULE value.
    """
    text = rule.strip().upper().removeprefix("RRULE:")
    next_due(text, date(2000, 1, 1), date(2000, 1, 1))
    return text
