"""The page of all that happened with everybody, newest first, narrowed by choices or a sentence."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from notebook_app.gui.conversations_page.filter_words import filter_words
from notebook_app.gui.conversations_page.take_along import TakeAlong
from notebook_app.gui.conversations_page.talk_counts import TalkCounts
from notebook_app.gui.conversations_page.talk_filters import TalkFilters
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageState
from notebook_app.gui.people.mistake_line import MistakeLine
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, WIDE, Tone
from notebook_app.gui.timeline.entry_acts import EntryActs
from notebook_app.gui.timeline.picture_shelf import PictureShelf
from notebook_app.gui.timeline.timeline_scroll import TimelineScroll
from notebook_app.gui.timeline.timeline_view import TimelineView
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.people_spoken_with import people_spoken_with
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.search_marks import SearchMarks
from notebook_app.model.talk_sentence import read_talk_sentence

_TYPING_RESTS_MS: Final = 60
_TOLD: Final = (
    Changed.CONTACT,
    Changed.CONVERSATION,
    Changed.FOLLOW_UP,
    Changed.EVENT,
    Changed.OPPORTUNITY,
    Changed.SERVICE,
    Changed.FAVOUR,
    Changed.IMPORT,
    Changed.LIST,
    Changed.TAG,
)


class ConversationsPage(Page):
    """The page with the key ``conversations``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; nothing is read yet."""
        super().__init__(desk, parent)
        self._sentence = HappeningFilter()
        self._text = ""
        self._shown: HappeningFilter | None = None
        self._read_again = False
        self.filters = TalkFilters(desk)
        self.mistake = MistakeLine()
        self.figures = PlainLabel("", wrap=True)
        self.pictures = PictureShelf(desk.notebook, self)
        self.view = TimelineView(desk.clock.today, self.pictures, of_everybody=True)
        self.nothing = PlainLabel("", tone=Tone.MUTED, wrap=True)
        self.empty = EmptyState(
            self.tr("Nothing has happened yet"),
            self.tr(
                "What you write down about people, over coffee or on the phone, "
                "comes together here: whom you spoke to last week, whom you phoned in May."
            ),
            [(self.tr("Log a conversation"), lambda: desk.ask(Act.LOG))]
            if desk.offers(Act.LOG)
            else [],
        )
        self._filled = QWidget()
        self._stack = QStackedWidget()
        self.counts = TalkCounts(desk, self)
        self.people_button = PlainButton(self.tr("Show these people"), self.show_people)
        self.take_along = TakeAlong(self, self.view, self.wanted)
        self.log_button = PrimaryButton(self.tr("Log a conversation"), lambda: desk.ask(Act.LOG))
        self.log_button.setToolTip(self.tr("Ctrl+L"))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_RESTS_MS)
        self._typing.timeout.connect(self._read_sentence)
        self._column = ScrollColumn()
        self._lay_out()
        self._scroll = TimelineScroll(self._column, self.view)
        EntryActs(desk, self.view, self, lambda: None)
        self.filters.chosen.connect(self._show)
        self.counts.counted.connect(self._say_count)
        self.view.looked.connect(self._say_if_empty)

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("Conversations")

    @property
    def search_placeholder(self) -> str:
        """What the search field says while it is empty."""
        return self.tr("phoned in May · last week · tag:chamber · any word")

    @property
    def takes_search(self) -> bool:
        """Typing narrows what is shown here."""
        return True

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the two acts of the page."""
        buttons: list[QWidget] = [self.people_button] if self.desk.offers(Act.FIND) else []
        return [*buttons, self.log_button] if self.desk.offers(Act.LOG) else buttons

    def search_text_changed(self, text: str) -> None:
        """Narrow by a sentence, once the keys rest."""
        self._text = text
        self._typing.start()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what changed, staying where one was."""
        if changes is None or changes.everything:
            self.pictures.forget()
        if changes is None or changes.touches(*_TOLD):
            self._read_again = True
            self.filters.offer_kinds()
            self._show()

    def wanted(self) -> HappeningFilter:
        """Return what is shown: what is chosen, and above it what the sentence says."""
        chosen, said = self.filters.chosen_filter(), self._sentence
        timed = said.first is not None or said.last is not None
        return HappeningFilter(
            first=said.first if timed else chosen.first,
            last=said.last if timed else chosen.last,
            kinds=said.kinds or chosen.kinds,
            channels=said.channels or chosen.channels,
            formality=said.formality or chosen.formality,
            initiated_by=said.initiated_by or chosen.initiated_by,
            people=PeopleQuery((*chosen.people.terms, *said.people.terms)),
            words=said.words,
        )

    def show_people(self) -> None:
        """Show those whom these conversations were with on the page of people."""
        query = people_spoken_with(self.wanted())
        if query is not None:
            self.desk.ask(Act.FIND, query.text)

    def focus_content(self) -> None:
        """Go to the first entry."""
        if self._typing.isActive():
            self._read_sentence()
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def leaving(self) -> None:
        """Save what is being written."""
        self.view.writing.leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._typing.stop()
            self.counts.wait()
            self.pictures.wait()

    def save_state(self) -> PageState:
        """Return the kinds that were chosen."""
        return {"kinds": ",".join(sorted(self.filters.kinds.kinds()))}

    def restore_state(self, state: PageState) -> None:
        """Choose them again."""
        wanted = set(state.get("kinds", "").split(","))
        kinds = [kind for kind in self.filters.kinds.by_kind if kind.value in wanted]
        self.filters.choose(replace(HappeningFilter(), kinds=frozenset(kinds)))

    def _read_sentence(self) -> None:
        self._typing.stop()
        notebook, today = self.desk.notebook, self.desk.clock.today()
        try:
            vocabulary = notebook.saved_lists.vocabulary()
            self._sentence = read_talk_sentence(self._text, today, vocabulary, still_typing=True)
        except QueryMistake as mistake:
            self.mistake.tell(mistake)
            return
        self.mistake.tell(None)
        self._show()

    def _show(self) -> None:
        wanted = self.wanted()
        same = wanted == self._shown
        if same and not self._read_again:
            return
        self._shown, self._read_again = wanted, False
        found = self.desk.notebook.timeline.of_everybody(wanted, self.desk.clock.today())
        if same:
            self.view.reread(found)
        else:
            marks = SearchMarks(wanted.words) if wanted.words.strip() else None
            self.view.show_entries(found, marks)
            self._scroll.to_the_top()
        self._scroll.settle_soon()
        self._say_filter(wanted)
        self.counts.count(wanted)

    def _say_filter(self, wanted: HappeningFilter) -> None:
        words = filter_words(wanted, self.desk.clock.today(), self.locale())
        self.figures.setText(words[:1].upper() + words[1:] or self.tr("All that happened"))
        query = people_spoken_with(wanted)
        self.people_button.setEnabled(query is not None)
        self.people_button.setToolTip(
            self.tr("As a list that can be kept: {query}").format(query=query.text)
            if query is not None
            else self.tr("People can be asked for by when and how you spoke, not by this.")
        )

    def _say_count(self, conversations: int, people: int) -> None:
        if self._shown is None:
            return
        what = filter_words(self._shown, self.desk.clock.today(), self.locale())
        talks = (
            self.tr("{count} conversations") if conversations != 1 else self.tr("1 conversation")
        )
        whom = self.tr("{count} people") if people != 1 else self.tr("1 person")
        count = self.tr("{talks} with {people}").format(
            talks=talks.format(count=self.locale().toString(conversations)),
            people=whom.format(count=self.locale().toString(people)),
        )
        what = what[:1].upper() + what[1:]
        if not conversations:
            count = self.tr("no conversations")
            count = count if what else count[:1].upper() + count[1:]
        self.people_button.setEnabled(people > 0 and self.people_button.isEnabled())
        self.figures.setText(f"{what} · {count}" if what else count)

    def _say_if_empty(self) -> None:
        empty = self.view.count() == 0
        nothing_yet = empty and not self.view.has_more() and self._shown == HappeningFilter()
        self._stack.setCurrentWidget(self.empty if nothing_yet else self._filled)
        self.nothing.setVisible(empty)
        self.take_along.allow(not empty)
        if not empty:
            return
        if self.view.has_more():
            self.nothing.setText(self.tr("Looking…"))
        else:
            self.nothing.setText(
                self.tr("Nothing like this yet. A longer time or fewer words find more.")
            )

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(MEDIUM)
        line.addWidget(self.figures, 1)
        for button in self.take_along.buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(WIDE, MEDIUM, WIDE, SMALL)
        head.setSpacing(SMALL)
        head.addWidget(self.filters)
        head.addLayout(line)
        body = self._column.widget()
        if body is not None:
            body.setContentsMargins(WIDE - LARGE, 0, WIDE - LARGE, 0)
        self._column.column.addWidget(self.nothing)
        self._column.column.addWidget(self.view)
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.mistake)
        column.addLayout(head)
        column.addWidget(self._column, 1)
        for widget in (self._filled, self.empty):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
