"""Two contacts become one with all that happened to both, and two again when the user wants."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import (
    Cadence,
    CadenceUnit,
    Contact,
    ContactDetails,
    ContactDraft,
    Email,
    NameParts,
    OwnField,
    Phone,
    Photo,
    RelatedName,
    Role,
    Stage,
)
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.merge_plan import Side
from notebook_app.model.opportunity import OpportunityDraft
from notebook_app.model.query.terms import words_query
from notebook_app.model.rows import EntryKind
from notebook_app.services.find_duplicates import say_distinct
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.merge_contacts import (
    compare_contacts,
    merge_contacts,
    the_one_to_keep,
)
from notebook_app.services.plan_import import plan_import
from notebook_app.services.save_contact import delete_contacts, update_contact
from notebook_app.services.take_back_merge import take_back_merge
from notebook_app.services.undo import redo_last, undo_last
from notebook_app.services.undo_import import undo_import
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook
from tests.storage.whole_content import assert_all_is_well, content_of

TODAY = date(2026, 3, 10)
ROBERT = ContactDetails(
    display_name="Robert Smith",
    name=NameParts(given="Robert", family="Smith"),
    organization="Acme",
    phones=(Phone("+46 70 123 45 67", "work", True),),
    emails=(Email("r@smith.example", "work"),),
    note="Likes boats.",
    tags=("chamber",),
)
BOB = ContactDetails(
    display_name="Bob Smith",
    name=NameParts(given="Bob", family="Smith"),
    organization="Acme",
    title="Owner",
    phones=(Phone("070-123 45 67", "", True), Phone("+46 70 765 43 21", "home")),
    emails=(Email("R@smith.example"),),
    note="Has a dog.",
    tags=("chamber", "neighbour"),
    own_fields=(OwnField("Shoe size", "43"),),
)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Return an empty notebook of somebody in Sweden."""
    opened = empty_notebook(tmp_path / "people.db", region="SE")
    yield opened
    opened.close()


@pytest.fixture
def pair(notebook: Notebook) -> tuple[int, int]:
    """Robert and Bob, who are one."""
    with notebook.change("two"):
        robert = notebook.contacts.insert(
            ContactDraft(ROBERT, Stage.MET, (Role.CLIENT,), Cadence(3, CadenceUnit.WEEKS))
        )
        bob = notebook.contacts.insert(ContactDraft(BOB, Stage.LIKE, (Role.FRIEND, Role.CLIENT)))
    return robert, bob


def contact(notebook: Notebook, contact_id: int) -> Contact:
    """Return a stored contact."""
    found = notebook.contacts.get(contact_id)
    assert found is not None
    return found


def add(notebook: Notebook, name: str, **more: object) -> int:
    """Store someone else."""
    with notebook.change("more"):
        details = ContactDetails(display_name=name, **more)  # type: ignore[arg-type]
        return notebook.contacts.insert(ContactDraft(details))


def edit(notebook: Notebook, contact_id: int, **changes: object) -> None:
    """Change some details by hand."""
    draft = notebook.contacts.draft_of(contact(notebook, contact_id))
    details = replace(draft.details, **changes)  # type: ignore[arg-type]
    update_contact(notebook, contact_id, replace(draft, details=details))


def merge_of(notebook: Notebook, contact_id: int) -> int:
    """Return the last merge into a contact."""
    row = notebook.database.execute_sql(
        "SELECT max(id) FROM merge_record WHERE kept_id = ? AND undone_at IS NULL", (contact_id,)
    ).fetchone()
    assert row[0] is not None
    return int(row[0])


