"""One line of the palette, and which lines come first for the letters that were typed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from notebook_app.model.letters_match import letters_match
from notebook_app.model.name_form import folded

_RECENT_BONUS: Final = 16
_ASIDE_MALUS: Final = 14
_PERSON_BONUS: Final = 3
_WORTH_SHOWING: Final = 0.28


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """What can be chosen: a person, a page, a command.

    ``key`` is the same at every start, for what was used lately. ``aside`` stands small behind
    the words (an organisation, a menu) and is found too, but after what has it in its words.
    ``contact_id`` is a person's, who can be asked for more than to be shown.
    """

    key: str
    words: str
    run: Callable[[], object]
    aside: str = ""
    shortcut: str = ""
    contact_id: int | None = None


def ranked(
    entries: Iterable[PaletteEntry], letters: str, recent: Sequence[str], most: int
) -> list[PaletteEntry]:
    """Return at most ``most`` entries that the letters may mean, the likeliest first.

    Those in ``recent`` (keys, the latest first) come higher; without letters they come first,
    and the rest in the order given.
    """
    wanted = folded(letters)
    places = {key: place for place, key in enumerate(recent)}
    found = []
    for number, entry in enumerate(entries):
        worth = _worth(wanted, entry)
        if worth is None:
            continue
        place = places.get(entry.key)
        if wanted and entry.contact_id is not None:
            worth += _PERSON_BONUS
        if place is not None:
            worth += max(2, _RECENT_BONUS - place)
        found.append((-worth, number, entry))
    found.sort(key=lambda one: one[:2])
    if found and found[0][0] < 0:
        # Letters scattered over a text say little once others begin with them.
        least = -found[0][0] * _WORTH_SHOWING
        found = [one for one in found if -one[0] >= least or not wanted]
    return [entry for _worth_of_it, _number, entry in found[:most]]


def _worth(wanted: str, entry: PaletteEntry) -> int | None:
    worth = letters_match(wanted, folded(entry.words))
    if worth is None and entry.aside:
        beside = letters_match(wanted, folded(f"{entry.words} {entry.aside}"))
        worth = None if beside is None else beside - _ASIDE_MALUS
    return worth
