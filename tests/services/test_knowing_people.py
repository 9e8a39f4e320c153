"""Facts, favours, steps, rest and questions: what the user does with them, and undo."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft, Stage
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.good_questions import READY_MADE
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.services.keep_favours import (
    add_favour,
    delete_favour,
    thank_for_favour,
    update_favour,
)
from notebook_app.services.keep_questions import (
    add_question,
    change_question,
    hide_question,
    remove_question,
    show_question,
)
from notebook_app.services.know_better import not_yet, suggest_step, take_step
from notebook_app.services.let_rest import end_rest, let_rest
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.remember_facts import change_fact, forget_fact, move_fact, remember
from notebook_app.services.save_contact import add_contact
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook
from tests.storage.whole_content import content_of

TODAY = date(2026, 3, 10)
ELIF, AGNES = 1, 2
INTRODUCTION = FavourDraft(ELIF, FavourKind.INTRODUCTION, Direction.RECEIVED, TODAY, AGNES)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Return a notebook with Elif and Agnes."""
    opened = empty_notebook(tmp_path / "people.db", StoppedClock(TODAY))
    for name in ("Elif", "Agnes"):
        add_contact(opened, ContactDraft(ContactDetails(display_name=name)))
    yield opened
    opened.close()


def fact(notebook: Notebook) -> int:
    """Return the id of the first thing to remember of Elif."""
    return notebook.remembered.of(ELIF)[0].id


ACTS: list[tuple[Callable[[Notebook], ChangeSet | None], str]] = [
    (lambda n: remember(n, ELIF, "plays chess"), "Noted something to remember of Elif"),
    (lambda n: change_fact(n, fact(n), "rows"), "Changed what to remember of Elif"),
    (lambda n: move_fact(n, fact(n), 1), "Put what to remember of Elif in another order"),
    (lambda n: forget_fact(n, fact(n)), "Took out what to remember of Elif: no coffee"),
    (lambda n: add_favour(n, INTRODUCTION), "Noted a favour with Elif"),
    (lambda n: update_favour(n, 1, INTRODUCTION), "Changed a favour with Elif"),
    (lambda n: thank_for_favour(n, 1), "Thanked Elif"),
    (lambda n: delete_favour(n, 1), "Took out a favour with Elif"),
    (lambda n: take_step(n, ELIF, Stage.KNOW), "Elif: know"),
    (lambda n: not_yet(n, ELIF, Stage.KNOW), "Elif: not yet “know”"),
    (lambda n: let_rest(n, [ELIF, AGNES]), "Let it rest with Elif and Agnes"),
    (lambda n: end_rest(n, [AGNES]), "No longer at rest: Agnes"),
    (lambda n: add_question(n, "Who?"), "Added a question"),
    (lambda n: change_question(n, "Mine?", "Ours?"), "Changed a question"),
    (lambda n: hide_question(n, READY_MADE[0]), "Hid a question"),
    (lambda n: show_question(n, READY_MADE[1]), "Offered a question again"),
    (lambda n: remove_question(n, "Mine?"), "Took out a question"),
]


@pytest.mark.parametrize(("act", "label"), ACTS, ids=[label for _, label in ACTS])
def test_each_act_says_what_it_did_and_can_be_undone(
    notebook: Notebook, act: Callable[[Notebook], ChangeSet | None], label: str
) -> None:
    remember(notebook, ELIF, "no coffee")
    remember(notebook, ELIF, "two sons")
    help_received = FavourDraft(ELIF, FavourKind.HELP, Direction.RECEIVED, TODAY)
    add_favour(notebook, help_received)
    let_rest(notebook, [AGNES])
    with notebook.change("earlier"):
        notebook.many.set_resting([AGNES], TODAY - timedelta(days=3))
    add_question(notebook, "Mine?")
    hide_question(notebook, READY_MADE[1])
    before = content_of(notebook)

    changes = act(notebook)

    assert changes is not None
    assert changes.label == label
    assert changes.touches(Changed.CONTACT, Changed.SETTING)
    assert content_of(notebook) != before
    undo_last(notebook)
    assert content_of(notebook) == before


def test_what_can_t_be_done_is_told_in_a_sentence(notebook: Notebook) -> None:
    impossible: list[Callable[[], object]] = [
        lambda: remember(notebook, ELIF, "  "),
        lambda: remember(notebook, 99, "tall"),
        lambda: change_fact(notebook, 99, "tall"),
        lambda: move_fact(notebook, 99, 1),
        lambda: forget_fact(notebook, 99),
        lambda: add_favour(notebook, FavourDraft(99, FavourKind.HELP, Direction.GIVEN, TODAY)),
        lambda: add_favour(
            notebook, FavourDraft(ELIF, FavourKind.HELP, Direction.GIVEN, TODAY, ELIF)
        ),
        lambda: thank_for_favour(notebook, 99),
        lambda: end_rest(notebook, [ELIF]),
        lambda: add_question(notebook, ""),
    ]
    before = content_of(notebook)
    for act in impossible:
        with pytest.raises(UserProblem):
            act()
    assert content_of(notebook) == before


def test_a_fact_at_the_end_stays_there(notebook: Notebook) -> None:
    remember(notebook, ELIF, "no coffee")
    assert move_fact(notebook, fact(notebook), 1) is None
    assert move_fact(notebook, fact(notebook), -1) is None


def test_a_step_is_suggested_from_what_is_written_down(notebook: Notebook) -> None:
    """And declined until more has happened."""
    assert suggest_step(notebook, ELIF, None) is None
    for days, setting in ((40, "café"), (30, "event"), (20, "café")):
        on = TODAY - timedelta(days=days)
        log_conversation(notebook, ConversationDraft((ELIF,), "Talk", on, setting=setting))
    suggestion = suggest_step(notebook, ELIF, None)
    assert suggestion is not None
    assert suggestion.stage is Stage.MET
    assert suggest_step(notebook, ELIF, Stage.MET) is None
    remember(notebook, ELIF, "the cello")
    suggestion = suggest_step(notebook, ELIF, Stage.MET)
    assert suggestion is not None
    assert suggestion.why == ("You spoke three times within a month, and you remember “the cello”.")
    not_yet(notebook, ELIF, Stage.KNOW)
    assert suggest_step(notebook, ELIF, Stage.MET) is None