def fill(notebook: Notebook, robert: int, bob: int) -> int:
    """Let everything happen to both, alone and together; return a third person."""
    carla = add(notebook, "Carla")
    log_conversation(notebook, ConversationDraft((robert, bob, carla), "All of us", TODAY))
    log_conversation(notebook, ConversationDraft((bob,), "Only Bob", TODAY))
    with notebook.change("happenings"):
        notebook.events.insert(EventDraft("Fair", TODAY, met=(bob,), seen=(robert,)))
        notebook.events.insert(EventDraft("Lunch", TODAY, met=(bob,)))
        notebook.follow_ups.insert(FollowUpDraft(bob, FollowUpKind.CALL, TODAY))
        notebook.opportunities.insert(OpportunityDraft(bob, "Logo", via=(robert, carla)))
        notebook.opportunities.insert(OpportunityDraft(carla, "Sign", via=(bob, robert)))
        for table, columns, values in (
            ("service", "uid, name, folded_name", ("s1", "Logos", "logos")),
            ("contact_service", "contact_id, service_id, knowledge, since", None),
        ):
            if values is None:
                for row in ((robert, 1, "told", "2026-01-01"), (bob, 1, "uses", "2026-02-01")):
                    notebook.database.execute_sql(
                        f"INSERT INTO {table}({columns}) VALUES (?, ?, ?, ?)", row
                    )
            else:
                notebook.database.execute_sql(
                    f"INSERT INTO {table}({columns}) VALUES (?, ?, ?)", values
                )
        for about, of in ((carla, bob), (bob, carla)):
            notebook.database.execute_sql(
                "INSERT INTO favour(uid, contact_id, kind, direction, happened_on,"
                " about_contact_id, created_at, changed_at)"
                " VALUES (?, ?, 'help', 'given', '2026-03-01', ?, '', '')",
                (f"f{of}", of, about),
            )
        notebook.database.execute_sql(
            "INSERT INTO stored_file(sha256, size, data) VALUES ('x', 1, x'00')"
        )
        notebook.database.execute_sql(
            "INSERT INTO attachment(contact_id, file_id, name, attached_at)"
            " VALUES (?, 1, 'offer.pdf', '2026')",
            (bob,),
        )
    edit(notebook, carla, related=(RelatedName("Bob", "friend", uid=contact(notebook, bob).uid),))
    return carla


def test_nothing_is_lost_and_nothing_stands_twice(
    notebook: Notebook, pair: tuple[int, int]
) -> None:
    robert, bob = pair
    changes = merge_contacts(notebook, robert, [bob])

    kept = contact(notebook, robert)
    assert changes.label == "Merged Bob Smith and Robert Smith"
    assert kept.details.display_name == "Robert Smith"
    assert [phone.number for phone in kept.details.phones] == [
        "+46 70 123 45 67",
        "+46 70 765 43 21",
    ]
    assert [phone.preferred for phone in kept.details.phones] == [True, False]
    assert [email.address for email in kept.details.emails] == ["r@smith.example"]
    assert (kept.details.organization, kept.details.title) == ("Acme", "Owner")
    assert kept.details.note == "Likes boats.\n\nHas a dog."
    assert kept.details.tags == ("chamber", "neighbour")
    assert kept.details.own_fields == BOB.own_fields
    assert kept.stage is Stage.LIKE
    assert kept.roles == (Role.CLIENT, Role.FRIEND)
    assert kept.cadence == Cadence(3, CadenceUnit.WEEKS)
    assert contact(notebook, bob).deleted_at is not None
    assert notebook.contacts.all_ids() == [robert]
    assert_all_is_well(notebook)


def test_each_property_can_be_chosen(notebook: Notebook, pair: tuple[int, int]) -> None:
    robert, bob = pair
    lines = compare_contacts(notebook, robert, bob).lines
    number = next(line.key for line in lines if line.right_text.startswith("+46 70 765"))

    merge_contacts(
        notebook,
        robert,
        [bob],
        {"name": Side.RIGHT, "note": Side.RIGHT, number: Side.NEITHER, "tags": Side.LEFT},
    )

    details = contact(notebook, robert).details
    assert (details.display_name, details.name.given) == ("Bob Smith", "Bob")
    assert details.note == "Has a dog."
    assert len(details.phones) == 1
    assert details.tags == ("chamber",)


def test_the_timeline_of_both_is_kept(notebook: Notebook, pair: tuple[int, int]) -> None:
    robert, bob = pair
    carla = fill(notebook, robert, bob)

    merge_contacts(notebook, robert, [bob])

    entries = notebook.timeline.page(robert, 0, 100)
    texts = [entry.text for entry in entries if entry.kind is EntryKind.CONVERSATION]
    assert sorted(texts) == ["All of us", "Only Bob"]
    titles = [entry.title for entry in entries]
    assert "Merged with Bob Smith" in titles
    assert len([entry for entry in entries if entry.kind is EntryKind.EVENT]) == 2
    met = "SELECT presence FROM event_contact WHERE contact_id = ? ORDER BY event_id"
    assert notebook.database.execute_sql(met, (robert,)).fetchall() == [("met",), ("met",)]
    known = notebook.database.execute_sql("SELECT contact_id, knowledge FROM contact_service")
    assert known.fetchall() == [(robert, "uses")]
    via = notebook.database.execute_sql(
        "SELECT opportunity_id, contact_id FROM introducer ORDER BY opportunity_id, contact_id"
    )
    assert via.fetchall() == [(1, carla), (2, robert)]
    people = notebook.database.execute_sql("SELECT people FROM conversation ORDER BY id").fetchall()
    assert people == [("Robert Smith, Carla",), ("Robert Smith",)]
    related = contact(notebook, carla).details.related
    assert related[0].uid == contact(notebook, robert).uid
    assert notebook.timeline.page(bob, 0, 100) == []
    assert_all_is_well(notebook)


