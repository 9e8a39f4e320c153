"""Makes a card of each row of a table, so that rows go the same way as cards from phones.

The lines are those that our own cards have; nothing in a cell can begin a line of its own.
"""

import re
from collections.abc import Callable, Sequence

from notebook_app.formats.csv.card_lines import CardLines, Texts
from notebook_app.formats.csv.column_use import (
    GROUP_OF,
    OWN,
    PARTS_OF_ADDRESS,
    ColumnUse,
)
from notebook_app.formats.csv.spreadsheet_cells import as_it_was
from notebook_app.formats.csv.tag_cells import SEVERAL, tags_of
from notebook_app.formats.vcard.escaping import (
    escaped_component,
    escaped_text,
    one_line,
    safe_parameter,
)
from notebook_app.formats.vcard.label_words import known_label
from notebook_app.formats.vcard.properties.about import GENDER_LETTERS, gender_word
from notebook_app.model.contact import NameParts
from notebook_app.model.name_form import joined_name

PREFERRED = "*"
_BETWEEN = {"email": re.compile(r"[;,\s]+"), "phone": re.compile(r"[;,\n]+")}
_FEWEST_DIGITS = 6
_STREET = PARTS_OF_ADDRESS.index("street")
_NO_GENDER = frozenset({"unspecified", "nicht angegeben", "keine angabe"})
_TEXT_LINES = {
    "nickname": "NICKNAME",
    "maiden_name": "X-MAIDENNAME",
    "phonetic_given_name": "X-PHONETIC-FIRST-NAME",
    "phonetic_family_name": "X-PHONETIC-LAST-NAME",
    "note": "NOTE",
    "pronouns": "X-PRONOUNS",
    "time_zone": "TZ;VALUE=text",
}
_VALUE_LINES = {
    "phone": "TEL",
    "email": "EMAIL",
    "link": "URL",
    "related": "X-ABRELATEDNAMES",
}


class RowCard:
    """Makes cards of the rows of one table, whose columns have these headers and uses."""

    def __init__(
        self,
        headers: Sequence[str],
        uses: Sequence[ColumnUse],
        *,
        month_first: bool = False,
        several: bool = False,
        loose: bool = False,
    ) -> None:
        """Take what the columns are called and become.

        ``month_first`` is for dates like 3/4/80; ``several`` says that cells may hold several
        values, as Google's do; ``loose`` that people wrote several e-mails or phones into one.
        """
        self._several = several
        self._loose = loose
        self._headers = list(headers)
        self._month_first = month_first
        self._single: list[tuple[int, str]] = []
        self._groups: dict[tuple[str, int], list[tuple[int, str]]] = {}
        self._labels: dict[tuple[str, int], str] = {}
        self._own: list[tuple[int, str]] = []
        for place, use in enumerate(uses):
            if use.field == OWN and (use.label or not use.item):
                self._own.append((place, use.label or self._headers[place]))
            elif group := GROUP_OF.get(use.field):
                key = (group, use.item)
                self._groups.setdefault(key, []).append((place, use.field))
                if use.label:
                    self._labels[key] = use.label
            elif use.field:
                self._single.append((place, use.field))

    def text(self, cells: Sequence[str]) -> str:
        """Return the lines of the card, parted by newlines, with its frame."""
        return "\n".join(("BEGIN:VCARD", "VERSION:3.0", *self.lines(cells), "END:VCARD"))

    def lines(self, cells: Sequence[str]) -> list[str]:
        """Return the lines that say what a row says."""
        card = CardLines(month_first=self._month_first)
        count = len(cells)
        said: dict[str, list[str]] = {}
        for place, field in self._single:
            if place < count and (cell := as_it_was(cells[place])).strip():
                said.setdefault(field, []).append(cell if field == "note" else cell.strip())
        self._add_single(card, said)
        posts: list[Texts] = []
        for key, columns in self._groups.items():
            found: dict[str, str] = {}
            for place, field in columns:
                if place < count and (cell := as_it_was(cells[place]).strip()):
                    between = "\n" if field == "street" else " "
                    found[field] = f"{found[field]}{between}{cell}" if field in found else cell
            if not found:
                continue
            if key[0] == "post":
                posts.append(found)
                continue
            label = self._labels.get(key, "")
            parted = self._several and any(SEVERAL in text for text in found.values())
            for each in _several(found) if parted else (found,):
                self._add_thing(card, key[0], each, label, self._headers[columns[-1][0]])
        card.posts(posts)
        for place, name in self._own:
            if place < count and (cell := as_it_was(cells[place]).strip()):
                card.own(name, cell)
        return card.all()

    def _add_single(self, card: CardLines, said: dict[str, list[str]]) -> None:
        name = NameParts(*(" ".join(said.get(field, ())) for field in _NAME_FIELDS))
        shown = " ".join(said.get("name", ())) or joined_name(name)
        parts = (name.family, name.given, name.additional, name.prefix, name.suffix)
        if any(parts):
            card.add("N", ";".join(escaped_component(part) for part in parts))
        if shown:
            card.add("FN", escaped_text(shown))
        for field, texts in said.items():
            if field in _TEXT_LINES:
                for text in texts:
                    card.add(_TEXT_LINES[field], escaped_text(text))
            elif field in _SINGLE_LINES:
                _SINGLE_LINES[field](card, texts)
            elif field == "birthday":
                for text in texts:
                    card.date("BDAY", text, "", self._header_of(field))

    def _header_of(self, field: str) -> str:
        return next(self._headers[place] for place, own in self._single if own == field)

    def _add_thing(self, card: CardLines, group: str, said: Texts, label: str, header: str) -> None:
        label = said.get(f"{group}_label", label)
        preferred = label.startswith(PREFERRED)
        if preferred:
            label = label.removeprefix(PREFERRED).strip()
        label = known_label(label)
        if group == "address":
            parts = [said.get(part, "") for part in PARTS_OF_ADDRESS]
            if not any(parts):
                # The whole address as one text says nothing new beside its parts.
                parts[_STREET] = said.get("address_text", "")
            if any(parts):
                value = ";".join(escaped_component(part) for part in parts)
                card.labelled("ADR", value, label, preferred)
        elif group not in said:
            return
        elif group == OWN:
            card.own(label or header, said[OWN])
        elif group == "date":
            card.date("X-ABDATE", said["date"], label or "other", header)
        elif group == "profile":
            network = said.get("profile_service", "") or _network_of(said["profile"])
            kind = f";TYPE={safe_parameter(network.lower())}" if network else ""
            line = one_line(said["profile"])
            card.labelled(f"X-SOCIALPROFILE{kind}", line, label, preferred, grouped=bool(label))
        elif group == "messaging":
            network = safe_parameter(said.get("messaging_service", ""))
            kind = f";X-SERVICE-TYPE={_quoted(network)}" if network else ""
            card.labelled(f"IMPP{kind}", one_line(said["messaging"]), label, preferred)
        else:
            escape: Callable[[str], str] = one_line if group == "link" else escaped_text
            grouped = group in {"related", "link"} and bool(label)
            for text in _in_one_cell(group, said[group]) if self._loose else (said[group],):
                card.labelled(_VALUE_LINES[group], escape(text), label, preferred, grouped=grouped)


