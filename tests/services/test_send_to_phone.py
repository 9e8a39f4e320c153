"""What a phone fetches reads back as what was chosen."""

from datetime import date

import pytest

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.plan_import import plan_import
from notebook_app.services.send_to_phone import cards_for_phone, follow_ups_for_phone
from notebook_app.storage.notebook import Notebook
from tests.network.talking import CARD


def people(notebook: Notebook, *names: str) -> list[int]:
    """Import people of these given names; return their ids."""
    cards = b"".join(CARD.replace(b"Anna", name.encode()) for name in names)
    import_vcards(notebook, plan_import(notebook, [("a.vcf", cards)]))
    return list(notebook.contacts.all_ids())


def test_one_person_is_offered_by_name(notebook: Notebook) -> None:
    """As a vCard 3.0, under a harmless file name."""
    offer = cards_for_phone(notebook, people(notebook, "Åsa/Lena"))
    assert offer.title == "Åsa/Lena Berg"
    assert offer.name == "Åsa Lena Berg.vcf"
    assert offer.media_type == "text/vcard; charset=utf-8"
    assert b"VERSION:3.0" in offer.data
    (card,) = read_cards(offer.data)
    assert isinstance(card, ReadCard)
    assert card.details.display_name == "Åsa/Lena Berg"


def test_several_people_are_one_file(notebook: Notebook) -> None:
    """In the order in which they were chosen."""
    ids = people(notebook, "Anna", "Eva", "Ida")
    offer = cards_for_phone(notebook, [ids[2], ids[0]])
    assert (offer.title, offer.name) == ("2 people", "2 people.vcf")
    read = [
        card.details.display_name for card in read_cards(offer.data) if isinstance(card, ReadCard)
    ]
    assert len(read) == 2


def test_follow_ups_are_a_calendar(notebook: Notebook) -> None:
    """Of those chosen alone, and only what is open."""
    anna, eva = people(notebook, "Anna", "Eva")
    for contact_id in (anna, eva):
        plan_follow_up(notebook, FollowUpDraft(contact_id, FollowUpKind.CALL, date(2026, 3, 12)))
    offer = follow_ups_for_phone(notebook, [anna])
    assert (offer.name, offer.media_type) == ("Follow-ups.ics", "text/calendar; charset=utf-8")
    assert offer.data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert offer.data.endswith(b"END:VCALENDAR\r\n")
    assert offer.data.count(b"BEGIN:VEVENT") == 1
    assert follow_ups_for_phone(notebook).data.count(b"BEGIN:VEVENT") == 2


def test_nobody_and_nothing_are_said(notebook: Notebook) -> None:
    """There is nothing to fetch."""
    with pytest.raises(UserProblem, match="nobody"):
        cards_for_phone(notebook, [])
    with pytest.raises(UserProblem, match="nothing"):
        follow_ups_for_phone(notebook)
