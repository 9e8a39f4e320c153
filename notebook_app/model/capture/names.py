"""Finds who is named: known people by the longest name that fits, others by their capitals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from notebook_app.model.capture.captured import NamedPerson, PieceKind
from notebook_app.model.capture.found import Found, Reading, Says
from notebook_app.model.capture.words import Word
from notebook_app.model.name_form import folded
from notebook_app.model.rows import ContactChoice

_LONGEST_KNOWN: Final = 5
_LONGEST_LOWER_CASE: Final = 3
_LONGEST_NEW: Final = 4
_LONGEST_WITHOUT_CASE: Final = 3
_MOST_QUESTIONS: Final = 80
"""So often is the notebook asked for one line at most."""

_HONORIFICS: Final = frozenset(("dr", "mr", "mrs", "ms", "miss", "prof", "herr", "herrn", "frau"))
_PARTICLES: Final = frozenset(
    ("van", "von", "de", "der", "den", "del", "da", "di", "la", "le", "af", "bin", "zu", "y", "el")
)


@dataclass(frozen=True, slots=True)
class NameRead:
    """A name: how many words, where it stands, and who is called so."""

    length: int
    name: str
    start: int
    end: int
    choices: tuple[ContactChoice, ...] = ()


class Names:
    """Finds names in the words of one line."""

    def __init__(self, reading: Reading) -> None:
        """Take what is read."""
        self._reading = reading
        self._asked: dict[str, tuple[ContactChoice, ...]] = {}

    def at(
        self, words: Sequence[Word], index: int, *, expected: bool, new: bool
    ) -> NameRead | None:
        """Return the name that stands at ``index``.

        ``expected`` says that the words before ask for a name, so that small letters do as well;
        ``new`` that it may be somebody whom nobody knows yet.
        """
        if index >= len(words) or not words[index].text[0].isalpha():
            return None
        first = words[index]
        if not (first.is_capitalised or expected):
            return None
        skip = 0
        titled = first.key in _HONORIFICS and self._follows(words, index, 1)
        if titled and words[index + 1].is_capitalised:
            skip = 1
        known = self._known(words, index, skip, expected=expected)
        run = self._run(words, index + skip, titled=skip > 0)
        if known is not None:
            whole = run > known.length - skip == 1 and self._is_whole_name(words, index, skip, run)
            if not (whole and new):
                return known
        if not new or not run or not words[index + skip].is_capitalised:
            return None
        return self._read(words, index, run + skip, ())

    def found(self, read: NameRead) -> Found:
        """Return what the line says with a name."""
        return Found(PieceKind.PERSON, read.start, read.end, Says(person=self.person(read)))

    def person(self, read: NameRead) -> NamedPerson:
        """Return whom a name means, as far as that is clear."""
        context = self._reading.context
        wanted = context.chosen.get(folded(read.name))
        choices = read.choices
        ids = {choice.id for choice in choices}
        if wanted == 0 or wanted in ids:
            return NamedPerson(read.name, read.start, read.end, choices, wanted)
        if context.with_contact is not None and context.with_contact.id in ids:
            chosen: int | None = context.with_contact.id
        else:
            chosen = choices[0].id if len(choices) == 1 else None
        return NamedPerson(read.name, read.start, read.end, choices, chosen)

    def chosen(self, person: NamedPerson, contact_id: int) -> NamedPerson:
        """Return a person of whom something else in the line says who of several it is."""
        return NamedPerson(person.name, person.start, person.end, person.choices, contact_id)

    def people(self, name: str) -> tuple[ContactChoice, ...]:
        """Return who is called so; each name is asked for once."""
        if name not in self._asked:
            if len(self._asked) >= _MOST_QUESTIONS:
                return ()
            self._asked[name] = tuple(self._reading.context.known.people(name))
        return self._asked[name]

    def is_ordinary(self, word: Word) -> bool:
        """Return whether a word by itself is hardly ever a name."""
        return word.key in self._reading.vocabulary.ordinary or word.is_number

    def _known(
        self, words: Sequence[Word], index: int, skip: int, *, expected: bool
    ) -> NameRead | None:
        capitalised = words[index + skip].is_capitalised
        most = _LONGEST_KNOWN if capitalised else _LONGEST_LOWER_CASE
        length = skip + 1
        while length < most + skip and self._follows(words, index, length):
            length += 1
        for number in range(length, skip, -1):
            last = words[index + number - 1]
            alone = number == skip + 1
            if alone and self.is_ordinary(last) and not (expected and capitalised):
                continue
            if not alone and (last.key in self._reading.vocabulary.small or last.is_number):
                continue
            read = self._read(words, index + skip, number - skip, ())
            if choices := self.people(read.name):
                start = words[index].start
                return NameRead(number, read.name, start, read.end, choices)
        return None

    def _run(self, words: Sequence[Word], index: int, *, titled: bool) -> int:
        """Return how many words from ``index`` on are written as those of a name.

        ``titled`` says that "Frau" or the like stands before them.
        """
        with_case = words[index].text[0].isupper()
        most = _LONGEST_NEW if with_case else _LONGEST_WITHOUT_CASE
        length = 0
        while length < most and (length == 0 or self._follows(words, index, length)):
            word = words[index + length]
            # "Hans von der Heide" is a name, "Xaver Quandt von Quandt & Co" says where he is from.
            # So does "Frau Schneider von der Sparkasse": behind "Frau" comes the family name.
            full = length > (0 if titled else 1)
            leads_on = word.key in self._reading.vocabulary.organization_leads and full
            particle = word.key in _PARTICLES and length > 0 and not leads_on
            if self.is_ordinary(word) and not particle and not self._is_jan(words, index + length):
                break
            if not (word.is_capitalised or particle):
                break
            length += 1
        while length and words[index + length - 1].key in _PARTICLES:
            length -= 1
        return length

    def _is_jan(self, words: Sequence[Word], index: int) -> bool:
        """Return whether a month is somebody's given name, as in ``Jan Berg`` and ``May Smith``."""
        if words[index].key not in self._reading.vocabulary.months:
            return False
        if not self._follows(words, index, 1) or not words[index].is_capitalised:
            return False
        return words[index + 1].is_capitalised and not self.is_ordinary(words[index + 1])

    def _is_whole_name(self, words: Sequence[Word], index: int, skip: int, run: int) -> bool:
        """Return whether capitals behind a known given name are somebody else's family name.

        German nouns have capitals too; there it is one only before something else begins.
        """
        if self._reading.context.languages[:1] != ("de",):
            return True
        behind = index + skip + run
        if behind >= len(words) or words[behind].parted:
            return True
        vocabulary = self._reading.vocabulary
        leads = (vocabulary.and_words, vocabulary.place_leads, vocabulary.day_leads)
        return any(words[behind].key in lead for lead in leads)

    def _follows(self, words: Sequence[Word], index: int, length: int) -> bool:
        return index + length < len(words) and not words[index + length].parted

    def _read(
        self,
        words: Sequence[Word],
        index: int,
        length: int,
        choices: tuple[ContactChoice, ...],
    ) -> NameRead:
        start, end = words[index].start, words[index + length - 1].end
        text = self._reading.line[start:end]
        for ending in ("'s", "’s", "'", "’"):
            if text.endswith(ending) and len(text) > len(ending):
                end -= len(ending)
                text = self._reading.line[start:end]
                break
        return NameRead(length, " ".join(text.split()), start, end, choices)
