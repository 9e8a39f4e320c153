"""Cards that could not be read are kept, mended, tried again, exported and forgotten."""

from pathlib import Path

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.services.import_plan import CardState
from notebook_app.services.import_vcards import ImportOutcome, import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.services.set_aside import (
    edit_set_aside,
    export_set_aside,
    forget_set_aside,
    retry_cards,
)
from notebook_app.services.undo import undo_last
from notebook_app.services.undo_import import undo_import
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.set_aside_cards import LONGEST_KEPT, SetAsideCard

GOOD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Berg\nEND:VCARD\n"
BAD = "BEGIN:VCARD\nVERSION:3.0\nX-SECRET:kept as it came\nEND:VCARD\n"


def bring_in(notebook: Notebook, text: str, name: str = "phone.vcf") -> ImportOutcome:
    """Import a file with this text."""
    return import_vcards(notebook, plan_import(notebook, [(name, text.encode())]))


def only(notebook: Notebook) -> SetAsideCard:
    """Return the one card set aside."""
    [card] = notebook.set_aside.all()
    return card


def names(notebook: Notebook) -> list[str]:
    """Return everyone's name."""
    return notebook.contacts.names_of(notebook.contacts.all_ids())


def test_a_bad_card_is_kept_with_file_line_reason_and_text(notebook: Notebook) -> None:
    outcome = bring_in(notebook, GOOD + BAD)

    kept = only(notebook)
    assert (kept.file_name, kept.line, kept.import_id) == ("phone.vcf", 5, outcome.import_id)
    assert "no name" in kept.reason
    assert "X-SECRET:kept as it came" in kept.raw
    assert kept.rejected_file == str(outcome.rejected_file)


def test_a_file_of_bad_cards_alone_is_kept_too_and_once(notebook: Notebook) -> None:
    first = bring_in(notebook, BAD)
    again = plan_import(notebook, [("phone.vcf", BAD.encode())])

    assert first.import_id is None
    assert [card.set_aside for card in again.cards] == [True]
    import_vcards(notebook, again)
    assert notebook.set_aside.count() == 1
    undo_last(notebook)
    assert notebook.set_aside.count() == 0


def test_a_mended_card_is_imported_and_leaves_the_list_in_one_step(notebook: Notebook) -> None:
    bring_in(notebook, GOOD + BAD)
    card = only(notebook)

    retry = retry_cards(notebook, {card.id: card.raw.replace("X-SECRET", "FN")})

    assert retry.plan is not None
    assert [planned.name for planned in retry.plan.cards] == ["kept as it came"]
    import_vcards(notebook, retry.plan)
    assert names(notebook) == ["Ann Berg", "kept as it came"]
    assert notebook.set_aside.count() == 0
    undo_last(notebook)
    assert names(notebook) == ["Ann Berg"]
    assert only(notebook) == card


def test_one_that_is_still_bad_stays_with_the_new_reason(notebook: Notebook) -> None:
    bring_in(notebook, BAD)
    card = only(notebook)

    retry = retry_cards(notebook, {card.id: "no card at all"})

    assert retry.plan is None
    assert retry.reasons[card.id]
    edit_set_aside(notebook, {card.id: "no card at all"}, retry.reasons)
    assert (only(notebook).raw, only(notebook).reason) == (
        "no card at all",
        retry.reasons[card.id],
    )
    assert edit_set_aside(notebook, {card.id: "no card at all"}, {}) is None
    undo_last(notebook)
    assert only(notebook) == card


def test_a_mended_card_that_is_there_already_leaves_the_list(notebook: Notebook) -> None:
    bring_in(notebook, GOOD + BAD)
    card = only(notebook)

    retry = retry_cards(notebook, {card.id: GOOD})

    assert retry.plan is not None
    assert retry.plan.changes_nothing
    import_vcards(notebook, retry.plan)
    assert notebook.set_aside.count() == 0


def test_a_mended_text_with_another_bad_card_in_it_keeps_that(notebook: Notebook) -> None:
    bring_in(notebook, BAD)
    card = only(notebook)

    retry = retry_cards(notebook, {card.id: GOOD + BAD.replace("SECRET", "OTHER")})

    assert retry.plan is not None
    import_vcards(notebook, retry.plan)
    assert names(notebook) == ["Ann Berg"]
    assert "X-OTHER" in only(notebook).raw


def test_forgetting_can_be_undone_and_the_file_stays(notebook: Notebook) -> None:
    outcome = bring_in(notebook, GOOD + BAD)
    card = only(notebook)

    forget_set_aside(notebook, [card.id])

    assert notebook.set_aside.count() == 0
    assert outcome.rejected_file is not None
    assert outcome.rejected_file.exists()
    undo_last(notebook)
    assert only(notebook) == card


