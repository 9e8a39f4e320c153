"""The look back: one client after the other, an answer proposed, a key to say yes to it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page
from notebook_app.gui.look_back.client_story import ClientStory, read_story
from notebook_app.gui.look_back.end_words import end_words
from notebook_app.gui.look_back.proposal_button import ProposalButton
from notebook_app.gui.look_back.story_card import StoryCard
from notebook_app.gui.opportunities.opportunity_words import source_words
from notebook_app.gui.opportunities.origin_form import OriginForm
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.date_words import add_months
from notebook_app.model.opportunity import Source
from notebook_app.model.origin import OriginDraft
from notebook_app.services.set_origin import set_origin

_WIDE_EMS: Final = 46
_MOST_PROPOSED: Final = 5


class LookBackPage(Page):
    """The page with the key ``look-back``.

    1 to 5 or Enter take an answer, O opens the form, D says "don't know", the arrows go on and
    back, Escape leaves.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(desk, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.contact_ids: list[int] = []
        self.at = 0
        self.story: ClientStory | None = None
        self.form: OriginForm | None = None
        self.since = ChoiceField()
        self.since.setAccessibleName(self.tr("Which clients"))
        for words, months in (
            (self.tr("Clients of the last two years"), 24),
            (self.tr("Clients of the last year"), 12),
            (self.tr("All clients"), 0),
        ):
            self.since.addItem(words, months)
        self.since.currentIndexChanged.connect(lambda _index: self.begin())
        self.leave_button = PlainButton(self.tr("Back to Insights"), self.leave)
        self.leave_button.setToolTip(self.tr("Escape"))
        self.progress = PlainLabel("", TextRole.SMALL_STRONG, Tone.MUTED)
        self.card = StoryCard(desk)
        self.question = SectionHeading(self.tr("How did they come?"))
        self.answers: list[ProposalButton] = []
        self.other_button = PlainButton(self.tr("Otherwise…") + "  O", self.answer_otherwise)
        self.unknown_button = PlainButton(self.tr("I don't know") + "  D", self.give_up)
        self.skip_button = PlainButton(self.tr("Later") + "  →", lambda: self.turn(1))
        self.end = EmptyState("", "", [(self.tr("Where work came from"), self.leave)])
        self._lay_out()

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("Look back")

    def top_bar_left(self) -> Sequence[QWidget]:
        """Return the choice of clients."""
        return (self.since,)

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the way out."""
        return (self.leave_button,)

    def begin(self) -> None:
        """Begin with the newest client of whom it was not asked yet."""
        months = int(self.since.currentData())
        since = add_months(self.desk.clock.today(), -months) if months else None
        self.contact_ids = self.desk.notebook.origins.to_look_back_on(since)
        self.at = 0
        self._show()
        self.focus_content()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Follow what changes here or elsewhere, staying with the client who is shown."""
        if changes is None and not self.contact_ids:
            self.begin()
        elif self.form is None and (
            changes is None
            or changes.touches(Changed.CONTACT, Changed.CONVERSATION, Changed.OPPORTUNITY)
        ):
            self._show()

    def focus_content(self) -> None:
        """Listen to the keys."""
        if self.story is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.end.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back to the Insights."""
        self.desk.ask(Act.SHOW_INSIGHTS)

    def turn(self, clients: int) -> None:
        """Go on to the next client, or back to the one before."""
        self._close_form()
        self.at = min(len(self.contact_ids), max(0, self.at + clients))
        self._show()
        self.focus_content()

    def take(self, number: int) -> None:
        """Take one of the proposals, counted from 0, for the answer."""
        if self.story is not None and number < len(self.answers):
            self._answer(self.story.proposals[number].draft)

    def give_up(self) -> None:
        """Write down that one looked back and does not know."""
        if self.story is not None:
            self._answer(OriginDraft(self.story.contact.id, None))

    def answer_otherwise(self) -> None:
        """Open the form below the proposals, with the first of them or what is known."""
        if self.story is None or self.form is not None:
            return
        known = self.desk.notebook.origins.of(self.story.contact.id)
        draft = OriginDraft(self.story.contact.id, Source.SELF_REFERRAL)
        if known is not None:
            draft = known.draft
        elif self.story.proposals:
            draft = self.story.proposals[0].draft
        self.form = OriginForm(self.desk, draft)
        self.form.saved.connect(lambda: self.turn(1))
        self.form.left.connect(self._leave_form)
        self._answers.hide()
        self._form_place.addWidget(self.form)
        self.form.show()
        self.form.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters, figures and arrows."""
        key, mirrored = (
            Qt.Key(event.key()),
            self.layoutDirection() is Qt.LayoutDirection.RightToLeft,
        )
        on, back = (
            (Qt.Key.Key_Left, Qt.Key.Key_Right) if mirrored else (Qt.Key.Key_Right, Qt.Key.Key_Left)
        )
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_O: self.answer_otherwise,
            Qt.Key.Key_D: self.give_up,
            on: partial(self.turn, 1),
            back: partial(self.turn, -1),
            Qt.Key.Key_Return: partial(self.take, 0),
            Qt.Key.Key_Enter: partial(self.take, 0),
        }
        number = event.key() - Qt.Key.Key_1.value
        if key is Qt.Key.Key_Escape:
            self.leave()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self.form is not None:
            super().keyPressEvent(event)
        elif 0 <= number < len(self.answers):
            self.take(number)
        elif key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is to be read in a column in the middle."""
        super().resizeEvent(event)
        beside = max(LARGE, (self.width() - theme_of(self).em(_WIDE_EMS)) // 2)
        self._scroll.column.setContentsMargins(beside, LARGE, beside, LARGE)

    def _answer(self, draft: OriginDraft) -> None:
        notebook, before = self.desk.notebook, self.at
        if self.desk.perform(lambda: set_origin(notebook, draft)) is not None:
            self.at = before
            self.turn(1)

    def _leave_form(self) -> None:
        self._close_form()
        self.focus_content()

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self._form_place.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._answers.show()

    def _show(self) -> None:
        """Show the client whose turn it is; whoever is gone is passed over."""
        self.story = None
        while self.at < len(self.contact_ids):
            self.story = read_story(self.desk.notebook, self.contact_ids[self.at])
            if self.story is not None:
                break
            del self.contact_ids[self.at]
        if self.story is None:
            self._show_end()
            return
        number = self.locale().toString
        self.progress.setText(
            self.tr("{at} of {count}").format(
                at=number(self.at + 1), count=number(len(self.contact_ids))
            )
        )
        self.card.show_story(self.story)
        self._show_answers(self.story)
        self.skip_button.setEnabled(True)
        self._stack.setCurrentIndex(0)

    def _show_answers(self, story: ClientStory) -> None:
        for button in self.answers:
            self._proposed.removeWidget(button)
            button.hide()
            button.deleteLater()
        known = self.desk.notebook.origins.of(story.contact.id)
        self.question.setText(
            self.tr("How did they come?")
            if known is None
            else self.tr("Answered: {source}. Otherwise?").format(
                source=self.tr("not known")
                if known.draft.source is None
                else source_words(known.draft.source).lower()
            )
        )
        self.answers = []
        for number, proposal in enumerate(story.proposals[:_MOST_PROPOSED]):
            names = self.desk.notebook.contacts.names_of(proposal.draft.via)
            button = ProposalButton(number + 1, proposal, names, partial(self.take, number))
            self.answers.append(button)
            self._proposed.addWidget(button)
            button.show()

    def _show_end(self) -> None:
        self.end.say(*end_words(self.desk.notebook, self.contact_ids, self.locale()))
        self._stack.setCurrentWidget(self.end)

    def _lay_out(self) -> None:
        self._answers = QWidget()
        answers = QVBoxLayout(self._answers)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(SMALL)
        self._proposed = QVBoxLayout()
        self._proposed.setSpacing(SMALL)
        answers.addLayout(self._proposed)
        buttons = FlowLayout(across=SMALL, down=SMALL)
        for button in (self.other_button, self.unknown_button, self.skip_button):
            buttons.addWidget(button)
        answers.addLayout(buttons)
        self._form_place = QVBoxLayout()
        self._scroll = ScrollColumn()
        self._scroll.leave_no_margin()
        column = self._scroll.column
        column.setSpacing(MEDIUM)
        column.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.card)
        column.addWidget(self.question)
        column.addWidget(self._answers)
        column.addLayout(self._form_place)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.end)
