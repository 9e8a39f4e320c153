"""Duplicates are found everywhere, around single changes, in the background, and never merged."""

import threading
from pathlib import Path

import pytest

from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.contact import ContactDetails, ContactDraft, Email, NameParts, Phone
from notebook_app.model.duplicate_blocks import DuplicateBlocks
from notebook_app.model.duplicate_score import Certainty
from notebook_app.services.find_duplicates import DuplicatePair, find_duplicates, say_distinct
from notebook_app.services.save_contact import delete_contacts
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.model.duplicate_pairs import PAIRS, person
from tests.storage.whole_content import content_of


def add(notebook: Notebook, name: str, phone: str = "", email: str = "", firm: str = "") -> int:
    """Store someone."""
    details = ContactDetails(
        display_name=name,
        organization=firm,
        phones=(Phone(phone),) if phone else (),
        emails=(Email(email),) if email else (),
    )
    with notebook.change(name):
        return notebook.contacts.insert(ContactDraft(details))


def keys(pairs: list[DuplicatePair]) -> list[tuple[int, int]]:
    """Return the pairs' ids, in order."""
    return [pair.key for pair in pairs]


def test_the_surest_come_first_and_nothing_is_written(notebook: Notebook) -> None:
    anna, namesake = (
        add(notebook, "Anna Svensson", firm="Volvo"),
        add(notebook, "Anna Svensson", firm="Saab"),
    )
    bob = add(notebook, "Bob Smith", "070-123 45 67")
    robert = add(notebook, "Robert Smith", "+46 70 123 45 67")
    add(notebook, "Nobody Else")
    before = content_of(notebook)

    found = find_duplicates(notebook)

    assert keys(found) == [(bob, robert), (anna, namesake)]
    assert [pair.score.certainty for pair in found] == [Certainty.CERTAIN, Certainty.PERHAPS]
    assert content_of(notebook) == before


def test_those_who_were_told_apart_do_not_come_again(notebook: Notebook) -> None:
    one, other = add(notebook, "Anna Berg", "0701234567"), add(notebook, "Anna Berg", "0701234567")

    changes = say_distinct(notebook, other, one)

    assert changes.label == "Anna Berg and Anna Berg are not the same person"
    assert find_duplicates(notebook) == []
    assert find_duplicates(notebook, only=[one]) == []
    undo_last(notebook)
    assert keys(find_duplicates(notebook)) == [(one, other)]


def test_whoever_is_in_the_trash_is_no_duplicate(notebook: Notebook) -> None:
    one, _ = add(notebook, "Anna Berg", "0701234567"), add(notebook, "Anna Berg", "0701234567")
    delete_contacts(notebook, [one])
    assert find_duplicates(notebook) == []


def test_a_number_is_shared_only_by_those_outside_the_trash(notebook: Notebook) -> None:
    mum, karin = add(notebook, "Mum", "0701234567"), add(notebook, "Karin Berg", "0701234567")
    gone = add(notebook, "Old Plumber", "0701234567")
    assert find_duplicates(notebook, only=[mum]) == []

    delete_contacts(notebook, [gone])

    assert keys(find_duplicates(notebook, only=[mum])) == [(mum, karin)]
    assert keys(find_duplicates(notebook)) == [(mum, karin)]


def test_around_one_contact_the_same_is_found_as_everywhere(notebook: Notebook) -> None:
    """With every pair of the table that is worth asking about."""
    with notebook.change("all"):
        for number, (one, other, _) in enumerate(PAIRS):
            for text in (one, other):
                traits = person(text, 0)
                notebook.contacts.insert(
                    ContactDraft(
                        ContactDetails(
                            display_name=f"{text.split(' ')[0].lstrip('!')}x{number}",
                            name=NameParts(
                                given=" ".join(traits.given), family=" ".join(traits.family)
                            ),
                            phones=tuple(Phone(f"+4670{number:04}{p[1:3]}") for p in traits.phones),
                            emails=tuple(Email(f"{number}{mail}") for mail in traits.emails),
                        )
                    )
                )
    everywhere = find_duplicates(notebook)
    assert len(everywhere) > 100
    for contact_id in notebook.contacts.all_ids()[::7]:
        around = {pair.key for pair in find_duplicates(notebook, only=[contact_id])}
        expected = {
            pair.key
            for pair in everywhere
            if contact_id in pair.key and pair.score.certainty is not Certainty.PERHAPS
        }
        assert expected <= around


def test_only_looks_at_the_pairs_of_those_asked_for(notebook: Notebook) -> None:
    ids = [add(notebook, "Anna Berg", "0701234567") for _ in range(3)]
    assert keys(find_duplicates(notebook, only=[ids[2]])) == [(ids[0], ids[2]), (ids[1], ids[2])]
    assert find_duplicates(notebook, only=[]) == []


def test_it_can_be_stopped(notebook: Notebook) -> None:
    add(notebook, "Anna Berg")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        find_duplicates(notebook, progress)


def test_it_works_on_a_thread_of_its_own(notebook: Notebook) -> None:
    add(notebook, "Anna Berg", "0701234567")
    add(notebook, "Anna Berg", "0701234567")
    found: list[DuplicatePair] = []

    def work() -> None:
        with notebook.connection():
            found.extend(find_duplicates(notebook))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(found) == 1


def test_an_office_of_a_thousand_stays_quick(tmp_path: Path) -> None:
    """All share a number and a mailbox; two of them have the same name."""
    people = [
        person(f"Name{number} Family{number} +468 @info@x.se #Firm", number)
        for number in range(1000)
    ]
    people.append(person("Name7 Family7 +468", 1000))
    people += [person("Anna Svensson", number) for number in range(1001, 2001)]

    pairs = set(DuplicateBlocks(people, lambda: None).pairs())

    assert (7, 1000) in pairs
    assert len(pairs) < 5_000
