"""Puts what is chosen in the review onto the lines of the sheet, and shows what becomes of them."""

from PySide6.QtCore import QObject, Signal

from notebook_app.gui.capture.people_lines import PeopleLines
from notebook_app.gui.capture.person_row import PersonRow
from notebook_app.gui.capture.review_view import ReviewView
from notebook_app.model.capture.review_entry import ReviewEntry
from notebook_app.model.follow_up import FollowUpKind


class ReviewChoices(QObject):
    """``made`` tells that something was chosen. Lines are numbered as the review shows them."""

    made = Signal()

    def __init__(self, lines: PeopleLines, review: ReviewView, parent: QObject) -> None:
        """Take the lines, and the review they are shown in."""
        super().__init__(parent)
        self._lines = lines
        self._review = review
        review.person_chosen.connect(self._choose_person)
        review.step_chosen.connect(self._choose_step)
        review.rest_chosen.connect(self._let_rest)

    def entries(self) -> list[ReviewEntry]:
        """Return what the review shows of the lines that are filled."""
        return [_entry(row) for row in self._lines.filled()]

    def row(self, number: int) -> PersonRow:
        """Return the line of an entry."""
        return self._lines.filled()[number]

    def _choose_person(self, number: int, name: str, contact_id: int) -> None:
        row = self.row(number)
        row.choose(name, contact_id)
        self._chosen(number, row)

    def _choose_step(self, number: int, kind: FollowUpKind) -> None:
        row = self.row(number)
        again = row.next_step == kind.value
        row.next_step, row.rest = "" if again else kind.value, False
        self._chosen(number, row)

    def _let_rest(self, number: int) -> None:
        row = self.row(number)
        row.next_step, row.rest = "", not row.rest
        self._chosen(number, row)

    def _chosen(self, number: int, row: PersonRow) -> None:
        entry = _entry(row)
        self._review.update_entry(number, entry)
        self.made.emit()
        if not entry.needs_something:
            self._review.go_on(number)


def _entry(row: PersonRow) -> ReviewEntry:
    step = next((each for each in FollowUpKind if each.value == row.next_step), None)
    return ReviewEntry(row.captured, step, row.rest, bool(row.cards))
