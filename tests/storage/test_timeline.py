"""The timeline tells everything once, newest first, however it is paged."""

from collections.abc import Collection
from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.opportunity import OpportunityDraft
from notebook_app.model.rows import EntryKind, TimelineEntry
from notebook_app.services.complete_follow_up import complete_follow_up
from notebook_app.services.log_conversation import log_conversation, update_conversation
from notebook_app.services.plan_follow_up import plan_follow_up, skip_follow_up
from notebook_app.storage.journal import JOURNALED
from notebook_app.storage.notebook import Notebook
from tests.made_up import examples
from tests.storage.conftest import TODAY
from tests.storage.row_maker import make_row


@pytest.fixture
def people(notebook: Notebook) -> tuple[int, int]:
    """Two people."""
    with notebook.change("two"):
        first, second = (
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
            for name in ("Anna\nLine", "Bo")
        )
    return first, second


def whole(notebook: Notebook, contact_id: int) -> list[TimelineEntry]:
    """All of a timeline."""
    return notebook.timeline.page(contact_id, 0, 10_000)


days = st.integers(0, 5).map(lambda back: TODAY - timedelta(days=back))
times = st.none() | st.integers(8, 11).map(time)


@given(
    st.lists(st.tuples(st.sampled_from(["talk", "event", "work", "plan"]), days, times)),
    st.integers(1, 7),
    st.sets(st.sampled_from(list(EntryKind))),
)
@settings(
    max_examples=examples(20, 200),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_pages_put_together_are_the_whole_in_order(
    notebook: Notebook,
    happenings: list[tuple[str, date, time | None]],
    size: int,
    kinds: Collection[EntryKind],
) -> None:
    """No doubles, none missing, whatever the size of a page and the filter."""
    with notebook.change("filled"):
        who = notebook.contacts.insert(ContactDraft(ContactDetails(display_name="Anna")))
        for sort, on, at in happenings:
            if sort == "talk":
                notebook.conversations.insert(ConversationDraft((who,), "x", on, at))
            elif sort == "event":
                notebook.events.insert(EventDraft("Fair", on, at, met=(who,)))
            elif sort == "work":
                notebook.opportunities.insert(OpportunityDraft(who, "Job", opened_on=on))
    for sort, on, _at in happenings:
        if sort == "plan":
            planned = plan_follow_up(notebook, FollowUpDraft(who, FollowUpKind.CALL, on))
            (follow_up_id,) = planned.ids[next(k for k in planned.ids if k.value == "follow-up")]
            complete_follow_up(notebook, follow_up_id, None, on=on)
    everything = whole(notebook, who)
    assert len(everything) == len(happenings)
    assert len({(entry.kind, entry.id) for entry in everything}) == len(everything)
    moments = [(entry.on, entry.at or time.min) for entry in everything]
    assert moments == sorted(moments, reverse=True)
    paged = [
        entry
        for offset in range(0, len(everything) + size, size)
        for entry in notebook.timeline.page(who, offset, size)
    ]
    assert paged == everything
    some = notebook.timeline.page(who, 0, 10_000, kinds)
    assert some == [entry for entry in everything if entry.kind in kinds]


def test_later_in_the_day_stands_above(notebook: Notebook, people: tuple[int, int]) -> None:
    """However late it was written down."""
    for at, text in ((time(17), "evening"), (time(9), "morning"), (None, "sometime")):
        log_conversation(notebook, ConversationDraft(people[:1], text, TODAY, at))
    assert [entry.text for entry in whole(notebook, people[0])] == [
        "evening",
        "morning",
        "sometime",
    ]
    assert notebook.conversations.last_topic(people[0]) == "evening"


def test_a_follow_up_is_told_by_its_conversation(
    notebook: Notebook, people: tuple[int, int]
) -> None:
    """Unless that is not on this timeline, or conversations are not asked for."""
    anna, bo = people
    plan_follow_up(notebook, FollowUpDraft(anna, FollowUpKind.CALL, TODAY))
    complete_follow_up(notebook, 1, ConversationDraft((anna,), "done", TODAY))
    assert [entry.kind for entry in whole(notebook, anna)] == [EntryKind.CONVERSATION]
    assert whole(notebook, anna)[0].badges == ("follow-up done",)
    only = notebook.timeline.page(anna, 0, 9, [EntryKind.FOLLOW_UP])
    assert [entry.kind for entry in only] == [EntryKind.FOLLOW_UP]
    update_conversation(notebook, 1, ConversationDraft((bo,), "it was Bo", TODAY))
    assert [entry.kind for entry in whole(notebook, anna)] == [EntryKind.FOLLOW_UP]


def test_open_follow_ups_are_no_history(notebook: Notebook, people: tuple[int, int]) -> None:
    """Skipped ones are."""
    plan_follow_up(notebook, FollowUpDraft(people[0], FollowUpKind.CALL, TODAY))
    assert whole(notebook, people[0]) == []
    skip_follow_up(notebook, 1)
    assert [entry.badges for entry in whole(notebook, people[0])] == [("skipped",)]


def test_the_others_in_a_conversation_are_named(
    notebook: Notebook, people: tuple[int, int]
) -> None:
    """A name with a line break is still one name."""
    log_conversation(notebook, ConversationDraft(people, "x", TODAY))
    assert whole(notebook, people[1])[0].others == ("Anna\nLine",)
    assert whole(notebook, people[0])[0].others == ("Bo",)


def test_every_kind_of_entry_can_be_read(notebook: Notebook) -> None:
    """With a row in every table."""
    with notebook.change("all"):
        for table in JOURNALED:
            make_row(notebook, table, 1)
        notebook.database.execute_sql("UPDATE follow_up SET state = 'done'")
        notebook.database.execute_sql("UPDATE follow_up SET conversation_id = NULL")
        notebook.database.execute_sql("UPDATE contact_service SET conversation_id = NULL")
        notebook.database.execute_sql("UPDATE favour SET conversation_id = NULL")
    assert {entry.kind for entry in whole(notebook, 1)} == set(EntryKind)


def test_an_introducer_sees_the_opportunity_once(
    notebook: Notebook, people: tuple[int, int]
) -> None:
    """Also when introduced and introducer are the same."""
    anna, bo = people
    with notebook.change("work"):
        notebook.opportunities.insert(OpportunityDraft(anna, "Logo", via=(bo, anna)))
    for contact_id in people:
        assert [entry.kind for entry in whole(notebook, contact_id)] == [EntryKind.OPPORTUNITY]