def test_an_exported_list_is_a_vcard_file_that_can_be_read_again(
    notebook: Notebook, tmp_path: Path
) -> None:
    bring_in(notebook, BAD + BAD.replace("SECRET", "OTHER"))
    target = tmp_path / "bad.vcf"

    assert export_set_aside(notebook, target) == 2

    again = plan_import(notebook, [target])
    assert [card.state for card in again.cards] == [CardState.UNREADABLE] * 2
    assert "X-CONTACT-NOTEBOOK-REASON" in target.read_text()
    with pytest.raises(UserProblem, match="could not be written"):
        export_set_aside(notebook, tmp_path / "nowhere" / "bad.vcf")
    assert export_set_aside(notebook, target, [notebook.set_aside.all()[0].id]) == 1


def test_of_a_very_long_card_the_beginning_is_kept_here(notebook: Notebook) -> None:
    long = BAD.replace("kept as it came", "x" * (LONGEST_KEPT + 10))

    outcome = bring_in(notebook, long)

    assert not only(notebook).whole
    assert len(only(notebook).raw) == LONGEST_KEPT
    assert outcome.rejected_file is not None
    assert outcome.rejected_file.stat().st_size > LONGEST_KEPT


def test_taking_an_import_back_takes_its_bad_cards_too(notebook: Notebook) -> None:
    outcome = bring_in(notebook, GOOD + BAD)

    assert outcome.import_id is not None
    undo_import(notebook, outcome.import_id)

    assert notebook.set_aside.count() == 0
    undo_last(notebook)
    assert notebook.set_aside.count() == 1


def long_card(notebook: Notebook) -> Path:
    """Import a card that is too long to be kept here as a whole; return where all of it is."""
    lines = "".join(f"X-{number}:{'x' * 990}\n" for number in range(1_200))
    outcome = bring_in(notebook, BAD.replace("END:", f"{lines}END:"))
    assert outcome.rejected_file is not None
    assert not only(notebook).whole
    return outcome.rejected_file


def test_a_very_long_card_that_is_still_bad_says_why(notebook: Notebook) -> None:
    long_card(notebook)
    card = only(notebook)

    retry = retry_cards(notebook, {card.id: card.raw})

    assert retry.plan is None
    assert "no name" in retry.reasons[card.id]
    edit_set_aside(notebook, {}, {card.id: "Another reason."})
    assert not only(notebook).whole


def test_a_very_long_card_is_mended_in_its_file(notebook: Notebook) -> None:
    file = long_card(notebook)
    card = only(notebook)
    file.write_text(file.read_text().replace("X-SECRET", "FN"))

    retry = retry_cards(notebook, {card.id: card.raw})

    assert retry.plan is not None
    import_vcards(notebook, retry.plan)
    assert names(notebook) == ["kept as it came"]
    [contact] = notebook.contacts.many(notebook.contacts.all_ids())
    assert len(contact.details.other_properties) == 1_200
    assert notebook.set_aside.count() == 0


def test_a_very_long_card_is_exported_whole(notebook: Notebook, tmp_path: Path) -> None:
    file = long_card(notebook)

    export_set_aside(notebook, tmp_path / "aside.vcf")

    assert (tmp_path / "aside.vcf").read_bytes() == file.read_bytes()


def test_a_very_long_card_whose_file_is_gone_says_so(notebook: Notebook, tmp_path: Path) -> None:
    file = long_card(notebook)
    file.unlink()
    card = only(notebook)

    assert str(file) in retry_cards(notebook, {card.id: card.raw}).reasons[card.id]
    with pytest.raises(UserProblem, match="Only the beginning"):
        export_set_aside(notebook, tmp_path / "aside.vcf")


def test_importing_the_file_of_rejected_cards_lists_none_of_them_twice(notebook: Notebook) -> None:
    deep = "BEGIN:VCARD\n" + "AGENT:\nBEGIN:VCARD\n" * 9 + "END:VCARD\n" * 10
    outcome = bring_in(notebook, BAD + deep + BAD.replace("SECRET", "OTHER"))
    assert outcome.rejected_file is not None
    before = steps(notebook)

    again = plan_import(notebook, [outcome.rejected_file])
    import_vcards(notebook, again)

    assert [card.set_aside for card in again.cards] == [True, True, True]
    assert notebook.set_aside.count() == 3
    assert steps(notebook) == before


def steps(notebook: Notebook) -> int:
    """Return how many steps could be taken back."""
    row = notebook.database.execute_sql("SELECT count(*) FROM journal_step").fetchone()
    return int(row[0])


def test_bad_cards_that_are_listed_already_make_no_step_to_undo(notebook: Notebook) -> None:
    bring_in(notebook, BAD)
    assert steps(notebook) == 1

    bring_in(notebook, BAD + BAD, "again.vcf")

    assert steps(notebook) == 1
