"""The palette: a field over the top of the window, and below it what its letters may mean."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget

from notebook_app.gui.palette.palette_entry import PaletteEntry
from notebook_app.gui.palette.palette_model import PaletteDelegate, PaletteModel, spoken
from notebook_app.gui.palette.palette_sources import PaletteSources
from notebook_app.gui.theme import SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import LineField

_WIDEST_EMS = 44
_MARK_EMS = 3.5


class PaletteField(LineField):
    """Takes the letters; the keys that move in the list are passed on as ``pressed``."""

    pressed = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Take Tab before it moves the focus, and Escape before a menu's shortcut does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if tab:
                self.pressed.emit(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what is not typing."""
        event.ignore()
        self.pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)


class PaletteView(QListView):
    """The focus stays in the field; a click chooses, a click on the mark at the end asks more."""

    more_wanted = Signal(QModelIndex)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for more with the right button, or at the end of a line."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        mark = theme_of(self).em(_MARK_EMS)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        on_mark = at.x() < mark if mirrored else at.x() > self.viewport().width() - mark
        entry = self.model().data(index, int(Qt.ItemDataRole.UserRole)) if index.isValid() else None
        person = isinstance(entry, PaletteEntry) and entry.contact_id is not None
        if person and (on_mark or event.button() == Qt.MouseButton.RightButton):
            self.more_wanted.emit(index)
            return
        super().mouseReleaseEvent(event)


class Palette(QWidget):
    """Covers the window while it is open; a click beside the card closes it."""

    def __init__(self, sources: PaletteSources, window: QWidget) -> None:
        """Take what finds the entries, and the window to lie over; it is hidden."""
        super().__init__(window)
        self._sources = sources
        self._person: PaletteEntry | None = None
        self._typed = ""
        self._before: QWidget | None = None
        self.card = Card(parent=self)
        self.field = PaletteField()
        self.field.setPlaceholderText(self.tr("A person, a page, something to do…"))
        self.field.setAccessibleName(self.tr("Go to a person, a page or a command"))
        self.model = PaletteModel(self)
        self.view = PaletteView()
        self.nothing = PlainLabel(self.tr("Nothing is called that."), tone=Tone.MUTED)
        self.hint = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self._lay_out()
        self.hide()
        window.installEventFilter(self)
        self.field.textChanged.connect(lambda _text: self._find())
        self.field.pressed.connect(self._take_key)
        self.view.clicked.connect(self._run_index)
        self.view.more_wanted.connect(self._ask_more)
        self.view.selectionModel().currentChanged.connect(lambda _on, _off: self._tell())

    def open(self) -> None:
        """Show it, empty, above everything, with the keyboard."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._person = None
        self.field.setText("")
        self._find()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Hide it and go back to where the keyboard was."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def current(self) -> PaletteEntry | None:
        """Return the entry that Enter would run."""
        row = self.view.currentIndex().row()
        return self.model.entries[row] if 0 <= row < len(self.model.entries) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when something beside the card is clicked."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the window behind step back a little."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 56))

    def _find(self) -> None:
        letters = self.field.text()
        if self._person is not None:
            if letters == self._typed:
                return
            self._person = None
        self._show(self._sources.find(letters))

    def _show(self, entries: list[PaletteEntry]) -> None:
        self.model.show(entries)
        self.view.setVisible(bool(entries))
        self.nothing.setVisible(not entries)
        if entries:
            self.view.setCurrentIndex(self.model.index(0))
        self._tell()
        self._place()

    def _tell(self) -> None:
        entry = self.current()
        self.field.setAccessibleDescription("" if entry is None else spoken(entry))
        words = [self.tr("↑ ↓ choose"), self.tr("Enter go")]
        if self._person is not None:
            words += [self.tr("Esc back")]
        elif entry is not None and entry.contact_id is not None:
            words += [self.tr("Shift+Enter log"), self.tr("Ctrl+Enter plan"), self.tr("Tab more")]
        self.hint.setText("   ·   ".join(words))

    def _take_key(self, event: QKeyEvent) -> None:
        event.accept()
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Escape | Qt.Key.Key_Backtab if self._person is not None:
                self._leave_person()
            case Qt.Key.Key_Escape:
                self.close_palette()
            case Qt.Key.Key_Tab:
                self._ask_more(self.view.currentIndex())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run_current(event.modifiers())
            case _:
                event.ignore()

    def _step(self, by: int) -> None:
        count = len(self.model.entries)
        if count:
            row = (self.view.currentIndex().row() + by) % count
            self.view.setCurrentIndex(self.model.index(row))

    def _run_current(self, modifiers: Qt.KeyboardModifier) -> None:
        entry = self.current()
        if entry is None:
            return
        wanted = {
            Qt.KeyboardModifier.ShiftModifier: "Shift+Enter",
            Qt.KeyboardModifier.ControlModifier: "Ctrl+Enter",
        }.get(modifiers & ~Qt.KeyboardModifier.KeypadModifier)
        if wanted is not None:
            acts = self._sources.acts(entry)
            act = next((each for each in acts if each.shortcut == wanted), None)
            if act is not None:
                self._sources.note_chosen(entry.key)
                self._run(act)
            return
        self._run(entry)

    def _run_index(self, index: QModelIndex) -> None:
        self._run(self.model.entries[index.row()])

    def _run(self, entry: PaletteEntry) -> None:
        person = self._person
        self.close_palette()
        self._sources.note_chosen(entry.key or (person.key if person else ""))
        entry.run()

    def _ask_more(self, index: QModelIndex) -> None:
        entry = self.model.entries[index.row()] if index.isValid() else None
        if entry is None or entry.contact_id is None or self._person is not None:
            return
        self._person, self._typed = entry, self.field.text()
        self._show(self._sources.acts(entry))

    def _leave_person(self) -> None:
        self._person = None
        self._find()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        theme = theme_of(self)
        self.setGeometry(window.rect())
        width = min(theme.em(_WIDEST_EMS), self.width() - 2 * theme.em(2))
        line = self.view.sizeHintForRow(0) if self.model.entries else 0
        room = self.height() - theme.em(14)
        self.view.setFixedHeight(min(line * len(self.model.entries), max(line, room)))
        top = min(theme.em(6), self.height() // 8)
        self.card.setFixedWidth(width)
        self.card.adjustSize()
        self.card.move((self.width() - width) // 2, top)

    def _lay_out(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(PaletteDelegate(view))
        view.setAccessibleName(self.tr("What was found"))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setProperty("onCard", True)
        self.card.body.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column: QVBoxLayout = self.card.body
        for widget in (self.field, view, self.nothing, self.hint):
            column.addWidget(widget)
        self.nothing.hide()
