"""``show`` and ``list`` tell all that is known: links from both sides, files, rare fields."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from notebook_app.model.contact import (
    Affiliation,
    ContactDraft,
    ContactKind,
    Link,
    LinkKind,
    NameParts,
    OwnField,
    Phone,
    RelatedName,
)
from notebook_app.services.attach_file import attach_files
from notebook_app.services.save_contact import update_contact
from tests.cli.conftest import CommandLine
from tests.linked_people import relate


def maiden_name(cli: CommandLine, contact_id: int) -> None:
    """Give somebody a maiden name."""
    notebook = cli.open()
    contact = notebook.contacts.get(contact_id)
    assert contact
    details = replace(contact.details, name=NameParts(given="Zoë", maiden="Lund"))
    update_contact(notebook, contact_id, ContactDraft(details))
    notebook.close()


def test_every_field_is_in_the_json(
    cli: CommandLine, add_person: Callable[..., int], tmp_path: Path
) -> None:
    bo = add_person("Bo Berg")
    zoe = add_person(
        "Zoë Ångström",
        pronouns="she/her",
        gender="female",
        languages=("sv", "en"),
        time_zone="Europe/Stockholm",
        organization="Ljus AB",
        affiliations=(Affiliation("Umeå Chamber", title="Treasurer"),),
        own_fields=(OwnField("Shoe size", "39"),),
        phones=(Phone("070-1", "home"), Phone("070-2", "mobile", preferred=True)),
        links=(Link("xmpp:zoe@ljus.example", "", LinkKind.MESSAGING, "Jabber", preferred=True),),
        related=(RelatedName("Somebody", "friend"), RelatedName("", "mentor", "unknown")),
    )
    maiden_name(cli, zoe)
    offer = tmp_path / "offer.pdf"
    offer.write_bytes(b"offer")
    notebook = cli.open()
    relate(notebook, zoe, bo, "child")
    attach_files(notebook, zoe, [offer])
    notebook.close()

    shown = cli.json("show", "zoë")
    listed = next(person for person in cli.json("list") if person["id"] == zoe)

    assert {key: shown[key] for key in listed} == listed
    assert shown["maiden_name"] == "Lund"
    assert (shown["pronouns"], shown["gender"]) == ("she/her", "female")
    assert shown["languages"] == ["sv", "en"]
    assert shown["time_zone"] == "Europe/Stockholm"
    assert shown["affiliations"] == [
        {
            "organization": "Umeå Chamber",
            "department": None,
            "title": "Treasurer",
            "profession": None,
        }
    ]
    assert shown["own_fields"] == [{"name": "Shoe size", "value": "39"}]
    assert shown["preferred_phone"] == "070-2"
    assert shown["phones"][1] == {"label": "mobile", "number": "070-2"}
    assert shown["links"][0]["kind"] == "messaging"
    assert shown["links"][0]["preferred"] is True
    assert [(who["label"], who["name"], who["id"]) for who in shown["related"]] == [
        ("friend", "Somebody", None),
        ("mentor", None, None),
        ("child", "Bo Berg", bo),
    ]
    (file,) = shown["attachments"]
    assert (file["name"], file["size"]) == ("offer.pdf", 5)


def test_the_other_side_of_a_link_is_shown(
    cli: CommandLine, add_person: Callable[..., int]
) -> None:
    anna, bo = add_person("Anna"), add_person("Bo")
    notebook = cli.open()
    relate(notebook, anna, bo, "child")
    notebook.close()

    (link,) = cli.json("show", "Bo")["linked_from"]

    assert (link["label"], link["name"], link["id"]) == ("parent", "Anna", anna)
    assert "Parent  Anna" in cli("show", "Bo").out


def test_an_organisation_shows_its_people(cli: CommandLine, add_person: Callable[..., int]) -> None:
    add_person("Ljus AB", kind=ContactKind.ORGANIZATION)
    zoe = add_person("Zoë", organization="LJUS AB", title="Founder")

    assert cli.json("show", "1")["people"] == [{"id": zoe, "name": "Zoë", "title": "Founder"}]
    assert cli.json("show", str(zoe))["people"] == []
    assert "Works there  Zoë, Founder" in cli("show", "1").out
