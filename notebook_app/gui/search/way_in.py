"""The ways to the page that searches everything, and back to where one was.

From anywhere by a command; from the search field by Ctrl+Enter, or by a quiet line below it.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from notebook_app.foundation.record import record
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.theme import SMALL, TIGHT, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, without_key

if TYPE_CHECKING:
    from notebook_app.gui.search.search_page import SearchPage

KEY: Final = "search"
"""The key of the page."""

_LONGEST_SHOWN: Final = 24


@record
class _Before:
    """Where one was: the page, its search, and what had the keyboard's focus."""

    key: str
    words: str
    focus: QWidget | None


class WayIn(QObject):
    """One for a window that has the page."""

    def __init__(self, window: MainWindow) -> None:
        """Watch the search field of ``window``."""
        super().__init__(window)
        self._window = window
        self._field = window.top_bar.search
        self._before: _Before | None = None
        self._words = ""
        self._known: SearchPage | None = None
        self.hint = PlainButton("", self.open_typed, window)
        self.hint.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint.setToolTip(self.tr("Ctrl+Enter"))
        self.hint.hide()
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._text_changed)
        window.pages.page_shown.connect(lambda _key: self._show_hint())

    def open(self) -> None:
        """Go to the page, with what is typed or was searched for last."""
        self._go(self._field.text() if self._field.text().strip() else self._words)
        self._field.selectAll()

    def open_typed(self) -> None:
        """Go to the page with what is typed."""
        self._go(self._field.text())

    def back(self) -> None:
        """Be where one was before."""
        before = self._before or _Before("people", "", None)
        self._before = None
        page = self._window.show_page(before.key)
        if before.words:
            self._window.search(before.words)
        elif before.focus is not None and before.focus.isVisible():
            before.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page.focus_content()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+Enter, and on the page Escape and Enter too; follow the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if event.type() in (
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
            QEvent.Type.Move,
            QEvent.Type.Resize,
        ):
            self._show_hint()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        here = self._is_here()
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.open_typed()
        elif here and enter:
            self._page().open_first()
        elif here and event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            return False
        return True

    def _go(self, words: str) -> None:
        window, pages = self._window, self._window.pages
        if not self._is_here():
            focus = QApplication.focusWidget()
            if focus is self._field or (focus is not None and focus.window() is not window):
                focus = None
            self._before = _Before(pages.current_key, self._field.text(), focus)
            window.show_page(KEY)
        self._page()
        window.search(words)

    def _page(self) -> "SearchPage":
        # Its code is loaded when it is first shown.
        from notebook_app.gui.search.search_page import SearchPage

        page = self._window.show_page(KEY)
        if not isinstance(page, SearchPage):
            raise TypeError(f"the page “{KEY}” is a {type(page).__name__}")
        if page is not self._known:
            self._known = page
            page.back_wanted.connect(self.back)
            page.field_wanted.connect(lambda: self._field.setFocus(Qt.FocusReason.OtherFocusReason))
        return page

    def _is_here(self) -> bool:
        return self._window.pages.current_key == KEY

    def _text_changed(self, text: str) -> None:
        if self._is_here() and text.strip():
            self._words = text
        self._show_hint()

    def _show_hint(self) -> None:
        """Show the quiet line while something is typed elsewhere than on the page."""
        words = " ".join(self._field.text()[:200].split())
        if not words or self._is_here() or not self._field.hasFocus():
            self.hint.hide()
            return
        if len(words) > _LONGEST_SHOWN:
            words = words[: _LONGEST_SHOWN - 1] + "…"
        line = self.tr("Search everything for “{words}”").format(words=words)
        self.hint.setText(without_key(f"{line}   {self.tr('Ctrl+Enter')}"))
        self.hint.setAccessibleName(line)
        self.hint.setFont(theme_of(self).font())
        self.hint.adjustSize()
        middle = QPoint(self._field.width() // 2, self._field.height() + TIGHT)
        corner = self._field.mapTo(self._window, middle)
        # From the field's middle on to its far end and further: beside the list that one looks at
        # while typing, and the chips above it.
        if self._window.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            corner.setX(max(SMALL, corner.x() - self.hint.width()))
        else:
            furthest = self._window.width() - self.hint.width() - SMALL
            corner.setX(max(SMALL, min(corner.x(), furthest)))
        self.hint.move(corner)
        self.hint.show()
        self.hint.raise_()
