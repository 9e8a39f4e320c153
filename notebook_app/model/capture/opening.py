"""Reads what a line begins with, ``Coffee with Carla and Bo, yesterday``, and what else in it
tells of the circumstances although other words stand around it.
"""

from typing import Final

from notebook_app.model.capture.captured import PieceKind
from notebook_app.model.capture.days import DayWords
from notebook_app.model.capture.found import Found, Opening, Reading, Says
from notebook_app.model.capture.names import Names
from notebook_app.model.capture.phrase import Phrase
from notebook_app.model.capture.phrases import PhraseReader
from notebook_app.model.capture.words import MARK, Word, phrase_at, segment_end
from notebook_app.model.conversation import Initiator

_MOST_SEGMENTS: Final = 6
_MOST_LETTERS: Final = 1000
"""Of a very long text the beginning is looked at for names; the rest is what was said."""

_JOINING: Final = (",", "/", MARK)
_BEHIND_A_NAME: Final = (",", "(", "@")


class OpeningReader:
    """Reads the circumstances of one line."""

    def __init__(self, reading: Reading, names: Names) -> None:
        """Take what is read."""
        context = reading.context
        self._reading = reading
        self._names = names
        self._days = DayWords(context.today, reading.vocabulary, context.region, past=True)
        self._words: list[Word] = []
        self._found_so_far: list[Found] = []

    def read(self) -> None:
        """Find the opening; then people, days and calls that are named further on."""
        self._words = self._reading.words(0, min(len(self._reading.line), _MOST_LETTERS))
        if not self._words:
            return
        end = self._read_opening()
        first_end = (
            segment_end(self._words, max(end - 1, 0)) if end else segment_end(self._words, 0)
        )
        self._read_rest(end, first_end)
        self._read_behind_marks(first_end)
        self._read_own_parts(first_end)
        if self._needs_somebody():
            self._read_sentences(first_end)
        if self._needs_somebody():
            self._read_people_further_on(first_end)
        if self._needs_somebody():
            self._read_lone_name()
        self._read_calls(end)

    def _read_opening(self) -> int:
        """Read the segments at the beginning that are wholly understood; return where they end."""
        opening = Opening()
        self._found_so_far = opening.found
        words = self._words
        index = 0
        for _ in range(_MOST_SEGMENTS):
            if index >= len(words):
                break
            if index and words[index].parted not in (*_JOINING, ":", "\n", "–", "—", "-"):
                break
            last = segment_end(words, index)
            phrase = self._segment(index, last, opening)
            usable = phrase.whole and phrase.found
            if not usable:
                if index == 0:
                    self._take_all(phrase, stays=True)
                    return phrase.end
                break
            if index and not self._continues(phrase, index, last):
                break
            opening.found.extend(found for found in phrase.found if self._reading.take(found))
            opening.joints += phrase.joints
            index = last
            if index < len(words) and words[index].parted not in _JOINING and phrase.people:
                break
        if not opening.found:
            return 0
        opening.whole = not _is_quoted(self._reading.line, words[0])
        opening.words = index
        self._reading.opening = opening
        return index

    def _segment(self, index: int, last: int, opening: Opening) -> Phrase:
        reader = PhraseReader(self._reading, self._names, self._days, self._words)
        somebody = any(found.kind is PieceKind.PERSON for found in opening.found)
        new_first = not somebody and self._may_begin_with_new(index, last)
        return reader.read(index, last, new_first=new_first)

    def _may_begin_with_new(self, index: int, last: int) -> bool:
        """Return whether an unknown name may begin here: ``Bo Lund: boats``, ``Bo, boats``."""
        if self._reading.context.with_contact is not None:
            return False
        if not self._words[index].text[0].isupper():
            return False  # Without capitals nothing tells a name from any other word.
        if last >= len(self._words):
            # Nothing follows: a lone word is somebody's name only if something was marked.
            return last - index > 1 or bool(self._reading.found)
        return True

    def _continues(self, phrase: Phrase, index: int, last: int) -> bool:
        """Return whether a further segment belongs to the opening and not to what was said."""
        kinds = {found.kind for found in phrase.found}
        days = {PieceKind.DAY, PieceKind.TIME}
        if kinds <= days or {found.kind for found in self._found_so_far} <= days:
            return True
        people = [found.says.person for found in phrase.found if found.says.person is not None]
        if people:
            before = self._words[index].parted
            return before in _JOINING and self._words[index].is_capitalised
        return bool(phrase.joints) or PieceKind.CHANNEL in kinds

    def _take_all(self, phrase: Phrase, *, stays: bool) -> None:
        for found in phrase.found:
            found.stays = stays
            self._reading.take(found)

    def _read_rest(self, start: int, end: int) -> None:
        """Read names behind ``with``, and days, in the rest of a sentence that begins a line."""
        words = self._words
        for index in range(start, end):
            if index and words[index].parted and index != start:
                break
            if not self._reading.is_free(*words[index].span):
                continue
            self._read_named(index, new=True)
            self._read_day(index, end)

    def _read_named(self, index: int, *, new: bool) -> None:
        words, vocabulary = self._words, self._reading.vocabulary
        if words[index].key not in vocabulary.with_words or index + 1 >= len(words):
            return
        if words[index + 1].parted or words[index].key == "to":
            return
        at = index + 1
        while True:
            read = self._names.at(words, at, expected=True, new=new)
            if read is None:
                return
            found = self._names.found(read)
            found.stays = True
            if not self._reading.take(found):
                return
            at += read.length
            if at + 1 >= len(words) or words[at].key not in vocabulary.and_words:
                return
            at += 1

    def _read_day(self, index: int, end: int) -> None:
        words = self._words
        day = self._days.at(words, index)
        if day is None or day.day is None or day.day > self._days.today:
            return
        behind = index + day.length
        after_name = index > 0 and any(
            found.kind is PieceKind.PERSON and found.end == words[index - 1].end
            for found in self._reading.found
        )
        somebody = any(found.kind is PieceKind.PERSON for found in self._reading.found)
        # "Carla will call on Monday" tells of a day to come, "with Carla on Monday" of one past.
        if after_name or (behind >= end and somebody and not day.weekday):
            span = words[index].start, words[behind - 1].end
            self._reading.take(Found(PieceKind.DAY, *span, Says(on=day.day), stays=True))

    def _read_behind_marks(self, start: int) -> None:
        """Read ``Coffee @Bean House with Carla``: the sentence goes on behind what was marked."""
        for index in range(start, len(self._words)):
            if self._words[index].parted == MARK and self._reading.is_free(
                *self._words[index].span
            ):
                self._read_named(index, new=True)

    def _read_own_parts(self, start: int) -> None:
        """Read parts further on that are nothing but a day or a time: ``…, yesterday, …``."""
        words = self._words
        index = start
        while index < len(words):
            last = segment_end(words, index)
            own = words[index].parted != MARK and last - index <= 6
            if own and self._reading.is_free(*words[index].span):
                reader = PhraseReader(self._reading, self._names, self._days, words)
                phrase = reader.read(index, last)
                kinds = {found.kind for found in phrase.found}
                if phrase.whole and kinds and kinds <= {PieceKind.DAY, PieceKind.TIME}:
                    self._take_all(phrase, stays=bool(phrase.joints))
            index = last

    def _read_sentences(self, start: int) -> None:
        """Read the first sentence further on that begins with people: ``Great evening. Met Bo.``"""
        words = self._words
        index = start
        while index < len(words):
            last = segment_end(words, index)
            if self._reading.is_free(*words[index].span):
                reader = PhraseReader(self._reading, self._names, self._days, words)
                phrase = reader.read(index, last)
                if phrase.people:
                    self._take_all(phrase, stays=True)
                    return
            index = last

    def _read_lone_name(self) -> None:
        """Read ``Xaver, boats`` and ``Xaver (boats)``, where nobody else is named."""
        words = self._words
        if (
            len(words) < 2
            or words[1].parted not in _BEHIND_A_NAME
            or not words[0].text[0].isupper()
        ):
            return
        read = self._names.at(words, 0, expected=False, new=True)
        if read is None or read.length > 1:
            return
        found = self._names.found(read)
        if self._reading.take(found):
            self._reading.opening = Opening([found], whole=True, words=1)

    def _needs_somebody(self) -> bool:
        context = self._reading.context
        named = any(found.kind is PieceKind.PERSON for found in self._reading.found)
        return context.with_contact is None and not named

    def _read_people_further_on(self, start: int) -> None:
        """Read names in the sentences that follow, where the first one names nobody."""
        words = self._words
        for index in range(start, len(words)):
            if not self._reading.is_free(*words[index].span):
                continue
            if phrase_at(words, index, self._reading.vocabulary.verbs):
                read = self._names.at(words, index + 1, expected=False, new=True)
                if read is not None and index + 1 < len(words) and not words[index + 1].parted:
                    found = self._names.found(read)
                    found.stays = True
                    self._reading.take(found)
            self._read_named(index, new=True)
        if self._needs_somebody():
            self._read_known_anywhere()

    def _read_known_anywhere(self) -> None:
        """Read the first known name, wherever it stands."""
        for index, word in enumerate(self._words):
            if not word.is_capitalised or not self._reading.is_free(*word.span):
                continue
            read = self._names.at(self._words, index, expected=False, new=False)
            if read is not None:
                found = self._names.found(read)
                found.stays = True
                self._reading.take(found)
                return

    def _read_calls(self, start: int) -> None:
        """Read ``she called``, ``rang me`` and the like in what was said, if nothing was before."""
        if any(found.kind is PieceKind.CHANNEL for found in self._reading.found):
            return
        vocabulary = self._reading.vocabulary
        words = self._words
        for index in range(start, len(words)):
            verb = phrase_at(words, index, vocabulary.verbs)
            if verb is None:
                verb = phrase_at(words, index, vocabulary.participles)
            if verb is None or not verb[1].directed:
                continue
            length, occasion = verb
            before = words[index - 1].key if index and not words[index].parted else ""
            behind = words[index + length] if index + length < len(words) else None
            after = behind.key if behind is not None and not behind.parted else ""
            if before in vocabulary.me_words or after in vocabulary.me_words:
                who = Initiator.THEM
            elif before in vocabulary.i_words:
                who = Initiator.ME
            elif before in vocabulary.they_words:
                who = Initiator.THEM
            else:
                continue
            span = words[index].start, words[index + length - 1].end
            says = Says(channel=occasion.channel, initiated_by=who)
            self._reading.take(Found(PieceKind.CHANNEL, *span, says, stays=True))
            return


def _is_quoted(line: str, first: Word) -> bool:
    """Return whether a quotation mark or a bracket stands before the first word."""
    return line[: first.start].rstrip()[-1:] in tuple("\"'“”„‚‘’»«([{")
