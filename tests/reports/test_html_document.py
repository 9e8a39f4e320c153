"""A web page of a document says all of it, and nothing from the notebook becomes markup."""

from dataclasses import replace
from html.parser import HTMLParser

from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.html_document import html_document
from tests.reports.awkward_document import AWKWARD, TURNED, WICKED

_VOID = {"meta", "img"}


class _Reader(HTMLParser):
    """Collects tags, texts and attributes, and sees to it that each tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Take it from those that are open."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)


def read(document: Document) -> _Reader:
    """Return what a reader of web pages finds."""
    reader = _Reader()
    reader.feed(html_document(document))
    reader.close()
    assert reader.open == []
    return reader


def test_all_is_said_and_nothing_becomes_markup() -> None:
    reader = read(AWKWARD)
    for text in (WICKED, TURNED, "محمد عبد الله", "17K", "List 12", "Ring 1, Bonn", "Said", "19"):
        assert text in reader.texts
    assert {"script", "b"}.isdisjoint(reader.tags)
    assert reader.texts.count(WICKED) == 4


def test_nothing_is_fetched_and_only_calls_and_mails_are_linked() -> None:
    page = html_document(AWKWARD)
    assert "default-src 'none'" in page
    links = read(AWKWARD).links
    assert links[:2] == ["tel:+442079460958", "mailto:a%22b%27%3Cc%3E@example.com"]
    assert all(link.startswith(("tel:", "mailto:")) for link in links)


def test_a_picture_is_in_the_page_and_what_is_none_is_not() -> None:
    def with_picture(data: bytes) -> list[str]:
        entry = Entry("Ben", initials="B", picture=lambda: data)
        return read(Document("Sheet", "", (Section("", (entry,)),))).links

    assert with_picture(b"\x89PNG\r\n\x1a\nrest")[0].startswith("data:image/png;base64,iVBOR")
    assert with_picture(b"<svg onload='alert(1)'>") == []


def test_bars_have_the_lengths_of_their_parts() -> None:
    page = html_document(AWKWARD)
    assert 'width: 80.00%"' in page
    assert 'p0" style="width: 75.00%"' in page
    assert 'p1" style="width: 25.00%"' in page


def test_a_list_has_its_code_on_it_and_the_white_around() -> None:
    squares = [[True, True, False], [False, False, False], [True, False, True]]
    numbered = replace(AWKWARD, reference="List 12", reference_code="N:12")
    page = html_document(numbered, lambda text: squares if text == "N:12" else [])
    assert 'viewBox="0 0 11 11"' in page
    assert 'aria-label="List 12"' in page
    assert 'd="M4 4h2v1h-2zM4 6h1v1h-1zM6 6h1v1h-1z"' in page
    assert "<svg" not in html_document(numbered)
