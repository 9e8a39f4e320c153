"""The details of a contact: what reaches them, how we met, what else their card carries."""

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.contact_reading import ContactReading
from notebook_app.gui.people.detail_sections import DetailSections
from notebook_app.gui.theme import MEDIUM, TIGHT, theme_of
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import Divider
from notebook_app.gui.widgets.wrap_mode import wrap_mode

_HIGHEST_EMS = 22
_LONGEST_LINE = 2_000


class Details(QWidget):
    """Stands in a column of its own, or above the timeline where the window is narrow."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nobody is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self._shown: ContactReading | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM + 2)

    def show_reading(self, reading: ContactReading) -> None:
        """Show a contact's details."""
        if reading == self._shown:
            return
        self._shown = reading
        self._clear()
        desk = self._desk
        sections = DetailSections(
            desk.clock.today(),
            desk.open_url,
            desk.open_contact,
            desk.notebook.contact_overview.contact_named,
            self,
        )
        for number, section in enumerate(sections.all(reading)):
            if number:
                self._column.addWidget(Divider())
            self._column.addWidget(section)
        others = reading.contact.details.other_properties
        if others:
            self._column.addWidget(_AlsoInTheCard(others))
        sections.deleteLater()

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class _AlsoInTheCard(QWidget):
    """The lines of the contact's vCard that have no place elsewhere, folded away."""

    def __init__(self, lines: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._field: QPlainTextEdit | None = None
        words = self.tr("Also in the card ({count})").format(count=len(lines))
        self.toggle = LinkButton(f"{words} ▾", self._unfold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self._column.addWidget(self.toggle)

    def _unfold(self) -> None:
        if self._field is None:
            self._field = QPlainTextEdit()
            self._field.setReadOnly(True)
            self._field.setFrameShape(QFrame.Shape.NoFrame)
            self._field.setAccessibleName(self.tr("Also in the card"))
            self._field.setFixedHeight(theme_of(self).em(_HIGHEST_EMS))
            text = "\n".join(line[:_LONGEST_LINE] for line in self._lines)
            self._field.setWordWrapMode(wrap_mode(text))
            self._field.setPlainText(text)
            self._column.addWidget(self._field)
        else:
            self._field.setVisible(self._field.isHidden())
