"""Only who knows the whole address is told anything; all others are told the same."""

import socket
import statistics
import time

import pytest

from notebook_app.network.phone_events import Reached
from notebook_app.network.phone_gate import NOT_FOUND
from tests.network.conftest import Opener
from tests.network.talking import CARD, FORM, Caller, form

STRICT = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
}


def test_the_path_can_not_be_guessed_and_is_another_each_time(open_page: Opener) -> None:
    """128 bits, as 26 letters of base 32."""
    first, second = open_page(), open_page()
    assert first.path != second.path
    assert len(first.path) == 27
    assert set(first.path[1:]) <= set("abcdefghijklmnopqrstuvwxyz234567")


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/index.html",
        "/../../../../etc/passwd",
        "/" + "../" * 2_000,
        "/..%2f..%2fetc%2fpasswd",
        "//{secret}/../{secret}",
        "/{secret}x",
        "/{secret}/other",
        "/{secret}/../{secret}",
        "/{upper}",
        "/%{secret}",
        "{secret}",
        "*",
        "http://{host}/{secret}",
        "http://[bad/{secret}",
        "/\x80\xff",
        "/" + "a" * 15_000,
        "/" + "a" * 20_000,
    ],
)
def test_everything_else_gets_the_one_answer(page: Caller, target: str) -> None:
    """Not a byte of it differs, and nothing was told to the window."""
    secret = page.path[1:]
    asked = target.format(secret=secret, upper=secret.upper(), host=page.host)
    assert page.get(asked).raw == NOT_FOUND
    assert not page.has_heard(Reached)


@pytest.mark.parametrize(
    "method", ["HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "PROPFIND", "get"]
)
def test_only_the_named_methods_are_answered(page: Caller, method: str) -> None:
    """GET and POST, nothing else."""
    assert page.say(page.head(method)).raw == NOT_FOUND


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost:{port}", "127.0.0.1", "127.0.0.1:1", "", "127.0.0.1:{port}x"],
)
def test_a_name_that_was_pointed_here_opens_nothing(page: Caller, host: str) -> None:
    """A web page that rebinds its own name to this address still sends that name."""
    named = host.format(port=page.port)
    assert page.get(Host=named).raw == NOT_FOUND
    assert page.get().status == 200


def test_two_hosts_or_none_open_nothing(page: Caller) -> None:
    """Whichever of them was meant."""
    twice = f"GET {page.path} HTTP/1.1\r\nHost: {page.host}\r\nHost: {page.host}\r\n\r\n"
    assert page.say(twice.encode()).raw == NOT_FOUND
    assert page.say(f"GET {page.path} HTTP/1.0\r\n\r\n".encode()).raw == NOT_FOUND


@pytest.mark.parametrize(
    "said",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET\r\n\r\n",
        b"\0" * 100 + b"\r\n\r\n",
        b"GET / HTTP/1.1\nHost: x\n\n\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: " + b"9" * 5_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        b"GET / HTTP/9.9\r\nA: b\r\n c\r\n\r\n",
        b"\r\n\r\n",
    ],
)
def test_what_is_no_request_gets_the_one_answer(page: Caller, said: bytes) -> None:
    """Nor does it harm those who come after."""
    assert page.say(said).raw == NOT_FOUND
    assert page.get().status == 200


def test_a_form_for_another_path_is_not_read(page: Caller) -> None:
    """The answer is there before a byte of the body is."""
    head = page.head("POST", "/", Content_Type=FORM, Content_Length="5000000000")
    with page.connect() as connection:
        connection.sendall(head)
        assert connection.recv(1_000) == NOT_FOUND


def test_nothing_tells_what_runs_here(page: Caller) -> None:
    """No answer names a server."""
    for answer in (page.get("/"), page.get(), page.send(("a.vcf", CARD))):
        assert not {"server", "via", "x-powered-by"} & answer.headers.keys()
        assert b"waitress" not in answer.raw.lower()
        assert b"python" not in answer.raw.lower()


def test_the_page_is_strict(page: Caller) -> None:
    """It may load nothing, run nothing, be framed by nothing, be kept nowhere."""
    for answer in (page.get(), page.send(("a.txt", b"nothing")), page.get(page.path + "/file/7")):
        assert answer.headers.items() >= STRICT.items()
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline' 'sha256-")
        assert "frame-ancestors 'none'" in policy
        assert "<script" not in answer.text
        assert "onload" not in answer.text


def test_a_strange_path_takes_as_long_as_another(page: Caller) -> None:
    """A guess that is right in its beginning is not answered later than one that is wrong."""

    def seconds(target: str) -> float:
        begun = time.perf_counter()
        page.get(target)
        return time.perf_counter() - begun

    pairs = [(seconds("/" + "a" * 26), seconds(page.path[:-1] + "0")) for _ in range(12)]
    wrong, nearly = (statistics.median(each) for each in zip(*pairs, strict=True))
    assert abs(wrong - nearly) < 0.01


def test_what_comes_behind_a_request_is_not_looked_at(page: Caller) -> None:
    """One request for each connection: a second one in the same breath is thrown away."""
    both = page.head() + page.head()
    assert page.say(both).raw.count(b"HTTP/1.1") == 1
    smuggled = page.head("POST", "/", Content_Length="0") + page.head()
    assert page.say(smuggled).raw == NOT_FOUND


def test_where_nothing_is_received_a_form_gets_the_one_answer(open_page: Opener) -> None:
    """Sending to the phone opens no way in."""
    page = open_page(receives=False)
    assert page.post(form([("a.vcf", CARD)])).raw == NOT_FOUND


def test_the_page_is_served_on_its_address_only(page: Caller) -> None:
    """Another address of the same computer does not answer."""
    with pytest.raises(OSError, match=r"."):  # noqa: SIM117
        with socket.create_connection(("127.0.0.2", page.port), timeout=1):
            pass


def test_ipv6_is_served_as_well(open_page: Opener) -> None:
    """With the brackets that its address has in a URL."""
    try:
        page = open_page(address="::1")
    except Exception:
        pytest.skip("no IPv6 here")
    assert page.host == f"[::1]:{page.port}"
    assert page.get().status == 200
