"""Rows of tables go the way of cards: recognised, set aside, undone, imported once."""

import os
import threading
import time
from pathlib import Path

import pytest

from notebook_app.cli.table_columns import chosen_columns
from notebook_app.formats.csv.column_use import ColumnUse
from notebook_app.formats.csv.look import Origin
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.contact import ContactDetails, ContactDraft, Email, OwnField
from notebook_app.services import prepare_table
from notebook_app.services.export_csv import TableChoice, export_csv
from notebook_app.services.import_plan import CardState
from notebook_app.services.import_tables import Said, remember_choices, table_look
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.services.save_contact import add_contact
from notebook_app.services.set_aside import retry_cards
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.benchmarks.import_tables import google_table
from tests.empty_notebook import empty_notebook

TABLES = Path(__file__).parents[1] / "formats" / "tables"


def table(folder: Path, text: str, name: str = "people.csv") -> Path:
    """Write a table and return where it is."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def names(notebook: Notebook) -> list[str]:
    """Return everybody's name, in the order they came."""
    return [who.details.display_name for who in notebook.contacts.many(notebook.contacts.all_ids())]


@pytest.mark.parametrize("name", sorted(os.listdir(TABLES)))
def test_reimporting_the_same_table_changes_nothing(notebook: Notebook, name: str) -> None:
    first = import_vcards(notebook, plan_import(notebook, [TABLES / name]))
    assert first.added > 0
    again = import_vcards(notebook, plan_import(notebook, [TABLES / name]))
    assert (again.added, again.updated, again.unchanged) == (0, 0, first.cards)


def test_a_row_is_recognised_as_somebody_known(notebook: Notebook, tmp_path: Path) -> None:
    add_contact(
        notebook,
        ContactDraft(ContactDetails("Ann Berg", emails=(Email("ann@example.org"),))),
    )
    plan = plan_import(
        notebook, [table(tmp_path, "Name,Email,Job title\nAnn Berg,ann@example.org,Baker\n")]
    )
    assert [card.state for card in plan.cards] == [CardState.CHANGED]
    import_vcards(notebook, plan)
    [ann] = notebook.contacts.many(notebook.contacts.all_ids())
    assert ann.details.title == "Baker"
    undo_last(notebook)
    [ann] = notebook.contacts.many(notebook.contacts.all_ids())
    assert ann.details.title == ""


def test_rows_that_cannot_be_understood_are_set_aside_with_line_and_reason(
    notebook: Notebook, tmp_path: Path
) -> None:
    text = 'Name,Phone\nAnn,1234567\nEva,1,2,3\n,,\nBad,"open\nCarl,7654321\n'
    outcome = import_vcards(notebook, plan_import(notebook, [table(tmp_path, text)]))
    assert (outcome.added, outcome.rejected) == (2, 2)
    assert names(notebook) == ["Ann", "Carl"]
    aside = notebook.set_aside.all()
    assert [card.line for card in aside] == [3, 5]
    assert "4 cells" in aside[0].reason
    assert "never closed" in aside[1].reason
    assert "Eva" in aside[0].raw
    assert outcome.rejected_file is not None
    assert outcome.rejected_file.exists()


def test_a_row_set_aside_can_be_mended(notebook: Notebook, tmp_path: Path) -> None:
    import_vcards(notebook, plan_import(notebook, [table(tmp_path, "Name,Note\nAnn,x\nEva,1,2\n")]))
    [aside] = notebook.set_aside.all()
    mended = aside.raw.replace("VERSION:3.0", "VERSION:3.0\nFN:Eva")
    retry = retry_cards(notebook, {aside.id: mended})
    assert retry.plan is not None
    import_vcards(notebook, retry.plan)
    assert names(notebook) == ["Ann", "Eva"]
    assert not notebook.set_aside.all()


def test_what_the_user_said_is_remembered_for_the_same_headers(
    notebook: Notebook, tmp_path: Path
) -> None:
    path = table(tmp_path, "Wer,Zahl\nAnn Berg,43\n")
    uses = (ColumnUse("name"), ColumnUse("own"))
    plan = plan_import(notebook, [path], columns={path.name: Said(uses)})
    import_vcards(notebook, plan)
    remember_choices(notebook, plan.tables)
    other = table(tmp_path, "Zahl,Wer\n44,Eva Ek\n", "other.csv")
    again = plan_import(notebook, [other])
    assert again.tables[0].look.origin is Origin.REMEMBERED
    import_vcards(notebook, again)
    *_, eva = notebook.contacts.many(notebook.contacts.all_ids())
    assert [(own.name, own.value) for own in eva.details.own_fields] == [("Zahl", "44")]
    assert chosen_columns(notebook, [other], ["Zahl=note"]) == {
        "other.csv": Said([ColumnUse("note"), ColumnUse("name")], has_header=True)
    }


