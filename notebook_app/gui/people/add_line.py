"""The line below the details that adds a phone, an address, or whatever else there is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from notebook_app.gui.people.in_place.spot import CADENCE, WORK
from notebook_app.gui.theme import MEDIUM, TIGHT
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.contact import ContactDetails


class AddLine(QWidget):
    """``wanted`` carries the field that one more is to be added of."""

    wanted = Signal(str)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the line."""
        super().__init__(parent)
        self._details = ContactDetails()
        self._has_cadence = False
        self.phone = self._link(self.tr("+ Phone"), "phones")
        self.email = self._link(self.tr("+ E-mail"), "emails")
        self.more = LinkButton(self.tr("+ More"), self._open_menu)
        self.more.setToolTip(self.tr("Address, link, birthday, organisation, note…"))
        self.menu = QMenu(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(TIGHT, TIGHT, TIGHT, 0)
        flow = FlowLayout(across=MEDIUM, down=TIGHT)
        for link in (self.phone, self.email, self.more):
            flow.addWidget(link)
        column.addLayout(flow)

    def show_details(self, details: ContactDetails, *, has_cadence: bool) -> None:
        """Offer what a contact with these details can still have."""
        self._details = details
        self._has_cadence = has_cadence

    def fields(self) -> list[tuple[str, str]]:
        """Return what the menu offers: fields, each with its words."""
        details = self._details
        has_work = bool(details.organization or details.title or details.department)
        offered = [
            ("addresses", self.tr("Address"), True),
            ("links", self.tr("Web page, profile or messaging"), True),
            (WORK, self.tr("Organisation and job title"), not has_work),
            ("affiliations", self.tr("Another organisation"), has_work),
            ("related", self.tr("Related person"), True),
            ("birthday", self.tr("Birthday"), details.birthday is None),
            ("dates", self.tr("Anniversary or another date"), True),
            (CADENCE, self.tr("Keep in touch every…"), not self._has_cadence),
            ("nickname", self.tr("Nickname"), not details.nickname),
            ("pronouns", self.tr("Pronouns"), not details.pronouns),
            ("gender", self.tr("Gender"), not details.gender),
            ("languages", self.tr("Languages"), not details.languages),
            ("time_zone", self.tr("Time zone"), not details.time_zone),
            ("profession", self.tr("Profession"), not details.profession),
            ("own_fields", self.tr("A field of your own"), True),
            ("note", self.tr("Note"), not details.note.strip()),
        ]
        return [(field, words) for field, words, may in offered if may]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the layout find the height for the new width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _link(self, words: str, field: str) -> LinkButton:
        return LinkButton(words, lambda: self.wanted.emit(field))

    def _open_menu(self) -> None:
        self.menu.clear()
        for field, words in self.fields():
            action = self.menu.addAction(words)
            action.triggered.connect(lambda _on=False, which=field: self.wanted.emit(which))
        self.menu.addSeparator()
        attach = self.menu.addAction(self.tr("File…"))
        attach.triggered.connect(lambda _on=False: self.file_wanted.emit())
        corner = self.more.rect().bottomLeft()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            corner = self.more.rect().bottomRight()
        self.menu.popup(self.more.mapToGlobal(corner))
