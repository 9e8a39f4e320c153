"""A follow-up as people type it in one line: ``call next tue about the quote``."""

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from notebook_app.model.date_words import parse_date
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.promise_words import sounds_promised

_KINDS: dict[str, FollowUpKind] = {kind.value: kind for kind in FollowUpKind} | {
    "ring": FollowUpKind.CALL,
    "phone": FollowUpKind.CALL,
    "email": FollowUpKind.EMAIL,
    "mail": FollowUpKind.EMAIL,
    "write": FollowUpKind.EMAIL,
    "note": FollowUpKind.NOTE,
    "card": FollowUpKind.NOTE,
    "text": FollowUpKind.MESSAGE,
    "meet": FollowUpKind.MEETING,
    "intro": FollowUpKind.INTRODUCTION,
    "introduce": FollowUpKind.INTRODUCTION,
    "send": FollowUpKind.SEND,
    "thank you": FollowUpKind.THANK,
    "thanks": FollowUpKind.THANK,
}
_LONGEST_KIND = 2
_LONGEST_DATE = 5
_SOME_TIME = re.compile(r"\b(some ?(time|day)|one day|eventually|irgendwann)\b", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})$")


@dataclass(frozen=True, slots=True)
class FollowUpWords:
    """What one line says of a follow-up; ``repeat`` is an RFC 5545 RRULE value, or empty.

    ``promised`` is what one owes by its words: ``send the slides``.
    """

    kind: FollowUpKind
    due: date
    at: time | None
    note: str
    repeat: str = ""
    promised: bool = False


def kind_of(word: str) -> FollowUpKind | None:
    """Return the kind of follow-up that a word names, its usual other names included."""
    return _KINDS.get(" ".join(word.lower().replace("_", " ").split()))


def parse_follow_up(text: str, today: date) -> FollowUpWords | None:
    """Read a kind, a day, perhaps a time, and a note; None if no day is named.

    The kind stands first, or there is none (``other``). The day is looked for behind the kind,
    then at the end, then anywhere; what is left is the note. What is not English, or repeats, is
    read with the words of lines.
    """
    read = _in_english(text, today)
    repeated = read is not None and read.kind is not FollowUpKind.OTHER
    read = _in_words_of_lines(text, today, repeated=repeated) or read
    return None if read is None else replace(read, promised=_promised(read, text))


def soon_follow_up(text: str, today: date) -> tuple[FollowUpWords | None, int]:
    """Read what names no day but says what to do, or that one owes it; and within how many days.

    None for anything else, if its day does not exist or is past, and for "some time".
    """
    from notebook_app.model.capture.days import DayWords
    from notebook_app.model.capture.follow_ups import NO_DAY, SOON, follow_up_in
    from notebook_app.model.capture.vocabulary import LANGUAGES, vocabulary

    days = DayWords(today, vocabulary(tuple(LANGUAGES)))
    read_as = follow_up_in(text, (0, len(text)), days, soon=False)
    if read_as != NO_DAY or _SOME_TIME.search(text):
        return None, SOON
    due = today + timedelta(days=SOON)
    read = parse_follow_up(f"{text} {due.isoformat()}", today)
    if read is None or (read.kind is FollowUpKind.OTHER and not read.promised):
        return None, SOON
    return read, SOON


def _promised(read: FollowUpWords, text: str) -> bool:
    return sounds_promised(read.kind, read.note) or sounds_promised(FollowUpKind.OTHER, text)


def _in_words_of_lines(text: str, today: date, *, repeated: bool) -> FollowUpWords | None:
    """Read it in all languages; with ``repeated`` only what says that it repeats."""
    # Their tables are loaded where a follow-up is typed, and not before.
    from notebook_app.model.capture.days import DayWords
    from notebook_app.model.capture.follow_ups import follow_up_in
    from notebook_app.model.capture.vocabulary import LANGUAGES, vocabulary

    days = DayWords(today, vocabulary(tuple(LANGUAGES)))
    read = follow_up_in(text, (0, len(text)), days, soon=False)
    if isinstance(read, str) or (repeated and not read.repeat):
        return None
    if not read.repeat and read.kind is FollowUpKind.OTHER:
        return None
    return FollowUpWords(read.kind, read.due, read.at, read.note, read.repeat)


def _in_english(text: str, today: date) -> FollowUpWords | None:
    words = text.split()
    kind, length = _leading_kind(words)
    words = words[length:]
    found = _day_in(words, today)
    if found is None:
        return None
    start, end, due = found
    at, end = _time_at(words, end)
    note = " ".join(words[:start] + words[end:]).strip(" ,;:.–-")
    return FollowUpWords(kind, due, at, note)


def _leading_kind(words: list[str]) -> tuple[FollowUpKind, int]:
    for length in range(min(_LONGEST_KIND, len(words)), 0, -1):
        kind = kind_of(" ".join(words[:length]).rstrip(",:"))
        if kind is not None:
            return kind, length
    return FollowUpKind.OTHER, 0


def _day_in(words: list[str], today: date) -> tuple[int, int, date] | None:
    spans = [
        (start, end)
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + _LONGEST_DATE) + 1)
    ]
    count = len(words)
    spans.sort(key=lambda span: (span[0] != 0, span[1] != count, span[0] - span[1], span[0]))
    for start, end in spans:
        if due := _day("".join(f"{word} " for word in words[start:end]), today):
            return start, end, due
    return None


def _day(text: str, today: date) -> date | None:
    bare = text.strip().rstrip(",;:.")
    first, _, rest = bare.partition(" ")
    if first.lower() in ("on", "by", "until") and rest:
        bare = rest
    return parse_date(bare, today)


def _time_at(words: list[str], end: int) -> tuple[time | None, int]:
    following = end + 1 if end < len(words) and words[end].lower() == "at" else end
    if following < len(words):
        match = _TIME.match(words[following].rstrip(",;:"))
        if match and int(match[1]) < 24 and int(match[2]) < 60:
            return time(int(match[1]), int(match[2])), following + 1
    return None, end
