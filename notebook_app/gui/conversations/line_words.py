"""What one line about a conversation says: the text, and ``!tue`` at its end to follow up."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from notebook_app.model.date_words import parse_date
from notebook_app.model.follow_up import FollowUpKind

_SHORTEST: Final = 4
"""Letters; a shorter word, as in "me and her", hardly means a kind."""

_MARK: Final = re.compile(r"(?:^|\s)!(\S[^!\n]{0,200})$")


@dataclass(frozen=True, slots=True)
class LineWords:
    """The text without the mark, and the follow-up that it asks for, if any."""

    text: str
    due: date | None = None
    kind: FollowUpKind = FollowUpKind.OTHER
    note: str = ""


def read_line(line: str, today: date) -> LineWords:
    """Read ``… !tue``, ``… !in 2 weeks``, ``… !tomorrow coffee`` or ``… !tue send the photos``.

    What stands behind the day and is more than a kind says what the follow-up is about. Days
    before ``today``, and words that are no date, stay part of the text.
    """
    stripped = line.strip()
    match = _MARK.search(stripped)
    if match is None:
        return LineWords(stripped)
    words = match[1].split()
    for count in range(len(words), 0, -1):
        due = parse_date(" ".join(words[:count]), today)
        if due is not None and due >= today:
            text = stripped[: match.start()].strip()
            about = " ".join(words[count:])
            kind = _kind(about)
            if kind is not None:
                return LineWords(text, due, kind)
            # "call him": the first word says the kind, and all of them what to do.
            named = _kind(words[count]) if len(words[count]) >= _SHORTEST else None
            return LineWords(text, due, named or FollowUpKind.OTHER, about)
    return LineWords(stripped)


def _kind(words: str) -> FollowUpKind | None:
    if not words:
        return FollowUpKind.OTHER
    plain = words.lower().replace("email", "e-mail")
    return next((kind for kind in FollowUpKind if kind.value.startswith(plain)), None)
