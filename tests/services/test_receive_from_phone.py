"""What a phone sends goes into the import's preview as a file that was dropped does."""

import zipfile
from io import BytesIO

import pytest

from notebook_app.network.firewalls import Firewall
from notebook_app.network.phone_application import SENT_TEXT
from notebook_app.network.phone_events import Arrived, NotReached
from notebook_app.network.phone_files import FileFinding, FileKind, ReceivedFile, Refusal
from notebook_app.services.import_calendar import is_calendar
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.look_at_received import look_at_received
from notebook_app.services.plan_import import plan_import
from notebook_app.services.receive_from_phone import (
    not_reached_words,
    phone_session,
    received_sources,
)
from notebook_app.storage.notebook import Notebook
from tests.network.talking import CARD, Caller
from tests.qr_pictures import code_picture

CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
TABLE = b"First Name,Last Name,Email\nAnna,Berg,anna@example.org\n"


def zipped(**files: bytes) -> bytes:
    """Return a zip archive; _ stands for the dot of an ending."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return held.getvalue()


def looked(name: str, data: bytes) -> FileFinding:
    """Return what one file is."""
    (finding,) = look_at_received([ReceivedFile(name, data)], "SE")
    return finding


@pytest.mark.parametrize(
    ("name", "data", "finding"),
    [
        ("a.vcf", CARD * 212, FileFinding("a.vcf", count=212)),
        ("a", (CARD * 20_000).lower(), FileFinding("a", count=20_000)),
        ("a.vcf", (CARD * 3).decode().encode("utf-16"), FileFinding("a.vcf", count=3)),
        ("a.zip", zipped(a_vcf=CARD * 2, b_vcf=CARD, c_txt=b"x"), FileFinding("a.zip", count=3)),
        ("a.csv", TABLE, FileFinding("a.csv", FileKind.TABLE)),
        ("a.ics", CALENDAR, FileFinding("a.ics", FileKind.CALENDAR)),
        ("a.png", code_picture(CARD), FileFinding("a.png", FileKind.PICTURE)),
        (SENT_TEXT, b"MECARD:N:Berg,Anna;TEL:0701112233;;", FileFinding(SENT_TEXT, count=1)),
        ("a.vcf", b"", FileFinding("a.vcf", refusal=Refusal.EMPTY)),
        ("a.pdf", b"%PDF-1.4", FileFinding("a.pdf", refusal=Refusal.NOT_CONTACTS)),
        ("a.ics", b"hello", FileFinding("a.ics", FileKind.CALENDAR, refusal=Refusal.NOT_CONTACTS)),
        ("a.zip", zipped(a_txt=b"x"), FileFinding("a.zip", refusal=Refusal.NOT_CONTACTS)),
        ("a.zip", zipped(a_vcf=CARD)[:-30], FileFinding("a.zip", refusal=Refusal.DAMAGED)),
        (SENT_TEXT, b"See you tomorrow", FileFinding(SENT_TEXT, refusal=Refusal.NOT_CONTACTS)),
    ],
)
def test_a_file_is_known_by_what_is_in_it(name: str, data: bytes, finding: FileFinding) -> None:
    """Whatever it is called."""
    assert looked(name, data) == finding


def test_a_bomb_is_not_unpacked_to_be_counted() -> None:
    """A zip that would become a hundred times as large."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("a.vcf", CARD + b" " * 70_000_000)
    assert looked("a.zip", held.getvalue()) == FileFinding("a.zip")


def test_cards_that_lie_across_two_pieces_are_counted_once() -> None:
    """The text is looked at in pieces of 256 KB."""
    beginning = b"BEGIN:VCARD\r\nEND:VCARD\r\n"
    for before in range(262_144 - 14, 262_144 + 2):
        assert looked("a.vcf", beginning + b" " * (before - len(beginning)) + beginning).count == 2


@pytest.mark.parametrize(
    ("text", "name", "phones", "emails"),
    [
        (
            "Anna Berg\n070-111 22 33\nanna@example.org",
            "Anna Berg",
            ["070-111 22 33"],
            ["anna@example.org"],
        ),
        ("Tel: +49 30 1234567\nMax Mustermann", "Max Mustermann", ["+49 30 1234567"], []),
        ("anna@example.org", "anna@example.org", [], ["anna@example.org"]),
        ("Åsa Ørn, Mobil 070 111 22 33, likes tea", "Åsa Ørn", ["070 111 22 33"], []),
    ],
)
def test_plain_text_becomes_a_person_with_all_of_it(
    notebook: Notebook, text: str, name: str, phones: list[str], emails: list[str]
) -> None:
    """Who it is, how to reach them, and the text itself where it says more."""
    arrival = Arrived((ReceivedFile(SENT_TEXT, text.encode()),), ())
    plan = plan_import(notebook, received_sources([arrival], "SE"))
    import_vcards(notebook, plan)
    (contact_id,) = notebook.contacts.all_ids()
    (contact,) = notebook.contacts.many([contact_id])
    assert contact.details.display_name == name
    assert [phone.number for phone in contact.details.phones] == phones
    assert [email.address for email in contact.details.emails] == emails
    assert contact.details.note in ("", text)
    assert bool(contact.details.note) == ("tea" in text)


def test_two_files_of_one_name_stay_two() -> None:
    """A preview tells files by their names."""
    twice = (ReceivedFile("contacts.vcf", CARD), ReceivedFile("Contacts.vcf", CARD * 2))
    sources = received_sources([Arrived(twice, ()), Arrived(twice[:1], ())], "SE")
    names = [source[0] for source in sources if isinstance(source, tuple)]
    assert names == ["contacts.vcf", "Contacts 2.vcf", "contacts 3.vcf"]


def test_a_calendar_that_came_is_one() -> None:
    """So that it goes the way of calendars."""
    assert is_calendar(("plans", CALENDAR))
    assert is_calendar(("plans.ics", b"x"))
    assert not is_calendar(("plans.ics", CARD))


def test_from_the_phone_to_the_notebook(notebook: Notebook) -> None:
    """Sent, looked at, planned, imported: nothing before that, everything after it."""
    woken: list[bool] = []
    session = phone_session("SE", lambda: woken.append(True))
    try:
        page = Caller(session, session.start("127.0.0.1"))
        answer = page.send(
            ("Contacts.vcf", CARD), ("more.zip", zipped(b_vcf=CARD.replace(b"Anna", b"Eva")))
        )
        assert "2 files, 2 contacts" in answer.text
        assert woken
        assert notebook.contacts.all_ids() == []
        sources = received_sources(session.arrivals, "SE")
    finally:
        session.stop()
    import_vcards(notebook, plan_import(notebook, sources))
    people = notebook.contacts.many(notebook.contacts.all_ids())
    assert sorted(each.details.display_name for each in people) == ["Anna Berg", "Eva Berg"]
    assert session.wait_until_ended(5)


@pytest.mark.parametrize("firewall", Firewall)
def test_what_may_be_in_the_way_is_said_with_what_to_do(firewall: Firewall) -> None:
    """For each firewall; where a command helps, it names the port."""
    reason, command = not_reached_words(NotReached(firewall, 48_620))
    assert reason.startswith("The phone could not reach this computer.")
    assert not command or "48620" in command
