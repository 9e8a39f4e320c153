"""Reads help, introductions and referrals from turns of phrase, and who was introduced."""

import re
from typing import Final

from notebook_app.model.capture.acquaintances import what_they_are
from notebook_app.model.capture.captured import PieceKind
from notebook_app.model.capture.found import Found, FoundFavour, Reading, Says
from notebook_app.model.capture.language import FavourPhrase
from notebook_app.model.capture.names import Names
from notebook_app.model.capture.words import Word, words_of

_MOST_LETTERS: Final = 2000
_TEXT_ENDS: Final = re.compile(r"[,;\n]|[.!?](?=\s|\Z)|\s(?=[#!*])|\s(?=@)")
_LONGEST_TEXT: Final = 200
_SLOTS: Final = ("{about}", "{by}")


class FavourReader:
    """Finds the favours that a line tells of."""

    def __init__(self, reading: Reading, names: Names) -> None:
        """Take what is read; people who were named before are known by where they stand."""
        self._reading = reading
        self._names = names
        self._words: list[Word] = []

    def read(self) -> None:
        """Find favours; names in them that were not read before are people of the line as well."""
        marked = sorted(
            found.span
            for found in self._reading.found
            if found.kind not in (PieceKind.PERSON, PieceKind.CHANNEL, PieceKind.SETTING)
        )
        self._words = words_of(
            self._reading.line, marked, 0, min(len(self._reading.line), _MOST_LETTERS)
        )
        phrases = self._reading.vocabulary.favours
        index = 0
        while index < len(self._words):
            taken = 0
            for pattern, phrase in phrases.get(self._words[index].key, ()):
                taken = self._match(index, pattern, phrase)
                if taken:
                    break
            index += max(taken, 1)

    def _match(self, index: int, pattern: tuple[str, ...], phrase: FavourPhrase) -> int:
        """Note the favour if its words stand at ``index``; return how many words they are."""
        words = self._words
        at = index
        named: dict[str, Found] = {}
        literal: list[list[Word]] = [[]]
        for part in pattern:
            if at >= len(words) or (at > index and words[at].parted):
                return 0
            if part in _SLOTS:
                # "introduced me to her brother Mark"
                at += what_they_are(words, at, self._reading.vocabulary)[0]
                read = self._names.at(words, at, expected=False, new=True)
                if read is None:
                    return 0
                named[part] = self._person(read.start) or self._names.found(read)
                named[part].end = max(named[part].end, read.end)
                at += read.length
                literal.append([])
            elif words[at].key == part:
                literal[-1].append(words[at])
                at += 1
            else:
                return 0
        said = max(literal, key=lambda each: each[-1].end - each[0].start if each else 0)
        favour = FoundFavour(
            phrase.kind, phrase.direction, named.get("{by}"), named.get("{about}"), ""
        )
        if phrase.says:
            favour.text = self._told(words[at - 1].end)
        start, end = said[0].start, said[-1].end
        self._free(start, end)
        if not self._reading.take(
            Found(PieceKind.FAVOUR, start, end, Says(favour=favour), stays=True)
        ):
            return 0
        for found in named.values():
            if found not in self._reading.found:
                found.stays = True
                self._reading.take(found)
        return at - index

    def _free(self, start: int, end: int) -> None:
        """Let go of a call or the like that was guessed from the same words."""
        for found in list(self._reading.found):
            guessed = found.stays and found.kind in (PieceKind.CHANNEL, PieceKind.SETTING)
            if guessed and found.start < end and start < found.end:
                self._reading.take_back(found)

    def _person(self, start: int) -> Found | None:
        """Return the person whose name begins there, if it was read before."""
        return next(
            (
                found
                for found in self._reading.found
                if found.kind is PieceKind.PERSON and found.start == start
            ),
            None,
        )

    def _told(self, start: int) -> str:
        line = self._reading.line
        stop = _TEXT_ENDS.search(line, start, start + _LONGEST_TEXT)
        end = stop.start() if stop else min(len(line), start + _LONGEST_TEXT)
        return " ".join(line[start:end].strip(" :").split())
