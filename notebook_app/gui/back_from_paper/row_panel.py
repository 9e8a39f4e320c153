"""One row of a printed list: who and why, what came of it, what was said, and what is next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from notebook_app.gui.back_from_paper.next_words import NextWords
from notebook_app.gui.back_from_paper.paper_words import (
    ANSWER_LETTERS,
    answer_name,
    row_name,
    second_line,
    standing_words,
)
from notebook_app.gui.conversations.line_context import line_context
from notebook_app.gui.conversations.written_line import WrittenLine
from notebook_app.gui.follow_ups.next_day_picker import NextDayPicker
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton, PrimaryButton
from notebook_app.gui.widgets.card import Card, ScrollColumn
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.capture.captured import CaptureContext, CapturedLine
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.next_days import Distance
from notebook_app.model.printed_list import PaperAnswer, PaperRow, Standing
from notebook_app.services.answer_printed_row import USUALLY_AGAIN, Written
from notebook_app.services.complete_follow_up import conversation_from


class RowPanel(ScrollColumn):
    """``entered`` is emitted when the row is to be written down, as by Enter in a line.

    ``person_wanted`` carries the row id of whom the row is about.
    """

    entered = Signal()
    person_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; no row is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self.row: PaperRow | None = None
        self.code = PlainLabel("", TextRole.SMALL_STRONG, Tone.MUTED)
        self.name = PlainLabel("", TextRole.TITLE, wrap=True)
        self.organization = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.why = PlainLabel("", wrap=True)
        self.standing = PlainLabel("", TextRole.SMALL, Tone.AMBER, wrap=True)
        self.person = LinkButton(self.tr("Show their page"), self._open_person)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.answers: dict[PaperAnswer, Chip] = {}
        for answer, letter in ANSWER_LETTERS.items():
            chip = Chip(f"{answer_name(answer)}  {letter}")
            chip.setAccessibleName(answer_name(answer))
            chip.clicked.connect(lambda _checked=False, meant=answer: self.choose(meant))
            self._group.addButton(chip)
            self.answers[answer] = chip
        self.line = WrittenLine(desk, self._context, self, Circumstances())
        self.line.text.setAccessibleName(self.tr("What was said?"))
        self.next_heading = SectionHeading("")
        self.next_day = NextDayPicker(desk, self.tr("Next on which day"))
        self.next_words = NextWords(desk.clock.today)
        self.write_button = PrimaryButton(self.tr("Write it down"), self.entered.emit)
        self.write_button.setToolTip(self.tr("Enter"))
        self._chosen: PaperAnswer | None = None
        self._said = Card()
        self._lay_out()
        self.line.text.entered.connect(self.entered)
        self.line.settled.connect(self.entered)
        self.line.changed.connect(self._line_changed)
        self.next_words.entered.connect(self.entered)
        self.next_day.field.edit.returnPressed.connect(self.entered)
        self._line_changed()

    @property
    def answer(self) -> PaperAnswer | None:
        """What was chosen for the row that is shown, if anything."""
        return self._chosen

    def show_row(self, row: PaperRow | None) -> None:
        """Show another row, with a line that was begun for it before; what is written waits."""
        self.put_by_line()
        self.row = row
        self.next_day.look_again()
        self.line.grant(_usual(row))
        if row is None:
            self.line.begin()
        else:
            self.line.take_up(_key(row))
        self.next_words.begin(row.kind if row and row.kind else FollowUpKind.OTHER)
        self._choose(None)
        self.follow(row)
        self.verticalScrollBar().setValue(0)

    def put_by_line(self) -> None:
        """Keep what is being written for the next time."""
        if self.row is not None:
            self.line.put_by(_key(self.row))

    def follow(self, row: PaperRow | None) -> None:
        """Show the same row as it stands now; what is being written stays."""
        self.row = row
        if row is None:
            return
        today, locale = self._desk.clock.today(), self.locale()
        self.code.setText(row.code)
        self.name.setText(row_name(row)[:300])
        self.organization.setText(" ".join(row.organization.split())[:300])
        self.organization.setVisible(bool(row.organization.strip()))
        self.why.setText(second_line(row)[:1000])
        self.standing.setText(standing_words(row, today, locale))
        self.standing.setVisible(bool(self.standing.text()))
        self.person.setVisible(row.contact_id is not None)
        self.person.setAccessibleName(self.tr("Open {name}").format(name=row_name(row)))
        is_open = row.standing is Standing.OPEN
        for widget in (self._answers, self._said, self.next_heading, self.write_button):
            widget.setVisible(is_open)
        self._show_parts()

    def choose(self, answer: PaperAnswer) -> None:
        """Choose what came of the row; the same once more takes it back."""
        if self.row is None or self.row.standing is not Standing.OPEN:
            return
        self._choose(None if answer is self._chosen else answer)

    def choose_day(self, number: int) -> bool:
        """Choose the day behind a figure, if there are days to choose from now."""
        if self._chosen in (None, PaperAnswer.SKIPPED) or not 1 <= number <= len(Distance):
            return False
        self.next_day.choose(list(Distance)[number - 1])
        return True

    def go_to_said(self) -> bool:
        """Go to the line for what was said, if it is there."""
        return self._go_to(self.line.text)

    def go_to_next(self) -> bool:
        """Go to the line for what is next, or the day on which it is tried again."""
        return self._go_to(self.next_words) or self._go_to(self.next_day)

    def drop_choice(self) -> bool:
        """Choose nothing any more; return whether something was chosen."""
        was = self._chosen is not None
        self._choose(None)
        return was

    def is_blank(self) -> bool:
        """Return whether there is nothing to write down."""
        nothing_next = not self.next_words.text().strip()
        return self._chosen is None and self.line.is_empty() and nothing_next

    def written(self) -> Written | None:
        """Return what is to be written down; None while something must be asked or mended first.

        What is said without an answer is said of something done.
        """
        assert self.row is not None
        answer = self._chosen or PaperAnswer.DONE
        line: CapturedLine | None = None
        if answer is not PaperAnswer.SKIPPED and not self.line.is_empty():
            line = self.line.settle()
            if line is None:
                return None
        said = self.line.text.toPlainText().strip()
        if answer is PaperAnswer.DONE:
            following = self._following()
            if following is None and self.next_words.is_wrong():
                return None
            on = self.line.fields.on.value() if line is not None else None
            return Written(answer, said, line, following, on=on)
        again_on = self.next_day.value()
        if answer is not PaperAnswer.SKIPPED and again_on is None:
            self.next_day.setFocus()
            return None
        return Written(answer, said, line, again_on=again_on)

    def _following(self) -> FollowUpDraft | None:
        row = self.row
        if row is None or row.contact_id is None or row.kind is None:
            return None
        words = self.next_words.read()
        if words is not None:
            return FollowUpDraft(
                row.contact_id, words.kind, words.due, words.at, words.note, words.repeat
            )
        due = self.next_day.value()
        if due is None or self.next_words.text().strip():
            return None
        return FollowUpDraft(row.contact_id, row.kind, due)

    def _choose(self, answer: PaperAnswer | None) -> None:
        self._chosen = answer
        for each, chip in self.answers.items():
            chip.setChecked(each is answer)
        self.next_day.set_value(None)
        if answer in USUALLY_AGAIN:
            self.next_day.choose(USUALLY_AGAIN[answer])
        self._show_parts()

    def _show_parts(self) -> None:
        is_open = self.row is not None and self.row.standing is Standing.OPEN
        skipped = self._chosen is PaperAnswer.SKIPPED
        again = self._chosen in USUALLY_AGAIN
        self.next_heading.setText(
            self.tr("Again on (1 to 5)") if again else self.tr("And next? (1 to 5)")
        )
        self.next_heading.setVisible(is_open and not skipped)
        self.next_day.setVisible(is_open and not skipped)
        # Any other day is chosen by words, or where there are none, in the field for it.
        self.next_words.setVisible(is_open and not skipped and not again)
        self.next_day.field.setVisible(again)
        self.next_day.pick.setVisible(again)
        self._said.setVisible(is_open and not skipped)
        self._line_changed()

    def _line_changed(self) -> None:
        shown = not self.line.is_empty() and not self._said.isHidden()
        talked = self._chosen in (None, PaperAnswer.DONE)
        self.line.fields.setVisible(shown and talked)

    def _context(self) -> CaptureContext:
        return line_context(self._desk, self.row.contact_id if self.row else None)

    def _go_to(self, field: QWidget) -> bool:
        if not field.isVisible():
            return False
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # With large letters it may lie below what is in sight.
        self.ensureWidgetVisible(field)
        return True

    def _open_person(self) -> None:
        if self.row is not None and self.row.contact_id is not None:
            self.person_wanted.emit(self.row.contact_id)

    def _lay_out(self) -> None:
        self.leave_no_margin()
        card = Card()
        card.body.setSpacing(TIGHT)
        for label in (self.code, self.name, self.organization, self.why, self.standing):
            card.body.addWidget(label)
        card.body.addWidget(self.person, 0, Qt.AlignmentFlag.AlignLeft)
        self._answers = QWidget()
        flow = FlowLayout(across=2)
        for chip in self.answers.values():
            flow.addWidget(chip)
        holder = QVBoxLayout(self._answers)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(flow)
        self.line.text.setPlaceholderText(self.tr("What was said? Goes into the timeline (W)"))
        self._said.body.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self._said.body.addWidget(self.line.text)
        for part in (
            card,
            self._answers,
            self._said,
            self.line.chips,
            self.line.question,
            self.line.fields,
            self.next_heading,
            self.next_day,
            self.next_words,
        ):
            self.column.addWidget(part)
        self.column.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignLeft)


def _usual(row: PaperRow | None) -> Circumstances:
    """Return how one most likely spoke: by what the follow-up was."""
    if row is None or row.kind is None or row.contact_id is None or row.due is None:
        return Circumstances()
    plan = FollowUpDraft(row.contact_id, row.kind, row.due)
    usual = conversation_from(plan, "", row.due)
    return Circumstances(channel=usual.channel, setting=usual.setting)


def _key(row: PaperRow) -> str:
    """Return the name under which a line that was left waits."""
    return f"paper:{row.list_number}:{row.position}"
