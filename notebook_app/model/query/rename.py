"""Which lists a query names, and the query after one of them got another name."""

from dataclasses import replace

from notebook_app.model.name_form import folded
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.parse import Vocabulary, parse_query
from notebook_app.model.query.terms import (
    AllOf,
    AnyOf,
    Keyed,
    ListName,
    Not,
    PeopleQuery,
    Term,
    all_terms,
    negated,
)
from notebook_app.model.query.values import Value


def names_list(text: str, vocabulary: Vocabulary, name: str) -> bool:
    """Return whether a query names a list itself; one with a mistake names none."""
    try:
        query = parse_query(text, vocabulary)
    except QueryMistake:
        return False
    return any(
        isinstance(value, ListName) and folded(value.word) == folded(name)
        for term in all_terms(query.terms)
        if isinstance(term, Keyed)
        for value in term.values
    )


def with_list_renamed(text: str, vocabulary: Vocabulary, old: str, new: str) -> str:
    """Return a query's text with another name for a list that it names."""
    if not names_list(text, vocabulary, old):
        return text
    query = parse_query(text, vocabulary)
    return PeopleQuery(tuple(_renamed(term, folded(old), new) for term in query.terms)).text


def _renamed(term: Term, old: str, new: str) -> Term:
    match term:
        case Keyed():
            return replace(
                term, values=tuple(_renamed_value(value, old, new) for value in term.values)
            )
        case Not():
            return negated(_renamed(term.term, old, new))
        case AllOf():
            return AllOf(tuple(_renamed(each, old, new) for each in term.terms))
        case AnyOf():
            return AnyOf(tuple(_renamed(each, old, new) for each in term.terms))
        case _:
            return term


def _renamed_value(value: Value | ListName, old: str, new: str) -> Value | ListName:
    if isinstance(value, ListName) and folded(value.word) == old:
        return replace(value, word=new)
    return value
