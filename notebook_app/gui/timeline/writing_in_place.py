"""Writes the text of one entry anew where it stands: begun, saved by leaving, taken back by Esc."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from notebook_app.gui.timeline.entry_editor import EntryEditor
from notebook_app.model.rows import EntryKind, TimelineEntry

Save = Callable[[TimelineEntry, str], bool]
"""Stores another text of an entry and returns whether it was stored."""


class WritingInPlace(QObject):
    """``grown`` asks for another place, ``ended`` carries the key of what was written.

    ``form_wanted`` carries the entry whose form is to be opened, once its text is saved.
    """

    grown = Signal()
    ended = Signal(object)
    form_wanted = Signal(object)

    def __init__(self, view: QWidget) -> None:
        """Take the widget that the field lies on."""
        super().__init__(view)
        self._view = view
        self._entry: TimelineEntry | None = None
        self._saving = False
        self.save: Save = lambda _entry, _text: False
        self.editor = EntryEditor(view)
        self.editor.grown.connect(self._grow)
        self.editor.text.done.connect(lambda: self._end(to_the_view=True))
        self.editor.text.left.connect(self._leave)
        self.editor.text.taken_back.connect(self._take_back)
        self.editor.text.form_wanted.connect(self._open_form)

    @property
    def key(self) -> tuple[EntryKind, int] | None:
        """What is being written, if anything is."""
        return None if self._entry is None else self._entry.key

    def begin(self, entry: TimelineEntry) -> None:
        """Write an entry anew; what was begun before is saved first."""
        if self.key == entry.key:
            self.editor.text.setFocus()
            return
        if not self.settle():
            return
        self._entry = entry
        hint = self.tr("Ctrl+Enter saves · Esc takes it back")
        if entry.kind is EntryKind.CONVERSATION:
            hint = f"{hint} · {self.tr('F4: day, people, how and where')}"
        self.editor.begin(entry.text, hint)
        self.editor.show()
        self.grown.emit()
        self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> bool:
        """Save what is being written, if anything is; return whether nothing is any more."""
        return self._end(to_the_view=False)

    def leave(self) -> None:
        """Save what is being written, or take it back where that can't be."""
        if not self.settle():
            self.give_up()

    def give_up(self) -> None:
        """Take back what is being written, as when its entry is gone."""
        if self._entry is not None and not self._saving:
            self._close(to_the_view=False)

    def height_for(self, width: int) -> int:
        """Return the height that the field needs in a card of a width."""
        return self.editor.height_for(width)

    def place(self, rect: QRect) -> None:
        """Put the field where the text stands."""
        self.editor.setGeometry(rect)

    def _grow(self) -> None:
        if self._entry is not None:
            self.grown.emit()

    def _leave(self) -> None:
        if self._entry is not None and not self._saving:
            self._end(to_the_view=False)

    def _open_form(self) -> None:
        entry = self._entry
        if entry is not None and self._end(to_the_view=True):
            self.form_wanted.emit(entry)

    def _take_back(self) -> None:
        if self._entry is not None:
            self._close(to_the_view=True)

    def _end(self, *, to_the_view: bool) -> bool:
        entry = self._entry
        if entry is None or self._saving:
            return True
        text = self.editor.text.toPlainText()
        if text == entry.text:
            self._close(to_the_view=to_the_view)
            return True
        if not text.strip() and entry.kind is EntryKind.CONVERSATION:
            self.editor.complain(
                self.tr("Leave a few words, or Esc takes it back. Del on the card deletes it.")
            )
            return False
        self._saving = True
        try:
            saved = self.save(entry, text.strip())
        finally:
            self._saving = False
        if saved:
            self._close(to_the_view=to_the_view)
        return saved

    def _close(self, *, to_the_view: bool) -> None:
        entry, self._entry = self._entry, None
        if to_the_view:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.hide()
        if entry is not None:
            self.ended.emit(entry.key)
