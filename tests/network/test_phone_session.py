"""The page is there for ten minutes at most, ends at once, and tells of its network."""

import contextlib
import threading
import time

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.network.phone_events import (
    Arrived,
    Downloaded,
    Downloading,
    End,
    NetworkBack,
    NetworkGone,
    NotReached,
    Stopped,
)
from notebook_app.network.phone_files import FileFinding, OfferedFile, ReceivedFile
from notebook_app.network.phone_limits import PhoneLimits
from notebook_app.network.phone_session import PhoneSession
from tests.network.conftest import Opener
from tests.network.talking import CARD, Answer, Caller, all_of, form, plain_look, until

BODY = form([("a.vcf", CARD * 100)])
OFFER = OfferedFile('Åsa "Ö" Ørn.vcf', "Åsa & Ørn", "text/vcard; charset=utf-8", CARD)


class SetClock:
    """A clock whose two hands can be set."""

    def __init__(self) -> None:
        """Begin somewhere."""
        self.slow = 1_000.0
        self.calendar = 5_000.0

    def monotonic(self) -> float:
        """Return what stands still while the computer sleeps."""
        return self.slow

    def wall(self) -> float:
        """Return what can be set back."""
        return self.calendar


def is_closed(page: Caller) -> bool:
    """Return whether nobody answers any more."""
    try:
        page.connect(1).close()
    except OSError:
        return True
    return False


def test_stopping_ends_everything_at_once(page: Caller) -> None:
    """In the middle of a transfer: nothing of it arrives, and nobody waits."""
    with page.connect() as connection:
        connection.sendall(page.post_head(len(BODY)) + BODY[:-10])
        assert until(page.events)
        begun = time.perf_counter()
        page.session.stop()
        assert time.perf_counter() - begun < 0.2
        assert is_closed(page)
        assert all_of(connection) == b""
    assert page.events()[-1] == Stopped(End.CLOSED)
    assert not page.has_heard(Arrived)
    assert page.session.arrivals == ()
    assert page.session.seconds_left == 0
    assert page.session.url == ""
    page.session.stop()
    assert page.events().count(Stopped(End.CLOSED)) == 1


def test_nobody_is_woken_after_it_stopped() -> None:
    """Whoever opened it may be gone by then."""
    woken: list[float] = []
    session = PhoneSession(plain_look, lambda: woken.append(time.monotonic()))
    page = Caller(session, session.start("127.0.0.1"))

    def send() -> None:
        with contextlib.suppress(OSError):  # those who came too late
            page.post(BODY)

    phones = [threading.Thread(target=send) for _ in range(6)]
    for phone in phones:
        phone.start()
    assert until(lambda: woken)
    session.stop()
    stopped = len(woken)
    for phone in phones:
        phone.join()
    assert session.wait_until_ended(5)
    assert len(woken) == stopped


def test_what_is_looked_at_when_it_stops_does_not_arrive(open_page: Opener) -> None:
    """The phone is told that it did not."""
    looking, go_on = threading.Event(), threading.Event()

    def slow_look(files: list[ReceivedFile]) -> list[FileFinding]:
        looking.set()
        go_on.wait(5)
        return plain_look(files)

    page = open_page(look=slow_look)
    answers: list[Answer] = []
    phone = threading.Thread(target=lambda: answers.append(page.post(BODY)))
    phone.start()
    assert looking.wait(5)
    begun = time.perf_counter()
    page.session.stop()
    assert time.perf_counter() - begun < 0.2
    go_on.set()
    phone.join()
    assert page.session.arrivals == ()
    assert page.events()[-1] == Stopped(End.CLOSED)
    assert answers[0].status in (0, 400)


def test_an_answer_that_is_on_its_way_still_arrives(open_page: Opener) -> None:
    """The dialog closes the page as soon as files arrived; the phone sees that they did."""
    sessions: list[PhoneSession] = []

    def close_at_once() -> None:
        if sessions and sessions[0].arrivals:
            threading.Thread(target=sessions[0].stop).start()

    session = PhoneSession(plain_look, close_at_once)
    sessions.append(session)
    page = Caller(session, session.start("127.0.0.1"))
    assert "1 file, 100 contacts" in page.post(BODY).text
    assert session.wait_until_ended(5)
    assert len(session.arrivals) == 1


@pytest.mark.parametrize("hand", ["slow", "calendar"])
def test_time_is_over_after_ten_minutes_awake_or_asleep(open_page: Opener, hand: str) -> None:
    """One clock stands still while the computer sleeps, the other while it is set back."""
    clock = SetClock()
    page = open_page(clock=clock)
    assert page.session.seconds_left == 600
    setattr(clock, hand, getattr(clock, hand) + 599)
    assert page.session.seconds_left == 1
    assert page.get().status == 200
    setattr(clock, hand, getattr(clock, hand) + 2)
    assert page.wait_for(Stopped) == Stopped(End.TIME_OVER)
    assert until(lambda: is_closed(page))


