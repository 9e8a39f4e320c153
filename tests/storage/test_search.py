"""Finding people as one types: in any part, in any spelling, and never with an error."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notebook_app.model.contact import (
    Address,
    ContactDetails,
    ContactDraft,
    Email,
    Link,
    NameParts,
    Phone,
    RelatedName,
    Role,
)
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.terms import PeopleQuery, words_query
from notebook_app.services.log_conversation import log_conversation, update_conversation
from notebook_app.services.save_contact import add_contact, delete_contacts, update_contact
from notebook_app.storage.notebook import Notebook
from tests.made_up import examples
from tests.storage.conftest import TODAY
from tests.storage.whole_content import assert_all_is_well


def add(notebook: Notebook, shown: str, **more: object) -> int:
    """Add a person and return the id."""
    details = ContactDetails(display_name=shown, **more)  # type: ignore[arg-type]
    add_contact(notebook, ContactDraft(details))
    return int(notebook.database.execute_sql("SELECT max(id) FROM contact").fetchone()[0])


def talk(notebook: Notebook, text: str, *contact_ids: int, place: str = "", days: int = 0) -> None:
    """Log a conversation some days ago."""
    on = TODAY - timedelta(days=days)
    log_conversation(notebook, ConversationDraft(contact_ids, text, on, place=place))


def found(notebook: Notebook, words: str, query: PeopleQuery | None = None) -> list[str]:
    """The names that the list shows for what was typed."""
    query = words_query(words) if query is None else query
    ids = [found_id for batch in notebook.people.search(query, TODAY) for found_id in batch]
    assert len(ids) == len(set(ids))
    return [row.name for row in notebook.people.rows(ids)]


@pytest.mark.parametrize(
    "typed",
    ["anna", "ANNA", "åstr", "Astr", "ASTRÖM", "anna a", "astrom anna", "ann astr", "  anna  "],
)
def test_a_name_is_found_without_accents_and_case(notebook: Notebook, typed: str) -> None:
    """Whole words first, the last as a beginning, in any order."""
    add(notebook, "Anna Åström")
    add(notebook, "Bo Berg")
    wanted = [] if typed == "ann astr" else ["Anna Åström"]
    assert found(notebook, typed) == wanted


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Søren Ødegård", "soren odeg"),
        ("Søren Ødegård", "Søren Ødeg"),
        ("Łucja Đorđević", "lucja dord"),
        ("Jörg Weiß", "weiss"),
        ("Jörg Weiß", "Weiß"),
        ("Jörg Weiss", "weiß"),
        ("Ｊｏｈｎ", "john"),
        ("Zoe\u0308", "zoë"),
        ("Zoë", "zoe\u0308"),
        ("田中 太郎", "中"),
        ("田中太郎", "太郎"),
        ("김민준", "민준"),
        ("שרה לוי", "לוי"),
        ("محمد علي", "علي"),
        ("Иван Петров", "петр"),
        ("Ελένη", "ελενη"),
        ("O'Neil", "oneil o"),
        ("Ann-Marie", "marie"),
        ("Тест_имя", "имя"),
    ],
)
def test_names_of_the_world_are_found(notebook: Notebook, name: str, typed: str) -> None:
    """In their own letters and in plain ones."""
    add(notebook, name)
    add(notebook, "Somebody Else")
    wanted = [] if typed == "oneil o" else [name]
    assert found(notebook, typed) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        *("070-123 45 67", "0701234567", "070 123", "+46 70 123 45 67", "+46701234567", "4670123"),
        *("0046701234567", "0046 70-123", "+46 (0)70 123 45 67", "(070) 123 45 67", "701234"),
        *("070/1234567", "070.123.45.67", "070–123", "070\u00a0123\u00a045", "０７０１２３"),
    ],
)
@pytest.mark.parametrize(
    "stored", ["070-123 45 67", "+46701234567", "0046 70 123 45 67", "+46 (0)70-1234567"]
)
def test_a_number_is_found_in_any_spelling(notebook: Notebook, stored: str, typed: str) -> None:
    """However it was written down, and however it is typed."""
    add(notebook, "Called", phones=(Phone(stored),))
    add(notebook, "Other", phones=(Phone("08-555 123 45"),))
    assert found(notebook, typed) == ["Called"]


def test_numbers_that_are_no_telephone_numbers_are_found_too(notebook: Notebook) -> None:
    """Years, house numbers, codes with a zero before them."""
    add(notebook, "Noted", note="Graduated 2019, code 0815")
    assert found(notebook, "2019") == ["Noted"]
    assert found(notebook, "0815") == ["Noted"]
    assert found(notebook, "81") == []


@pytest.mark.parametrize(
    "typed",
    ["acme", "ops", "plumb", "chief", "likes jazz", "vip", "mill lane", "brighton", "anna@x",
     "x.example", "linked", "sister", "jo nick", "kitchen", "bean house", "kitchen anna"],
)  # fmt: skip
def test_every_part_is_searched(notebook: Notebook, typed: str) -> None:
    """What is written of somebody, and what was said with them and where."""
    anna = add(
        notebook,
        "Anna",
        name=NameParts(given="Anna"),
        nickname="Jo Nick",
        organization="Acme",
        department="Ops",
        profession="Plumber",
        title="Chief",
        note="Likes jazz",
        tags=("VIP",),
        addresses=(Address(street="1 Mill Lane", city="Brighton"),),
        emails=(Email("anna@x.example"),),
        links=(Link("https://linkedin.example/anna"),),
        related=(RelatedName("Eva", "sister"), RelatedName("Sister Mary")),
    )
    add(notebook, "Bo")
    talk(notebook, "A new kitchen", anna, place="Bean House")
    assert found(notebook, typed) == ["Anna"]


def test_what_was_said_is_found_in_any_script(notebook: Notebook) -> None:
    """East Asian words are not parted by spaces."""
    anna, bo = add(notebook, "Anna"), add(notebook, "Bo")
    talk(notebook, "今日東京で会った", anna)
    talk(notebook, "Über die Straße", bo, place="京都")
    assert found(notebook, "東京") == ["Anna"]
    assert found(notebook, "京") == ["Bo", "Anna"]
    assert found(notebook, "strasse") == ["Bo"]
    assert found(notebook, "uber") == ["Bo"]
    assert_all_is_well(notebook)


def test_beginnings_come_first_then_other_contacts_then_what_was_said(notebook: Notebook) -> None:
    """Within the last, the latest conversation first."""
    said_long_ago = add(notebook, "Zed")
    said_lately = add(notebook, "Yan")
    add(notebook, "Note", note="about berg")
    add(notebook, "Ann Berg")
    add(notebook, "Bergman Bo")
    add(notebook, "Berg Åke")
    talk(notebook, "Saw berg", said_long_ago, days=9)
    talk(notebook, "Saw berg", said_lately)
    assert found(notebook, "berg") == ["Berg Åke", "Bergman Bo", "Ann Berg", "Note", "Yan", "Zed"]


def test_a_search_stays_within_role_and_tag_and_out_of_the_trash(notebook: Notebook) -> None:
    """The words are only one part of the filter."""
    for name, tags in (("Ann A", ("vip",)), ("Ann B", ()), ("Ann C", ("VIP",))):
        details = ContactDetails(display_name=name, tags=tags)
        add_contact(notebook, ContactDraft(details, roles=(Role.CLIENT,) if name < "Ann C" else ()))
    assert found(notebook, "", parse_query("ann role:client")) == ["Ann A", "Ann B"]
    assert found(notebook, "", parse_query("ann tag:Vip")) == ["Ann A", "Ann C"]
    assert found(notebook, "", parse_query("ann role:client tag:vip")) == ["Ann A"]
    assert notebook.people.count(parse_query("role:client tag:vip"), TODAY) == 1
    delete_contacts(notebook, [1])
    assert found(notebook, "ann") == ["Ann B", "Ann C"]
    assert notebook.people.count(parse_query("role:client"), TODAY) == 1
    assert notebook.people.count(PeopleQuery(), TODAY) == 2


def test_names_in_conversations_follow_renames_and_undo(notebook: Notebook) -> None:
    """Their names are searched with what was said."""
    anna, bo = add(notebook, "Anna"), add(notebook, "Bo")
    talk(notebook, "kitchen", anna, bo)
    contact = notebook.contacts.get(anna)
    assert contact is not None

    def people() -> str:
        sql = "SELECT people FROM conversation"
        return str(notebook.database.execute_sql(sql).fetchone()[0])

    assert people() == "Anna, Bo"
    update_contact(notebook, anna, ContactDraft(ContactDetails(display_name="Cleo 花")))
    assert people() == "Cleo  花 , Bo"
    assert set(found(notebook, "kitchen cleo")) == {"Cleo 花", "Bo"}
    assert found(notebook, "kitchen anna") == []
    notebook.undo()
    assert people() == "Anna, Bo"
    assert set(found(notebook, "kitchen anna")) == {"Anna", "Bo"}
    notebook.redo()
    assert found(notebook, "kitchen anna") == []
    update_conversation(notebook, 1, ConversationDraft((bo,), "garden", TODAY))
    assert people() == "Bo"
    assert found(notebook, "kitchen") == []
    assert_all_is_well(notebook)


HOSTILE = (
    *('"', "'", "*", "anna*", "(", ")", "a AND", "NOT", "a OR b", "NEAR(a b)", "search_name:x"),
    *("^a", "-a", "+", "a:b", "{a}", "\x00", "a\x00b", "\ud800", "\udfffa", "%", "_", "\\", ";"),
    *("'; DROP TABLE contact; --", "<b>", "\u202e", "🙂", "👩‍👩‍👧", "a" * 100_000, "a " * 50_000),
    *("\u19b0", "x\u19b0y", "\U0010ffff", "\u0301", "²", "½", "٠٧٠١٢٣", "\n", "\t", "1" * 1000),
)


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_no_typed_text_is_an_error(notebook: Notebook, typed: str) -> None:
    """Neither in the list, nor where one contact is asked for, nor in a completion."""
    anna = add(notebook, "Anna x\u19b0y 🙂 <b>")
    talk(notebook, "kitchen", anna)
    found(notebook, typed)
    notebook.contacts.find(typed)
    notebook.contacts.complete(typed, 5)


@given(st.text())
@settings(
    max_examples=examples(50, 500),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_made_up_text_is_an_error(notebook: Notebook, typed: str) -> None:
    """Hypothesis tries what nobody thought of."""
    found(notebook, typed)
    notebook.contacts.find(typed)
    notebook.contacts.complete(typed, 5)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=12))
@settings(
    max_examples=examples(30, 300),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_name_that_can_be_written_is_found_by_itself(notebook: Notebook, name: str) -> None:
    """Unless there is no letter or digit in it at all."""
    if not name.strip() or not any(char.isalnum() for char in name) or name >= "\u19b0":
        return
    contact_id = add(notebook, name)
    ids = [
        found_id for batch in notebook.people.search(words_query(name), TODAY) for found_id in batch
    ]
    assert contact_id in ids


def test_many_matches_come_in_batches_each_once(notebook: Notebook) -> None:
    """However many there are, and in a stable order."""
    with notebook.change("many"):
        for number in range(2100):
            name = f"Zoe {number:04d}" if number % 7 else f"Al {number:04d} zoe"
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
    first = found(notebook, "zoe")
    assert len(first) == 2100
    assert first[:3] == ["Zoe 0001", "Zoe 0002", "Zoe 0003"]
    assert found(notebook, "zoe") == first
    everyone = notebook.people.ids(PeopleQuery(), TODAY, 0, 3000)
    paged = [
        contact_id
        for offset in range(0, 3000, 50)
        for contact_id in notebook.people.ids(PeopleQuery(), TODAY, offset, 50)
    ]
    assert paged == everyone
    for offset in (0, 700, 2099):
        place = notebook.people.position(PeopleQuery(), TODAY, everyone[offset])
        assert place == offset


def test_batches_are_read_only_when_asked_for(notebook: Notebook) -> None:
    """A change between two batches is no error."""
    with notebook.change("many"):
        for number in range(250):
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=f"Al {number:03d}")))
    batches = notebook.people.search(words_query("al"), TODAY)
    assert len(next(batches)) == 100
    delete_contacts(notebook, list(range(150, 251)))
    assert [len(batch) for batch in batches] == [49]


def test_a_person_without_a_conversation_this_year_is_still_found(notebook: Notebook) -> None:
    """Nothing but the words decides."""
    add(notebook, "Anna")
    assert notebook.people.rows([1])[0].last_conversation is None
    talk(notebook, "x", 1, days=400)
    assert notebook.people.rows([1])[0].last_conversation == date(2025, 2, 3)
