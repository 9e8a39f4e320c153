"""Whether a follow-up was promised, by its words: ``send the slides``, ``hatte ich zugesagt``."""

import re
from typing import Final

from notebook_app.model.follow_up import FollowUpKind

_PROMISED: Final = re.compile(
    r"\b(promis(e|es|ed|ing)|i owe|owed|as agreed|(i|we) said (i|we)('d| would)"
    r"|versprochen\w*|versprach\w*|verspreche|zugesagt\w*|zusagte|schulde|wie vereinbart"
    r"|(send|forward|mail|e-mail|email|bring|lend|return|give) (him |her |them |over |back )*"
    r"(the|my|our|a|an|that|those|these|his|her|their|some|photos|slides|link|links)\b"
    r"|(die|den|das|ihm|ihr|ihnen|\w*unterlagen|folien|fotos|angebot|link|buch|katalog|preise?)\b"
    r"[^,.;]*\b\w*(schicken|senden|mailen|bringen|reichen|geben|leihen))\b",
    re.IGNORECASE,
)


def sounds_promised(kind: FollowUpKind, words: str) -> bool:
    """Return whether the words of a follow-up say or suggest that one owes it.

    To send something that is named is a promise, and so is whatever says "promised".
    """
    if kind is FollowUpKind.SEND and words.strip():
        return True
    return _PROMISED.search(words) is not None
