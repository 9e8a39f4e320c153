"""What goes on paper of people and events is gathered from the notebook as it stands."""

from datetime import date
from decimal import Decimal

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Phone, RelatedName
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.model.opportunity import OpportunityDraft
from notebook_app.reports.contact_parts import Part
from notebook_app.reports.date_words import EnglishDateWords
from notebook_app.reports.document import Document
from notebook_app.reports.people_style import PeopleStyle
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.make_people_document import event_document, people_document
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook

WORDS = EnglishDateWords()


def add(notebook: Notebook, name: str, **more: object) -> int:
    """Add a person and return the row id."""
    details = ContactDetails(display_name=name, **more)  # type: ignore[arg-type]
    return next(iter(add_contact(notebook, ContactDraft(details)).of(Changed.CONTACT)))


def headings(document: Document) -> list[str]:
    """Return the headings of a document."""
    return [section.heading for section in document.sections]


def full_person(notebook: Notebook) -> int:
    """Add somebody of whom there is everything."""
    ann = add(
        notebook,
        "Ann Berg",
        phones=(Phone("+46 70 1", "mobile"),),
        note="Prefers mornings",
        tags=("chess", "difficult"),
        related=(RelatedName("Bo Ek", "partner"),),
    )
    today = notebook.clock.today()
    log_conversation(notebook, ConversationDraft((ann,), "Spoke of the lease", today))
    plan_follow_up(notebook, FollowUpDraft(ann, FollowUpKind.CALL, today, None, "Ask again"))
    with notebook.change("Filled"):
        notebook.remembered.add(ann, "Plays the cello", today)
        notebook.opportunities.insert(
            OpportunityDraft(ann, "New office", Decimal(4200), "EUR", opened_on=today)
        )
        notebook.favours.insert(
            FavourDraft(ann, FavourKind.REFERRAL, Direction.RECEIVED, today, text="the bakery")
        )
    return ann


def test_a_sheet_has_everything_about_somebody_and_room_to_write(notebook: Notebook) -> None:
    ann = full_person(notebook)
    document = people_document(notebook, PeopleStyle.SHEET, [ann], WORDS)
    assert headings(document) == [
        "Ann Berg",
        "To remember",
        "Last conversations",
        "Open follow-ups",
        "Opportunities",
        "Favours",
        "Related",
        "Notes",
    ]
    said = repr(document)
    for words in (
        "+46 70 1",
        "Prefers mornings",
        "Plays the cello",
        "Spoke of the lease",
        "Ask again",
        "New office",
        "work sent on · the bakery",
        "not thanked yet",
        "Bo Ek",
        "chess",
    ):
        assert words in said
    assert document.sections[0].entries[0].initials == "AB"


def test_parts_that_are_not_chosen_stay_away(notebook: Notebook) -> None:
    ann = full_person(notebook)
    document = people_document(
        notebook, PeopleStyle.SHEET, [ann], WORDS, shown={Part.PHONES, Part.FOLLOW_UPS}
    )
    assert headings(document) == ["Ann Berg", "Open follow-ups", "Notes"]
    assert "Prefers mornings" not in repr(document)
    assert "chess" not in repr(document)


def test_each_person_begins_a_page(notebook: Notebook) -> None:
    people = [add(notebook, name) for name in ("Ann", "Bo")]
    document = people_document(notebook, PeopleStyle.SHEET, [*people, people[0]], WORDS)
    begun = [section.heading for section in document.sections if section.on_new_page]
    assert begun == ["Ann", "Bo"]


def test_nobody_to_print_is_said(notebook: Notebook) -> None:
    for style in PeopleStyle:
        with pytest.raises(UserProblem, match="nobody to print"):
            people_document(notebook, style, [999], WORDS)
    ann = add(notebook, "Ann")
    with pytest.raises(UserProblem, match="nothing to print"):
        people_document(notebook, PeopleStyle.PHONES, [ann], WORDS)


def test_gathering_can_be_stopped(notebook: Notebook) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        people_document(
            notebook, PeopleStyle.SHEET, [add(notebook, "Ann")], WORDS, progress=progress
        )


def test_an_event_sheet_says_who_is_expected_and_leaves_room_for_new_people(
    notebook: Notebook,
) -> None:
    ann = full_person(notebook)
    draft = EventDraft(
        "Winter reception",
        date(2026, 12, 18),
        place="Town Hall",
        goal="Thank Elif",
        goal_new_people=3,
        expected=(ann,),
    )
    event_id = next(iter(add_event(notebook, draft).of(Changed.EVENT)))
    log_conversation(notebook, ConversationDraft((ann,), "Sent her plans.", notebook.clock.today()))
    document = event_document(notebook, event_id, WORDS)
    assert headings(document) == ["What for", "Expected", "People met"]
    about, expected, met = document.sections
    assert ("Where", "Town Hall") in about.entries[0].rows
    assert ("To meet", "3 new people") in about.entries[0].rows
    assert (expected.entries[0].name, expected.entries[0].text) == ("Ann Berg", "Plays the cello")
    assert "".join(expected.entries[0].trail) == "Last: Sent her plans, today"
    assert [entry.ruled for entry in met.entries] == [("Name", "Firm", "Notes", "Next")] * 5


def test_an_event_that_is_gone_is_said(notebook: Notebook) -> None:
    with pytest.raises(UserProblem, match="no longer"):
        event_document(notebook, 12, WORDS)
