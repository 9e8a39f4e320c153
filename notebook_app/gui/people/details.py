"""The details of a contact: what reaches them, how we met, what else their card carries."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.favour_lines import favour_section
from notebook_app.gui.people.add_line import AddLine
from notebook_app.gui.people.also_in_the_card import AlsoInTheCard
from notebook_app.gui.people.attached_files import FileActs
from notebook_app.gui.people.contact_reading import ContactReading
from notebook_app.gui.people.detail_sections import DetailSections
from notebook_app.gui.people.in_place.spot import Spot
from notebook_app.gui.people.in_place.spot_view import SpotView
from notebook_app.gui.people.related_line import relation_acts
from notebook_app.gui.theme import MEDIUM
from notebook_app.gui.widgets.labels import Divider
from notebook_app.gui.widgets.lay_out_now import lay_out_now

if TYPE_CHECKING:
    from notebook_app.gui.opportunities.origin_part import OriginPart

_SECONDS_A_STEP: Final = 0.003
"""For making the widgets of a step; laying out and painting them takes about as long again."""


class Details(QWidget):
    """Stands in a column of its own, or above the timeline where the window is narrow.

    ``spots`` are the values that can be edited in place, in the order in which they stand.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nobody is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self._shown: ContactReading | None = None
        self._waiting: ContactReading | None = None
        self._is_whole = False
        self.spots: list[SpotView] = []
        self.origin: OriginPart | None = None
        self.add_line = AddLine()
        self.files = FileActs(desk, self)
        self.add_line.file_wanted.connect(self.attach_chosen)
        self.setAcceptDrops(True)
        self._adding: SpotView | None = None
        self._watch: Callable[[SpotView], object] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM + 2)

    def watch_with(self, watch: Callable[[SpotView], object]) -> None:
        """Hand every value that is shown from now on to ``watch``."""
        self._watch = watch

    def show_in_steps(self, reading: ContactReading) -> Iterator[None]:
        """Show a contact's details, with a ``yield`` where a frame may be painted.

        Those of the same contact wait while a value is being edited.
        """
        if reading == self._shown and self._is_whole:
            self._waiting = None
            return
        same = self._shown is not None and reading.contact.id == self._shown.contact.id
        if same and self._is_edited():
            self._waiting = reading
            return
        yield from self._show(reading)

    def show_what_waits(self) -> None:
        """Show what came while a value was being edited; clear away where one was added."""
        if self._adding is not None and self._adding.editor is None:
            self._drop(self._adding)
            self._adding = None
        if self._waiting is not None and not self._is_edited():
            for _step in self._show(self._waiting):
                pass

    def adding_view(self, spot: Spot) -> SpotView:
        """Return a place for a value that is not there yet, above the line that adds."""
        if self._adding is not None:
            self._drop(self._adding)
        self._adding = SpotView(spot, QWidget(), name=self.tr("New"))
        self._column.insertWidget(self._column.indexOf(self.add_line), self._adding)
        self._adding.show()
        return self._adding

    def attach_chosen(self) -> None:
        """Let the user choose files for the contact that is shown."""
        if self._shown is not None:
            self.files.choose(self._shown.contact.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are no cards; those the window looks into."""
        if self._shown is not None and _files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach them."""
        files = _files_in(event.mimeData())
        if self._shown is not None and files:
            event.acceptProposedAction()
            self.files.attach(self._shown.contact.id, files)

    def _show(self, reading: ContactReading) -> Iterator[None]:
        self._shown, self._waiting, self._is_whole = reading, None, False
        held = self._focus_held()
        self._clear()
        sections = self._sections()
        self.spots = sections.spots
        yield from self._add(sections, reading)
        self._order_stops()
        self._is_whole = True
        if held is not None:
            self._give_focus(*held)
        lay_out_now()

    def _add(self, sections: DetailSections, reading: ContactReading) -> Iterator[None]:
        contact = reading.contact
        # Below the details themselves, where more of the same is looked for.
        self._column.addWidget(self.add_line)
        self.add_line.show_details(contact.details, has_cadence=contact.cadence is not None)
        self.add_line.show()
        watched, until = 0, perf_counter() + _SECONDS_A_STEP
        for number, section in enumerate(sections.all(reading)):
            if number:
                self._put(Divider())
            self._put(section, 0 if number == 0 and sections.begin_with_details else -1)
            watched = self._watch_from(watched)
            if perf_counter() > until:
                lay_out_now()
                yield
                until = perf_counter() + _SECONDS_A_STEP
        others = contact.details.other_properties
        if others:
            self._put(AlsoInTheCard(others))

    def _put(self, widget: QWidget, place: int = -1) -> None:
        self._column.insertWidget(place, widget)
        widget.show()  # else it is there a frame later than the room for it

    def _sections(self) -> DetailSections:
        desk = self._desk
        return DetailSections(
            desk.clock.today(),
            open_url=desk.open_url,
            open_contact=desk.open_contact,
            contact_known=desk.notebook.contact_overview.contact_known,
            file_acts=self.files,
            relation_acts=relation_acts(desk),
            favours=lambda reading: favour_section(desk, reading.knowing),
            work=self._work,
        )

    def _watch_from(self, number: int) -> int:
        if self._watch is not None:
            for view in self.spots[number:]:
                self._watch(view)
        return len(self.spots)

    def _work(self, reading: ContactReading) -> list[QWidget]:
        """Return the sections about work with them, if there is any."""
        self.origin = None
        if reading.work is None:
            return []
        from notebook_app.gui.opportunities.origin_part import OriginPart
        from notebook_app.gui.opportunities.work_section import work_section

        sections = [work_section(self._desk, reading.work)]
        if reading.work.is_client or reading.work.origin is not None:
            self.origin = OriginPart(self._desk, reading.work)
            self.origin.settled.connect(self.show_what_waits)
            sections.append(self.origin)
        return sections

    def _order_stops(self) -> None:
        """Have Tab go down the column; the line that adds is older than all that stands here."""
        stops: list[QWidget] = []
        for number in range(self._column.count()):
            item = self._column.itemAt(number)
            widget = None if item is None else item.widget()
            if widget is not None:
                within = (widget, *widget.findChildren(QWidget))
                stops += [
                    each
                    for each in within
                    if each.focusPolicy() != Qt.FocusPolicy.NoFocus
                    and each.window() is self.window()  # not what a popup offers
                ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _focus_held(self) -> tuple[Spot | None, int, QWidget] | None:
        """Return what has the focus here: its value and place, if any, and the widget."""
        widget = QApplication.focusWidget()
        if widget is None or not self.isAncestorOf(widget):
            return None
        for place, view in enumerate(self.spots):
            if view is widget or view.isAncestorOf(widget):
                return view.spot, place, widget
        return None, 0, widget

    def _give_focus(self, spot: Spot | None, place: int, widget: QWidget) -> None:
        """Put the focus back after all was drawn anew: it would jump to another part."""
        target: QWidget = self.add_line.phone
        if self.add_line.isAncestorOf(widget):
            target = widget
        elif self.spots:
            same = (view for view in self.spots if view.spot == spot)
            target = next(same, self.spots[min(place, len(self.spots) - 1)])
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_edited(self) -> bool:
        views = [*self.spots, *([] if self._adding is None else [self._adding])]
        answering = self.origin is not None and self.origin.form is not None
        return answering or any(view.editor is not None for view in views)

    def _clear(self) -> None:
        self.spots = []
        self.origin = None
        self._adding = None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is self.add_line:
                widget.hide()
            elif widget is not None:
                self._drop(widget)

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _files_in(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
