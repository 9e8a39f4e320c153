"""Nobody comes twice: whatever the phone, the dialect or the user did between two imports."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from notebook_app.model.contact import Contact
from notebook_app.model.contact_match import Likeness
from notebook_app.services.import_plan import CardState, ImportPlan, PlannedCard
from notebook_app.services.import_vcards import ImportOutcome, import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.services.save_contact import update_contact
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Return an empty notebook of somebody in Germany."""
    opened = empty_notebook(tmp_path / "people.db", region="DE")
    yield opened
    opened.close()


def card(*lines: str, version: str = "3.0") -> bytes:
    """Return a card of ``lines``."""
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")).encode()


def plan(notebook: Notebook, data: bytes) -> ImportPlan:
    """Return the preview of importing ``data``."""
    return plan_import(notebook, [("phone.vcf", data)])


def only(planned: ImportPlan) -> PlannedCard:
    """Return the one card of a plan."""
    [shown] = planned.cards
    return shown


def bring_in(notebook: Notebook, data: bytes) -> ImportOutcome:
    """Import ``data`` as it is."""
    return import_vcards(notebook, plan(notebook, data))


def counts(outcome: ImportOutcome) -> tuple[int, int, int]:
    """Return added, updated, unchanged."""
    return outcome.added, outcome.updated, outcome.unchanged


def everyone(notebook: Notebook) -> list[Contact]:
    """Return all contacts by name."""
    return list(notebook.contacts.many(notebook.contacts.all_ids()))


def edit(notebook: Notebook, contact: Contact, **changes: object) -> None:
    """Change some details of a contact by hand."""
    draft = notebook.contacts.draft_of(contact)
    details = replace(draft.details, **changes)  # type: ignore[arg-type]
    update_contact(notebook, contact.id, replace(draft, details=details))


ANN = ("FN:Ann Berg", "N:Berg;Ann;;;", "TEL;TYPE=CELL:0151 00000001", "EMAIL:ann@mail.example")
BEN = card("FN:Ben Wood", "N:Wood;Ben;;;", "TEL;TYPE=CELL:0151 00000002")


def test_a_changed_number_without_uid_is_an_update_when_the_export_comes_again(
    notebook: Notebook,
) -> None:
    bring_in(notebook, BEN + card("FN:Ann Berg", "TEL:0151 00000001"))

    outcome = bring_in(notebook, BEN + card("FN:Ann Berg", "TEL:0151 00000009"))

    assert counts(outcome) == (0, 1, 1)
    assert [phone.number for phone in everyone(notebook)[0].details.phones] == ["0151 00000009"]


def test_a_changed_number_beside_something_else_is_an_update(notebook: Notebook) -> None:
    bring_in(notebook, card("FN:Ann Berg", "TEL:0151 00000001", "ORG:Bakery"))

    assert counts(bring_in(notebook, card("FN:Ann Berg", "TEL:030 1", "ORG:Bakery"))) == (0, 1, 0)


def test_a_namesake_from_elsewhere_is_a_question(notebook: Notebook) -> None:
    bring_in(notebook, card("FN:Ann Berg", "TEL:0151 00000001"))

    shown = only(plan(notebook, card("FN:Ann Berg", "TEL:0151 00000009")))

    assert shown.state is CardState.POSSIBLE
    assert [(each.name, each.why) for each in shown.candidates] == [("Ann Berg", (Likeness.NAME,))]


def test_two_of_one_name_in_an_export_stay_two(notebook: Notebook) -> None:
    data = card("FN:Ann Berg", "TEL:0151 00000001") + card("FN:Ann Berg", "TEL:0151 00000002")
    assert counts(bring_in(notebook, data)) == (2, 0, 0)

    changed = data.replace(b"00000002", b"00000003")
    shown = plan(notebook, changed).cards
    assert [item.state for item in shown] == [CardState.UNCHANGED, CardState.POSSIBLE]


