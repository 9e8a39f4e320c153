"""A line of the review says what it still needs, and gets the follow-up that was chosen."""

from datetime import date

from notebook_app.model.capture.captured import CapturedFollowUp, CapturedLine
from notebook_app.model.capture.review_entry import OFFERED_KINDS, ReviewEntry
from notebook_app.model.follow_up import FollowUpKind

TODAY = date(2026, 11, 23)


def test_what_can_be_proposed_is_what_the_ladder_begins_with() -> None:
    email, note, call, coffee = OFFERED_KINDS
    assert (email, note) == (FollowUpKind.EMAIL, FollowUpKind.NOTE)
    assert (call, coffee) == (FollowUpKind.CALL, FollowUpKind.COFFEE)


def test_a_chosen_step_is_planned_beside_what_the_line_says() -> None:
    said = CapturedFollowUp(FollowUpKind.CALL, date(2026, 12, 1))
    line = CapturedLine("Ann", follow_ups=(said,))
    assert ReviewEntry(line).whole(TODAY, TODAY) is line
    whole = ReviewEntry(line, FollowUpKind.NOTE).whole(TODAY, TODAY)
    assert whole.follow_ups == (said, CapturedFollowUp(FollowUpKind.NOTE, date(2026, 11, 25)))


def test_a_line_without_a_person_or_a_step_needs_something() -> None:
    line = CapturedLine("Ann")
    assert ReviewEntry(line, rest=True).needs_something
    assert ReviewEntry(line).needs_step
    assert not ReviewEntry(line, rest=True).needs_step
