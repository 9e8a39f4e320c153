"""Collects the lines of the card of one row, spelled as our own cards are."""

from collections.abc import Sequence

from notebook_app.formats.csv.date_texts import date_of_text
from notebook_app.formats.vcard.escaping import escaped_component, escaped_text
from notebook_app.formats.vcard.label_words import apple_label, types_of_label
from notebook_app.formats.vcard.properties.about import OWN_FIELD

Texts = dict[str, str]
"""What the cells of one thing say, by their fields."""

_NO_DATE = frozenset({"0/0/00", "00.00.00", "0.0.00", "0000-00-00"})


class CardLines:
    """The lines of one card. ``month_first`` is for dates like 3/4/80."""

    def __init__(self, *, month_first: bool) -> None:
        """Begin without any."""
        self._lines: list[str] = []
        self._unread: list[tuple[str, str]] = []
        self._group = 0
        self._month_first = month_first

    def all(self) -> list[str]:
        """Return all lines, texts that are no dates as own fields behind the others."""
        for name, text in self._unread:
            self.own(name, text)
        return self._lines

    def add(self, head: str, value: str) -> None:
        """Write a line."""
        self._lines.append(f"{head}:{value}")

    def labelled(
        self, head: str, value: str, label: str, preferred: bool = False, *, grouped: bool = False
    ) -> None:
        """Write a line with its label: as types if it is made of them, else as Apple does."""
        types = None if grouped or not label else types_of_label(label)
        for kind in types or ():
            head += f";TYPE={kind}"
        if preferred:
            head += ";TYPE=PREF"
        if not label or types is not None:
            self.add(head, value)
            return
        self._group += 1
        self.add(f"item{self._group}.{head}", value)
        self.add(f"item{self._group}.X-ABLabel", escaped_text(apple_label(label)))

    def own(self, name: str, text: str) -> None:
        """Write a field of the user's own."""
        self.add(OWN_FIELD, f"{escaped_component(name)};{escaped_component(text)}")

    def date(self, property_name: str, text: str, label: str, header: str) -> None:
        """Write a date; a text that is none becomes an own field, so that it is not lost."""
        if text in _NO_DATE:
            return
        if found := date_of_text(text, self._month_first):
            self.labelled(property_name, found.iso(), label, grouped=bool(label))
        else:
            name = label if label and label != "other" else header
            self._unread.append((name, text))

    def posts(self, posts: Sequence[Texts]) -> None:
        """Write where somebody works; several each with a group of their own."""
        for number, post in enumerate(posts, 1):
            group = f"post{number}." if len(posts) > 1 else ""
            organization, department = post.get("organization", ""), post.get("department", "")
            if organization or department or group:
                parts = [organization, department] if department else [organization]
                self.add(f"{group}ORG", ";".join(escaped_component(part) for part in parts))
            for field, name in (("title", "TITLE"), ("profession", "ROLE")):
                if post.get(field):
                    self.add(f"{group}{name}", escaped_text(post[field]))