def test_someone_renamed_here_is_still_known_by_an_address(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN))
    edit(notebook, everyone(notebook)[0], display_name="My sister")

    outcome = bring_in(notebook, card(*ANN, "TITLE:Baker"))

    assert counts(outcome) == (0, 1, 0)
    [contact] = everyone(notebook)
    assert (contact.details.display_name, contact.details.title) == ("My sister", "Baker")


def test_a_new_uid_for_the_same_person_updates_what_changed(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN, "UID:old-1", "TITLE:Baker"))

    outcome = bring_in(notebook, card(*ANN, "UID:new-7", "TITLE:Master baker"))

    assert counts(outcome) == (0, 1, 0)
    [contact] = everyone(notebook)
    assert contact.details.title == "Master baker"
    assert counts(bring_in(notebook, card(*ANN, "UID:new-7", "TITLE:Master baker"))) == (0, 0, 1)


def test_a_card_with_another_uid_takes_nothing_away(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN, "UID:home", "TEL;TYPE=HOME:030 23125001", "NOTE:Rows"))

    bring_in(notebook, card(*ANN, "UID:work", "TITLE:Baker"))

    [contact] = everyone(notebook)
    assert len(contact.details.phones) == 2
    assert (contact.details.note, contact.details.title) == ("Rows", "Baker")


DIALECTS = {
    "2.1": card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9n;=C3=85sa;;;",
        "TEL;CELL:+4915100000001",
        "EMAIL;INTERNET:asa@mail.example",
        "ORG:Bakery",
        "BDAY:1980-05-06",
        version="2.1",
    ),
    "3.0": card(
        "N:Josén;Åsa;;;",
        "FN:Åsa Josén",
        "TEL;TYPE=CELL:0151 00000001",
        "item1.EMAIL;TYPE=INTERNET:asa@mail.example",
        "ORG:Bakery;",
        "BDAY:1980-05-06",
    ),
    "4.0": card(
        "FN:Åsa Josén",
        "N:Josén;Åsa;;;",
        "TEL;VALUE=uri;TYPE=cell:tel:+49-151-00000001",
        "EMAIL:asa@mail.example",
        "ORG:Bakery",
        "BDAY:19800506",
        version="4.0",
    ),
}


@pytest.mark.parametrize("first", DIALECTS)
@pytest.mark.parametrize("second", DIALECTS)
def test_the_same_person_in_another_dialect_changes_nothing(
    notebook: Notebook, first: str, second: str
) -> None:
    bring_in(notebook, DIALECTS[first])

    shown = only(plan(notebook, DIALECTS[second]))

    assert (shown.state, shown.changes, shown.kept) == (CardState.UNCHANGED, (), ())


def test_the_same_card_twice_in_another_writing_is_one_person(notebook: Notebook) -> None:
    outcome = bring_in(notebook, DIALECTS["2.1"] + DIALECTS["3.0"] + DIALECTS["4.0"])

    assert counts(outcome) == (1, 0, 2)
    data = DIALECTS["4.0"] + DIALECTS["2.1"] + DIALECTS["3.0"]
    assert counts(bring_in(notebook, data)) == (0, 0, 3)


def test_an_own_edit_stands_against_the_phone_s_and_is_shown(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN, "TITLE:Baker"))
    edit(notebook, everyone(notebook)[0], title="Chef")

    shown = only(plan(notebook, card(*ANN, "TITLE:Master baker")))

    assert shown.state is CardState.UNCHANGED
    assert [(kept.field, kept.old, kept.new) for kept in shown.kept] == [
        ("title", "Chef", "Master baker")
    ]


# What the user chooses.


def test_the_card_s_value_is_taken_where_the_user_says_so(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN, "TITLE:Baker", "NOTE:Old"))
    edit(notebook, everyone(notebook)[0], title="Chef", note="Mine")
    newer = card(*ANN, "TITLE:Master baker", "NOTE:New")
    planned = plan(notebook, newer)
    planned.choices.take_theirs(0, frozenset({"title"}))

    assert counts(import_vcards(notebook, planned)) == (0, 1, 0)

    details = everyone(notebook)[0].details
    assert (details.title, details.note) == ("Master baker", "Mine")
    assert counts(bring_in(notebook, newer)) == (0, 0, 1)


