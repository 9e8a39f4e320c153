"""One line, read with what the notebook knows and stored in one step."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.capture.captured import CapturedLine
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.capture.read_line import read_line
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft, Email
from notebook_app.model.conversation import Channel, Conversation, Formality, Initiator
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.name_form import folded, split_name
from notebook_app.model.offering import Direction, FavourKind
from notebook_app.model.opportunity import Source
from notebook_app.services.log_captured_line import log_captured_line
from notebook_app.services.read_capture_line import capture_context, usual_circumstances
from notebook_app.services.save_contact import add_contact
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.services.conftest import TODAY

Read = Callable[..., CapturedLine]


def add(notebook: Notebook, name: str, **details: object) -> int:
    """Put a person into the notebook."""
    changes = add_contact(
        notebook,
        ContactDraft(ContactDetails(name, split_name(name), **details)),  # type: ignore[arg-type]
    )
    return next(iter(changes.of(Changed.CONTACT)))


@pytest.fixture
def read(notebook: Notebook) -> Read:
    """Read a line with what the notebook knows."""

    def read(line: str, chosen: dict[str, int] | None = None, **context: object) -> CapturedLine:
        made = capture_context(notebook, TODAY, **context)  # type: ignore[arg-type]
        made.chosen.update({folded(name): who for name, who in (chosen or {}).items()})
        return read_line(line, made)

    return read


def conversation_of(notebook: Notebook, changes: ChangeSet) -> Conversation:
    """Return the one conversation that a change wrote."""
    (conversation_id,) = changes.of(Changed.CONVERSATION)
    conversation = notebook.conversations.get(conversation_id)
    assert conversation is not None
    return conversation


def count(notebook: Notebook, table: str) -> int:
    """Return how many rows a table has."""
    row = notebook.database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0])


def test_the_line_on_the_back_of_a_card_is_stored_whole(notebook: Notebook, read: Read) -> None:
    carla = add(notebook, "Carla Mendes")
    line = read(
        "Coffee with Carla @Bean House, son plays the cello, moving in March #chamber"
        " !call next tue"
    )
    changes = log_captured_line(notebook, line)
    said = conversation_of(notebook, changes).draft
    assert said.text == "Son plays the cello, moving in March"
    assert (said.contact_ids, said.on, said.channel) == ((carla,), TODAY, Channel.IN_PERSON)
    assert (said.setting, said.formality) == ("café", Formality.INFORMAL)
    assert said.place == "Bean House"
    assert notebook.contacts.tags_of(carla) == ("chamber",)
    (follow_up_id,) = changes.of(Changed.FOLLOW_UP)
    planned = notebook.follow_ups.get(follow_up_id)
    assert planned is not None
    assert (planned.draft.kind, planned.draft.due) == (FollowUpKind.CALL, date(2026, 3, 17))
    assert planned.draft.from_conversation_id is not None


def test_all_of_a_line_is_one_step_to_undo(notebook: Notebook, read: Read) -> None:
    add(notebook, "Carla Mendes")
    tables = ("contact", "conversation", "follow_up", "favour", "remembered", "opportunity")
    before = {table: count(notebook, table) for table in tables}
    line = read(
        "Lunch with Carla and Xaver Quandt, she introduced me to Agnes Holm *plays the cello"
        " €4200 signage #vip !call fri xaver@quandt.example"
    )
    changes = log_captured_line(notebook, line)
    assert count(notebook, "contact") == 3
    assert changes.label == "Logged a conversation with Carla Mendes, Xaver Quandt and Agnes Holm"
    undo_last(notebook)
    assert {table: count(notebook, table) for table in tables} == before
    assert notebook.tags.names() == []


def test_new_people_come_with_what_the_line_says_of_them(notebook: Notebook, read: Read) -> None:
    line = read("Met Xaver Quandt from Quandt & Co, x@quandt.example, tel 0701234567 #client")
    log_captured_line(notebook, line)
    (found,) = notebook.contacts.find("Xaver Quandt")
    contact = notebook.contacts.get(found.id)
    assert contact is not None
    assert contact.details.organization == "Quandt & Co"
    assert [email.address for email in contact.details.emails] == ["x@quandt.example"]
    assert [phone.number for phone in contact.details.phones] == ["0701234567"]
    assert contact.details.tags == ("client",)
    assert (contact.details.name.given, contact.details.name.family) == ("Xaver", "Quandt")


def test_known_people_keep_what_they_have_and_gain_what_is_new(
    notebook: Notebook, read: Read
) -> None:
    carla = add(notebook, "Carla Mendes", emails=(Email("old@mendes.example"),))
    line = read("Rang Carla: new address new@mendes.example and OLD@mendes.example")
    log_captured_line(notebook, line)
    contact = notebook.contacts.get(carla)
    assert contact is not None
    addresses = [email.address for email in contact.details.emails]
    assert addresses == ["old@mendes.example", "new@mendes.example"]


def test_namesakes_must_be_told_apart_first(notebook: Notebook, read: Read) -> None:
    berg = add(notebook, "Anna Berg", organization="Nordlicht")
    add(notebook, "Anna Lind")
    line = read("Coffee with Anna, nice")
    with pytest.raises(UserProblem, match=r"Anna Lind; Anna Berg, Nordlicht|Anna Berg, Nordlicht"):
        log_captured_line(notebook, line)
    assert count(notebook, "conversation") == 0
    log_captured_line(notebook, read("Coffee with Anna, nice", {"Anna": berg}))
    assert count(notebook, "contact") == 2
    log_captured_line(notebook, read("Coffee with Anna, nice", {"Anna": 0}))
    assert count(notebook, "contact") == 3


def test_whom_one_spoke_to_last_is_offered_first(notebook: Notebook, read: Read) -> None:
    berg = add(notebook, "Anna Berg")
    lind = add(notebook, "Anna Lind")
    log_captured_line(notebook, read("Coffee with Anna Berg"))
    (anna,) = read("Coffee with Anna").people
    assert [choice.id for choice in anna.choices] == [berg, lind]


def test_nobody_named_is_refused_kindly(notebook: Notebook, read: Read) -> None:
    for line in ("yesterday", "went well", ""):
        with pytest.raises(UserProblem, match="Nobody is named"):
            log_captured_line(notebook, read(line))


def test_on_somebodys_page_nobody_need_be_named(notebook: Notebook, read: Read) -> None:
    carla = add(notebook, "Carla Mendes")
    line = read("called me, boat is sold", with_contact_id=carla)
    said = conversation_of(notebook, log_captured_line(notebook, line, carla)).draft
    assert (said.contact_ids, said.channel) == ((carla,), Channel.CALL)
    assert said.initiated_by is Initiator.THEM


@pytest.mark.parametrize("line", ["!call tue", "#chamber", "*plays the cello", "c@mendes.example"])
def test_what_to_do_or_to_keep_alone_is_no_conversation(
    notebook: Notebook, read: Read, line: str
) -> None:
    carla = add(notebook, "Carla Mendes")
    log_captured_line(notebook, read(line, with_contact_id=carla), carla)
    assert count(notebook, "conversation") == 0


def test_a_line_with_only_a_day_is_a_conversation_on_that_day(
    notebook: Notebook, read: Read
) -> None:
    carla = add(notebook, "Carla Mendes")
    line = read("yesterday", with_contact_id=carla)
    said = conversation_of(notebook, log_captured_line(notebook, line, carla)).draft
    assert (said.on, said.text) == (date(2026, 3, 9), "yesterday")


def test_introductions_become_favours_and_links(notebook: Notebook, read: Read) -> None:
    carla = add(notebook, "Carla Mendes")
    log_captured_line(notebook, read("Coffee with Carla, introduced me to Agnes Holm"))
    (agnes,) = notebook.contacts.find("Agnes Holm")
    (favour,) = notebook.favours.of(carla)
    assert favour.draft.kind is FavourKind.INTRODUCTION
    assert favour.draft.direction is Direction.RECEIVED
    assert favour.draft.about_contact_id == agnes.id
    assert favour.draft.conversation_id is not None
    (link,) = notebook.relations.of(agnes.id)
    assert (link.label, link.contact_id) == ("introduced by", carla)
    log_captured_line(notebook, read("Coffee with Carla, introduced me to Agnes Holm"))
    assert len(notebook.relations.of(agnes.id)) == 1


def test_who_was_only_referred_took_no_part(notebook: Notebook, read: Read) -> None:
    carla = add(notebook, "Carla Mendes")
    add(notebook, "Bo Lund")
    changes = log_captured_line(notebook, read("Rang Carla, referred Bo Lund to me"))
    assert conversation_of(notebook, changes).draft.contact_ids == (carla,)


def test_facts_services_and_work_are_put_down(notebook: Notebook, read: Read) -> None:
    carla = add(notebook, "Carla Mendes")
    with notebook.change("Services"):
        notebook.offerings.insert_service("Web design", "", 0)
    changes = log_captured_line(
        notebook, read("Coffee with Carla, told her about web design *two kids, £1,250.50 new site")
    )
    assert [fact.text for fact in notebook.remembered.of(carla)] == ["two kids"]
    assert conversation_of(notebook, changes).draft.service_ids
    assert count(notebook, "contact_service") == 1
    (work_id,) = changes.of(Changed.OPPORTUNITY)
    work = notebook.opportunities.get(work_id)
    assert work is not None
    assert (work.draft.title, work.draft.value) == ("new site", Decimal("1250.50"))
    assert work.draft.currency == "GBP"
    log_captured_line(notebook, read("Coffee with Carla, web design again"))
    assert count(notebook, "contact_service") == 1


def test_what_the_line_does_not_say_is_taken_for_granted(notebook: Notebook, read: Read) -> None:
    add(notebook, "Carla Mendes")
    granted = Circumstances(date(2026, 3, 8), channel=Channel.VIDEO, setting="club")
    changes = log_captured_line(notebook, read("Carla: went well"), None, granted)
    said = conversation_of(notebook, changes).draft
    assert (said.on, said.channel, said.setting) == (date(2026, 3, 8), Channel.VIDEO, "club")
    changes = log_captured_line(notebook, read("yesterday coffee with Carla"), None, granted)
    said = conversation_of(notebook, changes).draft
    assert (said.on, said.channel, said.setting) == (date(2026, 3, 9), Channel.IN_PERSON, "café")


def test_the_last_of_today_is_likely_again_and_yesterday_is_not(
    notebook: Notebook, read: Read
) -> None:
    add(notebook, "Carla Mendes")
    log_captured_line(notebook, read("yesterday Zoom with Carla"))
    assert usual_circumstances(notebook, TODAY) == Circumstances()
    log_captured_line(notebook, read("Carla at the hairdresser, new dog"))
    assert usual_circumstances(notebook, TODAY).setting == "hairdresser"


def test_somebody_who_is_gone_is_not_written_with(notebook: Notebook, read: Read) -> None:
    carla = add(notebook, "Carla Mendes")
    line = read("Coffee with Carla")
    with notebook.change("Gone"):
        notebook.database.execute_sql("DELETE FROM contact WHERE id = ?", (carla,))
    with pytest.raises(UserProblem, match="no longer in the notebook"):
        log_captured_line(notebook, line)


def test_work_of_somebody_who_was_referred_is_theirs_and_the_referrer_is_thanked_once(
    notebook: Notebook, read: Read
) -> None:
    carla, bo = add(notebook, "Carla Mendes"), add(notebook, "Bo Lund")
    changes = log_captured_line(
        notebook, read("Coffee with Carla, referred Bo Lund to me, €4200 signage")
    )
    (work_id,) = changes.of(Changed.OPPORTUNITY)
    work = notebook.opportunities.get(work_id)
    assert work is not None
    assert (work.draft.contact_id, work.draft.title) == (bo, "signage")
    assert (work.draft.source, work.draft.via) == (Source.DIRECT_REFERRAL, (carla,))
    (owed,) = notebook.favours.to_thank(TODAY)
    assert owed.draft.opportunity_id == work_id
