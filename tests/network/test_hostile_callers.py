"""Whoever sends too much, too long, too slowly or too often harms nothing and nobody."""

import contextlib
import resource
import socket
import subprocess
import sys
import time
from pathlib import Path

from notebook_app.network.phone_events import Refused
from notebook_app.network.phone_files import OfferedFile, Refusal
from notebook_app.network.phone_limits import PhoneLimits
from tests.network.conftest import Opener
from tests.network.talking import CARD, Answer, Caller, all_of, form, until

QUICK = PhoneLimits(
    head_seconds=0.2, pace_seconds=0.2, pace_bytes=500, transfer_seconds=0.6, linger_seconds=0.3
)
BODY = form([("a.vcf", CARD * 100)])


def memory() -> int:
    """Return how many bytes of memory this process has now."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize()


def test_five_gigabytes_are_refused_before_a_byte_is_read(page: Caller) -> None:
    """By what the head says; a browser that goes on sending still gets to see why."""
    with page.connect() as connection:
        connection.sendall(page.post_head(5_000_000_000))
        answer = Answer(all_of(connection))
    assert answer.status == 413
    assert "more than 64 MB" in answer.text
    with page.connect() as connection:
        connection.sendall(page.post_head(5_000_000_000))
        sent = 0
        while sent < 20_000_000:
            sent += connection.send(b"x" * 1_000_000)
        assert b"more than 64 MB" in all_of(connection)


def test_who_asks_before_sending_is_refused_at_once(page: Caller) -> None:
    """Expect: 100-continue gets its answer, or leave to go on."""
    refused = page.say(page.post_head(5_000_000_000, Expect="100-continue"))
    assert refused.status == 413
    with page.connect() as connection:
        connection.sendall(page.post_head(len(BODY), Expect="100-continue"))
        assert connection.recv(100).startswith(b"HTTP/1.1 100 Continue")
        connection.sendall(BODY)
        assert b"100 contacts" in all_of(connection)


def test_a_form_without_an_end_is_refused(page: Caller) -> None:
    """Chunked, so that nobody knows how much will come: no browser sends forms so."""
    head = page.post_head(0).replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    answer = page.say(head + b"1000\r\n" + b"x" * 4_096 + b"\r\n")
    assert answer.status == 400
    assert page.session.arrivals == ()


def test_more_than_was_promised_is_not_read(page: Caller) -> None:
    """What comes behind the promised length belongs to nothing."""
    with page.connect() as connection:
        connection.sendall(page.post_head(len(BODY)) + BODY + b"x" * 2_000_000)
        assert b"1 file, 100 contacts" in all_of(connection)


def drip(page: Caller, beginning: bytes, piece: bytes, pause: float) -> float:
    """Send a little again and again; return after how many seconds one is cut off."""
    begun = time.monotonic()
    with page.connect() as connection, contextlib.suppress(OSError):
        connection.sendall(beginning)
        while time.monotonic() - begun < 5:
            connection.sendall(piece)
            time.sleep(pause)
    return time.monotonic() - begun


def test_who_drips_is_cut_off(open_page: Opener) -> None:
    """A byte now and then keeps nothing open, neither in the head nor in the form."""
    page = open_page(QUICK)
    assert drip(page, page.head()[:40], b"x", 0.05) < 2.5
    assert drip(page, page.post_head(len(BODY)) + BODY[:200], b"x", 0.05) < 2.5
    event = page.wait_for(Refused)
    assert isinstance(event, Refused)
    assert event.reason is Refusal.TOO_SLOW
    assert page.session.arrivals == ()


def test_who_is_just_quick_enough_still_ends_in_time(open_page: Opener) -> None:
    """There is a time for the whole as well."""
    page = open_page(QUICK)
    beginning = page.post_head(50_000_000) + BODY[:200]
    assert 0.5 < drip(page, beginning, b"x" * 300, 0.02) < 2.5


def test_who_says_nothing_is_cut_off(open_page: Opener) -> None:
    """Browsers open connections ahead and leave them."""
    page = open_page(QUICK)
    with page.connect() as connection:
        assert all_of(connection) == b""


def test_who_does_not_read_is_cut_off_and_holds_little(open_page: Opener) -> None:
    """A phone that fetches a file and stops reading."""
    offer = OfferedFile("a.vcf", "A", "text/vcard", b"x" * 50_000_000)
    page = open_page(QUICK, offers=(offer,))
    before = memory()
    with page.connect() as connection:
        connection.sendall(page.head(target=f"{page.path}/file/1"))
        time.sleep(0.3)
        assert memory() - before < 15_000_000
        time.sleep(0.6)
        assert len(all_of(connection)) < 20_000_000
    assert page.get().status == 200


def test_the_sixth_at_once_is_asked_to_wait(open_page: Opener) -> None:
    """And is served when one of the five is done."""
    page = open_page()
    sending = [page.connect() for _ in range(5)]
    try:
        for connection in sending:
            connection.sendall(page.post_head(len(BODY)) + BODY[:100])
        # The five are known of when the last of them is.
        assert until(lambda: page.send(("b.vcf", CARD)).status == 503)
        answer = page.send(("c.vcf", CARD))
        assert "Others are sending right now" in answer.text
        assert answer.headers["retry-after"] == "30"
        assert page.get().status == 200
        sending[0].sendall(BODY[100:])
        assert b"100 contacts" in all_of(sending[0])
        assert until(lambda: page.send(("d.vcf", CARD * 3)).status == 200)
    finally:
        for connection in sending:
            connection.close()


def test_who_goes_away_in_the_middle_leaves_nothing(page: Caller) -> None:
    """The window is told that something did not arrive whole; the place is free again."""
    for _ in range(8):
        with page.connect() as connection:
            connection.sendall(page.post_head(len(BODY)) + BODY[:500])
    event = page.wait_for(Refused)
    assert isinstance(event, Refused)
    assert event.reason is Refusal.BROKEN_OFF
    assert until(lambda: page.send(("a.vcf", CARD)).status == 200)
    assert len(page.session.arrivals) == 1


def test_memory_stays_flat_however_much_is_sent(page: Caller) -> None:
    """160 MB that are taken and let go, broken off, and refused; the allocator keeps a little."""
    large = form([("a.vcf", CARD + b"x" * 10_000_000)])
    page.post(large)
    page.session.let_go(page.session.arrivals[0])
    before = memory()
    for _ in range(8):
        assert page.post(large).status == 200
        page.session.let_go(page.session.arrivals[0])
        page.session.events()
        with page.connect() as connection:
            connection.sendall(page.post_head(len(large)) + large[:-100])
        assert page.say(page.post_head(5_000_000_000)).status == 413
    assert until(lambda: memory() - before < 50_000_000)


FLOOD = """
import selectors, socket, sys, time
address, port, said, many = sys.argv[1], int(sys.argv[2]), sys.argv[3].encode(), int(sys.argv[4])
selector, opened, begun = selectors.DefaultSelector(), 0, time.monotonic()
calling, answered = {}, 0
print("flooding", flush=True)
while opened < many and time.monotonic() - begun < 20:
    while opened < many and len(calling) < 400:
        call = socket.socket()
        call.setblocking(False)
        call.connect_ex((address, port))
        calling[call] = time.monotonic()
        selector.register(call, selectors.EVENT_WRITE)
        opened += 1
    for key, mask in selector.select(0.01):
        try:
            if mask & selectors.EVENT_WRITE:
                key.fileobj.send(said)
                selector.modify(key.fileobj, selectors.EVENT_READ)
                continue
            answered += bool(key.fileobj.recv(4096))
        except OSError:
            pass
        selector.unregister(key.fileobj)
        del calling[key.fileobj]
        key.fileobj.close()
    for call in [call for call, since in calling.items() if time.monotonic() - since > 0.05]:
        selector.unregister(call)
        del calling[call]
        call.close()
