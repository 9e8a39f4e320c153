"""What the palette offers: the lines of the menus, the saved lists, and people by name.

Commands come from the menus themselves, so that none can be forgotten here.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QSettings

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.command import Menu
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.window_menus import MenuLine
from notebook_app.gui.palette.palette_entry import PaletteEntry, ranked
from notebook_app.model.rows import ContactChoice

_SHOWN: Final = 12
_PEOPLE_AT_LEAST: Final = 8
_PEOPLE_READ: Final = 60
_RECENT_KEPT: Final = 20
_RECENT: Final = "palette/recent"
_MENUS_FIRST: Final = {Menu.VIEW: 0, Menu.PEOPLE: 1}
_PERSON: Final = "person:"


class PaletteSources:
    """Finds entries; remembers what was chosen lately in the window's own file."""

    def __init__(
        self,
        desk: Desk,
        lines: Callable[[], Sequence[MenuLine]],
        settings: QSettings,
        open_list: Callable[[int], object] | None = None,
    ) -> None:
        """Take the desk, what returns the lines of the menus now, and where to remember.

        Saved lists are offered if there is something that opens one by its id.
        """
        self._desk = desk
        self._lines = lines
        self._open_list = open_list
        self._settings = settings

    def find(self, letters: str) -> list[PaletteEntry]:
        """Return what the letters may mean, the likeliest first."""
        recent = self.recent()
        # Without letters the pages come first, and what is done with people.
        lines = sorted(self._lines(), key=lambda line: _MENUS_FIRST.get(line.which, len(Menu)))
        entries = [self._command(line) for line in lines]
        if letters.strip():
            people = self._desk.notebook.names.find(letters, _PEOPLE_READ)
        else:
            ids = [int(key.removeprefix(_PERSON)) for key in recent if key.startswith(_PERSON)]
            people = self._desk.notebook.names.some(ids)
        entries = [*map(self._person, people), *self._lists(), *entries]
        return _mixed(ranked(entries, letters, recent, len(entries)))

    def acts(self, entry: PaletteEntry) -> list[PaletteEntry]:
        """Return what else can be done with a person."""
        contact_id = entry.contact_id
        if contact_id is None:
            return []
        desk, name = self._desk, entry.words
        acts = [PaletteEntry(entry.key, _tr("Go to {name}").format(name=name), entry.run)]
        if desk.offers(Act.LOG):
            words = _tr("Log a conversation with {name}…").format(name=name)
            acts.append(
                PaletteEntry("", words, lambda: desk.ask(Act.LOG, contact_id), "", "Shift+Enter")
            )
        if desk.offers(Act.PLAN):
            words = _tr("Plan a follow-up with {name}…").format(name=name)
            acts.append(
                PaletteEntry("", words, lambda: desk.ask(Act.PLAN, contact_id), "", "Ctrl+Enter")
            )
        return acts

    def recent(self) -> list[str]:
        """Return the keys of what was chosen lately, the last first."""
        kept = str(self._settings.value(_RECENT, "")).split("\n")
        return [key for key in kept if key and _makes_sense(key)][:_RECENT_KEPT]

    def note_chosen(self, key: str) -> None:
        """Remember that an entry was chosen."""
        if key:
            kept = [key, *(other for other in self.recent() if other != key)]
            self._settings.setValue(_RECENT, "\n".join(kept[:_RECENT_KEPT]))

    def _person(self, choice: ContactChoice) -> PaletteEntry:
        contact_id = choice.id
        name = " ".join(choice.name.split())
        aside = " ".join(choice.organization.split())
        return PaletteEntry(
            f"{_PERSON}{contact_id}",
            name,
            lambda: self._desk.open_contact(contact_id),
            "" if aside == name else aside,
            contact_id=contact_id,
        )

    def _lists(self) -> list[PaletteEntry]:
        show = self._open_list
        if show is None:
            return []
        return [
            PaletteEntry(
                f"list:{saved.id}",
                " ".join(saved.name.split()),
                partial(show, saved.id),
                _tr("List"),
            )
            for saved in self._desk.notebook.saved_lists.all()
        ]

    def _command(self, line: MenuLine) -> PaletteEntry:
        return PaletteEntry(
            f"menu:{line.which.value}:{line.key}",
            line.words,
            line.action.trigger,
            line.menu,
            line.keys,
        )


def _mixed(entries: Sequence[PaletteEntry]) -> list[PaletteEntry]:
    """Return the first entries, with room for commands however many people there are."""
    others = sum(1 for entry in entries if entry.contact_id is None)
    room = max(_PEOPLE_AT_LEAST, _SHOWN - others)
    kept: list[PaletteEntry] = []
    for entry in entries:
        if entry.contact_id is not None:
            room -= 1
        if entry.contact_id is None or room >= 0:
            kept.append(entry)
    return kept[:_SHOWN]


def _makes_sense(key: str) -> bool:
    return not key.startswith(_PERSON) or key.removeprefix(_PERSON).isdecimal()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)
