"""Whichever way a list is read, the same people come in the same order."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import chain

import pytest
from hypothesis import given, settings
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
from notebook_app.model.conversation import Channel, ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.query.parse import Vocabulary, parse_query
from notebook_app.model.query.sorting import ListSort, parse_sort
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.storage import list_order, narrowing, query_values
from notebook_app.storage.narrowing import Narrowing
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook
from tests.made_up import examples
from tests.storage.conftest import TODAY

VOCABULARY = Vocabulary.of(["Shoe size"], [])
SORTS = [
    parse_sort(f"{sign}{key}", VOCABULARY)
    for key in ("name", "last", "due", "added", "changed", "city", "org", "stage", "birthday")
    for sign in ("", "-")
]
TERMS = (
    *("tag:chamber", "tag:c*", "role:client", "role:peer", "stage:none", "stage:>=know"),
    *("kind:person", "kind:organisation", "org:berg", "org:b*", "org:*h", "org:*e*g*", "org:%*"),
    *("city:lund", "city:m*", "last:never", "last:>20d", "last:<40d", "talks:0", "talks:>1"),
    *("due:none", "due:never", "due:overdue", "due:<9d", "birthday:today", "birthday:feb"),
    *("cadence:yes", "cadence:overdue", "has:email", "has:phone", "has:org", "has:birthday"),
    *("has:note", "has:reach", "has:tag", "has:stage", "shoe-size:4*", "added:today"),
    *("is:resting", "conversation:<30d", "phoned:<30d", "saw:>8d", "saw:this-year"),
    *("name:ann", "-ann", "-coffee", "met:evening"),
)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    """Forty people and firms, unlike each other in all that a query can ask for."""
    path = tmp_path_factory.mktemp("town") / "notebook.db"
    notebook = empty_notebook(path, StoppedClock(TODAY))
    for number in range(40):
        add_contact(notebook, _draft(number))
    for contact_id in range(1, 41):
        for talk in range(contact_id % 4):
            channel = (Channel.CALL, Channel.IN_PERSON)[(contact_id + talk) % 2]
            on = TODAY - timedelta(days=7 * (contact_id % 9) + 20 * talk)
            log_conversation(
                notebook, ConversationDraft((contact_id,), "About tea", on, channel=channel)
            )
        if contact_id % 5 == 0:
            for days in (contact_id % 4 - 1, contact_id % 4 - 1, 30):
                due = TODAY + timedelta(days=days)
                plan_follow_up(notebook, FollowUpDraft(contact_id, FollowUpKind.CALL, due))
    notebook.database.execute_sql(
        "UPDATE contact SET created_at = date(?, '-' || (id % 3) || ' days') || 'T12:00:00Z',"
        " changed_at = date(?, '-' || (id % 4) || ' days') || 'T12:00:00Z'",
        (TODAY.isoformat(), TODAY.isoformat()),
    )
    notebook.database.execute_sql(
        "UPDATE contact SET resting_since = ? WHERE id % 6 = 1", (TODAY.isoformat(),)
    )
    notebook.database.execute_sql("UPDATE tag SET cadence_count = 1, cadence_unit = 'months'")
    delete_contacts(notebook, [3, 10, 17])
    yield notebook
    notebook.close()


def _draft(number: int) -> ContactDraft:
    def some(every: int, *values: str) -> tuple[str, ...]:
        return values if number % every == 0 else ()

    firm = ("Bergbau", "berg & söhne", "50 % Ah", "Eder\\Bach", "")[number % 5]
    cities = ("Malmö", "Lund", "malmo", "Århus", "")
    return ContactDraft(
        ContactDetails(
            display_name=f"{('Ann', 'Bo', 'Cleo', 'ann')[number % 4]} {number // 6}",
            kind=ContactKind.ORGANIZATION if number % 11 == 0 else ContactKind.PERSON,
            organization=firm,
            affiliations=tuple(Affiliation(name) for name in some(7, "Bergbau", "Other")),
            addresses=tuple(Address(city=city) for city in (cities[number % 5], *some(3, "Lund"))),
            phones=tuple(Phone(each) for each in some(3, "070 123 45 67", "070 76 54 32")),
            emails=tuple(Email(each) for each in some(2, f"a{number}@x.example")),
            birthday=PartialDate(2, 1 + number % 3) if number % 4 == 0 else None,
            tags=(*some(3, "Chamber"), *some(4, "Cellar")),
            own_fields=tuple(OwnField("Shoe size", each) for each in some(6, "43", "9")),
            note="Likes coffee" if number % 7 == 0 else "",
        ),
        (None, Stage.MET, Stage.KNOW, Stage.TRUST)[number % 4],
        (Role.CLIENT, Role.PEER)[: number % 3],
        Cadence(number % 3, CadenceUnit.WEEKS) if number % 9 in (1, 2) else None,
    )


@contextmanager
def read_as_if_large() -> Iterator[None]:
    """Has a small notebook read as a large one is: nothing is few, everyone is asked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(query_values, "_READ_AT_ONCE", -1)
        patch.setattr(query_values, "_COUNTED_AT_MOST", -1)
        patch.setattr(narrowing, "_SORTED_AT_MOST", -1)
        patch.setattr(narrowing, "_ASKED_AT_MOST", -1)
        patch.setattr(list_order, "_FEW", -1)
        yield


def walked(notebook: Notebook, query: PeopleQuery, sort: ListSort) -> list[int]:
    """Those met on a walk."""
    walk = Narrowing(notebook.database, query.conditions, TODAY).walk(sort)
    return list(chain.from_iterable(walk))


QUERIES = st.recursive(
    st.sampled_from(TERMS),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(lambda both: f"(({both[0]}) or ({both[1]}))"),
        inner.map(lambda one: f"-({one})"),
    ),
    max_leaves=4,
)


@settings(max_examples=examples(60, 600), deadline=None)
@given(text=QUERIES, sort=st.sampled_from(SORTS), enough=st.integers(1, 45))
def test_a_walk_meets_whom_collecting_finds_in_the_same_order(
    town: Notebook, text: str, sort: ListSort, enough: int
) -> None:
    query = parse_query(f"({text})", VOCABULARY)
    collected = town.people.all_ids(query, TODAY, sort)
    assert walked(town, query, sort) == collected
    with read_as_if_large():
        assert walked(town, query, sort) == collected
        assert town.people.all_ids(query, TODAY, sort) == collected
        beginning = town.people.beginning(query, TODAY, sort, enough=enough, seconds=60)
        assert collected[: len(beginning.ids)] == beginning.ids
        assert len(beginning.ids) >= min(enough, len(collected))
        assert not beginning.whole or beginning.ids == collected
        hurried = town.people.beginning(query, TODAY, sort, seconds=0)
        assert collected[: len(hurried.ids)] == hurried.ids
    assert town.people.count(query, TODAY) == len(collected)
