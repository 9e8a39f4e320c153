"""The page of tags: all of them with how many carry each, and what can be changed of one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page
from notebook_app.gui.tags.tag_delegate import TAG_ROLE, TagDelegate
from notebook_app.gui.tags.tag_panel import TagPanel
from notebook_app.gui.theme import theme_of
from notebook_app.gui.theme.tag_colours import colour_words
from notebook_app.gui.widgets.buttons import PrimaryButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.labels import Divider
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.name_form import folded
from notebook_app.model.tag import TagColour, TagRow
from notebook_app.services.change_tags import make_tag


class TagList(QListWidget):
    """Enter or F2 goes to the name, Delete takes the tag away."""

    edit_wanted = Signal()
    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys; the rest moves."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.edit_wanted.emit()
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit()
            case _:
                super().keyPressEvent(event)


class TagsPage(Page):
    """Reached from the People menu and the palette."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list and the panel; nothing is read yet."""
        super().__init__(desk, parent)
        self._words = ""
        self.list = TagList()
        self.list.setAccessibleName(self.tr("Tags"))
        self.list.setItemDelegate(TagDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.panel = TagPanel(desk)
        self.new_name = LineField()
        self.new_name.setPlaceholderText(self.tr("A new tag"))
        self.new_name.setAccessibleName(self.tr("Name of a new tag"))
        self.new_name.setMaxLength(200)
        self.new_name.returnPressed.connect(self.add)
        self.new_name.setMaximumWidth(theme_of(self).em(16))
        self.add_button = PrimaryButton(self.tr("Add the tag"), self.add)
        self.nothing = EmptyState("", "")
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        self.list.edit_wanted.connect(self.edit_name)
        self.list.delete_wanted.connect(self.panel.delete)

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("Tags")

    @property
    def search_placeholder(self) -> str:
        """What the search field says while it is empty."""
        return self.tr("Search tags")

    @property
    def takes_search(self) -> bool:
        """Typing searches here."""
        return True

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the field and the button for a new tag."""
        return (self.new_name, self.add_button)

    def search_text_changed(self, text: str) -> None:
        """Show the tags that have the text in them."""
        self._words = folded(text)
        self._read()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the tags anew; the chosen one stays chosen."""
        if changes is None or changes.touches(Changed.TAG, Changed.CONTACT):
            self._read()

    def focus_content(self) -> None:
        """Go to the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def current(self) -> TagRow | None:
        """Return the chosen tag."""
        item = self.list.currentItem()
        row = None if item is None else item.data(TAG_ROLE)
        return row if isinstance(row, TagRow) else None

    def choose(self, tag_id: int) -> None:
        """Choose a tag."""
        for position in range(self.list.count()):
            if self.list.item(position).data(TAG_ROLE).id == tag_id:
                self.list.setCurrentRow(position)

    def edit_name(self) -> None:
        """Go to the name of the chosen tag."""
        self.panel.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.name.selectAll()

    def add(self) -> None:
        """Make the tag that was typed and choose it."""
        notebook, name = self.desk.notebook, self.new_name.text()
        if not name.strip():
            self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        changes = self.desk.perform(lambda: make_tag(notebook, name))
        if changes is not None:
            self.new_name.clear()
            for tag_id in changes.of(Changed.TAG):
                self.choose(tag_id)

    def _read(self) -> None:
        before, row = self.current(), self.list.currentRow()
        tags = [tag for tag in self.desk.notebook.tags.all() if self._words in folded(tag.name)]
        self.list.blockSignals(True)
        self.list.clear()
        for tag in tags:
            item = QListWidgetItem(self._spoken(tag))
            item.setData(TAG_ROLE, tag)
            self.list.addItem(item)
        kept = [at for at, tag in enumerate(tags) if before is not None and tag.id == before.id]
        self.list.setCurrentRow(kept[0] if kept else min(max(0, row), len(tags) - 1))
        self.list.blockSignals(False)
        self._stack.setCurrentIndex(0 if tags else 1)
        if not tags:
            self._say_nothing()
        self._show_current()

    def _show_current(self) -> None:
        tag = self.current()
        if tag is not None:
            self.panel.show_tag(tag)

    def _spoken(self, tag: TagRow) -> str:
        words = self.tr("{name}, {count} people").format(name=tag.name, count=tag.count)
        if tag.colour is TagColour.NONE:
            return words
        return f"{words}, {colour_words(tag.colour)}"

    def _say_nothing(self) -> None:
        if self._words:
            self.nothing.say(self.tr("No such tag"), self.tr("No tag has that in its name."))
        else:
            self.nothing.say(
                self.tr("No tags yet"),
                self.tr("Write one above, or put a word on a person's page."),
            )

    def _lay_out(self) -> None:
        beside = ScrollColumn()
        beside.column.setContentsMargins(0, 0, 0, 0)
        beside.column.addWidget(self.panel)
        filled = QWidget()
        row = QHBoxLayout(filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 2)
        row.addWidget(Divider(upright=True))
        row.addWidget(beside, 3)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
