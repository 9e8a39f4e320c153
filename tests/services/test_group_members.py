"""A list of people in a file becomes a tag on each of them."""

from dataclasses import replace
from pathlib import Path

from notebook_app.services.export_vcards import export_vcards
from notebook_app.services.import_plan import CardState
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.services.save_contact import update_contact
from notebook_app.services.undo import undo_last
from notebook_app.services.undo_import import undo_import
from notebook_app.storage.notebook import Notebook

PEOPLE = b"""BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af
FN:Rosa Marin
PHOTO:data:image/jpeg;base64,/9j/4AAQSkZJRgABAQEASABIAAD/2Q==
CATEGORIES:Craft
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Igor Bell
EMAIL:igor@bells.example
END:VCARD
"""
GROUP = b"""BEGIN:VCARD
VERSION:4.0
KIND:group
FN:Rowing, club
UID:urn:uuid:11111111-2222-4333-8444-000000000001
MEMBER:urn:uuid:03A0E51F-d1aa-4385-8a53-e29025acd8af
MEMBER:mailto:Igor@bells.example
END:VCARD
"""
APPLE = b"""BEGIN:VCARD
VERSION:3.0
N:Choir
FN:Choir
X-ADDRESSBOOKSERVER-KIND:group
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:somebody-else
NOTE:Thursdays
END:VCARD
"""


def tags_of(notebook: Notebook) -> dict[str, tuple[str, ...]]:
    """Return everybody's tags."""
    contacts = notebook.contacts.many(notebook.contacts.all_ids())
    return {contact.details.display_name: contact.details.tags for contact in contacts}


def test_members_get_the_name_of_the_list_as_a_tag_whatever_names_them(notebook: Notebook) -> None:
    plan = plan_import(notebook, [("all.vcf", GROUP + PEOPLE)])
    import_vcards(notebook, plan)

    assert [card.state for card in plan.cards] == [CardState.NEW, CardState.NEW]
    assert tags_of(notebook) == {
        "Rosa Marin": ("Craft", "Rowing, club"),
        "Igor Bell": ("Rowing, club",),
    }
    [rosa] = notebook.contacts.many([notebook.contacts.find("Rosa")[0].id])
    assert rosa.details.photo is not None


def test_importing_it_again_changes_nothing(notebook: Notebook) -> None:
    import_vcards(notebook, plan_import(notebook, [("all.vcf", PEOPLE + GROUP)]))

    assert plan_import(notebook, [("all.vcf", PEOPLE + GROUP)]).changes_nothing


def test_a_list_that_says_more_than_a_tag_can_is_also_set_aside(notebook: Notebook) -> None:
    plan = plan_import(notebook, [("people.vcf", PEOPLE), ("choir.vcf", APPLE)])

    *_, aside = plan.cards
    assert aside.state is CardState.UNREADABLE
    assert aside.reason == (
        "The list “Choir” names 1 person who is neither in these files nor in the notebook;"
        " 1 got it as a tag."
    )
    import_vcards(notebook, plan)
    assert tags_of(notebook)["Rosa Marin"] == ("Craft", "Choir")


def test_somebody_who_is_only_in_the_notebook_gets_the_tag_too(notebook: Notebook) -> None:
    import_vcards(notebook, plan_import(notebook, [("people.vcf", PEOPLE)]))
    plan = plan_import(notebook, [("list.vcf", GROUP)])

    assert [(card.name, card.state, card.on_list) for card in plan.cards] == [
        ("Rosa Marin", CardState.CHANGED, "Rowing, club"),
        ("Igor Bell", CardState.CHANGED, "Rowing, club"),
    ]
    assert [(change.field, change.new) for change in plan.cards[0].changes] == [
        ("tag", "Rowing, club")
    ]
    outcome = import_vcards(notebook, plan)
    assert (outcome.updated, outcome.added, outcome.rejected) == (2, 0, 0)
    assert tags_of(notebook) == {
        "Rosa Marin": ("Craft", "Rowing, club"),
        "Igor Bell": ("Rowing, club",),
    }
    [rosa] = notebook.contacts.many([notebook.contacts.find("Rosa")[0].id])
    assert rosa.details.photo is not None

    undo_last(notebook)
    assert tags_of(notebook) == {"Rosa Marin": ("Craft",), "Igor Bell": ()}


def test_a_list_is_taken_back_as_an_import_too(notebook: Notebook) -> None:
    import_vcards(notebook, plan_import(notebook, [("people.vcf", PEOPLE)]))
    outcome = import_vcards(notebook, plan_import(notebook, [("list.vcf", GROUP)]))
    assert outcome.import_id is not None

    undo_import(notebook, outcome.import_id)
    assert tags_of(notebook) == {"Rosa Marin": ("Craft",), "Igor Bell": ()}
    assert plan_import(notebook, [("people.vcf", PEOPLE)]).changes_nothing


def test_a_tag_from_a_list_that_was_taken_off_here_does_not_come_back(notebook: Notebook) -> None:
    import_vcards(notebook, plan_import(notebook, [("people.vcf", PEOPLE)]))
    import_vcards(notebook, plan_import(notebook, [("list.vcf", GROUP)]))
    assert plan_import(notebook, [("list.vcf", GROUP)]).changes_nothing
    [found] = notebook.contacts.find("Igor")
    igor = notebook.contacts.get(found.id)
    assert igor is not None
    draft = notebook.contacts.draft_of(igor)
    update_contact(notebook, igor.id, replace(draft, details=replace(draft.details, tags=())))

    assert plan_import(notebook, [("list.vcf", GROUP)]).changes_nothing
    assert plan_import(notebook, [("people.vcf", PEOPLE)]).changes_nothing


def test_a_list_and_a_card_change_the_same_person_together(notebook: Notebook) -> None:
    import_vcards(notebook, plan_import(notebook, [("people.vcf", PEOPLE)]))
    # Without its UID, so that the list finds Rosa in the notebook only.
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Rosa Marin\nEMAIL:r@x.example\nTITLE:Smith\nEND:VCARD\n"
    rosa_reached = PEOPLE.replace(b"CATEGORIES", b"EMAIL:r@x.example\nCATEGORIES")
    import_vcards(notebook, plan_import(notebook, [("people.vcf", rosa_reached)]))
    import_vcards(notebook, plan_import(notebook, [("both.vcf", card + GROUP)]))

    [rosa] = notebook.contacts.many([notebook.contacts.find("Rosa")[0].id])
    assert (rosa.details.title, rosa.details.tags) == ("Smith", ("Craft", "Rowing, club"))


def test_somebody_on_a_list_can_be_left_out(notebook: Notebook) -> None:
    import_vcards(notebook, plan_import(notebook, [("people.vcf", PEOPLE)]))
    plan = plan_import(notebook, [("list.vcf", GROUP)])
    plan.choices.leave_out(0)

    assert import_vcards(notebook, plan).left_out == 1
    assert tags_of(notebook) == {"Rosa Marin": ("Craft",), "Igor Bell": ("Rowing, club",)}


def test_an_export_does_not_speak_of_the_list_someone_got_a_tag_from(
    notebook: Notebook, tmp_path: Path
) -> None:
    import_vcards(notebook, plan_import(notebook, [("people.vcf", PEOPLE)]))
    import_vcards(notebook, plan_import(notebook, [("list.vcf", GROUP)]))
    for version in ("2.1", "3.0", "4.0"):
        export_vcards(notebook, tmp_path / "all.vcf", version=version)
        text = (tmp_path / "all.vcf").read_text()
        assert text.count("BEGIN:VCARD") == 2
        assert "KIND" not in text
        assert text.count("Rowing\\, club") == 2
