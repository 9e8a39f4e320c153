"""Reads a stretch of a line word by word, for as long as each says something of the circumstances:
``yesterday`` ``coffee`` ``with Carla`` ``and Bo`` ``at Bean House``.
"""

from collections.abc import Sequence

from notebook_app.model.capture.acquaintances import what_they_are
from notebook_app.model.capture.acts import capitals, is_act, is_directed, says_of
from notebook_app.model.capture.captured import PieceKind
from notebook_app.model.capture.days import DayWords
from notebook_app.model.capture.found import Found, Reading, Says
from notebook_app.model.capture.language import Occasion
from notebook_app.model.capture.names import NameRead, Names
from notebook_app.model.capture.phrase import Phrase
from notebook_app.model.capture.places import place_named
from notebook_app.model.capture.times import time_at
from notebook_app.model.capture.words import MARK, Word, length_in, phrase_at
from notebook_app.model.conversation import Channel, Initiator

_WRITTEN = (Channel.CALL, Channel.EMAIL, Channel.MESSAGE, Channel.VIDEO, Channel.NOTE)
_AFTER_NAME = (":", "-", "–", "—", MARK)
"""What stands between a name and what is said of it; a comma also stands behind other words."""


class PhraseReader:
    """Reads one stretch of words, from left to right."""

    def __init__(self, reading: Reading, names: Names, days: DayWords, words: list[Word]) -> None:
        """Take what is read, and all of its words."""
        self._reading = reading
        self._vocabulary = reading.vocabulary
        self._names = names
        self._days = days
        self._words = words
        self._phrase = Phrase(0)
        self._expecting = False
        self._new_allowed = False
        self._subject: Initiator | None = None
        self._did_they = False
        self._last: Found | None = None
        self._verb: Found | None = None
        self._verb_directed = False
        self._first = 0
        self._partly = False

    def read(self, first: int, last: int, *, new_first: bool = False) -> Phrase:
        """Read the words from ``first`` up to ``last`` for as long as they are understood.

        ``new_first`` says that somebody unknown may be named without a word that leads to it.
        """
        self._first = first
        self._expecting = False
        self._new_allowed = new_first
        index = first
        while index < last:
            length = self._step(self._words[:last], index)
            if not length:
                break
            index += length
            # Somebody unknown may begin the stretch, not stand somewhere in it.
            self._new_allowed = self._new_allowed and self._expecting
        self._phrase.end = index
        self._phrase.whole = index >= last and not (self._partly or self._ends_within_word(last))
        self._phrase.settle()
        return self._phrase

    def _step(self, words: Sequence[Word], index: int) -> int:
        return (
            (self._name(words, index) if self._expecting else 0)
            or (self._what_they_are(words, index) if self._expecting else 0)
            or self._day_or_time(words, index)
            or self._subject_word(words, index)
            or self._verb_word(words, index)
            or self._noun(words, index)
            or self._joint(words, index)
            or self._place(words, index)
            or self._name(words, index)
            or self._small(words, index)
        )

    def _add(self, found: Found) -> None:
        self._phrase.found.append(found)
        self._last = found

    def _add_joint(self, words: Sequence[Word], index: int, length: int) -> int:
        self._phrase.joints.append((words[index].start, words[index + length - 1].end))
        return length

    def _name(self, words: Sequence[Word], index: int) -> int:
        new = self._new_allowed or self._expecting
        read = self._names.at(words, index, expected=self._expecting, new=new)
        if read is None:
            read = self._newly_met(words, index)
        if read is None:
            return 0
        found = self._names.found(read)
        verb = self._verb if self._verb_directed and self._subject is None else None
        if verb is not None and verb.says.initiated_by is None:
            verb.says.initiated_by = Initiator.ME
        # Known people also stand behind a verb or at the beginning, without a leading word.
        leading = (PieceKind.CHANNEL, PieceKind.SETTING, PieceKind.DAY, PieceKind.TIME)
        led = new or self._last is None or self._last.kind in leading
        if not led and index > self._first:
            return 0
        person = found.says.person
        unled = index == self._first and not self._expecting
        if unled and person is not None and person.is_new and not self._may_begin(words, read):
            return 0
        self._add(found)
        self._phrase.people += 1
        self._expecting = False
        self._new_allowed = False
        return read.length

    def _what_they_are(self, words: Sequence[Word], index: int) -> int:
        """Read over ``old boss`` in ``ran into old boss Bo``; said only there, it stays."""
        length, tells_setting = what_they_are(words, index, self._vocabulary)
        if not length or tells_setting:
            return 0
        self._partly = True
        return length

    def _newly_met(self, words: Sequence[Word], index: int) -> NameRead | None:
        """Return an unknown whole name before a participle: ``im Zug Julia Stern getroffen``."""
        read = self._names.at(words, index, expected=False, new=True)
        if read is None or read.length < 2 or self._last is None:
            return None
        did = phrase_at(words, index + read.length, self._vocabulary.participles)
        if did is None or did[1].directed or did[1].channel is not Channel.IN_PERSON:
            return None
        return read

    def _may_begin(self, words: Sequence[Word], read: NameRead) -> bool:
        """Return whether an unknown name may stand at the beginning: ``Bo Lund: …``, ``Bo rang``.

        A single word with a capital is one only where nothing else begins so.
        """
        behind = self._first + read.length
        if read.length > 1:
            return True
        if behind < len(words):
            return words[behind].key in self._vocabulary.and_words or is_act(
                self._vocabulary, words, behind
            )
        following = self._words[behind] if behind < len(self._words) else None
        return following is not None and following.parted in _AFTER_NAME

    def _ends_within_word(self, last: int) -> bool:
        """Return whether the last piece is only part of a word, as in ``Carla's``."""
        ends = {word.end for word in self._words[self._first : last]}
        return any(
            found.kind is PieceKind.PERSON and found.end not in ends for found in self._phrase.found
        )

    def _day_or_time(self, words: Sequence[Word], index: int) -> int:
        verb = phrase_at(words, index, self._vocabulary.verbs)
        if (day := self._days.at(words, index)) and not (verb and verb[0] > day.length):
            span = words[index].start, words[index + day.length - 1].end
            if day.day is not None and day.day <= self._days.today:
                self._add(Found(PieceKind.DAY, *span, Says(on=day.day)))
                return day.length
            why = "there is no such day" if day.day is None else "this day is still to come"
            self._reading.unread.append(f"“{self._reading.line[slice(*span)]}”: {why}")
            self._partly = True
            return day.length
        if at := time_at(words, index, self._vocabulary):
            span = words[index].start, words[index + at[0] - 1].end
            self._add(Found(PieceKind.TIME, *span, Says(at=at[1])))
            return at[0]
        return 0

    def _subject_word(self, words: Sequence[Word], index: int) -> int:
        key = words[index].key
        vocabulary = self._vocabulary
        verb_follows = index + 1 < len(words) and is_act(self._vocabulary, words, index + 1)
        on_page = self._reading.context.with_contact is not None and index == self._first
        if key in vocabulary.they_did and (self._phrase.people or self._subject or on_page):
            self._did_they = True
            return self._add_joint(words, index, 1)
        if key in vocabulary.i_words or key in vocabulary.they_words:
            if not verb_follows:
                return 0
            they = key in vocabulary.they_words and key not in vocabulary.i_words
            self._subject = Initiator.THEM if they else Initiator.ME
            if is_directed(self._vocabulary, words, index + 1):
                says = Says(initiated_by=self._subject)
                self._add(Found(PieceKind.INITIATOR, *words[index].span, says))
                return 1
            return self._add_joint(words, index, 1)
        if key in vocabulary.me_words and (
            self._verb_directed or (self._did_they and is_act(self._vocabulary, words, index + 1))
        ):
            says = Says(initiated_by=Initiator.THEM)
            self._add(Found(PieceKind.INITIATOR, *words[index].span, says))
            self._subject = Initiator.THEM
            return 1
        if key in vocabulary.to_words and self._verb_directed:
            # "rief … an": the verb's own second half.
            follows = index + 1 < len(words) and words[index + 1].is_capitalised
            return 0 if follows else self._add_joint(words, index, 1)
        return 0

    def _verb_word(self, words: Sequence[Word], index: int) -> int:
        verb = phrase_at(words, index, self._vocabulary.verbs)
        participle = phrase_at(words, index, self._vocabulary.participles)
        if participle is not None and (verb is None or participle[0] >= verb[0]):
            length, occasion = participle
        elif verb is not None:
            length, occasion = verb
            participle = None
        else:
            return 0
        last_is_name = self._last is not None and self._last.kind is PieceKind.PERSON
        if verb and not participle and index > self._first and not self._may_follow():
            return 0
        self._expecting = not participle
        self._new_allowed = not participle
        if occasion == Occasion():
            self._expecting = False
            self._new_allowed = False
            if length > 1 and words[index + length - 1].key in self._vocabulary.with_words:
                length -= 1  # "spoke to": who follows is read by what "to" leads to.
            return self._add_joint(words, index, length)
        says = says_of(occasion)
        if occasion.directed and self._subject is None:
            they = self._did_they if participle is not None else last_is_name
            behind = words[index + length].key if index + length < len(words) else ""
            if they:
                says.initiated_by = Initiator.THEM
            elif last_is_name or behind in self._vocabulary.them_words:
                says.initiated_by = Initiator.ME
        kind = PieceKind.CHANNEL if occasion.channel else PieceKind.SETTING
        self._verb = Found(kind, words[index].start, words[index + length - 1].end, says)
        self._verb_directed = occasion.directed
        self._add(self._verb)
        if occasion.directed:
            # "Carla called me": a small letter behind it is rather "me" than a name.
            self._expecting = index + length < len(words) and words[index + length].is_capitalised
        return length

    def _may_follow(self) -> bool:
        kinds = (PieceKind.PERSON, PieceKind.DAY, PieceKind.TIME, PieceKind.INITIATOR)
        return self._last is None or self._last.kind in kinds

    def _noun(self, words: Sequence[Word], index: int) -> int:
        found = phrase_at(words, index, self._vocabulary.nouns)
        if found is None:
            return 0
        length, occasion = found
        if occasion == Occasion():
            # "Chat with Bo" says that they spoke, and nothing of how or where.
            return self._add_joint(words, index, length)
        says = says_of(occasion)
        kind = PieceKind.SETTING if occasion.setting else PieceKind.CHANNEL
        self._add(Found(kind, words[index].start, words[index + length - 1].end, says))
        self._verb_directed = False
        if occasion.channel in _WRITTEN and occasion.firm:
            self._verb = self._last
        if occasion.directed:
            says.initiated_by = Initiator.ME
            self._expecting = self._new_allowed = True
        return length

    def _joint(self, words: Sequence[Word], index: int) -> int:
        key = words[index].key
        vocabulary = self._vocabulary
        if key in vocabulary.organization_leads:
            return self._from(words, index)
        if key in vocabulary.to_words and self._is_journey():
            return 0
        if key in vocabulary.with_words and index + 1 < len(words):
            before_name, understood = what_they_are(words, index + 1, self._vocabulary)
            named = index + 1 + before_name
            if self._names.at(words, named, expected=True, new=True) is None:
                return 0
            if key in vocabulary.to_words and self._last is not None and self._last is self._verb:
                self._verb.says.initiated_by = self._subject or Initiator.ME
            self._expecting = self._new_allowed = True
            if understood:
                return self._add_joint(words, index, 1)
            self._partly = True
            return 1 + before_name
        last_is_name = self._last is not None and self._last.kind is PieceKind.PERSON
        if last_is_name and (key in vocabulary.and_words):
            if self._names.at(words, index + 1, expected=True, new=True) is None:
                return 0
            self._expecting = self._new_allowed = True
            return self._add_joint(words, index, 1)
        return 0

    def _is_journey(self) -> bool:
        """Return whether ``to`` leads to a town: ``on the train to Berlin``."""
        return self._last is not None and self._last.says.setting == "train"

    def _from(self, words: Sequence[Word], index: int) -> int:
        """Read ``call from Carla`` and ``Bo Lund from Bean House``."""
        last = self._last
        somebody = self._names.at(words, index + 1, expected=True, new=True)
        if last is not None and last is self._verb and somebody is not None:
            last.says.initiated_by = Initiator.THEM
            self._expecting = self._new_allowed = True
            return self._add_joint(words, index, 1)
        person = last.says.person if last is not None else None
        if person is None or not person.is_new:
            return 0
        article = length_in(words, index + 1, self._vocabulary.small)
        first = index + 1 + article
        length = capitals(words, first)
        # "from the Chamber of Commerce" is no place called Chamber.
        if not length or (article and first + length < len(words)):
            return 0
        start, end = words[index].start, words[first + length - 1].end
        name = " ".join(self._reading.line[words[first].start : end].split())
        self._add(Found(PieceKind.ORGANIZATION, start, end, Says(organization=name)))
        return first + length - index

    def _place(self, words: Sequence[Word], index: int) -> int:
        lead = length_in(words, index, self._vocabulary.place_leads)
        at = index + lead
        if not lead or at >= len(words) or words[at].parted:
            return 0
        article = length_in(words, at, self._vocabulary.small)
        if phrase_at(words, at, self._vocabulary.nouns) or phrase_at(
            words, at + article, self._vocabulary.nouns
        ):
            return self._add_joint(words, index, lead)
        length = capitals(words, at)
        if not length and article:
            lead, at = lead + article, at + article
            length = capitals(words, at)
        if not length or not self._phrase.found:
            return 0
        read = self._names.at(words, at, expected=True, new=False)
        if read is not None:
            self._expecting = True
            return self._add_joint(words, index, lead)
        self._add_joint(words, index, lead)
        self._add(place_named(self._reading, words[at].start, words[at + length - 1].end))
        return lead + length

    def _small(self, words: Sequence[Word], index: int) -> int:
        length = length_in(words, index, self._vocabulary.small)
        if length:
            return self._add_joint(words, index, length)
        if words[index].key in self._vocabulary.qualities:
            # "Quick coffee": understood, but the text would be poorer without it.
            self._partly = True
            return 1
        return 0
