"""What a phone sends arrives whole or not at all, is said on its page, and stays in memory."""

import tempfile
import threading

import pytest

from notebook_app.network.phone_application import SENT_TEXT
from notebook_app.network.phone_events import Arrived, Reached, Receiving, Refused
from notebook_app.network.phone_files import OfferedFile, ReceivedFile, Refusal
from notebook_app.network.phone_limits import PhoneLimits
from notebook_app.network.sent_form import harmless_name
from tests.network.conftest import Opener
from tests.network.talking import BOUNDARY, CARD, Caller, form


def arrived(page: Caller) -> Arrived:
    """Return what arrived."""
    event = page.wait_for(Arrived)
    assert isinstance(event, Arrived)
    return event


def refused(page: Caller) -> Refused:
    """Return what was refused."""
    event = page.wait_for(Refused)
    assert isinstance(event, Refused)
    return event


def test_a_file_arrives_and_the_page_says_what_it_is(page: Caller) -> None:
    """The bytes are those that were sent."""
    answer = page.send(("contacts.vcf", CARD * 3))
    assert answer.status == 200
    assert "1 file, 3 contacts" in answer.text
    assert arrived(page).files == (ReceivedFile("contacts.vcf", CARD * 3),)
    assert page.session.arrivals == (arrived(page),)
    assert arrived(page).cards == 3


def test_several_files_and_text_arrive_together(page: Caller) -> None:
    """The text counts as a file."""
    answer = page.send(("a.vcf", CARD * 2), ("b.vcf", CARD * 1_210), text=CARD.decode())
    assert "3 files, 1,213 contacts" in answer.text
    assert [file.name for file in arrived(page).files] == ["a.vcf", "b.vcf", SENT_TEXT]


def test_bytes_of_any_kind_arrive_as_they_were(page: Caller) -> None:
    """Line ends, zeros and what looks like the end of a form."""
    data = CARD + bytes(range(256)) * 1_000 + b"\r\n--" + BOUNDARY.encode()[:-1] + b"\r\n\r\n--\r\n"
    page.send(("a.vcf", data), ("b.vcf", data[::-1] + CARD))
    assert [file.data for file in arrived(page).files] == [data, data[::-1] + CARD]


def test_the_page_can_be_used_again(page: Caller) -> None:
    """Each sending arrives by itself; the same one twice is held once."""
    page.send(("a.vcf", CARD))
    page.send(("b.vcf", CARD * 2))
    again = page.send(("a.vcf", CARD))
    assert "The computer has this already" in again.text
    assert [each.cards for each in page.session.arrivals] == [1, 2]
    page.session.let_go(page.session.arrivals[0])
    assert "1 file, 1 contact" in page.send(("a.vcf", CARD)).text


def test_what_is_no_contacts_file_is_named_and_the_others_are_taken(page: Caller) -> None:
    """One wrong file among good ones."""
    answer = page.send(("notes <b>&.pdf", b"%PDF"), ("a.vcf", CARD))
    assert answer.status == 200
    assert "notes b &amp;.pdf" in answer.text
    assert "There are no contacts in it" in answer.text
    assert [file.name for file in arrived(page).files] == ["a.vcf"]
    assert [each.name for each in arrived(page).refused] == ["notes b &.pdf"]


def test_only_wrong_files_arrive_as_nothing(page: Caller) -> None:
    """The page and the window say so; what was written is still there."""
    answer = page.send(("notes.pdf", b"%PDF"), text="</textarea><script>alert(1)</script>")
    assert answer.status == 400
    assert "That did not work" in answer.text
    assert "&lt;/textarea&gt;&lt;script&gt;" in answer.text
    assert "<script" not in answer.text
    assert refused(page).reason is Refusal.NOT_CONTACTS
    assert page.session.arrivals == ()


def test_sending_nothing_is_said(page: Caller) -> None:
    """As a browser sends an empty form."""
    answer = page.send(("", b""))
    assert "Nothing was chosen" in answer.text
    assert refused(page).reason is Refusal.NOTHING


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Windows\\win.ini", "win.ini"),
        ("/", "contact"),
        ("..", "contact"),
        (".bashrc", "bashrc"),
        ("a\0b\r\nX: y.vcf", "a b X y.vcf"),
        ("con.vcf", "con_.vcf"),
        ("a\u202efcv.exe", "a fcv.exe"),
        ("x" * 3_000 + ".csv", "x" * 100 + ".csv"),
        ("Ågot Ørn 你好.vcf", "Ågot Ørn 你好.vcf"),
        ("C:evil.vcf", "C evil.vcf"),
        ("~/.ssh/authorized_keys", "authorized_keys"),
        ("$(reboot).vcf", "$(reboot).vcf"),
    ],
)
def test_a_name_leads_nowhere(sent: str, shown: str) -> None:
    """What is left is one word of a path at most."""
    assert harmless_name(sent) == shown


WHOLE = form([("a.vcf", CARD)])


