"""Whom each key of the query language finds, checked against a notebook small enough to see."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import (
    Address,
    Affiliation,
    Cadence,
    CadenceUnit,
    ContactDetails,
    ContactDraft,
    ContactKind,
    Email,
    OwnField,
    Phone,
    Role,
    Stage,
)
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.ready_lists import READY_LISTS, ReadyList
from notebook_app.model.query.sorting import parse_sort
from notebook_app.services.list_people import people_ids, read_query
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import content_with
from tests.made_up import examples
from tests.storage.conftest import TODAY


def found(notebook: Notebook, text: str) -> str:
    """The first letters of those whom a query finds."""
    ids = people_ids(notebook, read_query(notebook, text), TODAY)
    return "".join(row.name[0] for row in notebook.people.rows(ids))


@pytest.fixture(scope="module")
def town_content() -> bytes:
    """The file of ``town``, made once."""
    return content_with(settle, StoppedClock(TODAY), "SE")


@pytest.fixture
def town(path: Path, clock: StoppedClock, town_content: bytes) -> Iterator[Notebook]:
    """Ann, Bo, Cleo, Dag and the firm Eder; Zed is in the trash and has everything Ann has."""
    path.write_bytes(town_content)
    opened = Notebook.open(path, clock, "SE")
    yield opened
    opened.close()


def settle(notebook: Notebook) -> None:
    """Put the people of ``town`` into a notebook."""
    ann = ContactDraft(
        ContactDetails(
            display_name="Ann Berg",
            organization="Berg & Söhne",
            addresses=(Address(city="Malmö", country="Sweden"),),
            phones=(Phone("070 123 45 67"),),
            emails=(Email("ann@x.example"),),
            birthday=PartialDate(TODAY.month, TODAY.day, 1980),
            tags=("Chamber", "old friends"),
            own_fields=(OwnField("Shoe size", "43"),),
            note="Likes coffee",
        ),
        Stage.TRUST,
        (Role.CLIENT,),
        Cadence(2, CadenceUnit.WEEKS),
    )
    bo = ContactDraft(
        ContactDetails(
            display_name="Bo",
            addresses=(Address(city="Lund"), Address(city="Malmo")),
            affiliations=(Affiliation("Bergbau"),),
            birthday=PartialDate(2, 29),
            tags=("Champions",),
            own_fields=(OwnField("shoe size", "9"),),
        ),
        Stage.KNOW,
        (Role.CLIENT, Role.PEER),
    )
    cleo = ContactDraft(ContactDetails(display_name="Cleo"), Stage.MET)
    dag = ContactDraft(ContactDetails(display_name="Dag", emails=(Email("d@x.example"),)))
    eder = ContactDraft(ContactDetails(display_name="Eder AG", kind=ContactKind.ORGANIZATION))
    for draft in (ann, bo, cleo, dag, eder, ann):
        add_contact(notebook, draft)
    for contact_id, days in ((1, 100), (1, 120), (2, 5), (3, 20), (6, 5)):
        on = TODAY - timedelta(days=days)
        log_conversation(notebook, ConversationDraft((contact_id,), "About tea", on))
    for contact_id, days in ((2, -1), (3, 6), (4, 7), (6, 0)):
        due = TODAY + timedelta(days=days)
        plan_follow_up(notebook, FollowUpDraft(contact_id, FollowUpKind.CALL, due))
    notebook.database.execute_sql("UPDATE contact SET display_name = 'Zed' WHERE id = 6")
    delete_contacts(notebook, [6])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("", "ABCDE"),
        ("name:ann", "A"),
        ("name:be", "AB"),  # Firms go by their names too.
        ("tag:chamber", "A"),
        ("tag:cham*", "AB"),
        ('tag:"Old Friends"', "A"),
        ("-tag:chamber", "BCDE"),
        ("role:client", "AB"),
        ("role:peer,friend", "B"),
        ("role:client role:peer", "B"),
        ("stage:>=know", "AB"),
        ("stage:<trust", "BC"),
        ("stage:none", "DE"),
        ("kind:person", "ABCD"),
        ("kind:organisation", "E"),
        ("org:berg", "AB"),
        ("org:berg*", "AB"),
        ("org:*söhne", "A"),
        ("city:malmö", "AB"),
        ("city:l*", "B"),
        ("country:sweden", "A"),
        ("last:>90d", "A"),
        ("last:>=100d", "A"),
        ("last:>100d", ""),
        ("last:<3w", "BC"),
        ("last:never", "DE"),
        ("-last:never", "ABC"),
        (f"last:{TODAY - timedelta(days=5)}", "B"),
        (f"last:..{TODAY - timedelta(days=20)}", "AC"),
        ("talks:1", "BC"),
        ("talks:>1", "A"),
        ("talks:0", "DE"),
        ("talks:<2", "BCDE"),
        ("due:overdue", "B"),
        ("due:<7d", "BC"),
        ("due:<=7d", "BCD"),
        ("due:>=7d", "D"),
        ("due:none", "AE"),
        ("due:never", "AE"),
        ("due:overdue,none", "ABE"),
        ("birthday:today", "A"),
        ("birthday:feb", "B"),
        ("birthday:<2d", "A"),
        ("cadence:yes", "A"),
        ("cadence:none", "BCDE"),
        ("cadence:overdue", "A"),
        ("has:email", "AD"),
        ("-has:email,phone", "BCE"),
        ("has:reach", "AD"),
        ("has:note", "A"),
        ("has:org", "AB"),
        ("added:today", "ABCDE"),
        ("added:<1d", "ABCDE"),
        ("added:>1d", ""),
        ("shoe-size:43", "A"),
        ("shoe-size:*", "AB"),
        ("list:clients", "AB"),
        ("-list:clients", "CDE"),
        ("met:club", ""),
        ("from:phone", ""),
        # Words alone are searched in what was said too, best first.
        ("coffee", "A"),
        ("tea role:client", "BA"),
        ("tea -has:email", "CB"),
        ("bo -has:email", "B"),
        ("coffee or dag", "AD"),
        ("-coffee", "BCDE"),
        ("coffee or tag:champions", "AB"),
        ("(tag:chamber or stage:met) -role:client", "C"),
        ("-(role:client or stage:met)", "DE"),
        ("role:client last:>90d has:email -tag:champions stage:trust", "A"),
    ],
)
def test_a_query_finds(town: Notebook, text: str, who: str) -> None:
    assert found(town, text) == who
    query = read_query(town, text)
    if not query.searches:
        assert town.people.count(query, TODAY) == len(who)
        ids = town.people.all_ids(query, TODAY)
        assert [town.people.position(query, TODAY, each) for each in ids] == list(range(len(ids)))


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", "ABCDE"),
        ("-name", "EDCBA"),
        ("last", "ACBDE"),
        ("-last", "BCADE"),
        ("due", "BCDAE"),
        ("-due", "DCBAE"),
        ("stage", "CBADE"),
        ("-stage", "ABCDE"),
        ("city", "BACDE"),
        ("org", "ABCDE"),
        ("shoe-size", "BACDE"),
        ("-shoe-size", "ABCDE"),
        ("added", "ABCDE"),
    ],
)
def test_a_list_is_sorted_with_blanks_last(town: Notebook, sort: str, order: str) -> None:
    by = parse_sort(sort, town.saved_lists.vocabulary())
    ids = town.people.all_ids(parse_query(""), TODAY, by)
    assert "".join(row.name[0] for row in town.people.rows(ids)) == order


def test_the_order_of_names_is_read_again_after_a_write(town: Notebook) -> None:
    query = parse_query("kind:person")
    before = town.people.all_ids(query, TODAY)
    add_contact(town, ContactDraft(ContactDetails(display_name="Aaron")))
    after = town.people.all_ids(query, TODAY)
    assert after[1:] == before
    town.undo()
    assert town.people.all_ids(query, TODAY) == before


@pytest.mark.parametrize("ready", READY_LISTS, ids=lambda ready: ready.key)
def test_every_ready_made_list_can_be_counted_and_read(town: Notebook, ready: ReadyList) -> None:
    query = read_query(town, ready.query)
    assert town.people.count(query, TODAY) == len(town.people.all_ids(query, TODAY))


@pytest.mark.parametrize(
    ("today", "value", "who"),
    [
        (date(2027, 2, 27), "<2d", True),  # Kept on the 28th.
        (date(2028, 2, 27), "<2d", False),
        (date(2028, 2, 27), "<3d", True),
        (date(2026, 12, 31), "<2m", False),
        (date(2026, 12, 31), "<3m", True),
        (date(2026, 3, 1), ">300d", True),
    ],
)
def test_the_last_of_february_comes_round_each_year(
    town: Notebook, today: date, value: str, who: bool
) -> None:
    query = parse_query(f"birthday:{value} name:bo")
    assert bool(town.people.all_ids(query, today)) is who


_TERMS = st.sampled_from(
    [
        *("tag:chamber", "role:client", "stage:>=know", "last:<3w", "last:never", "talks:<2"),
        *("due:none", "due:<7d", "has:email", "has:reach", "kind:person", "coffee", "name:bo"),
        *("cadence:yes", "list:clients", "birthday:feb", "org:berg", "shoe-size:*"),
    ]
)
_QUERIES = st.recursive(
    _TERMS.map(lambda term: (term, 0)),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: (f"({two[0][0]} {two[1][0]})", 1)),
        st.tuples(inner, inner).map(lambda two: (f"({two[0][0]} or {two[1][0]})", 2)),
        inner.map(lambda one: (f"-{one[0]}", 3)),
    ),
    max_leaves=5,
).map(lambda pair: pair[0])


@settings(
    max_examples=examples(25, 300),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(one=_QUERIES, other=_QUERIES)
@example(one="coffee", other="(stage:>=know or coffee)")
def test_and_or_and_not_keep_to_the_laws_of_sets(town: Notebook, one: str, other: str) -> None:
    def whom(text: str) -> set[int]:
        # Mixed with a key, words are looked for in what is written of the person alone.
        query = read_query(town, f"({text}) or (tag:nobody -tag:nobody)")
        found_ids = town.people.all_ids(query, TODAY)
        assert town.people.count(query, TODAY) == len(found_ids) == len(set(found_ids))
        return set(found_ids)

    everyone = whom("kind:person,organisation")
    assert whom(f"-({one})") == everyone - whom(one)
    assert whom(f"({one}) ({other})") == whom(one) & whom(other)
    assert whom(f"({one}) or ({other})") == whom(one) | whom(other)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("tag:cham", "AB"),
        ("tag:chamb", "A"),
        ("tag:chamber", "A"),
        ("ann tag:ch", "A"),
        ("tag:ch ann", ""),  # The tag is finished: nobody has it.
        ("city:l", "B"),
        ("country:swe", "A"),
        ("shoe-size:4", "A"),
    ],
)
def test_what_is_still_typed_may_be_a_beginning(town: Notebook, typed: str, who: str) -> None:
    query = parse_query(typed, town.saved_lists.vocabulary(), still_typing=True)
    ids = people_ids(town, query, TODAY)
    assert "".join(row.name[0] for row in town.people.rows(ids)) == who


def test_a_tag_is_not_the_beginning_of_another(town: Notebook) -> None:
    add_contact(town, ContactDraft(ContactDetails(display_name="Fay", tags=("Chamber music",))))
    query = parse_query("tag:chamber", still_typing=True)
    assert [row.name for row in town.people.rows(people_ids(town, query, TODAY))] == ["Ann Berg"]


def test_whatever_is_written_is_data_and_not_sql(town: Notebook) -> None:
    for text in (
        'tag:"x\'; DROP TABLE contact; --"',
        'city:"%\' OR 1"',
        'name:"NEAR(a b)"',
        'met:"*"',
    ):
        assert found(town, text) == ""
    assert found(town, "") == "ABCDE"