def test_a_table_without_headers_is_known_again_too(notebook: Notebook, tmp_path: Path) -> None:
    path = table(tmp_path, "Ann Berg;ann@x.example;43\nBo Ek;bo@x.example;44\n")
    uses = (ColumnUse("name"), ColumnUse("email"), ColumnUse("own", label="Shoe size"))
    plan = plan_import(notebook, [path], columns={path.name: Said(uses)})
    import_vcards(notebook, plan)
    remember_choices(notebook, plan.tables)
    again = plan_import(
        notebook, [table(tmp_path, "Eva Ek;eva@x.example;40\nKai;kai@x.example;41\n", "b.csv")]
    )
    assert again.tables[0].look.origin is Origin.REMEMBERED
    assert again.tables[0].look.uses == uses
    other = plan_import(notebook, [table(tmp_path, "eva@x.example;Eva Ek\nk@x.example;Kai\n")])
    assert other.tables[0].look.origin is Origin.GUESSED


def test_the_first_row_is_a_header_or_somebody_as_the_user_says(
    notebook: Notebook, tmp_path: Path
) -> None:
    """And is so the next time."""
    text = "Eva,Ek\nAnn,Berg\n"
    uses = (ColumnUse("given_name"), ColumnUse("family_name"))
    path = table(tmp_path, text)
    plan = plan_import(notebook, [path], columns={path.name: Said(uses, has_header=True)})
    assert plan.tables[0].look.headers == ("Eva", "Ek")
    import_vcards(notebook, plan)
    remember_choices(notebook, plan.tables)
    assert names(notebook) == ["Ann Berg"]
    again = table_look(notebook, "x.csv", b"Eva,Ek\nBo,Lund\n")
    assert (again.origin, again.has_header) == (Origin.REMEMBERED, True)

    plan = plan_import(notebook, [path], columns={path.name: Said(uses, has_header=False)})
    remember_choices(notebook, plan.tables)
    assert plan.tables[0].look.origin is Origin.CHOSEN
    again = table_look(notebook, "x.csv", text.encode())
    assert (again.origin, again.has_header) == (Origin.REMEMBERED, False)


def test_a_header_can_be_said_to_be_somebody(notebook: Notebook) -> None:
    said = {"x.csv": Said(None, has_header=False)}
    look = table_look(notebook, "x.csv", b"Name,Phone\nBo Lund,070-1234567\n", said)
    assert (look.has_header, look.header_line) == (False, 0)
    assert look.samples[0] == ("Name", "Bo Lund")


def test_columns_that_are_not_taken_are_named(notebook: Notebook, tmp_path: Path) -> None:
    text = "Name,Shoe,Empty\n" + "Ann,,\n" * 700 + "Eva,43,\n"
    plan = plan_import(notebook, [table(tmp_path, text)])
    assert plan.tables[0].not_taken == ("Shoe",)


def test_a_table_of_nobody_is_refused_in_a_sentence(notebook: Notebook, tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="No column of people"):
        plan_import(notebook, [table(tmp_path, "Shoe,Hat\n43,x\n")])
    with pytest.raises(UserProblem, match="no rows"):
        plan_import(notebook, [table(tmp_path, "Name,Phone\n")])


def test_too_many_rows_are_refused_in_a_sentence(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare_table, "MOST_ROWS", 3)
    with pytest.raises(UserProblem, match="more than 3 rows"):
        plan_import(notebook, [table(tmp_path, "Name\n" + "Ann\n" * 4)])


