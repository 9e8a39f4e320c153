"""A conversation that names a service marks it told, however it was written down."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.capture.service_names import services_named
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.complete_follow_up import complete_follow_up
from notebook_app.services.log_conversation import log_conversation, update_conversation
from notebook_app.services.log_with_new_people import log_with_new_people
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 3, 10)
TEXT = "Asked about the web CARE plan, not about signs"


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """A notebook with Ann, and two services."""
    opened = empty_notebook(tmp_path / "notebook.db", StoppedClock(TODAY), "SE")
    with opened.change("Filled"):
        opened.contacts.insert(ContactDraft(ContactDetails(display_name="Ann")))
        opened.offerings.insert_service("Web care plan", "", 0)
        opened.offerings.insert_service("Web care", "", 1)
    return opened


def _told(notebook: Notebook) -> list[tuple[int, int, str, str, int | None]]:
    rows = notebook.database.execute_sql(
        "SELECT contact_id, service_id, knowledge, since, conversation_id FROM contact_service"
    )
    return list(rows.fetchall())


def _log(notebook: Notebook) -> ChangeSet:
    return log_conversation(notebook, ConversationDraft((1,), TEXT, TODAY))


def _log_with_somebody_new(notebook: Notebook) -> ChangeSet:
    return log_with_new_people(notebook, ConversationDraft((), TEXT, TODAY), ["Ben"])


def _complete(notebook: Notebook) -> ChangeSet:
    plan_follow_up(notebook, FollowUpDraft(1, FollowUpKind.CALL, TODAY))
    return complete_follow_up(notebook, 1, ConversationDraft((1,), TEXT, TODAY))


@pytest.mark.parametrize("way", [_log, _log_with_somebody_new, _complete])
def test_every_way_of_logging_marks_the_longest_service_named_as_told(
    notebook: Notebook, way: Callable[[Notebook], ChangeSet]
) -> None:
    changes = way(notebook)
    (conversation_id,) = changes.of(Changed.CONVERSATION)
    ((_, service_id, knowledge, since, told_in),) = _told(notebook)
    assert (service_id, knowledge, since, told_in) == (1, "told", "2026-03-10", conversation_id)
    assert changes.of(Changed.SERVICE) == {1}
    stored = notebook.conversations.get(conversation_id)
    assert stored is not None
    assert stored.draft.service_ids == (1,)
    notebook.undo()
    assert _told(notebook) == []
    notebook.close()


def test_a_conversation_that_is_changed_tells_of_what_it_names_anew_alone(
    notebook: Notebook,
) -> None:
    draft = ConversationDraft((1,), TEXT, TODAY)
    (conversation_id,) = log_conversation(notebook, draft).of(Changed.CONVERSATION)
    with notebook.change("Refused"):
        notebook.database.execute_sql("DELETE FROM contact_service")
    stored = replace(draft, text=f"{TEXT}!")
    update_conversation(notebook, conversation_id, stored)
    assert _told(notebook) == []
    update_conversation(notebook, conversation_id, replace(draft, text="Told of web care, briefly"))
    assert [row[1] for row in _told(notebook)] == [2]
    notebook.close()


def test_services_are_named_by_whole_words() -> None:
    services = [(1, "Signage"), (2, "Web care"), (3, "Web care plan"), (4, "…")]
    assert services_named("signages, web. care, the plan", services) == ()
    assert services_named("Web care plan; SIGNAGE, web care, signage", services) == (3, 1, 2)
    assert services_named("anything", ()) == ()
