"""How a card is spelled for whom: plain versions, and profiles for systems that want their own."""

from collections.abc import Mapping
from dataclasses import dataclass

from notebook_app.formats.vcard.card_property import CardVersion


@dataclass(frozen=True, slots=True)
class CardStyle:
    """A version, and which of the spellings beside the standard go with it.

    ``apple`` and ``android`` are the two systems' own properties, ``older`` those that say once
    more what a standard property says. ``merges`` lets properties that nobody touched go out
    as they came; a profile spells everything its own way. ``social``, ``tags`` and ``extras``
    (properties and parameters without a field) are what old phones have no use for.
    """

    version: CardVersion
    apple: bool = True
    android: bool = True
    older: bool = True
    merges: bool = True
    social: bool = True
    tags: bool = True
    extras: bool = True
    bare_uid: bool = False


PROFILES: Mapping[str, CardStyle] = {
    "apple": CardStyle(CardVersion.USUAL, android=False, older=False, merges=False),
    "android": CardStyle(CardVersion.USUAL, apple=False, merges=False),
    "nextcloud": CardStyle(CardVersion.NEW, android=False, merges=False, bare_uid=True),
    "old-phone": CardStyle(
        CardVersion.OLD, apple=False, merges=False, social=False, tags=False, extras=False
    ),
}
"""What each system is given, by the name that the command line and the window know it by."""

_PLAIN = {
    CardVersion.OLD: CardStyle(CardVersion.OLD, apple=False),
    CardVersion.USUAL: CardStyle(CardVersion.USUAL),
    CardVersion.NEW: CardStyle(CardVersion.NEW, android=False),
}


def card_style(version: str = "3.0", profile: str = "") -> CardStyle:
    """Return the style of a profile, or of a version if there is none.

    Raises:
        ValueError: there is no such version or profile.
    """
    if not profile:
        return _PLAIN[CardVersion(version)]
    if profile not in PROFILES:
        raise ValueError(f"no profile {profile!r}")
    return PROFILES[profile]