def test_one_undo_takes_all_of_it_back(notebook: Notebook, pair: tuple[int, int]) -> None:
    fill(notebook, *pair)
    before = content_of(notebook)

    merge_contacts(notebook, pair[0], [pair[1]])
    merged = content_of(notebook)
    undo_last(notebook)
    assert content_of(notebook) == before
    redo_last(notebook)
    assert content_of(notebook) == merged
    assert_all_is_well(notebook)


def test_weeks_later_both_are_as_they_were(notebook: Notebook, pair: tuple[int, int]) -> None:
    robert, bob = pair
    carla = fill(notebook, robert, bob)
    before = [contact(notebook, each) for each in (*pair, carla)]
    timelines = [_told(notebook, each) for each in (*pair, carla)]
    merge_contacts(notebook, robert, [bob])
    _forget_the_journal(notebook)

    taken_back = take_back_merge(notebook, merge_of(notebook, robert))

    assert taken_back.stays == ()
    assert taken_back.changes.label == "Took back the merge of Bob Smith and Robert Smith"
    after = [contact(notebook, each) for each in (*pair, carla)]
    assert [each.details for each in after] == [each.details for each in before]
    assert [(each.stage, each.roles, each.cadence) for each in after] == [
        (each.stage, each.roles, each.cadence) for each in before
    ]
    assert [each.deleted_at for each in after] == [None, None, None]
    assert [_told(notebook, each) for each in (*pair, carla)] == timelines
    assert_all_is_well(notebook)


def test_what_came_since_stays_with_the_kept_one(notebook: Notebook, pair: tuple[int, int]) -> None:
    robert, bob = pair
    fill(notebook, robert, bob)
    merge_contacts(notebook, robert, [bob])
    _forget_the_journal(notebook)
    log_conversation(notebook, ConversationDraft((robert,), "Since then", TODAY))
    stored = contact(notebook, robert).details
    edit(
        notebook,
        robert,
        title="Chair",
        note=f"{stored.note} Sold the boat.",
        emails=(*stored.emails, Email("new@smith.example")),
        phones=(stored.phones[0], replace(stored.phones[1], label="boat")),
    )

    taken_back = take_back_merge(notebook, merge_of(notebook, robert))

    kept = contact(notebook, robert).details
    assert kept.title == "Chair"
    assert kept.note == "Likes boats.\n\nHas a dog. Sold the boat."
    assert [email.address for email in kept.emails] == ["r@smith.example", "new@smith.example"]
    assert kept.own_fields == ()
    assert set(taken_back.stays) == {"title", "note", "phone +46 70 765 43 21 (boat)"}
    assert contact(notebook, bob).details == BOB
    texts = [entry.text for entry in notebook.timeline.page(robert, 0, 100)]
    assert "Since then" in texts
    assert "Only Bob" not in texts


def test_rows_that_are_gone_or_numbered_anew_do_no_harm(
    notebook: Notebook, pair: tuple[int, int]
) -> None:
    """SQLite gives the number of the last deleted row to the next one."""
    robert, bob = pair
    log_conversation(notebook, ConversationDraft((robert, bob), "Together", TODAY))
    merge_contacts(notebook, robert, [bob])
    with notebook.change("gone"):
        notebook.conversations.delete(1)
    log_conversation(notebook, ConversationDraft((robert,), "Another", TODAY))

    take_back_merge(notebook, merge_of(notebook, robert))

    assert _told(notebook, robert) == ["Another"]
    assert _told(notebook, bob) == []
    assert_all_is_well(notebook)


