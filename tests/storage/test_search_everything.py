"""Search over everything: what is found, in which order, and where the words stand."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import ContactDetails, ContactDraft, Email, NameParts, Phone
from notebook_app.model.conversation import ConversationDraft, Formality
from notebook_app.model.event import EventDraft, Involvement
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, FollowUpState
from notebook_app.model.found import Found, FoundIn, FoundKind
from notebook_app.model.opportunity import OpportunityDraft
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.services.search_everything import search_everything, search_for
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.search_everything import COUNTED
from tests.made_up import examples
from tests.storage.conftest import TODAY
from tests.storage.whole_content import assert_all_is_well


def add(notebook: Notebook, shown: str, **more: Any) -> int:
    add_contact(notebook, ContactDraft(ContactDetails(display_name=shown, **more)))
    return int(notebook.database.execute_sql("SELECT max(id) FROM contact").fetchone()[0])


def talk(notebook: Notebook, text: str, *contact_ids: int, days: int = 0, place: str = "") -> None:
    on = TODAY - timedelta(days=days)
    log_conversation(notebook, ConversationDraft(contact_ids, text, on, place=place))


def plan(notebook: Notebook, contact_id: int, note: str, days: int = 0) -> int:
    due = TODAY + timedelta(days=days)
    plan_follow_up(notebook, FollowUpDraft(contact_id, FollowUpKind.CALL, due, note=note))
    return int(notebook.database.execute_sql("SELECT max(id) FROM follow_up").fetchone()[0])


def event(notebook: Notebook, name: str, days: int = 0, **more: Any) -> int:
    draft = EventDraft(
        name,
        TODAY + timedelta(days=days),
        formality=Formality.ORGANISED,
        involvement=Involvement.ATTENDED,
        **more,
    )
    with notebook.change("Event"):
        return notebook.events.insert(draft)


def results(notebook: Notebook, words: str, kind: FoundKind) -> list[Found]:
    """All results of a kind, read in pages of three."""
    group, found = search_for(notebook, words).group(kind), []
    while page := group.more(3):
        found += page
    assert not group.has_more
    assert len({each.id for each in found}) == len(found)
    return found


def people(notebook: Notebook, words: str) -> list[str]:
    return [found.title.text for found in results(notebook, words, FoundKind.PEOPLE)]


def marked(found: Found) -> list[str]:
    """What is marked in a result: in its title, beside it, in its fragment."""
    return [
        text.text[start : start + length]
        for text in (found.title, found.beside, found.fragment)
        for start, length in text.marks
    ]


def test_people_come_exactly_named_first_then_beginning_then_holding_then_others(
    notebook: Notebook,
) -> None:
    add(notebook, "Mo", note="Knows Berg")
    add(notebook, "Anna Berg")
    add(notebook, "Bergman")
    add(notebook, "Berg")
    assert people(notebook, "berg") == ["Berg", "Bergman", "Anna Berg", "Mo"]
    assert people(notebook, "BERG ") == ["Berg", "Bergman", "Anna Berg", "Mo"]


def test_within_a_class_who_was_used_lately_comes_first(
    notebook: Notebook, clock: StoppedClock
) -> None:
    ids = {name: add(notebook, f"Berg {name}") for name in ("A", "B", "C", "D")}
    # Changing somebody counts as using them, so all were used on the day they were added.
    notebook.database.execute_sql("UPDATE contact SET changed_at = '2020-01-01T00:00:00Z'")
    talk(notebook, "Hello", ids["C"], days=9)
    talk(notebook, "Hello", ids["B"], days=30)
    assert people(notebook, "berg") == ["Berg C", "Berg B", "Berg A", "Berg D"]
    plan(notebook, ids["D"], "")
    assert people(notebook, "berg") == ["Berg D", "Berg C", "Berg B", "Berg A"]


def test_the_field_that_has_the_words_is_shown(notebook: Notebook) -> None:
    details: dict[str, Any] = {
        "organization": "Bean House",
        "phones": (Phone("+46 70-123 45 67", "mobile"),),
        "emails": (Email("a@quay.example", "work"),),
        "note": "Has a boat. " * 30 + "Plays the theremin on Sundays.",
        "tags": ("rowing club",),
        "name": NameParts(given="Anna", family="Berg", maiden="Ødegård"),
    }
    add(notebook, "Anna Berg", **details)
    wanted = {
        "theremin": (FoundIn.NOTE, ["theremin"]),
        "0701234567": (FoundIn.PHONE, ["70-123 45 67"]),
        "+46 70-123 45 67": (FoundIn.PHONE, ["46 70-123 45 67"]),
        "quay": (FoundIn.EMAIL, ["quay"]),
        "rowing": (FoundIn.TAG, ["rowing"]),
        "odegard": (FoundIn.NAME, ["Ødegård"]),
        "anna theremin": (FoundIn.NOTE, ["Anna", "theremin"]),
    }
    for words, (part, marks) in wanted.items():
        (found,) = results(notebook, words, FoundKind.PEOPLE)
        assert (found.part, marked(found)) == (part, marks), words
    (found,) = results(notebook, "bean", FoundKind.PEOPLE)
    assert (found.beside.text, marked(found), found.fragment.text) == ("Bean House", ["Bean"], "")


def test_conversations_come_latest_first_whenever_they_were_written(notebook: Notebook) -> None:
    anna, bo = add(notebook, "Anna"), add(notebook, "Bo")
    talk(notebook, "Kitchens, old", anna, days=9)
    talk(notebook, "Kitchens, new", anna, bo, days=1)
    talk(notebook, "Kitchens, between", bo, days=5)
    found = results(notebook, "kitchen", FoundKind.CONVERSATIONS)
    assert [each.fragment.text for each in found] == [
        "Kitchens, new",
        "Kitchens, between",
        "Kitchens, old",
    ]
    assert marked(found[0]) == ["Kitchen"]
    assert found[0].on == TODAY - timedelta(days=1)
    both = results(notebook, "bo kitchen", FoundKind.CONVERSATIONS)
    assert [each.title.text for each in both] == ["Bo, Anna", "Bo"]
    assert both[0].contact_id == bo
    assert marked(both[0]) == ["Bo", "Kitchen"]


def test_a_conversation_is_found_by_its_place(notebook: Notebook) -> None:
    talk(notebook, "Boats", add(notebook, "Anna"), place="Café Größe")
    (found,) = results(notebook, "cafe grosse", FoundKind.CONVERSATIONS)
    assert (found.part, found.fragment.text) == (FoundIn.PLACE, "Café Größe")
    assert marked(found) == ["Café", "Größe"]


def test_follow_ups_come_open_ones_first_by_their_day(notebook: Notebook) -> None:
    anna = add(notebook, "Anna")
    ids = [plan(notebook, anna, f"brochure {number}", days) for number, days in enumerate((5, 1))]
    done = plan(notebook, anna, "brochure done", -9)
    older = plan(notebook, anna, "brochure older", -20)
    with notebook.change("Done"):
        notebook.follow_ups.close(done, FollowUpState.DONE, TODAY)
        notebook.follow_ups.close(older, FollowUpState.DONE, TODAY - timedelta(days=20))
    found = results(notebook, "brochure", FoundKind.FOLLOW_UPS)
    assert [each.id for each in found] == [ids[1], ids[0], done, older]
    assert [each.state for each in found] == ["open", "open", "done", "done"]
    assert marked(found[0]) == ["brochure"]
    notebook.undo()
    assert [each.state for each in results(notebook, "brochure", FoundKind.FOLLOW_UPS)] == [
        "open"
    ] * 4
    assert_all_is_well(notebook)


def test_a_follow_up_is_found_in_any_spelling_and_no_longer_when_it_changes(
    notebook: Notebook,
) -> None:
    anna = add(notebook, "Anna")
    follow_up_id = plan(notebook, anna, "Straße zeigen, 田中 grüßen")
    for words in ("strasse", "straße", "中", "grusse", "grüß"):
        assert len(results(notebook, words, FoundKind.FOLLOW_UPS)) == 1, words
    draft = FollowUpDraft(anna, FollowUpKind.CALL, TODAY, note="Nothing")
    with notebook.change("Changed"):
        notebook.follow_ups.update(follow_up_id, draft)
    assert results(notebook, "strasse", FoundKind.FOLLOW_UPS) == []
    with notebook.change("Gone"):
        notebook.follow_ups.delete(follow_up_id)
    assert results(notebook, "nothing", FoundKind.FOLLOW_UPS) == []
    notebook.undo()
    assert len(results(notebook, "nothing", FoundKind.FOLLOW_UPS)) == 1
    assert_all_is_well(notebook)


@pytest.mark.parametrize(
    ("words", "notes"),
    [
        ("anna", ["soon", "Tell Anna", "later", "long ago"]),
        ("anna ber", ["soon", "Tell Anna", "later", "long ago"]),
        ("anna call", ["soon", "later", "long ago"]),
        ("lunch anna", ["Tell Anna"]),
        ("lun", ["Tell Anna", "Bo's"]),
        ("e-mail", []),
        ("la", ["later"]),  # Too short for a kind.
    ],
)
def test_follow_ups_are_found_by_their_person_and_kind_too(
    notebook: Notebook, words: str, notes: list[str]
) -> None:
    anna, bo = add(notebook, "Anna Berg"), add(notebook, "Bo Lund")
    plan(notebook, anna, "later", 9)
    plan(notebook, anna, "soon", 1)
    for contact_id, note, days in ((anna, "Tell Anna", 4), (bo, "Bo's", 5)):
        due = TODAY + timedelta(days=days)
        plan_follow_up(notebook, FollowUpDraft(contact_id, FollowUpKind.LUNCH, due, note=note))
    done = plan(notebook, anna, "long ago", -30)
    with notebook.change("Done"):
        notebook.follow_ups.close(done, FollowUpState.DONE, TODAY)
    found = results(notebook, words, FoundKind.FOLLOW_UPS)
    assert sorted(each.fragment.text for each in found) == sorted(notes)
    assert [each.fragment.text for each in found if each.state != "open"] == [
        note for note in notes if note == "long ago"
    ]


def test_events_come_latest_first_and_are_found_by_name_place_and_note(notebook: Notebook) -> None:
    met = add(notebook, "Anna")
    spring = event(notebook, "Spring fair", -90, place="Harbour hall", met=(met,))
    autumn = event(notebook, "Autumn fair", 9, note="Bring the Øresund maps")
    found = results(notebook, "fair", FoundKind.EVENTS)
    assert [(each.id, each.contact_id) for each in found] == [(autumn, None), (spring, met)]
    assert [each.id for each in results(notebook, "harbour", FoundKind.EVENTS)] == [spring]
    (by_note,) = results(notebook, "oresund", FoundKind.EVENTS)
    assert (by_note.part, marked(by_note)) == (FoundIn.NOTE, ["Øresund"])


def test_opportunities_are_found_by_title_and_note(notebook: Notebook) -> None:
    anna = add(notebook, "Anna")
    with notebook.change("Work"):
        notebook.opportunities.insert(OpportunityDraft(anna, "New kitchen", note="Oak or beech"))
    for words in ("kitchen", "beech", "oak kitchen"):
        (found,) = results(notebook, words, FoundKind.OPPORTUNITIES)
        assert (found.title.text, found.beside.text) == ("New kitchen", "Anna")
    assert marked(found) == ["kitchen", "Oak"]


def test_nothing_of_people_in_the_trash_is_found(notebook: Notebook) -> None:
    gone, here = add(notebook, "Gone Quince"), add(notebook, "Here")
    talk(notebook, "quince jam", gone)
    talk(notebook, "quince tart", gone, here)
    plan(notebook, gone, "quince")
    with notebook.change("Work"):
        notebook.opportunities.insert(OpportunityDraft(gone, "Quince"))
    delete_contacts(notebook, [gone])
    groups = search_everything(notebook, "quince", 9)
    assert [group.kind for group in groups] == [FoundKind.CONVERSATIONS]
    assert [found.fragment.text for found in groups[0].results] == ["quince tart"]
    notebook.undo()
    assert len(search_everything(notebook, "quince", 9)) == 4


def test_groups_without_results_are_left_out(notebook: Notebook) -> None:
    talk(notebook, "Boats", add(notebook, "Anna"))
    (group,) = search_everything(notebook, "boats", 5)
    assert (group.kind, group.count, group.counted_all) == (FoundKind.CONVERSATIONS, 1, True)
    for words in ("", "  ", "!!", "zzz"):
        assert search_everything(notebook, words, 5) == []


def test_many_results_are_counted_and_read_as_far_as_they_are_looked_at(
    notebook: Notebook,
) -> None:
    anna = add(notebook, "Anna")
    with notebook.change("Many"):
        for number in range(COUNTED + 30):
            on = TODAY - timedelta(days=number % 7)
            notebook.conversations.insert(ConversationDraft((anna,), f"insurances {number}", on))
    for words in ("insurance", "in"):
        group = search_for(notebook, words).group(FoundKind.CONVERSATIONS)
        assert (group.count, group.counted_all) == (COUNTED, False)
        page = group.more(5)
        assert len(page) == 5
        assert {each.on for each in page} == {TODAY}
        assert len(results(notebook, words, FoundKind.CONVERSATIONS)) == COUNTED + 30
    assert results(notebook, "insurancex", FoundKind.CONVERSATIONS) == []


def test_a_long_rare_word_is_found_among_many_that_begin_like_it(notebook: Notebook) -> None:
    anna = add(notebook, "Anna")
    with notebook.change("Many"):
        for number in range(2 * COUNTED):
            word = "insurance" if number == 7 else "insular"
            notebook.conversations.insert(ConversationDraft((anna,), word, TODAY))
    (found,) = results(notebook, "insura", FoundKind.CONVERSATIONS)
    assert marked(found) == ["insura"]


@settings(
    max_examples=examples(25, 250),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=40) | st.text(alphabet='"*()^:-+{} ANDORNEAR\x00é', max_size=40))
def test_no_text_is_an_error(notebook: Notebook, words: str) -> None:
    add(notebook, "Anna Åström", note="a long é note")
    search_everything(notebook, words, 3)


@pytest.mark.parametrize("hostile", ["<b>x</b> markup", "a & b <img src=x> markup"])
def test_texts_are_given_as_they_were_written(notebook: Notebook, hostile: str) -> None:
    talk(notebook, hostile, add(notebook, "<i>Anna</i>"))
    (found,) = results(notebook, "markup", FoundKind.CONVERSATIONS)
    assert (found.title.text, found.fragment.text) == ("<i>Anna</i>", hostile)
    assert marked(found) == ["markup"]


def test_a_day_is_the_day_it_was_written_for(notebook: Notebook) -> None:
    plan(notebook, add(notebook, "Anna"), "brochure", 3)
    (found,) = results(notebook, "brochure", FoundKind.FOLLOW_UPS)
    assert found.on == date.fromordinal(TODAY.toordinal() + 3)
