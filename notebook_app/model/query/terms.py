"""What a query means: words and keys with values, all of them, any of them, or not."""

import re
from collections.abc import Iterator
from dataclasses import field, replace

from notebook_app.foundation.record import record
from notebook_app.model.name_form import folded
from notebook_app.model.query.values import Value, Word, in_quotes

_NEEDS_QUOTES = re.compile(r'^-|[\s"()]|^[^\W\d_][\w-]*:|^or$', re.IGNORECASE)


@record
class Place:
    """Where a term stands in the text that was read, in characters."""

    start: int = 0
    length: int = 0


@record
class Plain:
    """A word to be found anywhere; in quotes, several together."""

    words: str
    place: Place = field(default=Place(), compare=False)

    @property
    def text(self) -> str:
        """The canonical text."""
        return in_quotes(self.words) if _NEEDS_QUOTES.search(self.words) else self.words


@record
class Keyed:
    """``key:value,value``: any of the values. An own field's key is ``key_of`` its name."""

    key: str
    values: "tuple[Value | ListName, ...]"
    own: bool = False
    place: Place = field(default=Place(), compare=False)

    @property
    def text(self) -> str:
        """The canonical text."""
        return f"{self.key}:{','.join(value.text for value in self.values)}"


@record
class ListName:
    """A list by its name, with what it asks for at the time of reading."""

    word: str
    query: "PeopleQuery" = field(compare=False)

    @property
    def text(self) -> str:
        """The canonical text."""
        return Word(self.word).text


@record
class Not:
    """Everyone but those of a term."""

    term: "Plain | Keyed | AnyOf | AllOf"
    place: Place = field(default=Place(), compare=False)

    @property
    def text(self) -> str:
        """The canonical text."""
        return f"-{_in_brackets(self.term)}"


@record
class AllOf:
    """All of the terms, side by side, in brackets."""

    terms: "tuple[Term, ...]"
    place: Place = field(default=Place(), compare=False)

    @property
    def text(self) -> str:
        """The canonical text, without brackets around it."""
        return " ".join(
            f"({term.text})" if isinstance(term, AnyOf) else term.text for term in self.terms
        )


@record
class AnyOf:
    """Any of the terms, with ``or`` between them."""

    terms: "tuple[Term, ...]"
    place: Place = field(default=Place(), compare=False)

    @property
    def text(self) -> str:
        """The canonical text, without brackets around it."""
        return " or ".join(term.text for term in self.terms)


Term = Plain | Keyed | Not | AllOf | AnyOf


@record
class PeopleQuery:
    """Whom to show: all terms must hold. Without any it is everyone."""

    terms: tuple[Term, ...] = ()

    @property
    def text(self) -> str:
        """The canonical text, which reads back as the same query."""
        return self.terms[0].text if len(self.terms) == 1 else AllOf(self.terms).text

    @property
    def words(self) -> str:
        """The words that stand for themselves, as the search takes them."""
        return " ".join(term.words for term in self.terms if isinstance(term, Plain))

    @property
    def searches(self) -> tuple[Plain | AnyOf | AllOf, ...]:
        """The terms of nothing but words, which the search answers, the best first."""
        return tuple(
            term
            for term in self.terms
            if isinstance(term, Plain | AnyOf | AllOf) and is_words_alone(term)
        )

    @property
    def conditions(self) -> tuple[Term, ...]:
        """The other terms, which only narrow."""
        return tuple(term for term in self.terms if not is_words_alone(term))

    def with_term(self, term: Term) -> "PeopleQuery":
        """Return the query with one more term; one that is there is not put there twice."""
        return self if term in self.terms else PeopleQuery((*self.terms, term))

    def has(self, term: Term) -> bool:
        """Return whether the term is one of those that must hold, however it is capitalised."""
        wanted = folded(term.text)
        return any(folded(other.text) == wanted for other in self.terms)


def words_query(words: str) -> PeopleQuery:
    """Return the query for words as they stand, whatever signs are among them."""
    return PeopleQuery(tuple(Plain(word) for word in words.split()))


def is_words_alone(term: Term) -> bool:
    """Return whether a term has nothing but words in it, none of them negated."""
    if isinstance(term, AnyOf | AllOf):
        return all(is_words_alone(part) for part in term.terms)
    return isinstance(term, Plain)


def all_terms(terms: tuple[Term, ...]) -> Iterator[Term]:
    """Yield each term and all those within it."""
    for term in terms:
        yield term
        if isinstance(term, AnyOf | AllOf):
            yield from all_terms(term.terms)
        elif isinstance(term, Not):
            yield from all_terms((term.term,))


def negated(term: Term) -> Term:
    """Return everyone but those of ``term``."""
    return term.term if isinstance(term, Not) else Not(term, term.place)


def together(terms: list[Term], place: Place) -> Term:
    """Return all of the terms as one."""
    flat: list[Term] = []
    for term in terms:
        flat += term.terms if isinstance(term, AllOf) else (term,)
    return flat[0] if len(flat) == 1 else AllOf(tuple(flat), place)


def either(terms: list[Term], place: Place) -> Term:
    """Return any of the terms as one."""
    flat: list[Term] = []
    for term in terms:
        flat += term.terms if isinstance(term, AnyOf) else (term,)
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat), place)


def at_place(term: Term, place: Place) -> Term:
    """Return the term with its place in the text."""
    return replace(term, place=place)


def _in_brackets(term: Term) -> str:
    return f"({term.text})" if isinstance(term, AnyOf | AllOf) else term.text