def test_a_large_table_is_read_in_processes_like_a_small_one(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(google_table(1_200) + b"too,many" + b",x" * 20 + b"\r\n")
    small = plan_import(notebook, [path])
    monkeypatch.setattr(prepare_table, "LARGE_TABLE", 0)
    large = plan_import(notebook, [path])
    assert list(large.cards) == list(small.cards)
    assert large.cards[-1].state is CardState.UNREADABLE
    assert large.cards[-1].line == 1_202


def test_reading_a_large_table_stops_within_a_moment(notebook: Notebook, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(google_table(60_000))
    stopped = threading.Event()
    asked: list[float] = []

    def listen(done: int, _total: int, text: str) -> None:
        if done > 1_000 and text.startswith("Reading people") and not asked:
            asked.append(time.monotonic())
            progress.cancel()
            stopped.set()

    progress = Progress(listen, 0.0)
    with pytest.raises(Cancelled):
        plan_import(notebook, [path], progress)
    assert stopped.is_set()
    # Reading and matching wait for nothing when asked to stop; the rest is a busy machine's.
    assert time.monotonic() - asked[0] < 1.0


def test_a_table_goes_to_another_notebook_and_comes_back_the_same(
    notebook: Notebook, tmp_path: Path
) -> None:
    for name in ("google.csv", "outlook_german.csv", "linkedin.csv"):
        import_vcards(notebook, plan_import(notebook, [TABLES / name]))
    first = export_csv(notebook, tmp_path / "first.csv")
    assert first.count == 5
    other = empty_notebook(tmp_path / "other.db", notebook.clock, "SE")
    outcome = import_vcards(other, plan_import(other, [tmp_path / "first.csv"]))
    assert outcome.added == 5
    export_csv(other, tmp_path / "second.csv")
    other.close()
    assert (tmp_path / "second.csv").read_bytes() == (tmp_path / "first.csv").read_bytes()
    back = plan_import(notebook, [tmp_path / "first.csv"])
    assert back.changes_nothing


def test_chosen_columns_and_the_mark_for_excel(notebook: Notebook, tmp_path: Path) -> None:
    import_vcards(notebook, plan_import(notebook, [TABLES / "outlook.csv"]))
    path = tmp_path / "out.csv"
    export_csv(notebook, path, choice=TableChoice(("name", "emails", "stage"), mark=True))
    assert path.read_bytes().decode("utf-8-sig") == (
        "Name,E-mail 1,E-mail 2,Stage\r\nMr. Dan J. Hill Jr.,dan@hill.example,dan@home.example,\r\n"
    )
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_cancelled_export_leaves_what_was_there(notebook: Notebook, tmp_path: Path) -> None:
    import_vcards(notebook, plan_import(notebook, [TABLES / "google.csv"]))
    path = table(tmp_path, "mine", "out.csv")
    progress = Progress(lambda done, _total, _text: progress.cancel() if done > 2 else None, 0.0)
    with pytest.raises(Cancelled):
        export_csv(notebook, path, progress=progress)
    assert path.read_text(encoding="utf-8") == "mine"
    assert not list(tmp_path.glob(".*.part"))


def test_several_addresses_and_numbers_in_one_cell_are_told_apart(
    notebook: Notebook, tmp_path: Path
) -> None:
    text = (
        "Name;E-mail;Phone\n"
        'Ann;"ann@a.example, ann@b.example";"070-123 45 67\n08-123 456"\n'
        'Eva;"eva @ home";+49 (30) 12 34, ext 5\n'
    )
    import_vcards(notebook, plan_import(notebook, [table(tmp_path, text)]))
    ann, eva = notebook.contacts.many(notebook.contacts.all_ids())
    assert [email.address for email in ann.details.emails] == ["ann@a.example", "ann@b.example"]
    assert [phone.number for phone in ann.details.phones] == ["070-123 45 67", "08-123 456"]
    assert [email.address for email in eva.details.emails] == ["eva @ home"]
    assert [phone.number for phone in eva.details.phones] == ["+49 (30) 12 34, ext 5"]


def test_own_fields_that_a_table_has_no_more_columns_for_are_named(
    notebook: Notebook, tmp_path: Path
) -> None:
    for who, first in (("Ann", 0), ("Bo", 290)):
        own = tuple(OwnField(f"Field {number}", "x") for number in range(first, first + 299))
        add_contact(notebook, ContactDraft(ContactDetails(who, own_fields=own)))
    target = tmp_path / "people.csv"
    outcome = export_csv(notebook, target)
    [missing] = outcome.not_carried
    assert missing.people == 1
    assert missing.what.startswith("own fields behind the first 300: “Field 300”, “Field 301”")
    assert missing.what.endswith("and 284 more")
    header = target.read_text(encoding="utf-8").splitlines()[0]
    assert "Field: Field 299" in header
    assert "Field: Field 300" not in header
    without = export_csv(notebook, target, choice=TableChoice(columns=("name",)))
    assert without.not_carried == ()


def test_a_number_is_previewed_as_it_was_written(notebook: Notebook, tmp_path: Path) -> None:
    plan = plan_import(notebook, [table(tmp_path, "Name,Phone\nAnn,070-123 45 67\n")])
    assert plan.cards[0].second_line == "070-123 45 67"