def test_a_clock_that_is_set_back_gives_no_more_time(open_page: Opener) -> None:
    """Nor takes any."""
    clock = SetClock()
    page = open_page(clock=clock)
    clock.calendar -= 100_000
    clock.slow += 100
    assert page.session.seconds_left == 500


def test_a_network_that_goes_and_comes_back_is_told(open_page: Opener) -> None:
    """While the page is open."""
    addresses = ["127.0.0.1"]
    page = open_page(PhoneLimits(network_seconds=0.05), addresses=lambda: list(addresses))
    page.get()
    addresses.clear()
    assert page.wait_for(NetworkGone) == NetworkGone("127.0.0.1")
    addresses.append("127.0.0.1")
    assert page.wait_for(NetworkBack) == NetworkBack("127.0.0.1")
    assert len([each for each in page.events() if isinstance(each, NetworkGone)]) == 1


def test_nobody_came_for_a_while_is_told_once(open_page: Opener) -> None:
    """With the port that a firewall would have to let through."""
    page = open_page(PhoneLimits(reach_seconds=0.1))
    event = page.wait_for(NotReached)
    assert isinstance(event, NotReached)
    assert event.port == page.port
    time.sleep(0.4)
    assert len([each for each in page.events() if isinstance(each, NotReached)]) == 1


def test_whoever_came_means_that_nothing_is_in_the_way(open_page: Opener) -> None:
    """Also one who knew no path."""
    page = open_page(PhoneLimits(reach_seconds=0.2))
    page.get("/")
    time.sleep(0.6)
    assert not page.has_heard(NotReached)


def test_an_address_that_is_gone_is_the_user_s_problem() -> None:
    """TEST-NET-3 is nobody's (RFC 5737)."""
    with pytest.raises(UserProblem, match=r"203\.0\.113\.9"):
        PhoneSession(plain_look).start("203.0.113.9")


def test_two_sessions_have_two_ports(open_page: Opener) -> None:
    """The usual one is taken by the first."""
    assert open_page().port != open_page().port


@pytest.mark.parametrize(
    ("agent", "shown"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)", "inline"),
        ("Mozilla/5.0 (Linux; Android 6.0.1)", "attachment"),
    ],
)
def test_an_offered_file_is_fetched_whole(open_page: Opener, agent: str, shown: str) -> None:
    """Under its own name, with its kind; the window hears of both ends of it."""
    page = open_page(offers=(OFFER,))
    listed = page.get().text
    assert "Åsa &amp; Ørn" in listed
    assert f'href="{page.path}/file/1"' in listed
    answer = page.get(f"{page.path}/file/1", User_Agent=agent)
    assert answer.body == CARD
    assert answer.headers["content-type"] == "text/vcard; charset=utf-8"
    assert answer.headers["content-disposition"] == (
        f"{shown}; filename=\"_sa _ _rn.vcf\"; filename*=UTF-8''%C3%85sa%20%C3%96%20%C3%98rn.vcf"
    )
    assert page.wait_for(Downloading) == Downloading(OFFER.name)
    assert page.wait_for(Downloaded) == Downloaded(OFFER.name)


def test_stopping_while_a_phone_fetches_ends_at_once(open_page: Opener) -> None:
    """What is still going out is cut after a moment; nobody waits for it."""
    page = open_page(offers=(OfferedFile("a.vcf", "A", "text/vcard", b"x" * 60_000_000),))
    with page.connect() as connection:
        connection.sendall(page.head(target=f"{page.path}/file/1"))
        page.wait_for(Downloading)
        begun = time.perf_counter()
        page.session.stop()
        assert time.perf_counter() - begun < 0.2
        assert is_closed(page)
        assert page.session.wait_until_ended(5)
    assert not page.has_heard(Downloaded)


def test_a_large_file_is_fetched_whole(open_page: Opener) -> None:
    """Piece by piece."""
    data = bytes(range(256)) * 100_000
    page = open_page(offers=(OfferedFile("a.vcf", "A", "text/vcard", data),))
    assert page.get(f"{page.path}/file/1").body == data


@pytest.mark.parametrize("part", ["file/0", "file/2", "file/x", "file", "file/1/2", "file/-1"])
def test_what_is_not_offered_is_not_found(open_page: Opener, part: str) -> None:
    """Whoever knows the path sees the page."""
    page = open_page(offers=(OFFER,))
    assert page.get(f"{page.path}/{part}").status == 404


def test_other_files_can_be_offered_while_it_is_open(page: Caller) -> None:
    """The page shows them when it is loaded again."""
    assert "/file/1" not in page.get().text
    page.session.offer((OFFER,))
    assert "/file/1" in page.get().text
