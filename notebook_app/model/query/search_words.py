"""What the full-text indexes are asked for the words of a query."""

from collections.abc import Sequence

from notebook_app.model.query.terms import AllOf, AnyOf, Plain, Term
from notebook_app.model.search_text import match_expression


def search_expression(terms: Sequence[Term]) -> str:
    """Return the FTS5 expression for terms of nothing but words; empty means everything.

    Words side by side are taken together, so that a telephone number may be typed in groups and
    the last word may be the beginning of one.
    """
    words = " ".join(term.words for term in terms if isinstance(term, Plain))
    parts = [match_expression(words)]
    for term in terms:
        if isinstance(term, AnyOf):
            ways = [search_expression((way,)) for way in term.terms]
            parts.append(" OR ".join(f"({way})" for way in ways if way) if all(ways) else "")
        elif isinstance(term, AllOf):
            parts.append(search_expression(term.terms))
    said = [part for part in parts if part]
    return said[0] if len(said) == 1 else " AND ".join(f"({part})" for part in said)