def _add_gender(card: CardLines, texts: Sequence[str]) -> None:
    for text in texts:
        if text.casefold() not in _NO_GENDER:
            word = gender_word(text)
            shown = word.capitalize() if word in GENDER_LETTERS else word
            card.add("X-GENDER", escaped_text(shown))


def _add_languages(card: CardLines, texts: Sequence[str]) -> None:
    for text in texts:
        for language in text.split(SEVERAL if SEVERAL in text else ","):
            if language.strip():
                card.add("X-LANG", escaped_text(language.strip()))


def _add_tags(card: CardLines, texts: Sequence[str]) -> None:
    if tags := [tag for text in texts for tag in tags_of(text)]:
        card.add("CATEGORIES", ",".join(escaped_text(tag) for tag in tags))


def _add_kind(card: CardLines, texts: Sequence[str]) -> None:
    if any(text.casefold().startswith("organi") for text in texts):
        card.add("X-ABShowAs", "COMPANY")


def _add_uid(card: CardLines, texts: Sequence[str]) -> None:
    card.add("UID", escaped_text(texts[0]))


_SINGLE_LINES: dict[str, Callable[[CardLines, Sequence[str]], None]] = {
    "gender": _add_gender,
    "languages": _add_languages,
    "tags": _add_tags,
    "kind": _add_kind,
    "uid": _add_uid,
}
_NAME_FIELDS = ("prefix", "given_name", "additional_names", "family_name", "suffix")


def _several(said: Texts) -> list[Texts]:
    """Part cells with several values into things; a label that is said once is that of all."""
    parted = {field: [part.strip() for part in text.split(SEVERAL)] for field, text in said.items()}
    count = max(map(len, parted.values()))
    return [
        {
            field: parts[number] if len(parts) > 1 else parts[0]
            for field, parts in parted.items()
            if len(parts) == 1 or (number < len(parts) and parts[number])
        }
        for number in range(count)
    ]


def _in_one_cell(group: str, text: str) -> Sequence[str]:
    """Part several e-mail addresses or phone numbers in one cell, where each looks like one."""
    if group not in _BETWEEN:
        return (text,)
    parts = [part.strip() for part in _BETWEEN[group].split(text) if part.strip()]
    if group == "email":
        fine = all("@" in part for part in parts)
    else:
        fine = all(sum(map(str.isdigit, part)) >= _FEWEST_DIGITS for part in parts)
    return parts if fine and len(parts) > 1 else (text,)


def _network_of(url: str) -> str:
    lower = url.lower()
    return next((name for name in _NETWORKS if f"{name}." in lower), "")


_NETWORKS = ("linkedin", "xing", "twitter", "facebook", "instagram", "mastodon", "github")


def _quoted(text: str) -> str:
    return f'"{text}"' if any(mark in text for mark in ":;,") else text
