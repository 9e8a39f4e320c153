"""What one line about a conversation says: the text, and ``!tue`` at its end to follow up."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from notebook_app.model.date_words import parse_date
from notebook_app.model.follow_up import FollowUpKind

_MARK: Final = re.compile(r"(?:^|\s)!(\S[^!\n]{0,60})$")


@dataclass(frozen=True, slots=True)
class LineWords:
    """The text without the mark, and the follow-up that it asks for, if any."""

    text: str
    due: date | None = None
    kind: FollowUpKind = FollowUpKind.OTHER


def read_line(line: str, today: date) -> LineWords:
    """Read ``… !tue``, ``… !in 2 weeks`` or ``… !tomorrow coffee``.

    Days before ``today``, and words that are no date, stay part of the text.
    """
    stripped = line.strip()
    match = _MARK.search(stripped)
    if match is None:
        return LineWords(stripped)
    words = match[1].split()
    for count in range(len(words), 0, -1):
        due = parse_date(" ".join(words[:count]), today)
        kind = _kind(" ".join(words[count:]))
        if due is not None and due >= today and kind is not None:
            return LineWords(stripped[: match.start()].strip(), due, kind)
    return LineWords(stripped)


def _kind(words: str) -> FollowUpKind | None:
    if not words:
        return FollowUpKind.OTHER
    plain = words.lower().replace("email", "e-mail")
    return next((kind for kind in FollowUpKind if kind.value.startswith(plain)), None)
