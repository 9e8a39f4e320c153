"""Whom one met anew in a month and whom one spoke to again, and who never heard of what."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notebook_app.model.balance import Balance
from notebook_app.model.contact import ContactDetails, ContactDraft, Role
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.offering import ServiceKnowledge
from notebook_app.services.let_rest import let_rest
from notebook_app.storage.notebook import Notebook
from tests.made_up import examples
from tests.storage.conftest import TODAY

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


def _add(notebook: Notebook, name: str, *roles: Role) -> int:
    with notebook.change("Added"):
        details = ContactDetails(display_name=name)
        return notebook.contacts.insert(ContactDraft(details, None, roles))


def _talk(notebook: Notebook, on: date, *contact_ids: int) -> None:
    with notebook.change("Logged"):
        notebook.conversations.insert(ConversationDraft(contact_ids, "x", on))


def test_the_first_conversation_counts_as_new_and_later_ones_as_strengthening(
    notebook: Notebook,
) -> None:
    known, new, before, trashed = (_add(notebook, name) for name in "ABCD")
    assert notebook.overview.balance(FIRST, LAST) == Balance(0, 0)
    _talk(notebook, FIRST - timedelta(days=1), known, before)
    _talk(notebook, FIRST, known, new)
    _talk(notebook, LAST, new)
    _talk(notebook, LAST + timedelta(days=1), before, new)
    _talk(notebook, FIRST, trashed)
    with notebook.change("Deleted"):
        notebook.many.set_deleted([trashed], True)
    assert notebook.overview.balance(FIRST, LAST) == Balance(1, 2)


@settings(
    max_examples=examples(15, 100),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(
            st.dates(date(2026, 1, 20), date(2026, 4, 10)),
            st.sets(st.integers(1, 5), min_size=1),
        ),
        max_size=15,
    )
)
def test_it_is_what_counting_by_hand_gives(
    notebook: Notebook, talks: list[tuple[date, set[int]]]
) -> None:
    with notebook.change("away"):
        notebook.database.execute_sql("DELETE FROM conversation")
        notebook.database.execute_sql("DELETE FROM contact")
    ids = [_add(notebook, f"Person {number}") for number in range(5)]
    for on, people in talks:
        _talk(notebook, on, *(ids[number - 1] for number in sorted(people)))
    new = strengthened = 0
    for person in range(1, 6):
        days = sorted(on for on, people in talks if person in people)
        for place, on in enumerate(days):
            if FIRST <= on <= LAST:
                new += place == 0
                strengthened += place > 0
    assert notebook.overview.balance(FIRST, LAST) == Balance(new, strengthened)


def test_clients_who_never_heard_of_a_service(notebook: Notebook) -> None:
    """Whoever knows it, rests, or is to be told soon is not asked for; nor are others."""
    silent, told, resting, soon, latest = (
        _add(notebook, name, Role.CLIENT) for name in ("Ann", "Ben", "Carla", "Dina", "Elif")
    )
    _add(notebook, "Friend", Role.FRIEND)
    with notebook.change("Offered"):
        care = notebook.offerings.insert_service("Web care plan", "", 0)
        notebook.offerings.insert_knowledge(told, care, ServiceKnowledge.TOLD, TODAY)
        note = "Tell them about the web care plan"
        notebook.follow_ups.insert(FollowUpDraft(soon, FollowUpKind.CALL, TODAY, note=note))
    _talk(notebook, TODAY, latest)
    let_rest(notebook, [resting])
    (found,) = notebook.overview.untold_services()
    assert (found.name, found.count) == ("Web care plan", 2)
    assert [person.id for person in found.people] == [latest, silent]
    (found,) = notebook.overview.untold_services(most=1)
    assert (found.count, len(found.people)) == (2, 1)
    with notebook.change("Retired"):
        notebook.database.execute_sql("UPDATE service SET retired = 1")
    assert notebook.overview.untold_services() == []
