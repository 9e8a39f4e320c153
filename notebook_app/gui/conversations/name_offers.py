"""Offers names, tags and places while a line is written.

Tab takes the marked offer; an arrow marks another, and then Enter takes it as well. Escape puts
the offer away. Whoever goes on writing is not in its way.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from notebook_app.gui.frame.query_completion import OfferList
from notebook_app.gui.theme import SMALL, TIGHT, theme_of
from notebook_app.model.name_form import folded
from notebook_app.storage.notebook import Notebook

_MOST: Final = 6
_LOOKED_AT: Final = 30
_LONGEST: Final = 60
_NAME: Final = re.compile(r"(?:^|[\s,(&])([^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]*)?)$")
_TAG: Final = re.compile(r"(?:^|\s)#([\w-]*)$")
_PLACE: Final = re.compile(r"(?:^|\s)@([^,#!*@\n]{1,40})$")
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Offer:
    """What may stand in place of the last ``typed`` characters before the cursor."""

    words: str
    text: str
    typed: int


def offers_for(notebook: Notebook, before: str) -> Sequence[Offer]:
    """Return what may follow a line of which ``before`` stands before the cursor."""
    if match := _TAG.search(before):
        return _tags(notebook, match[1])
    if match := _PLACE.search(before):
        return [
            Offer(place, place, len(match[1]))
            for place in notebook.capture.places_like(match[1], _MOST)
            if place != match[1]
        ]
    if match := _NAME.search(before):
        # "Coffee with Ca": the last word alone, if both together are no one's name.
        for words in dict.fromkeys((match[1], match[1].rpartition(" ")[2])):
            if found := _people(notebook, words):
                return found
    return ()


def _people(notebook: Notebook, words: str) -> list[Offer]:
    if not words[:1].isupper() and words[:1].lower() != words[:1].upper():
        return []  # A name that is typed small is offered only where letters have no capitals.
    if len(words) < 2 and words.isascii():
        return []
    typed = folded(words)
    return [
        Offer(
            " · ".join(part for part in (choice.name, choice.organization) if part),
            choice.name,
            len(words),
        )
        for choice in notebook.names.find(words, _LOOKED_AT)
        if folded(choice.name) != typed
        and (folded(choice.name).startswith(typed) or f" {typed}" in folded(choice.name))
    ][:_MOST]


def _tags(notebook: Notebook, typed: str) -> list[Offer]:
    wanted = folded(typed)
    found = [name for name in notebook.tags.names() if folded(name).startswith(wanted)]
    return [
        Offer(f"#{name}", f'"{name}"' if " " in name else name, len(typed))
        for name in found
        if name != typed
    ][:_MOST]


class NameOffers(QObject):
    """One for a text field; ``list`` is a child of the field's window."""

    def __init__(self, notebook: Callable[[], Notebook], text: QPlainTextEdit) -> None:
        """Take what returns the notebook to look things up in, and the field."""
        super().__init__(text)
        self._notebook = notebook
        self._text = text
        self._offered: Sequence[Offer] = ()
        self._marked_by_hand = False
        self.list: QListWidget | None = None
        text.installEventFilter(self)
        text.textChanged.connect(self._typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the few keys that are about the offer."""
        shown = self.list
        if shown is None or not shown.isVisible():
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.put_away()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event, shown)
        return False

    def put_away(self) -> None:
        """Offer nothing any more."""
        self._offered = ()
        self._marked_by_hand = False
        if self.list is not None:
            self.list.hide()

    def _take_key(self, event: QKeyEvent, shown: QListWidget) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Tab or (key in _ENTER and self._marked_by_hand):
            self._take(shown.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down and self._marked_by_hand else 0
            step = -1 if key == Qt.Key.Key_Up else step
            self._marked_by_hand = True
            shown.setCurrentRow((shown.currentRow() + step) % shown.count())
            shown.setProperty("marked", True)
        else:
            return False
        return True

    def _typed(self) -> None:
        cursor = self._text.textCursor()
        if not self._text.hasFocus() or cursor.hasSelection():
            self.put_away()
            return
        before = cursor.block().text()[: cursor.positionInBlock()]
        self._marked_by_hand = False
        self._offered = offers_for(self._notebook(), before)
        if self._offered:
            self._show()
        else:
            self.put_away()

    def _show(self) -> None:
        shown = self._made()
        shown.clear()
        shown.addItems([offer.words[:_LONGEST] for offer in self._offered])
        shown.setCurrentRow(0)
        window = self._text.window()
        theme = theme_of(shown)
        height = sum(shown.sizeHintForRow(row) for row in range(shown.count())) + SMALL
        width = min(max(theme.em(14), shown.sizeHintForColumn(0) + theme.em(2)), window.width())
        at = self._text.viewport().mapTo(window, self._text.cursorRect().bottomLeft())
        mirrored = self._text.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = at.x() - width if mirrored else at.x()
        below = at.y() + TIGHT
        if below + height > window.height():
            line = self._text.cursorRect().height()
            below = max(0, at.y() - line - TIGHT - height)
        shown.resize(width, height)
        shown.move(QPoint(max(0, min(left, window.width() - width)), below))
        shown.show()
        shown.raise_()

    def _made(self) -> QListWidget:
        window = self._text.window()
        if self.list is None or self.list.parentWidget() is not window:
            self.list = OfferList(window)
            self.list.setAccessibleName(self.tr("What may be meant; Tab takes it"))
            self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.list.itemClicked.connect(self._clicked)
        return self.list

    def _clicked(self) -> None:
        if self.list is not None:
            self._take(self.list.currentRow())

    def _take(self, row: int) -> None:
        if not 0 <= row < len(self._offered):
            self.put_away()
            return
        offer = self._offered[row]
        self.put_away()
        cursor = self._text.textCursor()
        for _ in range(offer.typed):
            cursor.deletePreviousChar()
        cursor.insertText(offer.text)
        self.put_away()
