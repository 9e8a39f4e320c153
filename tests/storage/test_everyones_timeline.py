"""What happened with everybody comes once, in order, however it is paged and narrowed."""

from datetime import date, time, timedelta

import pytest

from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import Channel, ConversationDraft, Formality, Initiator
from notebook_app.model.event import EventDraft
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.people_spoken_with import people_spoken_with
from notebook_app.model.query.parse import parse_query
from notebook_app.model.rows import EntryKey, EntryKind
from notebook_app.services.list_people import people_ids
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.services.timeline_entries import delete_entry, write_entry_text
from notebook_app.services.undo import undo_last
from notebook_app.storage.journal import JOURNALED
from notebook_app.storage.notebook import Notebook
from tests.storage.conftest import TODAY
from tests.storage.row_maker import make_row

CONVERSATIONS = frozenset({EntryKind.CONVERSATION})


def person(notebook: Notebook, name: str, *tags: str) -> int:
    """Add somebody."""
    changes = add_contact(notebook, ContactDraft(ContactDetails(display_name=name, tags=tags)))
    return next(iter(next(iter(changes.ids.values()))))


@pytest.fixture
def town(notebook: Notebook) -> dict[str, int]:
    """Anna and Bo, one of them in the chamber, and Zed in the trash; six conversations."""
    ids = {
        "anna": person(notebook, "Anna", "chamber"),
        "bo": person(notebook, "Bo"),
        "zed": person(notebook, "Zed"),
    }

    def talk(who: str, text: str, days: int, **more: object) -> None:
        them = tuple(ids[name] for name in who.split())
        on = TODAY - timedelta(days=days)
        log_conversation(notebook, ConversationDraft(them, text, on, **more))  # type: ignore[arg-type]

    talk("anna", "today's coffee", 0, setting="café")
    talk("bo", "call of the week", 6, channel=Channel.CALL, initiated_by=Initiator.THEM)
    talk("anna bo", "both, about a cello", 6, at=time(9))
    talk("zed", "with one who is gone", 6)
    talk("bo zed", "with one who is there", 40, channel=Channel.CALL)
    talk("anna", "an old letter", 400, channel=Channel.EMAIL, formality=Formality.ORGANISED)
    delete_contacts(notebook, [ids["zed"]])
    return ids


def told(notebook: Notebook, wanted: HappeningFilter, size: int = 3) -> list[str]:
    """The texts that a filter lets through, read in small pages."""
    found = notebook.timeline.of_everybody(wanted, TODAY)
    texts: list[str] = []
    after: EntryKey | None = None
    while True:
        keys, after = found.keys(after, size)
        texts += [entry.text for entry in found.entries(keys)]
        if after is None:
            return texts


def test_all_conversations_newest_first_without_those_of_the_trash(
    notebook: Notebook, town: dict[str, int]
) -> None:
    everything = [
        "today's coffee",
        "both, about a cello",
        "call of the week",
        "with one who is there",
        "an old letter",
    ]
    for size in range(1, 7):
        assert told(notebook, HappeningFilter(kinds=CONVERSATIONS), size) == everything


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        (
            HappeningFilter(first=TODAY - timedelta(days=6), last=TODAY - timedelta(days=1)),
            ["both, about a cello", "call of the week"],
        ),
        (
            HappeningFilter(channels=frozenset({Channel.CALL})),
            ["call of the week", "with one who is there"],
        ),
        (HappeningFilter(formality=Formality.INFORMAL), ["today's coffee"]),
        (HappeningFilter(initiated_by=Initiator.THEM), ["call of the week"]),
        (
            HappeningFilter(kinds=CONVERSATIONS, people=parse_query("tag:chamber")),
            ["today's coffee", "both, about a cello", "an old letter"],
        ),
        (
            HappeningFilter(kinds=CONVERSATIONS, people=parse_query("-tag:chamber")),
            ["both, about a cello", "call of the week", "with one who is there"],
        ),
        (HappeningFilter(words="CELL"), ["both, about a cello"]),
        (HappeningFilter(words="anna cello"), ["both, about a cello"]),
        (HappeningFilter(words="nothing"), []),
        (HappeningFilter(with_all=(1, 2)), ["both, about a cello"]),
    ],
)
def test_a_filter_narrows(
    notebook: Notebook, town: dict[str, int], wanted: HappeningFilter, texts: list[str]
) -> None:
    assert told(notebook, wanted) == texts
    conversations = wanted.kinds == CONVERSATIONS or wanted.about_conversations
    if conversations:
        count = notebook.timeline.of_everybody(wanted, TODAY).count()
        assert count is not None
        assert count[0] == len(texts)


