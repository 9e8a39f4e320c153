"""Sessions on the loopback address, open for one test, none of whose threads outlives it."""

import logging
from collections.abc import Callable, Iterator

import pytest

from notebook_app.network.phone_files import Look, OfferedFile
from notebook_app.network.phone_limits import PhoneLimits
from notebook_app.network.phone_session import PhoneSession, SessionClock
from tests.network.talking import Caller, plain_look

Opener = Callable[..., Caller]


@pytest.fixture(autouse=True)
def _no_hidden_trouble(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail where waitress caught an exception of ours and only logged it."""
    yield
    records = [each for each in caplog.get_records("call") if each.name.startswith("waitress")]
    assert [each.getMessage() for each in records if each.levelno >= logging.ERROR] == []


@pytest.fixture
def open_page() -> Iterator[Opener]:
    """What opens the page, with other limits if wanted."""
    opened: list[PhoneSession] = []

    def open_one(
        limits: PhoneLimits | None = None,
        *,
        offers: tuple[OfferedFile, ...] = (),
        receives: bool = True,
        look: Look = plain_look,
        clock: SessionClock | None = None,
        addresses: Callable[[], list[str]] | None = None,
        address: str = "127.0.0.1",
    ) -> Caller:
        session = PhoneSession(look, limits=limits, clock=clock, addresses=addresses)
        opened.append(session)
        return Caller(session, session.start(address, offers, receives=receives))

    yield open_one
    for session in opened:
        session.stop()
        assert session.wait_until_ended(10)


@pytest.fixture
def page(open_page: Opener) -> Caller:
    """The page with the usual limits."""
    return open_page()
