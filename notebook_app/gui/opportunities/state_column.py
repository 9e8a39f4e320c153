"""A column: its name and count, what its cards are worth, the cards, and a line to say why."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.card_delegate import CardDelegate
from notebook_app.gui.opportunities.column_model import ColumnModel
from notebook_app.gui.opportunities.column_view import ColumnView
from notebook_app.gui.opportunities.opportunity_words import state_title, sums_words
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.theme.tokens import RADIUS
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel, SectionHeading
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.opportunity_rows import OpportunityFilter


class WhyLine(QWidget):
    """Asks in one line why something was lost; Enter says it, Escape or nothing leaves it open.

    ``answered`` carries the words, None if nothing is said.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it, hidden."""
        super().__init__(parent)
        self.field = LineField()
        self.field.setMaxLength(300)
        self.field.setPlaceholderText(self.tr("Too dear, no time… (Enter; Escape skips)"))
        self.label = FieldLabel(self.tr("Why was it lost?"), self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, TIGHT)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addWidget(self.field)
        self.field.returnPressed.connect(self._answer)
        self.hide()

    def ask(self, title: str) -> None:
        """Ask about the opportunity with this title."""
        words = " ".join(title[:60].split())
        self.label.setText(self.tr("Why was “{title}” lost?").format(title=words))
        self.field.setText("")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it open with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.answered.emit(None)
            return
        super().keyPressEvent(event)

    def _answer(self) -> None:
        self.hide()
        self.answered.emit(self.field.text().strip() or None)


class DropFrame(QWidget):
    """A line around the column over which a card is held."""

    def __init__(self, parent: QWidget) -> None:
        """Make it, hidden, above the column's other parts."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, and a breath of colour."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), 2))
        breath = QColor(theme.color("accent"))
        breath.setAlphaF(0.07)
        painter.setBrush(breath)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class StateColumn(QFrame):
    """The opportunities of one state."""

    def __init__(self, desk: Desk, state: OpportunityState, parent: QWidget | None = None) -> None:
        """Take the desk and the state; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self.state = state
        self._frame = DropFrame(self)
        title = state_title(state)
        self.heading = SectionHeading(title)
        self.count = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self.sums = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.why = WhyLine()
        self.model = ColumnModel(desk.notebook.opportunity_list, desk.clock.today, self)
        self.view = ColumnView(title)
        self.view.setModel(self.model)
        self.view.setItemDelegate(CardDelegate(self.view, desk.clock.today))
        self.nothing = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(2, 0, 2, 0)
        head.setSpacing(SMALL)
        head.addWidget(self.heading)
        head.addWidget(self.count)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        self.sums.setContentsMargins(2, 0, 2, 0)
        self.nothing.setContentsMargins(2, SMALL, 2, 0)
        for widget in (self.sums, self.why, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        # Of a column without cards, too, the heading stands at its top.
        column.addStretch(0)

    def read(self, wanted: OpportunityFilter) -> None:
        """Read the column anew; the chosen card stays chosen if it is still here."""
        before, row = self.current(), self.view.currentIndex().row()
        where = self.view.verticalScrollBar().value()
        column = self._desk.notebook.opportunity_list.column(self.state, wanted)
        self.view.blockSignals(True)
        self.model.show(column)
        kept = None if before is None else self.model.row_of(before)
        if kept is None and before is not None and column.ids:
            kept = min(row, len(column.ids) - 1)
        if kept is not None:
            self.view.select_line(kept)
        self.view.verticalScrollBar().setValue(where)
        if kept is not None:
            self.view.scrollTo(self.view.currentIndex())
        self.view.blockSignals(False)
        locale = self.locale()
        self.count.setText(locale.toString(len(column.ids)))
        words = sums_words(column.sums, column.without_value, locale)
        self.sums.setText(words)
        self.sums.setVisible(bool(words))
        self.view.setVisible(bool(column.ids))
        self.nothing.setVisible(not column.ids)
        self.nothing.setText(self._nothing_words(narrowed=not wanted.is_empty))
        spoken = f"{state_title(self.state)}, {locale.toString(len(column.ids))}"
        self.view.setAccessibleName(", ".join(part for part in (spoken, words) if part))

    def current(self) -> int | None:
        """Return the chosen opportunity."""
        return self.model.id_at(self.view.currentIndex().row())

    def mark(self, *, on: bool) -> None:
        """Show that a card may be let go here."""
        self._frame.setVisible(on)
        self._frame.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the frame around the whole column."""
        super().resizeEvent(event)
        self._frame.setGeometry(self.rect())

    def _nothing_words(self, *, narrowed: bool) -> str:
        if narrowed:
            return self.tr("Nothing that fits.")
        return {
            OpportunityState.OPEN: self.tr("Nothing is open. N begins a new one."),
            OpportunityState.WON: self.tr("Drag here what you have won, or press W on it."),
            OpportunityState.LOST: self.tr("Drag here what came to nothing, or press L on it."),
        }[self.state]
