"""What was written beside the rows of a printed list is done, once, and can be taken back."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.follow_up import (
    FollowUpDraft,
    FollowUpKind,
    FollowUpState,
    Outcome,
)
from notebook_app.model.printed_list import PaperAnswer, PaperRow, Standing
from notebook_app.reports.date_words import EnglishDateWords
from notebook_app.reports.follow_up_list import follow_up_list
from notebook_app.services.answer_printed_row import (
    Written,
    answer_printed_row,
    find_printed_list,
    find_printed_row,
    next_step,
)
from notebook_app.services.complete_follow_up import complete_follow_up
from notebook_app.services.keep_printed_list import kept_on_paper
from notebook_app.services.plan_follow_up import delete_follow_up
from notebook_app.services.print_follow_ups import follow_ups_to_print
from notebook_app.services.undo import redo_last, undo_last
from notebook_app.storage.notebook import Notebook
from tests.made_up import examples
from tests.services.conftest import TODAY


def plan(
    notebook: Notebook, name: str, kind: FollowUpKind = FollowUpKind.CALL, repeat: str = ""
) -> int:
    """Add somebody with something to do and return its row id."""
    with notebook.change("Planned"):
        person = notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
        draft = FollowUpDraft(person, kind, TODAY, note=f"About {name}", repeat=repeat)
        return notebook.follow_ups.insert(draft)


def print_all(notebook: Notebook, ids: Collection[int] | None = None) -> int:
    """Print all that is open, or only these, and return the number of the list."""
    rows = follow_ups_to_print(notebook, None, None)
    if ids is not None:
        rows = [row for row in rows if row.id in ids]
    document = follow_up_list(rows, notebook.clock.today(), EnglishDateWords(), range_words="All")
    with kept_on_paper(notebook, document) as final:
        assert final.reference == f"List {final.reference_code.split(':')[1]}"
    return notebook.printed_lists.recent(1)[0].number


def row_of(notebook: Notebook, number: int, position: int) -> PaperRow:
    """Return a row that is there."""
    row = notebook.printed_lists.row(number, position)
    assert row is not None
    return row


def test_a_printed_list_is_kept_in_the_order_of_its_entries(notebook: Notebook) -> None:
    for name in ("Ann", "Ben"):
        plan(notebook, name)
    rows = follow_ups_to_print(notebook, None, None)
    document = follow_up_list(rows, TODAY, EnglishDateWords(), range_words="All")
    with kept_on_paper(notebook, document) as final:
        codes = [entry.code for section in final.sections for entry in section.entries]
        names = [entry.name for section in final.sections for entry in section.entries]
        assert notebook.printed_lists.recent() == []
    number = notebook.printed_lists.recent()[0].number
    kept = notebook.printed_lists.rows(number)
    assert [(row.code, row.name) for row in kept] == list(zip(codes, names, strict=True))
    assert notebook.printed_lists.recent()[0].title == "Follow-ups: All"


def test_a_list_printed_twice_is_two_lists(notebook: Notebook) -> None:
    plan(notebook, "Ann")
    assert [print_all(notebook), print_all(notebook)] == [1, 2]


def test_a_print_that_fails_leaves_no_rows_and_its_number_is_not_given_again(
    notebook: Notebook,
) -> None:
    plan(notebook, "Ann")
    rows = follow_ups_to_print(notebook, None, None)
    document = follow_up_list(rows, TODAY, EnglishDateWords())

    def print_it() -> None:
        with kept_on_paper(notebook, document) as final:
            assert final.reference == "List 1"
            raise OSError("no paper")

    with pytest.raises(OSError, match="no paper"):
        print_it()
    assert notebook.printed_lists.recent() == []
    assert print_all(notebook) == 2


def test_a_notebook_that_can_only_be_read_prints_without_a_number(notebook: Notebook) -> None:
    plan(notebook, "Ann")
    notebook.read_only = True
    document = follow_up_list(follow_ups_to_print(notebook, None, None), TODAY, EnglishDateWords())
    with kept_on_paper(notebook, document) as final:
        assert final is document
    assert notebook.printed_lists.recent() == []


def test_printing_is_no_step_to_undo(notebook: Notebook) -> None:
    plan(notebook, "Ann")
    print_all(notebook)
    assert undo_last(notebook).label == "Taken back: Planned"
    assert [printed.number for printed in notebook.printed_lists.recent()] == [1]


def test_done_with_words_is_a_conversation_and_the_next_step(notebook: Notebook) -> None:
    follow_up = plan(notebook, "Ann")
    number = print_all(notebook)
    person = row_of(notebook, number, 1).contact_id
    assert person is not None
    following = FollowUpDraft(person, FollowUpKind.COFFEE, TODAY + timedelta(days=7))
    answer_printed_row(
        notebook, number, 1, Written(PaperAnswer.DONE, "Wants a quote", following=following)
    )
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    assert (stored.state, stored.outcome) == (FollowUpState.DONE, Outcome.REACHED)
    assert stored.conversation_id is not None
    conversation = notebook.conversations.get(stored.conversation_id)
    assert conversation is not None
    assert conversation.draft.text == "Wants a quote"
    assert [row.kind for row in notebook.follow_ups.open_of(person)] == [FollowUpKind.COFFEE]
    row = row_of(notebook, number, 1)
    assert (row.answer, row.standing, row.answered_on) == (
        PaperAnswer.DONE,
        Standing.DONE,
        TODAY,
    )


@pytest.mark.parametrize(
    ("kind", "talked"), [(FollowUpKind.CALL, True), (FollowUpKind.EMAIL, False)]
)
def test_done_without_words_is_a_conversation_where_one_talks(
    notebook: Notebook, kind: FollowUpKind, talked: bool
) -> None:
    follow_up = plan(notebook, "Ann", kind)
    answer_printed_row(notebook, print_all(notebook), 1, Written(PaperAnswer.DONE))
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    assert (stored.conversation_id is not None) is talked


def test_no_answer_and_a_message_are_tried_again_on_the_usual_good_day(
    notebook: Notebook,
) -> None:
    first, second = plan(notebook, "Ann"), plan(notebook, "Ben")
    number = print_all(notebook)
    answer_printed_row(notebook, number, 1, Written(PaperAnswer.NO_ANSWER))
    answer_printed_row(notebook, number, 2, Written(PaperAnswer.MESSAGE_LEFT, "To the machine"))
    due = [
        stored.draft.due for each in (first, second) if (stored := notebook.follow_ups.get(each))
    ]
    # Wednesday, and Friday.
    assert due == [TODAY + timedelta(days=1), TODAY + timedelta(days=3)]
    outcomes = [notebook.attempts.of(each)[0] for each in (first, second)]
    assert [attempt.outcome for attempt in outcomes] == [Outcome.NO_ANSWER, Outcome.MESSAGE_LEFT]
    assert outcomes[1].text == "To the machine"
    assert notebook.printed_lists.recent()[0].waiting == 0


def test_later_moves_it_and_with_words_it_was_put_off_by_them(notebook: Notebook) -> None:
    first, second = plan(notebook, "Ann"), plan(notebook, "Ben")
    number = print_all(notebook)
    again = TODAY + timedelta(days=30)
    answer_printed_row(notebook, number, 1, Written(PaperAnswer.LATER, again_on=again))
    answer_printed_row(
        notebook, number, 2, Written(PaperAnswer.LATER, "After the move", again_on=again)
    )
    for each in (first, second):
        stored = notebook.follow_ups.get(each)
        assert stored is not None
        assert (stored.draft.due, stored.state) == (again, FollowUpState.OPEN)
    assert notebook.attempts.of(first) == []
    assert notebook.attempts.of(second)[0].outcome is Outcome.POSTPONED


def test_what_was_not_reached_can_be_answered_again_and_what_was_done_not(
    notebook: Notebook,
) -> None:
    plan(notebook, "Ann")
    number = print_all(notebook)
    answer_printed_row(notebook, number, 1, Written(PaperAnswer.NO_ANSWER))
    answer_printed_row(notebook, number, 1, Written(PaperAnswer.DONE))
    with pytest.raises(UserProblem, match="was done already"):
        answer_printed_row(notebook, number, 1, Written(PaperAnswer.DONE))
    undo_last(notebook)
    assert row_of(notebook, number, 1).answer is PaperAnswer.NO_ANSWER


def test_what_was_done_or_deleted_elsewhere_is_not_done_twice(notebook: Notebook) -> None:
    done, deleted, gone = (plan(notebook, name) for name in ("Done", "Deleted", "Gone"))
    number = print_all(notebook)
    complete_follow_up(notebook, done, None)
    delete_follow_up(notebook, deleted)
    person = notebook.follow_ups.get(gone)
    assert person is not None
    with notebook.change("Deleted"):
        notebook.contacts.set_deleted(person.draft.contact_id, True)
    before = notebook.follow_ups.open_between(None, None)
    for position, why in ((1, "done already"), (2, "follow-up was deleted"), (3, "Gone was")):
        for answer in PaperAnswer:
            with pytest.raises(UserProblem, match=why):
                answer_printed_row(notebook, number, position, Written(answer))
        assert row_of(notebook, number, position).answer is None
    assert notebook.follow_ups.open_between(None, None) == before


def test_a_repeating_one_comes_again_and_the_row_stays_done(notebook: Notebook) -> None:
    plan(notebook, "Ann", repeat="FREQ=WEEKLY")
    number = print_all(notebook)
    answer_printed_row(notebook, number, 1, Written(PaperAnswer.DONE))
    (coming,) = notebook.follow_ups.open_between(None, None)
    assert coming.due == TODAY + timedelta(days=7)
    assert row_of(notebook, number, 1).standing is Standing.DONE


def test_lists_and_rows_that_are_not_there_are_said(notebook: Notebook) -> None:
    plan(notebook, "Ann")
    number = print_all(notebook)
    code = row_of(notebook, number, 1).code
    assert find_printed_row(notebook, number, code.lower()).position == 1
    for wrong in (f"2{code[1:]}", "1", "", "1Z" if code != "1Z" else "1A"):
        with pytest.raises(UserProblem, match="has no row"):
            find_printed_row(notebook, number, wrong)
    with pytest.raises(UserProblem, match="No list 7 was printed"):
        find_printed_list(notebook, 7)


@pytest.mark.parametrize(
    ("words", "kind", "days"),
    [
        ("coffee in 2 weeks", FollowUpKind.COFFEE, 14),
        ("in 2 weeks", FollowUpKind.CALL, 14),
        ("tomorrow", FollowUpKind.CALL, 1),
        ("other tomorrow", FollowUpKind.OTHER, 1),
    ],
)
def test_what_is_next_is_of_the_same_kind_unless_it_says_more(
    words: str, kind: FollowUpKind, days: int
) -> None:
    found = next_step(words, TODAY, FollowUpKind.CALL)
    assert found is not None
    assert (found.kind, found.due) == (kind, TODAY + timedelta(days=days))


def test_words_without_a_day_are_no_next_step() -> None:
    assert next_step("coffee", TODAY, FollowUpKind.CALL) is None


STEPS = st.lists(
    st.one_of(
        st.tuples(st.integers(1, 4), st.sampled_from(PaperAnswer)),
        st.sampled_from(["undo", "redo"]),
    ),
    max_size=14,
)
State = list[tuple[PaperAnswer | None, Standing, date | None]]


@settings(
    max_examples=examples(10, 100),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_answers_and_what_they_did_are_always_undone_together(
    notebook: Notebook, steps: list[tuple[int, PaperAnswer] | str]
) -> None:
    ids = {plan(notebook, name) for name in ("Ann", "Ben", "Carla", "Dora")}
    # One notebook for all examples: each has a list of its own people.
    number = print_all(notebook, ids)

    def state() -> State:
        rows = notebook.printed_lists.rows(number)
        return [(row.answer, row.standing, row.due) for row in rows]

    past, future = [state()], list[State]()
    for step in steps:
        if step == "undo" and len(past) > 1:
            undo_last(notebook)
            future.append(past.pop())
        elif step == "redo" and future:
            redo_last(notebook)
            past.append(future.pop())
        elif isinstance(step, tuple):
            with suppress(UserProblem):
                answer_printed_row(notebook, number, step[0], Written(step[1]))
                past.append(state())
                future.clear()
        assert state() == past[-1]
        for answer, standing, due in past[-1]:
            # What is answered was done with it, and what was done was answered.
            assert (standing is Standing.DONE) == (answer is PaperAnswer.DONE)
            assert (standing is Standing.SKIPPED) == (answer is PaperAnswer.SKIPPED)
            assert standing is not Standing.OPEN or (due == TODAY) == (answer is None)
