"""The page of deleted people: who, since when, what would come back with them; back or gone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page
from notebook_app.gui.importing.two_line_delegate import TwoLineDelegate
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone
from notebook_app.gui.trash.trash_model import TrashModel
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import Divider, PlainLabel
from notebook_app.gui.widgets.painted_line import fill_place
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.trash import KEPT_DAYS
from notebook_app.services.empty_trash import KEPT_STEPS, erase_contacts, restore_contacts


class TrashView(QListView):
    """Enter brings back, Delete deletes for good."""

    restore_wanted = Signal()
    erase_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two keys; the rest moves and selects."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.restore_wanted.emit()
            case Qt.Key.Key_Delete:
                self.erase_wanted.emit()
            case _:
                super().keyPressEvent(event)


class TrashPage(Page):
    """Reached from the People menu, the palette, and the message after a delete."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list; nothing is read yet."""
        super().__init__(desk, parent)
        self._words = ""
        self.model = TrashModel(desk.notebook.trash, desk.clock.today, self)
        self.view = TrashView()
        self.nobody = EmptyState("", "")
        self.erase_button = PlainButton(self.tr("Delete for good"), self.erase_selected)
        self.erase_button.setToolTip(self.tr("Del"))
        self.restore_button = PrimaryButton(self.tr("Bring back"), self.restore_selected)
        self.restore_button.setToolTip(self.tr("Enter"))
        self.restore_all_button = LinkButton(self.tr("Bring all back"), self.restore_all)
        self.empty_button = LinkButton(self.tr("Empty the trash"), self.erase_all)
        self._stack = QStackedWidget()
        self._lay_out()
        self.view.restore_wanted.connect(self.restore_selected)
        self.view.erase_wanted.connect(self.erase_selected)
        self.view.doubleClicked.connect(lambda _index: self.restore_selected())
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.selectionModel().selectionChanged.connect(lambda _on, _off: self._enable())

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("Trash")

    @property
    def search_placeholder(self) -> str:
        """What the search field says while it is empty."""
        return self.tr("Search the trash")

    @property
    def takes_search(self) -> bool:
        """Typing searches here."""
        return True

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the two acts."""
        return (self.erase_button, self.restore_button)

    def search_text_changed(self, text: str) -> None:
        """Show whom the words find."""
        self._words = text
        self._show(0)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read who is here now, and stay at the same line."""
        if changes is None or changes.touches(Changed.CONTACT):
            self._show(max(0, self.view.currentIndex().row()))

    def focus_content(self) -> None:
        """Go to the list."""
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def selected_ids(self) -> list[int]:
        """Return whom the acts are about, from top to bottom."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.id_at(row) for row in rows]

    def restore_selected(self) -> None:
        """Bring the selected people back."""
        self._restore(self.selected_ids())

    def restore_all(self) -> None:
        """Bring back all that are shown."""
        self._restore(self.model.ids())

    def erase_selected(self) -> None:
        """Delete the selected people for good; the message takes it back."""
        self._erase(self.selected_ids())

    def erase_all(self) -> None:
        """Delete all that are shown for good; the message takes it back."""
        self._erase(self.model.ids())

    def _restore(self, contact_ids: list[int]) -> None:
        notebook = self.desk.notebook
        self._write(
            contact_ids,
            lambda progress: restore_contacts(notebook, contact_ids, progress),
            self.tr("Bringing people back"),
        )

    def _erase(self, contact_ids: list[int]) -> None:
        notebook = self.desk.notebook
        self._write(
            contact_ids,
            lambda progress: erase_contacts(notebook, contact_ids, progress),
            self.tr("Deleting for good"),
        )

    def _write(
        self, ids: list[int], write: Callable[[Progress | None], ChangeSet], title: str
    ) -> None:
        if ids:
            self.desk.write_many(len(ids), write, title)

    def _show(self, row: int) -> None:
        self.model.show(self._words)
        count = self.model.rowCount()
        if count:
            self.view.setCurrentIndex(self.model.index(min(row, count - 1)))
            self._stack.setCurrentIndex(0)
        else:
            if self._words.strip():
                self.nobody.say(
                    self.tr("Nobody found"), self.tr("Nobody like that is in the trash.")
                )
            else:
                self.nobody.say(
                    self.tr("The trash is empty"),
                    self.tr(
                        "People you delete stay here for {days} days, with everything that "
                        "belongs to them."
                    ).format(days=KEPT_DAYS),
                )
            self._stack.setCurrentIndex(1)
        self._enable()

    def _enable(self) -> None:
        some = self.view.selectionModel().hasSelection() and self.model.rowCount() > 0
        self.erase_button.setEnabled(some)
        self.restore_button.setEnabled(some)

    def _open_menu(self, at: QPoint) -> None:
        if not self.view.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, act in (
            (self.tr("Bring back\tEnter"), self.restore_selected),
            (self.tr("Delete for good\tDel"), self.erase_selected),
        ):
            menu.addAction(words).triggered.connect(lambda _on=False, do=act: do())
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _lay_out(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Deleted people, last deleted first"))
        view.setItemDelegate(TwoLineDelegate(view, ticks=False))
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setUniformItemSizes(True)
        fill_place(view)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head = QVBoxLayout()
        head.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        head.setSpacing(SMALL)
        words = self.tr(
            "Deleted people stay here for {days} days with everything that belongs to them. "
            "Then they are removed for good; conversations with others stay with the others. "
            "What you delete for good yourself can still be undone, until {steps} more changes "
            "were made; backups keep what they hold."
        ).format(days=KEPT_DAYS, steps=KEPT_STEPS)
        head.addWidget(PlainLabel(words, TextRole.SMALL, Tone.MUTED, wrap=True))
        acts = QWidget()
        line = FlowLayout(acts, across=LARGE, down=SMALL)
        line.addWidget(self.restore_all_button)
        line.addWidget(self.empty_button)
        head.addWidget(acts)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Divider())
        column.addWidget(view, 1)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.nobody)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, SMALL)
        whole.addWidget(self._stack)