print(opened, answered, time.monotonic() - begun, flush=True)
"""


def test_ten_thousand_requests_in_a_second_hold_up_nothing(page: Caller) -> None:
    """The window's thread goes on, memory stays, and afterwards the phone gets its page."""
    said = f"GET /guess HTTP/1.1\r\nHost: {page.host}\r\n\r\n"
    before = memory()
    flood = subprocess.Popen(
        [sys.executable, "-c", FLOOD, page.address, str(page.port), said, "10000"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert flood.stdout is not None
    assert flood.stdout.readline() == "flooding\n"
    used = time.process_time()
    waits: list[float] = []
    while flood.poll() is None:
        begun = time.perf_counter()
        time.sleep(0.001)
        waits.append(time.perf_counter() - begun)
    used = time.process_time() - used
    opened, _answered, seconds = flood.stdout.read().split()
    flood.stdout.close()
    assert opened == "10000"
    waits.sort()
    assert waits[len(waits) * 99 // 100] < 0.05
    assert used < 0.6 * float(seconds) + 0.2
    assert memory() - before < 20_000_000
    assert until(lambda: page.get().status == 200, 10)


def test_one_caller_can_not_take_every_place(open_page: Opener) -> None:
    """More connections than one phone needs are closed again, the others are served."""
    page = open_page(PhoneLimits(connections_a_peer=6))
    idle = [page.connect() for _ in range(20)]
    try:
        assert until(lambda: sum(_is_closed(connection) for connection in idle) >= 14)
        for connection in idle[:6]:
            connection.close()
        assert until(lambda: page.get().status == 200)
    finally:
        for connection in idle:
            connection.close()


def _is_closed(connection: socket.socket) -> bool:
    connection.settimeout(0.01)
    try:
        return connection.recv(1) == b""
    except TimeoutError:
        return False
    except OSError:
        return True
