"""How long ago, and how late, in the rough words that people use."""

from datetime import date


def ago(then: date, today: date) -> str:
    """Return ``today``, ``yesterday``, ``5 days ago``, ``3 weeks ago``, ``6 months ago`` …

    Days up to two weeks, weeks up to two months, months up to two years.
    """
    days = (today - then).days
    if days <= 0:
        return "today" if days == 0 else f"in {counted(-days, 'day')}"
    if days == 1:
        return "yesterday"
    if days < 14:
        return f"{days} days ago"
    if days < 61:
        return f"{counted(round(days / 7), 'week')} ago"
    if days < 730:
        return f"{counted(round(days / 30.44), 'month')} ago"
    return f"{counted(round(days / 365.25), 'year')} ago"


def late(due: date, today: date) -> str:
    """Return ``12 days late``; empty for what is not."""
    days = (today - due).days
    return f"{counted(days, 'day')} late" if days > 0 else ""


def counted(number: int, thing: str) -> str:
    """Return ``1 day`` or ``3 days``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
