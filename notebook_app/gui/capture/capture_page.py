"""After the event: an event and everybody one met there, written down, reviewed, saved at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.capture.capture_state import CaptureState
from notebook_app.gui.capture.card_taker import CardTaker, captured_card
from notebook_app.gui.capture.review_choices import ReviewChoices
from notebook_app.gui.capture.review_view import ReviewView
from notebook_app.gui.capture.sheet_keeper import SheetKeeper
from notebook_app.gui.capture.sheet_view import SheetView
from notebook_app.gui.conversations.line_context import line_context
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.model.capture.captured import CaptureContext
from notebook_app.model.capture.captured_card import CapturedCard
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.event import EventDraft


class CapturePage(Page):
    """The page with the key ``capture``; what is written on it is kept until it is saved."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the sheet and the review; what was kept is read when the page is first shown."""
        super().__init__(desk, parent)
        self._context: CaptureContext | None = None
        self._is_read = False
        self._thrown: CaptureState | None = None
        self.sheet = SheetView(desk, self._lines_context)
        self.review = ReviewView()
        self.review_button = PrimaryButton(self.tr("Review"), self.show_review)
        self.review_button.setToolTip(self.tr("Ctrl+Enter"))
        self.save_button = PrimaryButton(self.tr("Save"), self.save)
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.back_button = PlainButton(self.tr("Back"), self.go_back)
        self.back_button.setToolTip(self.tr("Escape"))
        self.clear_button = PlainButton(self.tr("Throw away"), self.throw_away)
        self._choices = ReviewChoices(self.sheet.lines, self.review, self)
        self._cards = CardTaker(desk, self.sheet.lines, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.review)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._keeper = SheetKeeper(desk, self.state, self)
        self._connect()
        desk.provide(Act.BRING_BACK, self.bring_back)

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("Review") if self.in_review else self.tr("After the event")

    @property
    def in_review(self) -> bool:
        """Whether the review is shown."""
        return self._stack.currentWidget() is self.review

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the way back and the one onwards."""
        if self.in_review:
            return (self.back_button, self.save_button)
        return (self.clear_button, self.review_button)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take up what was kept, the first time; afterwards names may mean others than before."""
        if not self._is_read:
            self._is_read = True
            self._take_up(self._keeper.read())
        elif changes is None or changes.touches(Changed.CONTACT, Changed.EVENT):
            self._read_anew()

    def focus_content(self) -> None:
        """Go to where one goes on writing."""
        if self.in_review:
            if not self.review.focus_first():
                self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        card = self.sheet.event_card
        if card.event_id is None and not card.fields.name.text().strip():
            card.focus_first()
        else:
            self.sheet.lines.focus_last()

    def begin(self, event_id: int | None = None) -> None:
        """Write down people at an event; without one, at the likeliest of today or yesterday.

        What is written already stays, and so does its event, unless another one is asked for.
        """
        card = self.sheet.event_card
        if event_id is not None:
            self._show_sheet()
            card.choose(event_id)
        elif self.state().is_empty():
            undone = self._keeper.undone()
            self._take_up(undone or CaptureState())
            if undone is not None:
                self._keeper.keep_pictures()
            likely = card.propose()
            if undone is None and likely is not None:
                card.choose(likely.id)
        self.focus_content()

    def state(self) -> CaptureState:
        """Return everything that is written now."""
        card = self.sheet.event_card
        draft = card.fields.draft() if card.event_id is None else None
        people = [each for each in self.sheet.lines.people() if each.text.strip() or each.cards]
        return CaptureState(card.event_id, draft, people)

    def show_review(self) -> None:
        """Look at all of it before it is saved, or say what is missing first."""
        sheet, today = self.sheet, self.desk.clock.today()
        sheet.say("")
        mistake = sheet.event_card.mistake()
        if mistake is not None:
            words, field = mistake
            sheet.say(words)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        rows, draft = sheet.lines.filled(), sheet.event_card.draft()
        if not rows:
            sheet.say(self.tr("Nobody is written down yet. Begin a line with a name."))
            sheet.lines.focus_last()
            return
        if draft.on > today:
            sheet.say(
                self.tr(
                    "{name} is still to come, so nobody can have been met there yet. Correct the "
                    "day, or put these people down as expected."
                ).format(name=" ".join(draft.name.split())),
                expect=sheet.event_card.event_id is None,
            )
            sheet.expect_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        met = len(draft.met)
        self.review.show_review(draft, met, self._choices.entries(), today)
        self._stack.setCurrentWidget(self.review)
        self._tell_bar()
        self.focus_content()

    def go_back(self) -> None:
        """Go back from the review to the lines; from the lines to where one came from."""
        if self.in_review:
            self._show_sheet()
            self.sheet.lines.focus_last()

    def save(self) -> None:
        """Save all of it as one step, unless it is not clear yet who is meant."""
        from notebook_app.services.log_captured_event import log_captured_event

        if self._is_looking():
            return
        entries = self._choices.entries()
        for number, entry in enumerate(entries):
            if entry.person is None or entry.unclear is not None:
                self.review.focus_number(number)
                self.desk.say(
                    self.tr("One line names nobody yet.")
                    if entry.person is None
                    else self.tr("Say first who is meant.")
                )
                return
        card = self.sheet.event_card
        draft, today = card.draft(), self.desk.clock.today()
        event: EventDraft | int = draft if card.event_id is None else card.event_id
        lines = [entry.whole(draft.on, today) for entry in entries]
        resting = [number for number, entry in enumerate(entries) if entry.rest]
        notebook, cards = self.desk.notebook, self._cards_by_line()
        self._write(len(lines), lambda: log_captured_event(notebook, event, lines, resting, cards))

    def expect(self) -> None:
        """Put the people down as expected at an event that is still to come."""
        from notebook_app.services.expect_people import expect_people

        if self._is_looking():
            return
        notebook, draft = self.desk.notebook, self.sheet.event_card.draft()
        entries, cards = self._choices.entries(), self._cards_by_line()
        if any(cards[number] and entry.person is None for number, entry in enumerate(entries)):
            self.desk.say(self.tr("One line with a card names nobody yet."))
            return
        lines = [entry.captured for entry in entries]
        self._write(len(lines), lambda: expect_people(notebook, draft, lines, cards))

    def throw_away(self) -> None:
        """Begin with an empty sheet; the message brings back what was written."""
        before = self.state()
        if before.is_empty():
            return
        self._empty()
        self._thrown = before
        self.desk.say(self.tr("What was written down is thrown away."))
        self.desk.more_offered.emit(self.tr("Bring it back"), Act.BRING_BACK)
        self.focus_content()

    def bring_back(self) -> None:
        """Bring back what was thrown away last, if nothing else is written by now."""
        thrown = self._thrown
        if thrown is not None and self.state().is_empty():
            self._thrown = None
            self._take_up(thrown)
            self._keeper.keep_pictures()
            self.focus_content()

    def leaving(self) -> None:
        """Keep what is written."""
        self._keeper.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is written: the notebook may be closed next."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._keeper.keep_if_due()

    def _connect(self) -> None:
        self.sheet.lines.changed.connect(self._changed)
        self.sheet.event_card.changed.connect(self._changed)
        self.sheet.lines.done.connect(self.show_review)
        self.sheet.lines.picture_came.connect(self._cards.take_mime)
        self._cards.taken.connect(self._keeper.keep_pictures)
        self.sheet.card_wanted.connect(self.choose_card)
        self.sheet.expect_button.clicked.connect(lambda _on=False: self.expect())
        self._choices.made.connect(self._keeper.keep_soon)
        self.review.line_wanted.connect(self._go_to_line)
        self.review.settled.connect(
            lambda: self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
        )
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Return", self._onwards),
            ("Ctrl+Enter", self._onwards),
            ("Alt+C", self.choose_card),
        )
        # In the whole window: the buttons stand in the top bar, outside of the page.
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)
        self._escape = QShortcut(QKeySequence("Escape"), self, self.go_back)
        self._escape.setEnabled(False)

    def choose_card(self) -> None:
        """Take a picture of a card from a file, for the line that one is in."""
        if not self.in_review:
            self._cards.choose(self.sheet.lines.current())

    def _onwards(self) -> None:
        if self.in_review:
            self.save()
        else:
            self.show_review()

    def _changed(self) -> None:
        self.sheet.say("")
        self._keeper.keep_soon()

    def _lines_context(self) -> CaptureContext:
        if self._context is None:
            self._context = line_context(self.desk, after_event=True)
        return self._context

    def _read_anew(self) -> None:
        self._context = None
        self.sheet.lines.read_anew()
        if self.in_review:
            self.show_review()

    def _take_up(self, state: CaptureState) -> None:
        card = self.sheet.event_card
        if state.event_id is None or not card.choose(state.event_id):
            card.write_new(state.draft)
            card.propose()
        self.sheet.lines.show_people(state.people)
        self._show_sheet()

    def _empty(self) -> None:
        """Begin with an empty sheet, and keep nothing of the one before."""
        self._take_up(CaptureState())
        self._keeper.forget()

    def _show_sheet(self) -> None:
        self._stack.setCurrentWidget(self.sheet)
        self._tell_bar()

    def _tell_bar(self) -> None:
        self._escape.setEnabled(self.in_review)
        self.title_changed.emit()
        self.top_bar_changed.emit()

    def _go_to_line(self, number: int) -> None:
        row = self._choices.row(number)
        self._show_sheet()
        self.sheet.lines.focus_row(row)

    def _is_looking(self) -> bool:
        """Say so if a card is still to come to its line, which will be gone once all is saved."""
        looking = self._cards.is_looking()
        if looking:
            self.desk.say(self.tr("A card is still being looked at. Save in a moment."))
        return looking

    def _cards_by_line(self) -> dict[int, list[CapturedCard]]:
        rows = self.sheet.lines.filled()
        return {
            number: [captured_card(card) for card in row.cards] for number, row in enumerate(rows)
        }

    def _write(self, count: int, write: Callable[[], ChangeSet]) -> None:
        written: list[ChangeSet] = []
        before = self.state()

        def work(_progress: Progress | None) -> ChangeSet:
            written.append(write())
            return written[0]

        def then() -> None:
            self._empty()
            self._keeper.note_saved(before, written[0].of(Changed.CONVERSATION))
            for event_id in written[0].of(Changed.EVENT):
                self.desk.ask(Act.SHOW_EVENT, event_id)

        self._keeper.wait()
        self.desk.write_many(count, work, self.tr("Saving the evening"), then)