def test_words_and_people_found_too_often_to_be_collected_are_looked_for_on_the_way(
    notebook: Notebook, town: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    from notebook_app.storage import everyones_timeline

    wanted = (
        HappeningFilter(words="cello"),
        HappeningFilter(kinds=CONVERSATIONS, people=parse_query("tag:chamber")),
    )
    before = [told(notebook, each) for each in wanted]
    monkeypatch.setattr(everyones_timeline, "_FEW_FOUND", 0)
    monkeypatch.setattr(everyones_timeline, "_FEW_PEOPLE", 0)
    assert [told(notebook, each) for each in wanted] == before
    monkeypatch.setattr(everyones_timeline, "_HELD_PEOPLE", 0)
    monkeypatch.setattr(everyones_timeline, "_LOOKED_THROUGH", 2)
    assert [told(notebook, each) for each in wanted] == before
    counts = [notebook.timeline.of_everybody(each, TODAY).count() for each in wanted]
    assert counts == [(1, 2), (3, 1)]


def test_everyone_but_those_with_a_tag_is_meant_by_their_own_number(notebook: Notebook) -> None:
    """And not by the number of a row that puts the tag on them."""
    tagged = [person(notebook, f"Tagged {number}", "x") for number in range(5)]
    plain = person(notebook, "Plain")
    for contact_id in (*tagged, plain):
        log_conversation(notebook, ConversationDraft((contact_id,), str(contact_id), TODAY))
    with notebook.change("rows of tags get other numbers"):
        notebook.database.execute_sql("UPDATE contact_tag SET id = id + 1000")
    wanted = HappeningFilter(kinds=CONVERSATIONS, people=parse_query("-tag:x"))
    assert told(notebook, wanted) == [str(plain)]


def test_people_are_told_newest_first(notebook: Notebook, town: dict[str, int]) -> None:
    found = notebook.timeline.of_everybody(HappeningFilter(), TODAY)
    assert found.people(10) == [town["anna"], town["bo"]]
    assert found.people(1) == [town["anna"]]


def test_a_count_can_be_broken_off(
    notebook: Notebook, town: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    from notebook_app.storage import everyones_timeline

    monkeypatch.setattr(everyones_timeline, "_ASKED_EVERY", 1)
    found = notebook.timeline.of_everybody(HappeningFilter(), TODAY)
    assert found.count(lambda: True) is None
    assert found.count() == (5, 2)


def test_what_is_still_to_come_is_told_only_when_it_is_asked_for(notebook: Notebook) -> None:
    with notebook.change("Events"):
        for days in (-3, 0, 3):
            notebook.events.insert(EventDraft(f"Evening {days}", TODAY + timedelta(days=days)))
    events = frozenset({EntryKind.EVENT})

    def shown(wanted: HappeningFilter) -> list[str]:
        found = notebook.timeline.of_everybody(wanted, TODAY)
        return [entry.title for entry in found.entries(found.keys(None, 10)[0])]

    assert shown(HappeningFilter(kinds=events)) == ["Evening 0", "Evening -3"]
    assert shown(HappeningFilter(first=TODAY, kinds=events)) == ["Evening 3", "Evening 0"]


def test_every_kind_is_told_of_everybody(notebook: Notebook) -> None:
    with notebook.change("all"):
        for table in JOURNALED:
            make_row(notebook, table, 1)
        notebook.database.execute_sql("UPDATE follow_up SET state = 'done'")
        for table in ("follow_up", "contact_service", "favour"):
            notebook.database.execute_sql(f"UPDATE {table} SET conversation_id = NULL")
        notebook.database.execute_sql("UPDATE import_record SET imported_at = '2026-01-03T10:00'")
    found = notebook.timeline.of_everybody(HappeningFilter(), TODAY)
    keys, after = found.keys(None, 100)
    assert after is None
    assert {entry.kind for entry in found.entries(keys)} == set(EntryKind)
    assert set(notebook.timeline.kinds_of_everybody()) == set(EntryKind)
    assert keys == sorted(keys, key=lambda key: (key.on, key.moment), reverse=True)


def test_those_spoken_with_are_asked_for_as_people(
    notebook: Notebook, town: dict[str, int]
) -> None:
    """The query finds the same people as the page shows."""
    for wanted in (
        HappeningFilter(),
        HappeningFilter(channels=frozenset({Channel.CALL})),
        HappeningFilter(channels=frozenset({Channel.CALL, Channel.EMAIL})),
        HappeningFilter(first=TODAY - timedelta(days=7), last=TODAY - timedelta(days=1)),
        HappeningFilter(last=date(2026, 1, 1)),
        HappeningFilter(people=parse_query("tag:chamber")),
    ):
        query = people_spoken_with(wanted)
        assert query is not None
        read_again = parse_query(query.text)
        assert read_again == query
        found = notebook.timeline.of_everybody(wanted, TODAY).people(10)
        people = set(found)
        if wanted.people.terms:
            people &= {town["anna"]}
        assert set(people_ids(notebook, read_again, TODAY)) == people
    assert people_spoken_with(HappeningFilter(words="cello")) is None


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("phoned:2026-03", "Bo"),
        ("phoned:<90d", "Bo"),
        ("saw:today", "Anna"),
        ("mailed:2025", "Anna"),
        ("conversation:last-week", "Anna Bo"),
        ("-conversation:<90d", ""),
        ("conversation:last-month", ""),
    ],
)
def test_people_are_asked_for_by_when_one_spoke(
    notebook: Notebook, town: dict[str, int], query: str, names: str
) -> None:
    ids = people_ids(notebook, parse_query(query), TODAY)
    assert " ".join(notebook.contacts.names_of(ids)) == names


