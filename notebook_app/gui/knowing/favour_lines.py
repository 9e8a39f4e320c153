"""Give and take in the details: what they did for the user, and the user for them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.favour_words import favour_words
from notebook_app.gui.knowing.knowing_reading import KnowingReading
from notebook_app.gui.people.value_line import ValueLine
from notebook_app.gui.theme import TIGHT, TextRole, Tone
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.offering import Direction, FavourKind, FavourRow

_SHOWN = 8
_WORTH_SHOWING = 2


class FavourLine(ValueLine):
    """Enter and a click open the favour, Del takes it out."""

    def __init__(self, desk: Desk, row: FavourRow, parent: QWidget | None = None) -> None:
        """Take the favour to show."""
        super().__init__(favour_words(row), _tr("Favour"), self._edit, parent)
        self._desk = desk
        self._favour_id = row.id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it out."""
        if event.key() == Qt.Key.Key_Delete:
            # Loaded when it is first needed: most pages are only read.
            from notebook_app.services.keep_favours import delete_favour

            desk, favour_id = self._desk, self._favour_id
            desk.perform(lambda: delete_favour(desk.notebook, favour_id))
            return
        super().keyPressEvent(event)

    def _edit(self) -> None:
        from notebook_app.gui.knowing.favour_form import show_favour_form

        show_favour_form(self._desk, self, favour_id=self._favour_id)


def favour_section(desk: Desk, reading: KnowingReading) -> QWidget | None:
    """Return the section, or None if there is nothing to tell."""
    received = [row for row in reading.favours if row.draft.direction is Direction.RECEIVED]
    given = [row for row in reading.favours if row.draft.direction is Direction.GIVEN]
    if not reading.favours and not reading.about and len(reading.chain) < _WORTH_SHOWING:
        return None
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(TIGHT, 0, 0, 0)
    column.setSpacing(TIGHT)
    column.addWidget(SectionHeading(_tr("Give and take")))
    for words, rows in (
        (_tr("What they did for me"), received),
        (_tr("What I did for them"), given),
    ):
        if rows:
            column.addWidget(PlainLabel(words, TextRole.SMALL, Tone.MUTED))
            _add(column, rows, lambda row: FavourLine(desk, row), lambda row: _when(desk, row))
    if reading.about:
        column.addWidget(PlainLabel(_tr("Who brought them"), TextRole.SMALL, Tone.MUTED))
        _add(
            column,
            reading.about,
            lambda row: _about_line(desk, row),
            lambda row: _when(desk, row),
        )
    if len(reading.chain) >= _WORTH_SHOWING:
        column.addWidget(PlainLabel(_tr("How it came about"), TextRole.SMALL, Tone.MUTED))
        for number, (contact_id, name) in enumerate(reading.chain):
            shown = f"→ {name[:80]}" if number else name[:80]
            column.addWidget(
                ValueLine(
                    shown,
                    _tr("Introduced"),
                    partial(desk.open_contact, contact_id),
                )
            )
    return section


def _add(
    column: QVBoxLayout,
    rows: Sequence[FavourRow],
    line: Callable[[FavourRow], QWidget],
    when: Callable[[FavourRow], str],
) -> None:
    for row in rows[:_SHOWN]:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(line(row))
        said.addWidget(PlainLabel(when(row), TextRole.SMALL, Tone.MUTED))
        column.addLayout(said)
    if len(rows) > _SHOWN:
        more = _tr("and {count} more, on the timeline").format(count=len(rows) - _SHOWN)
        column.addWidget(PlainLabel(more, TextRole.SMALL, Tone.MUTED))


def _about_line(desk: Desk, row: FavourRow) -> QWidget:
    name = row.contact_name[:80]
    given = row.draft.direction is Direction.GIVEN
    words = {
        FavourKind.INTRODUCTION: _tr("You introduced to {name}") if given else _tr("{name}"),
        FavourKind.REFERRAL: _tr("You sent to {name}") if given else _tr("{name}, as work"),
        FavourKind.HELP: _tr("For {name}") if given else _tr("{name}, as help"),
    }[row.draft.kind].format(name=name)
    contact_id = row.draft.contact_id
    return ValueLine(words, _tr("Brought by"), lambda: desk.open_contact(contact_id))


def _when(desk: Desk, row: FavourRow) -> str:
    day = short_day(row.draft.on, desk.clock.today(), QLocale())
    owed = row.draft.direction is Direction.RECEIVED and row.draft.thanked_on is None
    waiting = _tr("not thanked yet") if owed else ""
    return " · ".join(part for part in (day, waiting) if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FavourLines", text)
