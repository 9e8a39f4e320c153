"""The page of opportunities: columns by how they stand, one of them open beside."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.day_watch import DayWatch
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageState
from notebook_app.gui.opportunities.opportunity_filters import OpportunityFilters
from notebook_app.gui.opportunities.opportunity_panel import OpportunityPanel
from notebook_app.gui.opportunities.state_columns import StateColumns
from notebook_app.gui.theme import LARGE, SMALL, theme_of
from notebook_app.gui.widgets.buttons import PrimaryButton, without_key
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.labels import Divider
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.opportunity import OpportunityDraft, OpportunityState
from notebook_app.services.save_opportunity import delete_opportunity

_SHOWN = (Changed.OPPORTUNITY, Changed.CONTACT, Changed.SERVICE)
_PANEL_AFTER_MS = 40
_PANEL_EM = 27
_BESIDE_EM = 66


class OpportunitiesPage(Page):
    """The page with the key ``opportunities``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build columns and panel; nothing is read yet."""
        super().__init__(desk, parent)
        self._wanted: int | None = None
        self.filters = OpportunityFilters(desk)
        self.columns = StateColumns(desk)
        self.panel = OpportunityPanel(desk)
        self.new_button = PrimaryButton(self.tr("New opportunity"), self.add_opportunity)
        self.new_button.setToolTip(self.tr("N, on the columns"))
        self.empty = EmptyState(
            self.tr("No work in sight yet — or none written down"),
            self.tr(
                "When somebody asks what you would charge, write it down here: what for, for "
                "whom, and through whom they came. Later you see where your work comes from."
            ),
            [(self.tr("New opportunity"), self.add_opportunity)],
        )
        self._stack = QStackedWidget()
        self._cards = QWidget()
        self._board = QWidget()
        self._edge = Divider(upright=True)
        self._lay_out()
        self.panel.hide()
        # Holding a key down walks through the cards; the panel follows when the key rests.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PANEL_AFTER_MS)
        self._late.timeout.connect(self._follow)
        self.filters.chosen.connect(self._read)
        self.columns.chosen.connect(lambda _id: self._late.start())
        self.columns.open_wanted.connect(self._open)
        self.columns.looked_at.connect(self._look_at)
        self.columns.new_wanted.connect(self.add_opportunity)
        self.columns.delete_wanted.connect(self._delete)
        self.columns.menu_wanted.connect(self._open_menu)
        self.panel.saved.connect(self._saved)
        self.panel.left.connect(self._close_panel)
        self.panel.delete_wanted.connect(self._delete)
        watch = DayWatch(desk.clock, self)
        watch.day_changed.connect(lambda: self.refresh(None))

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("Opportunities")

    @property
    def search_placeholder(self) -> str:
        """What the search field says while it is empty."""
        return self.tr("Search opportunities and their people")

    @property
    def takes_search(self) -> bool:
        """Typing into the search field searches here."""
        return True

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the button for a new one."""
        return (self.new_button,)

    def search_text_changed(self, text: str) -> None:
        """Show the opportunities that the words find."""
        self.filters.search(text)
        self._read()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what is shown; the chosen card stays chosen."""
        if changes is None or changes.touches(*_SHOWN):
            self._read()

    def focus_content(self) -> None:
        """Go to the cards; without any, to what can be done."""
        if self._stack.currentWidget() is self.empty:
            self.empty.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.columns.focus_cards()

    def leaving(self) -> None:
        """Save what was changed, if it can be saved; else it waits in the fields."""
        if self._is_open() and self.panel.is_changed():
            self.panel.save()

    def people_in_hand(self) -> Sequence[int]:
        """Return whose opportunity is chosen."""
        row = self.columns.current_row()
        return () if row is None or row.contact.id is None else (row.contact.id,)

    def save_state(self) -> PageState:
        """Return which opportunity was chosen."""
        current = self.columns.current()
        return {"opportunity": "" if current is None else str(current)}

    def restore_state(self, state: PageState) -> None:
        """Choose the opportunity again once it is read."""
        shown = state.get("opportunity", "")
        self._wanted = int(shown) if shown.isdecimal() else None

    def show_opportunity(self, opportunity_id: int) -> bool:
        """Choose an opportunity and open it beside; return whether it is there."""
        if not self.columns.select(opportunity_id):
            if self.filters.wanted.words:
                self.search_wanted.emit("")
            self.filters.show_everything()
            self._read()
            if not self.columns.select(opportunity_id):
                return False
        self._look_at(opportunity_id)
        self.columns.focus_cards()
        return True

    def show_person(self, contact_id: int) -> None:
        """Show only what somebody brought or is the client of."""
        self.filters.narrow_to_person(contact_id)

    def add_opportunity(self, draft: OpportunityDraft | None = None) -> None:
        """Begin a new opportunity, which may be filled in a little."""
        if not self._leave_fields():
            return
        self._late.stop()
        self._stack.setCurrentWidget(self._board)
        self._show_panel()
        self.panel.begin_new(draft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panel take the place of the columns where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        self._late.stop()

    def _is_open(self) -> bool:
        return not self.panel.isHidden()

    def _read(self) -> None:
        wanted = self.columns.current() if self._wanted is None else self._wanted
        self.columns.read(self.filters.wanted)
        if self._wanted is not None:
            self.columns.select(self._wanted)
            self._wanted = None
        elif wanted is not None and self.columns.current() != wanted:
            self._keep_with(wanted)
        nothing = self.columns.count() == 0 and not self._is_open()
        if nothing and self.filters.wanted.is_empty:
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentWidget(self._board)
        if self._is_open() and not self.panel.is_changed():
            self._show_again()

    def _keep_with(self, opportunity_id: int) -> None:
        """Follow what is open beside into another column."""
        if self._is_open() and self.panel.opportunity_id == opportunity_id:
            self.columns.select(opportunity_id)

    def _show_again(self) -> None:
        shown = self.panel.opportunity_id
        if shown is not None and not self.panel.show_opportunity(shown):
            self.panel.forget()
            self._close_panel()

    def _follow(self) -> None:
        current = self.columns.current()
        if self._is_open() and current is not None and current != self.panel.opportunity_id:
            if self._leave_fields():
                self.panel.show_opportunity(current)
            elif self.panel.opportunity_id is not None:
                self.columns.select(self.panel.opportunity_id)

    def _look_at(self, opportunity_id: int) -> None:
        """Show an opportunity beside; the focus stays with the cards."""
        self._late.stop()
        if opportunity_id != self.panel.opportunity_id and not self._leave_fields():
            return
        if not self.panel.is_changed() or opportunity_id != self.panel.opportunity_id:
            self.panel.show_opportunity(opportunity_id)
        self._show_panel()

    def _open(self, opportunity_id: int) -> None:
        self._look_at(opportunity_id)
        if self.panel.opportunity_id == opportunity_id:
            self.panel.focus_fields()

    def _leave_fields(self) -> bool:
        """Save what was changed; return whether the fields could be left."""
        if not self._is_open() or not self.panel.is_changed():
            return True
        return self.panel.save()

    def _saved(self, opportunity_id: int) -> None:
        """Go back to the cards, which were read anew with the change itself."""
        self._late.stop()
        self.columns.select(opportunity_id)
        if self._is_narrow():
            self._close_panel()
        else:
            self.columns.focus_cards()

    def _close_panel(self) -> None:
        self._late.stop()
        self.panel.hide()
        self._arrange()
        if self.columns.count() == 0 and self.filters.wanted.is_empty:
            self._stack.setCurrentWidget(self.empty)
        self.focus_content()

    def _show_panel(self) -> None:
        self.panel.show()
        self._arrange()

    def _delete(self, opportunity_id: int) -> None:
        """Take it out; the window's message takes that back."""
        notebook = self.desk.notebook
        if self.panel.opportunity_id == opportunity_id:
            self.panel.forget()
        self.desk.perform(lambda: delete_opportunity(notebook, opportunity_id))
        self.focus_content()

    def _open_menu(self, opportunity_id: int, at: QPoint) -> None:
        row = self.columns.current_row()
        if row is None or row.id != opportunity_id:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)

        def add(words: str, do: Callable[[], object]) -> None:
            menu.addAction(without_key(words)).triggered.connect(lambda _on=False: do())

        add(self.tr("Change…") + "\t" + self.tr("Enter"), lambda: self._open(opportunity_id))
        for state, words in (
            (OpportunityState.WON, self.tr("Won") + "\tW"),
            (OpportunityState.LOST, self.tr("Lost") + "\tL"),
            (OpportunityState.OPEN, self.tr("Open again") + "\tO"),
        ):
            if state is not row.state:
                add(words, lambda to=state: self.columns.move_current(to))  # type: ignore[misc]
        menu.addSeparator()
        for person in (row.contact, *row.via):
            if person.id is not None:
                words = self.tr("Go to {name}").format(name=" ".join(person.name[:60].split()))
                add(words, lambda who=person.id: self.desk.open_contact(who))  # type: ignore[misc]
        menu.addSeparator()
        add(self.tr("Delete") + "\t" + self.tr("Del"), lambda: self._delete(opportunity_id))
        menu.popup(at)

    def _is_narrow(self) -> bool:
        return self.width() < theme_of(self).em(_BESIDE_EM)

    def _arrange(self) -> None:
        narrow, is_open = self._is_narrow(), self._is_open()
        self._cards.setVisible(not (narrow and is_open))
        self._edge.setVisible(is_open and not narrow)
        em = theme_of(self).em
        if narrow:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(em(200))
        else:
            self.panel.setFixedWidth(em(_PANEL_EM))

    def _lay_out(self) -> None:
        cards = QVBoxLayout(self._cards)
        cards.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        cards.setSpacing(SMALL)
        cards.addWidget(self.filters)
        cards.addWidget(self.columns, 1)
        board = QHBoxLayout(self._board)
        board.setContentsMargins(0, 0, 0, 0)
        board.setSpacing(0)
        board.addWidget(self._cards, 1)
        board.addWidget(self._edge)
        board.addWidget(self.panel)
        for widget in (self._board, self.empty):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
