"""What the message after planning says: what, with whom, and never a kind that is none."""

from datetime import date

import pytest

from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.plan_follow_up import planned_words


@pytest.mark.parametrize(
    ("kind", "note", "said"),
    [
        (FollowUpKind.CALL, "Ask for the keys", "Planned: call with Ann"),
        (FollowUpKind.OTHER, "Tell them\nabout it", "Planned with Ann: Tell them about it"),
        (FollowUpKind.OTHER, "", "Planned something with Ann"),
        (FollowUpKind.OTHER, " \n", "Planned something with Ann"),
        (FollowUpKind.OTHER, "x" * 500, f"Planned with Ann: {'x' * 60}"),
    ],
)
def test_what_was_planned_is_said_by_its_kind_or_its_note(
    kind: FollowUpKind, note: str, said: str
) -> None:
    draft = FollowUpDraft(1, kind, date(2026, 11, 21), note=note)
    assert planned_words(draft, "Ann") == said