def test_what_is_remembered_of_both_is_found_at_whom_it_belongs_to(
    notebook: Notebook, pair: tuple[int, int]
) -> None:
    robert, bob = pair
    with notebook.change("facts"):
        notebook.remembered.add(bob, "plays the cello", TODAY)

    merge_contacts(notebook, robert, [bob])
    assert _found(notebook, "cello") == [robert]

    take_back_merge(notebook, merge_of(notebook, robert))
    assert _found(notebook, "cello") == [bob]
    assert_all_is_well(notebook)


def test_a_merge_is_no_step_of_how_well_one_knows_them(
    notebook: Notebook, pair: tuple[int, int]
) -> None:
    """The steps of both stand in one history, and go back to whom they came from."""
    robert, bob = pair
    before = [notebook.stages.history(each) for each in pair]

    merge_contacts(notebook, robert, [bob], {"stage": Side.RIGHT})
    assert contact(notebook, robert).stage is Stage.LIKE
    assert notebook.stages.history(robert) == [*before[0], *before[1]]

    take_back_merge(notebook, merge_of(notebook, robert))
    assert [notebook.stages.history(each) for each in pair] == before


def test_a_chain_of_merges_comes_apart_in_any_order(
    notebook: Notebook, pair: tuple[int, int]
) -> None:
    robert, bob = pair
    rob = add(notebook, "Rob Smith", nickname="Robbie")
    log_conversation(notebook, ConversationDraft((bob,), "Bob's", TODAY))
    log_conversation(notebook, ConversationDraft((rob,), "Rob's", TODAY))
    merge_contacts(notebook, bob, [rob])
    first = merge_of(notebook, bob)
    merge_contacts(notebook, robert, [bob])
    assert sorted(_told(notebook, robert)) == ["", "", "Bob's", "Rob's"]

    take_back_merge(notebook, first)

    assert _told(notebook, rob) == ["Rob's"]
    assert contact(notebook, robert).details.nickname == ""
    take_back_merge(notebook, merge_of(notebook, robert))
    assert _told(notebook, bob) == ["Bob's"]
    assert contact(notebook, robert).details == ROBERT
    assert_all_is_well(notebook)


def test_several_are_merged_as_one_change(notebook: Notebook, pair: tuple[int, int]) -> None:
    robert, bob = pair
    rob = add(notebook, "Rob Smith", nickname="Robbie")
    before = content_of(notebook)

    merge_contacts(notebook, robert, [bob, rob])

    assert notebook.contacts.all_ids() == [robert]
    assert contact(notebook, robert).details.nickname == "Robbie"
    undo_last(notebook)
    assert content_of(notebook) == before


CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\nUID:%s\r\nTEL:%s\r\nEND:VCARD\r\n"


def test_a_card_of_the_absorbed_one_finds_the_kept_one_and_changes_nothing(
    notebook: Notebook,
) -> None:
    cards = [
        CARD % (b"Robert Smith", b"one", b"+46701234567"),
        CARD % (b"Bob Smith", b"two", b"+46707654321"),
    ]
    import_vcards(notebook, plan_import(notebook, [("a.vcf", b"".join(cards))]))
    robert, bob = sorted(notebook.contacts.all_ids())
    merge_contacts(notebook, robert, [bob])

    for files in ([("b.vcf", cards[1])], [("a.vcf", b"".join(cards))]):
        plan = plan_import(notebook, files)
        assert plan.changes_nothing
    changed = CARD % (b"Bob Smith", b"two", b"+46707654321\r\nTITLE:Owner")
    outcome = import_vcards(notebook, plan_import(notebook, [("c.vcf", changed)]))
    assert outcome.changes.label
    assert notebook.contacts.all_ids() == [robert]
    assert contact(notebook, robert).details.title == "Owner"


def test_a_card_with_the_absorbed_one_s_own_uid_finds_the_kept_one(
    notebook: Notebook, pair: tuple[int, int]
) -> None:
    robert, bob = pair
    uid = contact(notebook, bob).uid.encode()
    merge_contacts(notebook, robert, [bob])

    plan = plan_import(notebook, [("b.vcf", CARD % (b"Bob Smith", uid, b"+46707654321"))])

    assert [card.contact_id for card in plan.cards] == [robert]


