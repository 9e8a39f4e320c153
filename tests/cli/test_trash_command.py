"""The trash from the command line."""

from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import add_contact, delete_contacts
from tests.cli.conftest import CommandLine


def _fill(cli: CommandLine, *names: str) -> None:
    notebook = cli.open()
    for name in names:
        add_contact(notebook, ContactDraft(ContactDetails(display_name=name)))
    delete_contacts(notebook, notebook.contacts.all_ids())
    notebook.close()


def test_the_trash_is_listed(cli: CommandLine) -> None:
    _fill(cli, "Ann Dahl")
    (row,) = cli.json("trash", "list")
    assert (row["name"], row["deleted"], row["days_left"]) == ("Ann Dahl", "2026-11-21", 30)
    assert row["conversations"] == 0
    assert "30 days left" in cli("trash", "list").out


def test_an_empty_trash_says_so(cli: CommandLine) -> None:
    assert cli.json("trash", "list") == []
    assert cli("trash", "list").out == "The trash is empty.\n"
    assert cli("trash", "empty").out == "The trash is empty.\n"


def test_somebody_is_brought_back_by_name(cli: CommandLine) -> None:
    _fill(cli, "Ann Dahl", "Ben Okafor")
    assert cli.json("trash", "restore", "ann") == {"restored": 1}
    assert [row["name"] for row in cli.json("list")] == ["Ann Dahl"]
    assert [row["name"] for row in cli.json("trash", "list")] == ["Ben Okafor"]


def test_all_are_brought_back(cli: CommandLine) -> None:
    _fill(cli, "Ann Dahl", "Ben Okafor")
    assert cli("trash", "restore").out == "Brought back Ann Dahl and Ben Okafor.\n"
    assert cli.json("trash", "list") == []


def test_emptying_is_taken_back_by_undo(cli: CommandLine) -> None:
    _fill(cli, "Ann Dahl", "Ben Okafor")
    assert cli.json("trash", "empty") == {"deleted": 2}
    assert cli.json("trash", "list") == []
    assert cli("undo").status == 0
    assert len(cli.json("trash", "list")) == 2


def test_a_name_that_is_not_unique_lists_whom_it_can_be(cli: CommandLine) -> None:
    _fill(cli, "Ann Dahl", "Ann Berg")
    answer = cli("trash", "empty", "ann")
    assert answer.status == 1
    assert "Ann Dahl" in answer.err
    assert "Ann Berg" in answer.err
    assert len(cli.json("trash", "list")) == 2


def test_nobody_of_that_name_is_said(cli: CommandLine) -> None:
    _fill(cli, "Ann Dahl")
    answer = cli("trash", "restore", "zed")
    assert (answer.status, answer.out) == (1, "")
    assert "zed" in answer.err