@pytest.mark.parametrize(
    "body",
    [
        b"x",
        b"\r\n" * 400,
        WHOLE[:-4],
        WHOLE[:-40],
        WHOLE.replace(b"\r\n", b"\n"),
        WHOLE.replace(BOUNDARY.encode(), b"another"),
        WHOLE.replace(b"Content-Disposition: ", b": "),
        WHOLE.replace(b"Content-Disposition", b"Content\0Disposition"),
        WHOLE.replace(b"Content-Type", b"A" * 9_000),
        f"--{BOUNDARY}\r\n".encode() * 1_000,
        f"--{BOUNDARY}\r\n\r\n\r\n".encode() * 1_000 + f"--{BOUNDARY}--\r\n".encode(),
        form([(f"{number}.vcf", CARD) for number in range(201)]),
        b"--" + BOUNDARY.encode() + b"\r\n" + b"X: y\r\n" * 5_000,
    ],
)
def test_a_broken_form_arrives_as_nothing(page: Caller, body: bytes) -> None:
    """The page says what to do, and works again afterwards."""
    answer = page.post(body)
    assert answer.status == 400
    assert "That did not work" in answer.text
    assert page.session.arrivals == ()
    assert page.send(("a.vcf", CARD)).status == 200


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=" + "x" * 300,
        "application/x-www-form-urlencoded",
        "text/vcard",
        "multipart/form-data; boundary=\x80\xff",
    ],
)
def test_what_is_no_form_is_refused(page: Caller, kind: str) -> None:
    """Whatever its body is."""
    answer = page.post(WHOLE, Content_Type=kind)
    assert answer.status == 400
    assert page.session.arrivals == ()


def test_nothing_is_written_to_disk(open_page: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """waitress and python-multipart would both put what is large into temporary files."""

    def refuse(*_given: object, **_named: object) -> object:
        raise AssertionError("a temporary file was made")

    for maker in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, maker, refuse)
    data = CARD * 60_000
    page = open_page(offers=(OfferedFile("a.vcf", "A", "text/vcard", data * 3),))
    assert page.get(f"{page.path}/file/1").body == data * 3
    assert page.send(("large.vcf", data)).status == 200
    assert arrived(page).files[0].data == data


def test_two_phones_send_at_once(page: Caller) -> None:
    """Each gets its own answer, and both arrive."""
    answers: list[str] = []

    def send(count: int) -> None:
        files = [(f"{count}.vcf", CARD * count * 2_000)]
        answers.append(page.post(form(files)).text)

    phones = [threading.Thread(target=send, args=(count,)) for count in (1, 2)]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    assert sorted(each.cards for each in page.session.arrivals) == [2_000, 4_000]
    assert sum("1 file, 4,000 contacts" in answer for answer in answers) == 1


def test_a_double_tap_arrives_once(page: Caller) -> None:
    """The same form in two connections at the same moment."""
    body = form([("a.vcf", CARD * 20_000)])
    taps = [threading.Thread(target=page.post, args=(body,)) for _ in range(2)]
    for tap in taps:
        tap.start()
    for tap in taps:
        tap.join()
    assert [each.cards for each in page.session.arrivals] == [20_000]


def test_what_is_held_is_limited_until_it_is_let_go(open_page: Opener) -> None:
    """However often somebody sends."""
    page = open_page(PhoneLimits(held_bytes=10_000))
    first = CARD * 80
    assert page.send(("a.vcf", first)).status == 200
    full = page.send(("b.vcf", first + CARD))
    assert full.status == 503
    assert "The computer has no room for more" in full.text
    assert refused(page).reason is Refusal.FULL
    page.session.let_go(page.session.arrivals[0])
    assert page.send(("b.vcf", first + CARD)).status == 200


def test_the_window_hears_of_the_phone_and_how_far_it_is(page: Caller) -> None:
    """Once for each phone, and while the bytes come."""
    for _ in range(2):
        page.get(User_Agent="Mozilla/5.0 (iPhone; CPU iPhone OS 10_3 like Mac OS X)")
    body = form([("a.vcf", CARD * 10)])
    with page.connect() as connection:
        connection.sendall(page.post_head(len(body)) + body[:300])
        first = page.wait_for(Receiving)
        assert first in (Receiving(0, len(body)), Receiving(300, len(body)))
        connection.sendall(body[300:])
        page.wait_for(Arrived)
    assert [event for event in page.heard if isinstance(event, Reached)] == [
        Reached("iPhone"),
        Reached(""),
    ]


@pytest.mark.parametrize(
    ("accepted", "heading"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "Kontakte an den Computer senden"),
        ("en-GB,de;q=0.9", "Send contacts to the computer"),
        ("xx, de;q=0.1", "Kontakte an den Computer senden"),
        ("zz", "Send contacts to the computer"),
        ("de;q=0", "Send contacts to the computer"),
        ("fr", "Envoyer des contacts"),
        ("es-MX", "Enviar contactos al ordenador"),
        (",;;q=,=;" * 60, "Send contacts to the computer"),
    ],
)
def test_the_page_speaks_the_phone_s_language(page: Caller, accepted: str, heading: str) -> None:
    """By what its browser prefers; English for all others."""
    assert f"<h1>{heading}" in page.get(Accept_Language=accepted).text
