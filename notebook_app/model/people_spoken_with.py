"""Whom a filter of conversations is about, as a query on people: to be kept as a list."""

from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.query.keys import SPOKEN
from notebook_app.model.query.terms import AnyOf, Keyed, PeopleQuery, Term
from notebook_app.model.query.values import Comparison, Distance, Span
from notebook_app.model.rows import EntryKind


def people_spoken_with(wanted: HappeningFilter) -> PeopleQuery | None:
    """Return the query for those whom conversations were with.

    None where the language has no words for it: words said, who began, informal or organised.
    """
    if wanted.words or wanted.initiated_by or wanted.formality or wanted.with_all:
        return None
    if EntryKind.CONVERSATION not in wanted.shown_kinds():
        return None
    first, last = (day.isoformat() if day else "" for day in (wanted.first, wanted.last))
    when = Span(first, last) if first or last else Distance(Comparison.AT_LEAST, 0, "d")
    keys = {channel: key for key, channel in SPOKEN.items()}
    terms: list[Term] = [
        Keyed(keys[channel], (when,)) for channel in sorted(wanted.channels or {None}, key=str)
    ]
    spoken = terms[0] if len(terms) == 1 else AnyOf(tuple(terms))
    return PeopleQuery((spoken, *wanted.people.terms))
