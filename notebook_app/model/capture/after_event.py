"""Reads a line as people write it after an event: ``Carla Mendes, Bean House, son plays …``.

A name stands first; then perhaps where they are from and what they do; the rest is what was said.
"""

import re
from typing import Final

from notebook_app.model.capture.captured import PieceKind
from notebook_app.model.capture.found import Found, Opening, Reading, Says
from notebook_app.model.capture.names import NameRead, Names
from notebook_app.model.capture.words import MARK, Word, length_in, segment_end
from notebook_app.model.name_form import folded

_LONGEST_NAME: Final = 5
_SHORT_NAME: Final = 2
_LONGEST_ORGANIZATION: Final = 5
_INSIDE: Final = frozenset(
    ("of", "and", "und", "für", "fur", "for", "the", "&", "de", "der", "die")
)
_BULLET: Final = re.compile(r"\s*(?:[-–—•·]|\d{1,3}[.)])\s+")


class AfterEventReader:
    """Reads the beginning of one line that tells of somebody met at an event."""

    def __init__(self, reading: Reading, names: Names) -> None:
        """Take what is read."""
        self._reading = reading
        self._names = names
        self._words: list[Word] = []
        self._opening = Opening(whole=True)
        self._person: Found | None = None

    def read(self) -> bool:
        """Read the name and what belongs to it; return whether there is a name."""
        bullet = _BULLET.match(self._reading.line)
        if bullet:
            self._opening.joints.append(bullet.span())
        self._words = self._reading.words(bullet.end() if bullet else 0)
        if not self._words:
            return False
        index = self._read_names()
        if not index:
            return False
        end = segment_end(self._words, index - 1)
        if index < end:
            more = self._belonging(index, end)
            if more:
                index = more
        if index == end:
            index = self._read_parts(end)
        else:
            self._opening.whole = False
        if not self._opening.whole:
            for found in self._opening.found:
                found.stays = True
        self._reading.opening = self._opening
        self._opening.words = index
        return True

    def _read_names(self) -> int:
        words = self._words
        read = self._names.at(words, 0, expected=True, new=True) or self._first_part()
        if read is None:
            return 0
        index = 0
        while read is not None:
            found = self._names.found(read)
            if not self._reading.take(found):
                break
            self._opening.found.append(found)
            self._person = self._person or found
            index += read.length
            if read.end != words[index - 1].end:
                self._opening.whole = False
                break
            if index + 1 >= len(words) or words[index].parted:
                break
            if words[index].key not in self._reading.vocabulary.and_words:
                break
            read = self._names.at(words, index + 1, expected=True, new=True)
            if read is not None:
                self._opening.joints.append(words[index].span)
                index += 1
        return index

    def _first_part(self) -> NameRead | None:
        """Return the first part as a name, though it has small letters: ``bo lund, boats``."""
        words = self._words
        length = segment_end(words, 0)
        if length == len(words) and length > _SHORT_NAME:
            return None
        if length > _LONGEST_NAME - 1 or not words[0].text[0].isalpha():
            return None
        months = self._reading.vocabulary.months
        if any(self._names.is_ordinary(word) and word.key not in months for word in words[:length]):
            return None
        start, end = words[0].start, words[length - 1].end
        return NameRead(length, " ".join(self._reading.line[start:end].split()), start, end)

    def _read_parts(self, index: int) -> int:
        """Read the parts behind the name that say where they are from and what they do."""
        words = self._words
        while index < len(words) and words[index].parted in (
            ",",
            ";",
            "(",
            ")",
            "–",
            "—",
            "-",
            MARK,
        ):
            end = segment_end(words, index)
            more = self._belonging(index, end)
            if not more:
                break
            index = more
            if index < end:
                break
        return index

    def _belonging(self, start: int, end: int) -> int:
        """Read ``from Bean House``, ``architect at Bean House``, ``(Bean House)``."""
        words, vocabulary = self._words, self._reading.vocabulary
        title = length_in(words, start, vocabulary.titles)
        at = start
        if title:
            at = start + title
            if at < end and words[at].key in ("of", "der", "des") and not self._leads(at, end):
                at = end
        lead = self._leads(at, end)
        name_at = at + lead
        length = self._organization(name_at, end) if lead or not title else 0
        if title and not length and at < end:
            return 0
        if not title and not length:
            return 0
        if not lead and not title and name_at + length != end:
            return 0
        stop = name_at + length if length else at
        line = self._reading.line
        first, last = words[start].start, words[stop - 1].end
        title_words = line[first : words[at - 1].end] if title else ""
        organization = line[words[name_at].start : last] if length else ""
        if length and not self._fits(organization):
            return 0
        if words[start].parted == "(" and line[last : last + 1] == ")":
            first, last = line.rfind("(", 0, first), last + 1
        says = Says(
            organization=" ".join(organization.split()), title=" ".join(title_words.split())
        )
        found = Found(PieceKind.ORGANIZATION, first, last, says)
        if not self._reading.take(found):
            return 0
        self._opening.found.append(found)
        return stop

    def _leads(self, at: int, end: int) -> int:
        words, vocabulary = self._words, self._reading.vocabulary
        if at >= end:
            return 0
        leads = vocabulary.organization_leads | vocabulary.place_leads | {"at", "bei", "aus", "@"}
        return 1 if words[at].key in leads else 0

    def _organization(self, start: int, end: int) -> int:
        words = self._words
        length = 0
        while start + length < end and length < _LONGEST_ORGANIZATION:
            word = words[start + length]
            inside = length and word.key in _INSIDE
            if not (inside or (word.is_capitalised or word.is_number)):
                break
            length += 1
        if length == 1 and self._names.is_ordinary(words[start]):
            return 0
        return length if length and words[start].is_capitalised else 0

    def _fits(self, organization: str) -> bool:
        """Choose among namesakes by the organisation; whose is another one keeps theirs."""
        found = self._person
        person = found.says.person if found is not None else None
        if found is None or person is None or not person.choices:
            return True
        same = [
            choice
            for choice in person.choices
            if folded(choice.organization) == folded(organization)
        ]
        if len(same) == 1 and person.is_unclear:
            found.says.person = self._names.chosen(person, same[0].id)
            return True
        if person.chosen == 0 or same:
            return True
        return any(
            choice.id == person.chosen and not choice.organization for choice in person.choices
        )
