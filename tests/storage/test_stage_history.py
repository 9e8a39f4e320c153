"""Every way to change a stage leaves its step; what is corrected on the same day is one."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import ContactDetails, ContactDraft, Stage
from notebook_app.services.change_many import set_stage
from notebook_app.services.save_contact import add_contact, update_contact
from notebook_app.storage.notebook import Notebook
from tests.storage.conftest import TODAY
from tests.storage.whole_content import content_of

CARLA = ContactDetails(display_name="Carla")


def steps(notebook: Notebook, contact_id: int = 1) -> list[tuple[Stage | None, int]]:
    """Return the stages and how many days after the first day they came."""
    history = notebook.stages.history(contact_id)
    return [(step.stage, (step.since - TODAY).days) for step in history]


def by_edit(notebook: Notebook, stage: Stage | None) -> None:
    """As the editor and the page do it."""
    update_contact(notebook, 1, ContactDraft(CARLA, stage))


def by_many(notebook: Notebook, stage: Stage | None) -> None:
    """As is done for many at once."""
    set_stage(notebook, [1], stage)


@pytest.mark.parametrize("change", [by_edit, by_many])
def test_each_change_of_stage_is_a_step(
    path: Path, change: Callable[[Notebook, Stage | None], None]
) -> None:
    for day, stage in enumerate((Stage.MET, Stage.KNOW, None)):
        notebook = Notebook.open(path, StoppedClock(TODAY + timedelta(days=day)))
        if day == 0:
            add_contact(notebook, ContactDraft(CARLA, stage))
        else:
            change(notebook, stage)
        notebook.close()
    notebook = Notebook.open(path, StoppedClock(TODAY + timedelta(days=9)))
    assert steps(notebook) == [(Stage.MET, 0), (Stage.KNOW, 1), (None, 2)]
    before = content_of(notebook)
    change(notebook, Stage.LIKE)
    notebook.undo()
    assert content_of(notebook) == before
    notebook.close()


def test_a_slip_on_the_same_day_is_no_step(notebook: Notebook) -> None:
    add_contact(notebook, ContactDraft(CARLA))
    for stage in (Stage.TRUST, Stage.KNOW, Stage.MET):
        by_edit(notebook, stage)
    assert steps(notebook) == [(Stage.MET, 0)]
    by_many(notebook, None)
    assert steps(notebook) == []


def test_whatever_else_changes_is_no_step(notebook: Notebook) -> None:
    add_contact(notebook, ContactDraft(CARLA, Stage.LIKE))
    update_contact(notebook, 1, ContactDraft(ContactDetails(display_name="C"), Stage.LIKE))
    assert steps(notebook) == [(Stage.LIKE, 0)]


def test_many_take_a_step_with_a_few_statements(notebook: Notebook) -> None:
    with notebook.change("many"):
        for _ in range(300):
            notebook.contacts.insert(ContactDraft(CARLA))
    ids = notebook.contacts.all_ids()
    asked: list[str] = []
    notebook.database.connection().set_trace_callback(asked.append)
    with notebook.change("stage"):
        notebook.many.set_stage(ids, Stage.KNOW)
    notebook.database.connection().set_trace_callback(None)
    assert all(steps(notebook, contact_id) == [(Stage.KNOW, 0)] for contact_id in ids)
    # The triggers of the journal repeat the statement that they stand in.
    assert len(set(asked)) < 30


def test_a_declined_step_is_remembered_until_it_is_taken(notebook: Notebook) -> None:
    add_contact(notebook, ContactDraft(CARLA))
    with notebook.change("not yet"):
        notebook.stages.decline(1, Stage.KNOW, TODAY - timedelta(days=3))
        notebook.stages.decline(1, Stage.KNOW, TODAY)
    assert notebook.stages.declined(1) == {Stage.KNOW: TODAY}
    by_edit(notebook, Stage.KNOW)
    assert notebook.stages.declined(1) == {}
