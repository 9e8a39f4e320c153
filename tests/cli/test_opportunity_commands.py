"""``opportunity`` and ``service``: work put down, found, decided; services and whom one told."""

import pytest

from notebook_app.model.contact import ContactDetails, ContactDraft
from tests.cli.conftest import CommandLine

FIELDS = {
    "id",
    "uid",
    "contact",
    "title",
    "value",
    "currency",
    "state",
    "source",
    "via",
    "opened_on",
    "closed_on",
}


@pytest.fixture
def people(cli: CommandLine) -> CommandLine:
    """A notebook with Ann, Bob and Carla."""
    notebook = cli.open()
    with notebook.change("people"):
        for name in ("Ann Field", "Bob Reed", "Carla Mendes"):
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
    notebook.close()
    return cli


def test_work_is_put_down_with_all_that_is_known(people: CommandLine) -> None:
    added = people.json(
        *("opportunity", "add", "carla", "New shop front", "--value", "4200.50"),
        *("--source", "direct-referral", "--via", "ann", "--via", "bob", "--on", "2026-11-01"),
    )
    assert added.keys() >= FIELDS
    assert added["contact"] == {"id": 3, "name": "Carla Mendes"}
    assert (added["value"], added["currency"], added["state"]) == ("4200.50", "EUR", "open")
    assert added["source"] == "direct referral"
    assert added["via"] == [{"id": 1, "name": "Ann Field"}, {"id": 2, "name": "Bob Reed"}]
    assert (added["opened_on"], added["closed_on"]) == ("2026-11-01", None)
    assert people.json("opportunity", "list") == [added]
    assert people.json("opportunity", "show", "shop front")["title"] == "New shop front"


def test_the_usual_currency_is_the_one_used_last(people: CommandLine) -> None:
    people.json("opportunity", "add", "1", "Logo", "--value", "100", "--currency", "chf")
    assert people.json("opportunity", "add", "2", "Sign", "--value", "5")["currency"] == "CHF"
    assert people.json("opportunity", "add", "2", "Talk")["currency"] is None


def test_won_lost_and_open_again(people: CommandLine) -> None:
    people.json("opportunity", "add", "carla", "Sign", "--source", "direct referral", "--via", "2")
    won = people("opportunity", "won", "sign")
    said = "Won Sign and made Carla Mendes a client (number 1).\nLet Bob Reed know how it went.\n"
    assert (won.status, won.out) == (0, said)
    assert people.json("opportunity", "list", "--state", "won")[0]["closed_on"] == "2026-11-21"
    lost = people.json("opportunity", "lost", "1", "--because", "too dear")
    assert (lost["state"], lost["lost_because"]) == ("lost", "too dear")
    again = people.json("opportunity", "reopen", "1")
    assert (again["state"], again["closed_on"], again["lost_because"]) == ("open", None, None)
    assert people("undo").status == 0
    assert people.json("opportunity", "show", "1")["lost_because"] == "too dear"


def test_what_is_said_is_changed_and_the_rest_stays(people: CommandLine) -> None:
    people.json("opportunity", "add", "carla", "Sign", "--value", "5", "--note", "Oak")
    edited = people.json(
        "opportunity", "edit", "1", "--title", "Big sign", "--expected", "tomorrow"
    )
    assert (edited["title"], edited["value"]) == ("Big sign", "5")
    assert edited["expected_on"] == "2026-11-22"
    assert people.json("opportunity", "show", "1")["note"] == "Oak"
    assert people.json("opportunity", "delete", "big")["id"] == 1
    assert people.json("opportunity", "list") == []
    assert people("opportunity", "list").out == "There are no such opportunities.\n"


def test_the_list_narrows_and_sums_each_currency_apart(people: CommandLine) -> None:
    people("opportunity", "add", "carla", "Sign", "--value", "5", "--currency", "EUR")
    people("opportunity", "add", "carla", "Logo", "--value", "7", "--currency", "USD")
    people("opportunity", "add", "bob", "Menu", "--source", "marketing response")
    out = people("opportunity", "list").out
    assert out.splitlines()[-1] == "open: EUR 5 + USD 7"
    titles = [each["title"] for each in people.json("opportunity", "list", "--contact", "bob")]
    assert titles == ["Menu"]
    found = people.json("opportunity", "list", "--source", "marketing response")
    assert [each["title"] for each in found] == ["Menu"]
    assert people.json("opportunity", "list", "logo")[0]["title"] == "Logo"


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("add", "carla", "Sign", "--via", "carla"), 1, "through themselves"),
        (("add", "carla", "Sign", "--via", "bob", "--via", "bob"), 1, "bites its tail"),
        (("add", "carla", "Sign", "--value", "-3"), 1, "no amount"),
        (("add", "carla", "Sign", "--service", "quince"), 1, "none of your services"),
        (("add", "carla", "Sign", "--source", "luck"), 2, "There is no source 'luck'"),
        (("won", "quince"), 1, "There is no opportunity"),
        (("list", "--state", "stuck"), 2, "There is no state"),
    ],
)
def test_what_can_t_be_is_said_in_a_sentence(
    people: CommandLine, words: tuple[str, ...], status: int, says: str
) -> None:
    answer = people("opportunity", *words)
    assert answer.status == status
    assert says in answer.err
    assert answer.out == ""


def test_services_and_whom_one_told(people: CommandLine) -> None:
    assert people.json("service", "list") == []
    added = people.json("service", "add", "Care plan", "--description", "All year")
    assert (added["name"], added["told"]) == ("Care plan", 0)
    assert "already" in people("service", "add", "care PLAN").err
    told = people.json("service", "told", "carla", "care plan", "--on", "yesterday")
    assert (told["knowledge"], told["since"]) == ("told", "2026-11-20")
    again = people("service", "told", "carla", "care plan")
    assert again.out == "Carla Mendes knows of Care plan already.\n"
    assert people.json("service", "list")[0]["told"] == 1
    assert people("service", "told", "carla", "quince").status == 1
    work = people.json("opportunity", "add", "carla", "Garden", "--service", "care plan")
    assert work["services"] == ["Care plan"]
