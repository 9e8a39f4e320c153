"""Reads a query: text into terms, or a mistake that points at its place.

The grammar: terms side by side must all hold; ``or`` stands between groups of them, weaker than
standing side by side; brackets group; ``-`` before a term or bracket turns it round. A lone
``or`` at the beginning or end is a word like any other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field

from notebook_app.foundation.record import record
from notebook_app.model.name_form import folded
from notebook_app.model.query.keys import (
    KEYS_BY_NAME,
    OTHER_NAMES,
    QueryKey,
    Reads,
    key_of,
)
from notebook_app.model.query.mistake import QueryMistake, meant
from notebook_app.model.query.reading import may_become_a_value, read_value, short, what_is_wrong
from notebook_app.model.query.terms import (
    AllOf,
    Keyed,
    ListName,
    PeopleQuery,
    Place,
    Plain,
    Term,
    at_place,
    either,
    negated,
    together,
)
from notebook_app.model.query.tokens import GivenValue, Token, TokenKind, tokens
from notebook_app.model.query.values import Value, Word

DEEPEST = 20
"""Brackets within brackets."""

MOST_VALUES = 100
"""Values in one query, those of the lists that it names included."""


@record
class Vocabulary:
    """What a notebook adds to the language: its own fields' names, its lists by folded name."""

    own_fields: frozenset[str] = frozenset()
    lists: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Name as written, and query, by folded name."""

    @classmethod
    def of(cls, own_fields: Iterable[str], lists: Iterable[tuple[str, str]]) -> "Vocabulary":
        """Take names of fields, and names of lists with their queries."""
        keys = {key_of(name) for name in own_fields} - {""}
        return cls(frozenset(keys), {folded(name): (name, text) for name, text in lists})


def parse_query(
    text: str, vocabulary: Vocabulary | None = None, *, still_typing: bool = False
) -> PeopleQuery:
    """Return what a query means.

    ``still_typing`` passes over what the end of the text leaves open: a quote, a bracket, a key
    without a value, an ``or``.

    Raises:
        QueryMistake: it can't be understood.
    """
    try:
        return _Reader(vocabulary or Vocabulary(), still_typing, (), [0], {}).read(text)
    except QueryMistake as mistake:
        mistake.text = text
        raise


class _Reader:
    """Reads one text; lists that it names are read by readers of their own."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        still_typing: bool,
        within: tuple[str, ...],
        values_seen: list[int],
        read_lists: dict[str, tuple[PeopleQuery, int]],
    ) -> None:
        self._vocabulary = vocabulary
        self._still_typing = still_typing
        self._within = within
        self._values_seen = values_seen
        self._read_lists = read_lists
        self._text = ""
        self._tokens: list[Token] = []
        self._at = 0

    def read(self, text: str) -> PeopleQuery:
        self._text = text
        self._tokens = list(tokens(text, still_typing=self._still_typing))
        if self._still_typing and self._ends_in_or():
            self._tokens.pop()
        whole = self._alternatives(0)
        if self._at < len(self._tokens):
            stray = self._tokens[self._at]
            raise QueryMistake("This bracket closes nothing.", stray.start, 1)
        if whole is None:
            return PeopleQuery()
        return PeopleQuery(whole.terms if isinstance(whole, AllOf) else (whole,))

    def _ends_in_or(self) -> bool:
        return len(self._tokens) > 1 and _is_or(self._tokens[-1])

    def _alternatives(self, depth: int) -> Term | None:
        start = self._place_now()
        ways: list[Term] = []
        while True:
            way = self._side_by_side(depth)
            if way is not None:
                ways.append(way)
            if not self._at_or():
                break
            self._at += 1
        return either(ways, self._place_from(start)) if ways else None

    def _side_by_side(self, depth: int) -> Term | None:
        start = self._place_now()
        terms: list[Term] = []
        first = self._at
        while self._at < len(self._tokens):
            if self._tokens[self._at].kind is TokenKind.CLOSE:
                break
            if self._at > first and self._at_or():
                break
            term = self._term(depth)
            if term is not None:
                terms.append(term)
        return together(terms, self._place_from(start)) if terms else None

    def _at_or(self) -> bool:
        """Return whether an ``or`` with something on both sides comes next."""
        if self._at == 0 or self._at + 1 >= len(self._tokens):
            return False
        before, token, after = self._tokens[self._at - 1 : self._at + 2]
        return (
            _is_or(token)
            and before.kind not in (TokenKind.OPEN, TokenKind.MINUS)
            and after.kind is not TokenKind.CLOSE
        )

    def _term(self, depth: int) -> Term | None:
        start = self._place_now()
        turned = False
        while self._at < len(self._tokens) and self._tokens[self._at].kind is TokenKind.MINUS:
            turned = not turned
            self._at += 1
        if self._at >= len(self._tokens):
            return None
        token = self._tokens[self._at]
        self._at += 1
        term: Term | None
        match token.kind:
            case TokenKind.OPEN:
                term = self._bracket(token, depth)
            case TokenKind.KEY:
                term = self._keyed(token)
            case _:
                term = self._plain(token)
        if term is None:
            return None
        return at_place(negated(term) if turned else term, self._place_from(start))

    def _bracket(self, token: Token, depth: int) -> Term | None:
        if depth >= DEEPEST:
            raise QueryMistake("There are too many brackets within brackets.", token.start, 1)
        inner = self._alternatives(depth + 1)
        if self._at < len(self._tokens):
            self._at += 1
        elif not self._still_typing:
            raise QueryMistake(
                "This bracket is not closed.", token.start, len(self._text) - token.start
            )
        return inner

    def _plain(self, token: Token) -> Term | None:
        if not any(map(str.isalnum, token.text)):
            return None  # Nothing that the search could look for.
        if token.kind is TokenKind.QUOTED:
            return Plain(" ".join(token.text.split()))
        return Plain(token.text)

    def _keyed(self, token: Token) -> Term | None:
        name = folded(token.text)
        name = OTHER_NAMES.get(name, OTHER_NAMES.get(token.text.casefold(), name))
        key = KEYS_BY_NAME.get(name)
        own = key is None
        if own and name not in self._vocabulary.own_fields:
            known = (*KEYS_BY_NAME, *OTHER_NAMES, *self._vocabulary.own_fields)
            raise QueryMistake(
                f"There is no “{short(token.text)}:” to ask for.{meant(name, known, '“{}:”')}",
                token.start,
                len(token.text) + 1,
            )
        values: list[Value | ListName] = []
        for given in token.values:
            value = self._value(token, key, given)
            if value is not None and value not in values:
                values.append(value)
        return Keyed(name, tuple(values), own) if values else None

    def _value(
        self, token: Token, key: QueryKey | None, given: GivenValue
    ) -> Value | ListName | None:
        if not given.text:
            if self._still_typing and token.start + token.length == len(self._text):
                return None
            after = "after the comma" if given is not token.values[0] else "after it"
            raise QueryMistake(
                f"“{short(token.text)}:” needs a word {after}.", token.start, token.length
            )
        self._count(given, 1)
        unfinished = self._still_typing and given.start + given.length == len(self._text)
        if key is None:
            return Word(given.text, unfinished)
        if Reads.LIST in key.reads:
            return self._list(given)
        value = read_value(key, given.text)
        if value is not None:
            if unfinished and isinstance(value, Word) and Reads.TEXT in key.reads:
                return Word(value.word, unfinished)
            return value
        if unfinished and may_become_a_value(key, given.text):
            return None
        raise QueryMistake(what_is_wrong(key, given.text), given.start, given.length)

    def _list(self, given: GivenValue) -> ListName:
        name = folded(given.text)
        found = self._vocabulary.lists.get(name)
        if found is None:
            names = {
                folded_name: shown for folded_name, (shown, _) in self._vocabulary.lists.items()
            }
            hint = meant(name, names)
            for folded_name, shown in names.items():
                hint = hint.replace(f"“{folded_name}”", f"“{shown}”")
            raise QueryMistake(
                f"There is no list “{short(given.text)}”.{hint}", given.start, given.length
            )
        shown, text = found
        if name in self._within:
            raise QueryMistake(
                f"The list “{short(shown)}” would ask for itself.", given.start, given.length
            )
        if name not in self._read_lists:
            before = self._values_seen[0]
            reader = _Reader(
                self._vocabulary,
                False,
                (*self._within, name),
                self._values_seen,
                self._read_lists,
            )
            try:
                query = reader.read(text)
            except QueryMistake as mistake:
                raise QueryMistake(
                    mistake.message
                    if "would ask for itself" in mistake.message
                    else f"The list “{short(shown)}” has a mistake in it: {mistake.message}",
                    given.start,
                    given.length,
                ) from mistake
            self._read_lists[name] = query, self._values_seen[0] - before
        else:
            # Each naming of a list costs as much again when it is asked for.
            self._count(given, self._read_lists[name][1])
        return ListName(shown, self._read_lists[name][0])

    def _count(self, given: GivenValue, more: int) -> None:
        self._values_seen[0] += more
        if self._values_seen[0] > MOST_VALUES:
            raise QueryMistake(
                f"A query may have {MOST_VALUES} values in it at most.", given.start, given.length
            )

    def _place_now(self) -> int:
        if self._at < len(self._tokens):
            return self._tokens[self._at].start
        return len(self._text)

    def _place_from(self, start: int) -> Place:
        last = self._tokens[self._at - 1]
        return Place(start, last.start + last.length - start)


def _is_or(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.text.lower() == "or"