def test_an_entry_is_written_anew_and_taken_back(notebook: Notebook, town: dict[str, int]) -> None:
    write_entry_text(notebook, EntryKind.CONVERSATION, 1, "tea")
    assert told(notebook, HappeningFilter(words="tea")) == ["tea"]
    undo_last(notebook)
    assert told(notebook, HappeningFilter(words="tea")) == []


@pytest.mark.parametrize(
    "kind",
    [
        EntryKind.CONVERSATION,
        EntryKind.FOLLOW_UP,
        EntryKind.EVENT,
        EntryKind.OPPORTUNITY,
        EntryKind.FAVOUR,
        EntryKind.SERVICE,
        EntryKind.STAGE,
        EntryKind.ATTEMPT,
    ],
)
def test_whatever_is_deleted_comes_back_in_one_step(notebook: Notebook, kind: EntryKind) -> None:
    with notebook.change("all"):
        for table in JOURNALED:
            make_row(notebook, table, 1)
        notebook.database.execute_sql("UPDATE follow_up SET state = 'done'")
    kinds = frozenset({kind})
    before = notebook.timeline.page(1, 0, 10, kinds)
    assert len(before) == 1
    delete_entry(notebook, kind, before[0].id, 1)
    assert notebook.timeline.page(1, 0, 10, kinds) == []
    undo_last(notebook)
    assert notebook.timeline.page(1, 0, 10, kinds) == before
