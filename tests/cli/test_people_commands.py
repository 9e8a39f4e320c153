"""``list``, ``search`` and ``show``."""

from collections.abc import Callable

from notebook_app.model.contact import Address, Email, Link, Phone
from notebook_app.model.partial_date import PartialDate
from tests.cli.conftest import CommandLine


def names(people: list[dict[str, str]]) -> list[str]:
    """The names of people in a JSON answer."""
    return [person["name"] for person in people]


def test_a_contact_has_the_shape_that_scripts_rely_on(
    cli: CommandLine, add_person: Callable[..., int]
) -> None:
    contact_id = add_person(
        "Zoë Ångström",
        organization="Ljus AB",
        title="Founder",
        phones=(Phone("070-123 45 67", "mobile"),),
        emails=(Email("zoe@ljus.example", "work"),),
        addresses=(Address(street="Storgatan 1", city="Umeå", label="work"),),
        links=(Link("https://ljus.example", "homepage"),),
        birthday=PartialDate(2, 29),
        tags=("Chamber",),
    )
    (person,) = cli.json("list")
    assert person["id"] == contact_id
    assert len(person["uid"]) == 36
    assert person["name"] == "Zoë Ångström"
    assert person["given_name"] is None
    assert person["role"] == []
    assert person["stage"] is None
    assert person["tags"] == ["Chamber"]
    assert person["phones"] == [{"label": "mobile", "number": "070-123 45 67"}]
    assert person["emails"] == [{"label": "work", "address": "zoe@ljus.example"}]
    assert person["addresses"][0]["city"] == "Umeå"
    assert person["urls"] == [{"label": "homepage", "url": "https://ljus.example"}]
    assert person["birthday"] == "--02-29"
    assert person["note"] is None
    assert person["last_conversation"] is None


def test_people_are_listed_by_name(example: CommandLine) -> None:
    listed = names(example.json("list"))
    assert len(listed) == 60
    assert listed[:3] == ["Agnes Dahl", "Amina Okafor", "Anke Vogt"]
    assert example("list").out.splitlines()[0].split()[:3] == ["4", "Agnes", "Dahl"]


def test_a_query_narrows_by_words_tag_and_role(example: CommandLine) -> None:
    assert names(example.json("list", "tag:chamber", "role:client")) == [
        "Carla Mendes",
        "Inés Prado",
    ]
    assert names(example.json("list", "role:clients tag:Chamber ines")) == ["Inés Prado"]
    assert example.json("list", "tag:nowhere") == []


def test_search_finds_what_was_said_and_ignores_accents(example: CommandLine) -> None:
    assert names(example.json("search", "cello")) == ["Carla Mendes"]
    assert names(example.json("search", "novak", "architects")) == ["Helena Novák"]
    assert names(example.json("search", "美咲")) == ["佐藤 美咲"]


def test_nobody_found_is_no_error(example: CommandLine) -> None:
    answer = example("search", "xylophone")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "Nobody was found.\n"


def test_show_tells_timeline_and_follow_ups(example: CommandLine) -> None:
    carla = example.json("show", "carla", "mendes")
    assert carla["birthday"] == "--03-14"
    assert carla["role"] == ["client", "referrer"]
    assert carla["cadence"] == {"count": 6, "unit": "weeks"}
    assert carla["last_conversation"] == "2026-11-20"
    assert carla["next_due"] == "2026-11-21"
    (note,) = carla["follow_ups"]
    assert note["kind"] == "handwritten note"
    assert note["note_state"] == "write"
    kinds = {entry["kind"] for entry in carla["timeline"]}
    assert kinds >= {"conversation", "event", "opportunity", "favour", "service"}
    days = [entry["date"] for entry in carla["timeline"]]
    assert days == sorted(days, reverse=True)


def test_show_is_readable_without_json(example: CommandLine) -> None:
    lines = example("show", "Carla").out.splitlines()
    assert lines[:2] == ["Carla Mendes", "Founder · Mendes Interiors"]
    assert "Mobile         +46 70 123 45 67" in lines
    assert any("Coffee at Bean House" in line for line in lines)


def test_a_contact_is_found_by_id_uuid_or_part_of_the_name(example: CommandLine) -> None:
    carla = example.json("show", "carla")
    assert example.json("show", str(carla["id"])) == carla
    assert example.json("show", carla["uid"].upper()) == carla


def test_a_name_that_is_not_unique_lists_the_candidates(example: CommandLine) -> None:
    answer = example("show", "okafor")
    assert answer.status == 1
    assert "Ben Okafor" in answer.err
    assert "Amina Okafor" in answer.err


def test_wide_characters_are_aligned(cli: CommandLine, add_person: Callable[..., int]) -> None:
    add_person("李雪梅", organization="茶")
    add_person("Li", organization="Tea")
    narrow, wide = cli("list").out.splitlines()
    assert narrow.index("Tea") == wide.index("茶") + len("李雪梅")