def test_a_card_that_is_left_out_is_not_written(notebook: Notebook) -> None:
    planned = plan(notebook, BEN + card(*ANN) + card(*ANN, "TITLE:Baker"))
    planned.choices.leave_out(1)

    outcome = import_vcards(notebook, planned)

    assert (*counts(outcome), outcome.left_out) == (2, 0, 0, 1)
    assert everyone(notebook)[0].details.title == "Baker"


def test_a_shared_number_is_a_question_and_new_without_an_answer(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN))
    planned = plan(notebook, card("FN:Carl Lund", "TEL:0151 00000001"))

    shown = only(planned)

    assert shown.state is CardState.POSSIBLE
    assert [(each.name, each.why) for each in shown.candidates] == [("Ann Berg", (Likeness.PHONE,))]
    assert counts(import_vcards(notebook, planned)) == (1, 0, 0)
    assert len(everyone(notebook)) == 2


def test_who_the_user_says_it_is_gets_the_card_and_is_known_by_it_from_then_on(
    notebook: Notebook,
) -> None:
    bring_in(notebook, card(*ANN))
    data = card("FN:Bäckerei Süd", "TEL:0151 00000001", "URL:https://sued.example")
    planned = plan(notebook, data)
    planned.choices.is_person(0, everyone(notebook)[0].id)

    assert counts(import_vcards(notebook, planned)) == (0, 1, 0)

    [contact] = everyone(notebook)
    assert contact.details.display_name == "Ann Berg"
    assert [link.url for link in contact.details.links] == ["https://sued.example"]
    assert only(plan(notebook, data)).state is CardState.UNCHANGED
    edited = only(plan(notebook, data.replace(b"sued", b"south")))
    assert (edited.state, edited.contact_id) == (CardState.CHANGED, contact.id)


def test_nothing_new_in_a_joined_card_is_remembered_all_the_same(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN))
    data = card("FN:Annie", "TEL:0151 00000001")
    planned = plan(notebook, data)
    planned.choices.is_person(0, everyone(notebook)[0].id)
    import_vcards(notebook, planned)

    assert only(plan(notebook, data)).state is CardState.UNCHANGED


def test_someone_recognised_can_be_made_new(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN))
    planned = plan(notebook, card(*ANN, "TITLE:Baker"))
    planned.choices.is_new(0)

    assert counts(import_vcards(notebook, planned)) == (1, 0, 0)
    assert len(everyone(notebook)) == 2


@pytest.mark.parametrize(
    ("known", "name"),
    [("Katya Morozova", "Katja Morozova"), ("Anna Lindqvist", "A. Lindqvist")],
)
def test_a_very_similar_name_is_a_question(notebook: Notebook, known: str, name: str) -> None:
    bring_in(notebook, card(f"FN:{known}"))

    shown = only(plan(notebook, card(f"FN:{name}", "TEL:0151 00000009")))

    assert shown.state is CardState.POSSIBLE
    assert shown.candidates[0].why == (Likeness.SIMILAR_NAME,)


def test_an_office_number_is_no_question(notebook: Notebook) -> None:
    firm = b"".join(card(f"FN:{name}", "TEL:030 23125001") for name in ("Ada", "Bo", "Cy", "Di"))
    bring_in(notebook, firm)

    assert only(plan(notebook, card("FN:Eli", "TEL:030 23125001"))).state is CardState.NEW


def test_choices_hold_when_the_notebook_changed_meanwhile(notebook: Notebook) -> None:
    planned = plan(notebook, BEN + card(*ANN))
    planned.choices.leave_out(0)
    bring_in(notebook, card("FN:Carla Mendes"))

    import_vcards(notebook, planned)

    assert [contact.details.display_name for contact in everyone(notebook)] == [
        "Ann Berg",
        "Carla Mendes",
    ]