def test_taking_an_import_back_leaves_the_merged_contact_alone(notebook: Notebook) -> None:
    robert = add(notebook, "Robert Smith")
    card = CARD % (b"Bob Smith", b"two", b"+46707654321")
    outcome = import_vcards(notebook, plan_import(notebook, [("a.vcf", card)]))
    [bob] = set(notebook.contacts.all_ids()) - {robert}
    merge_contacts(notebook, robert, [bob])
    assert outcome.import_id is not None

    undo_import(notebook, outcome.import_id)

    assert notebook.contacts.all_ids() == [robert]
    assert len(contact(notebook, robert).details.phones) == 1


def test_the_replaced_picture_outlives_the_daily_round(
    notebook: Notebook, pair: tuple[int, int]
) -> None:
    robert, bob = pair
    edit(notebook, robert, photo=Photo("image/png", b"robert"))
    edit(notebook, bob, photo=Photo("image/png", b"bob"))
    merge_contacts(notebook, robert, [bob], {"photo": Side.RIGHT})
    _forget_the_journal(notebook)
    notebook.sweep_photos()

    take_back_merge(notebook, merge_of(notebook, robert))

    assert contact(notebook, robert).details.photo == Photo("image/png", b"robert")
    assert contact(notebook, bob).details.photo == Photo("image/png", b"bob")


def test_who_is_not_the_absorbed_one_is_not_the_kept_one(
    notebook: Notebook, pair: tuple[int, int]
) -> None:
    robert, bob = pair
    other = add(notebook, "Bob Smith")
    say_distinct(notebook, other, bob)
    say_distinct(notebook, robert, bob)

    merge_contacts(notebook, robert, [bob])
    assert (robert, other) in notebook.duplicates.distinct_pairs()
    assert (robert, bob) not in notebook.duplicates.distinct_pairs()
    take_back_merge(notebook, merge_of(notebook, robert))
    assert (robert, other) not in notebook.duplicates.distinct_pairs()


def test_the_one_with_more_to_tell_is_kept(notebook: Notebook, pair: tuple[int, int]) -> None:
    robert, bob = pair
    assert the_one_to_keep(notebook, bob, robert) == robert
    log_conversation(notebook, ConversationDraft((bob,), "x", TODAY))
    assert the_one_to_keep(notebook, bob, robert) == bob


def test_merging_what_can_t_be_merged_is_told_in_a_sentence(
    notebook: Notebook, pair: tuple[int, int]
) -> None:
    robert, bob = pair
    gone = add(notebook, "Gone Girl")
    delete_contacts(notebook, [gone])
    before = content_of(notebook)
    for keep, others, words in (
        (robert, [robert], "Robert Smith can't be merged with themselves."),
        (robert, [], "Choose at least two people to merge."),
        (robert, [gone], "Gone Girl is in the trash."),
        (gone, [robert], "Gone Girl is in the trash."),
        (robert, [999], "This person is no longer in the notebook."),
        (robert, [bob, robert], "Robert Smith can't be merged with themselves."),
    ):
        with pytest.raises(UserProblem) as caught:
            merge_contacts(notebook, keep, others)
        assert caught.value.title == words
    assert content_of(notebook) == before
    merge_contacts(notebook, robert, [bob])
    with pytest.raises(UserProblem, match="Bob Smith was merged already, into Robert Smith"):
        merge_contacts(notebook, robert, [bob])


def test_a_merge_is_taken_back_once(notebook: Notebook, pair: tuple[int, int]) -> None:
    merge_contacts(notebook, pair[0], [pair[1]])
    merge = merge_of(notebook, pair[0])
    delete_contacts(notebook, [pair[0]])
    with pytest.raises(UserProblem, match="is in the trash"):
        take_back_merge(notebook, merge)
    undo_last(notebook)
    take_back_merge(notebook, merge)
    with pytest.raises(UserProblem, match="taken back already"):
        take_back_merge(notebook, merge)
    with pytest.raises(UserProblem, match="no such merge"):
        take_back_merge(notebook, 999)


def _found(notebook: Notebook, words: str) -> list[int]:
    return [found for some in notebook.people.search(words_query(words), TODAY) for found in some]


def _told(notebook: Notebook, contact_id: int) -> list[str]:
    entries = notebook.timeline.page(contact_id, 0, 1000)
    # How well one knows them says nothing, and both came with a stage.
    return [entry.text for entry in entries if entry.kind.value != "stage"]


def _forget_the_journal(notebook: Notebook) -> None:
    notebook.database.execute_sql("DELETE FROM journal_step")
    notebook.database.execute_sql("DELETE FROM journal_row")
