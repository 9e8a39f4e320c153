"""What surrounds a contact on its page: first meeting, cadence, services, names, tags."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import Cadence, CadenceUnit, ContactDetails, ContactDraft
from notebook_app.model.contact_overview import FirstMeeting, KeepInTouch, ServiceStanding
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator
from notebook_app.model.event import EventDraft
from notebook_app.model.offering import ServiceKnowledge
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 11, 21)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Notebook]:
    notebook = empty_notebook(tmp_path / "notebook.db", StoppedClock(TODAY))
    yield notebook
    notebook.close()


def _add(notebook: Notebook, name: str, **more: object) -> int:
    tags = more.pop("tags", ())
    details = ContactDetails(display_name=name, tags=tags)  # type: ignore[arg-type]
    with notebook.change("Added"):
        return notebook.contacts.insert(ContactDraft(details, **more))  # type: ignore[arg-type]


def test_the_first_meeting_is_the_earliest_event_or_conversation(opened: Notebook) -> None:
    ben = _add(opened, "Ben")
    elif_ = _add(opened, "Elif Aydın")
    assert opened.contact_overview.first_meeting(ben) is None
    with opened.change("Talked"):
        draft = ConversationDraft(
            (ben,), "Hello", date(2026, 3, 2), channel=Channel.CALL, initiated_by=Initiator.ME
        )
        opened.conversations.insert(draft)
        opened.conversations.insert(ConversationDraft((ben,), "Again", date(2026, 5, 2)))
    assert opened.contact_overview.first_meeting(ben) == FirstMeeting(date(2026, 3, 2), "Called")
    with opened.change("Met"):
        opened.events.insert(EventDraft("Chamber After Hours", date(2026, 1, 9), met=(ben,)))
        opened.database.execute_sql(
            "INSERT INTO favour(uid, contact_id, kind, direction, happened_on, about_contact_id,"
            " created_at, changed_at) VALUES ('f', ?, 'introduction', 'received', '2026-01-09', ?,"
            " '', '')",
            (elif_, ben),
        )
    assert opened.contact_overview.first_meeting(ben) == FirstMeeting(
        date(2026, 1, 9), "Chamber After Hours", ("Elif Aydın",)
    )


def test_the_cadence_is_ones_own_before_that_of_a_tag(opened: Notebook) -> None:
    ben = _add(opened, "Ben", tags=("Friends",))
    assert opened.contact_overview.keep_in_touch(ben) is None
    with opened.change("Tagged"):
        opened.database.execute_sql("UPDATE tag SET cadence_count = 2, cadence_unit = 'weeks'")
    friends = Cadence(2, CadenceUnit.WEEKS)
    kept = opened.contact_overview.keep_in_touch(ben)
    assert kept == KeepInTouch(friends, date(2026, 12, 5), date(2026, 12, 12), "Friends")
    own = Cadence(3, CadenceUnit.MONTHS)
    carla = _add(opened, "Carla", tags=("Friends",), cadence=own)
    with opened.change("Talked"):
        opened.conversations.insert(ConversationDraft((carla,), "Hi", date(2026, 11, 1)))
    kept = opened.contact_overview.keep_in_touch(carla)
    assert kept == KeepInTouch(own, date(2027, 2, 1), date(2027, 3, 19))


def test_services_are_told_used_or_not_told(opened: Notebook) -> None:
    ben = _add(opened, "Ben")
    with opened.change("Offered"):
        for number, name in enumerate(("Signage", "Web care")):
            opened.database.execute_sql(
                "INSERT INTO service(uid, name, folded_name, position) VALUES (?, ?, ?, ?)",
                (name, name, name.lower(), number),
            )
        opened.database.execute_sql(
            "INSERT INTO contact_service(contact_id, service_id, knowledge, since)"
            " VALUES (?, 1, 'uses', '2026-02-03')",
            (ben,),
        )
    assert opened.contact_overview.services(ben) == [
        ServiceStanding(1, "Signage", ServiceKnowledge.USES, date(2026, 2, 3)),
        ServiceStanding(2, "Web care", None, None),
    ]


def test_a_name_is_found_only_if_one_contact_has_it(opened: Notebook) -> None:
    ben = _add(opened, "Bén Okafor")
    assert opened.contact_overview.contact_named("ben okafor") == ben
    assert opened.contact_overview.contact_named("ben") is None
    _add(opened, "Ben Okafor")
    assert opened.contact_overview.contact_named("Ben Okafor") is None


def test_the_most_used_tags_come_first(opened: Notebook) -> None:
    _add(opened, "Ben", tags=("Rowing", "Chamber"))
    _add(opened, "Carla", tags=("Chamber",))
    assert opened.tags.most_used(1) == ["Chamber"]
    assert opened.tags.most_used(5) == ["Chamber", "Rowing"]
