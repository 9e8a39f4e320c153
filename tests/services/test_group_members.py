"""A list of people in a file becomes a tag on each of them."""

from notebook_app.services.import_plan import CardState
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.plan_import import plan_import
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
        "The list “Choir” names 1 person who is not in these files; 1 got it as a tag."
    )
    import_vcards(notebook, plan)
    assert tags_of(notebook)["Rosa Marin"] == ("Craft", "Choir")
