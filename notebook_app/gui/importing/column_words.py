"""What the columns of a table can become, in the user's words."""

from PySide6.QtCore import QCoreApplication

from notebook_app.formats.csv.column_use import LEFT_OUT, OWN, ColumnUse, column_use
from notebook_app.formats.csv.look import Origin, TableLook
from notebook_app.services.prepare_table import TableReading

_SHOWN_COLUMNS = 6


def choices() -> list[tuple[str, ColumnUse]]:
    """Return the words and the use of each choice, in the order of the list."""
    return [
        (_words("Leave it out"), LEFT_OUT),
        (_words("A field of its own"), ColumnUse(OWN)),
        *((words, use) for text, words in _offered() if (use := column_use(text)) is not None),
    ]


def use_words(use: ColumnUse) -> str:
    """Return words for a use that is not among the choices: a part of a numbered thing."""
    plain = dict(_offered()) | _parts()
    words = plain.get(use.field, use.field)
    label = f", {use.label}" if use.label else ""
    number = f" {use.item}" if 0 < use.item < 100 else ""
    return f"{words}{number}{label}"


def how_read(look: TableLook) -> str:
    """Return in a few words how the file is written."""
    parted = {
        ",": _words("commas between the columns"),
        ";": _words("semicolons between the columns"),
        "\t": _words("tabs between the columns"),
        "|": _words("bars between the columns"),
    }
    words = f"{look.encoding.words}, {parted.get(look.separation.separator, '')}"
    return words if look.has_header else f"{words}, {_words('no line of headers')}"


def known_by(table: TableReading) -> str:
    """Return one line that says how it is known what the columns are."""
    words = {
        Origin.RECOGNISED: _words("Recognised as {layout}"),
        Origin.REMEMBERED: _words("Columns as you said for a file like it"),
        Origin.GUESSED: _words("Columns guessed by their words"),
        Origin.CHOSEN: _words("Columns as you said"),
    }[table.look.origin]
    return words.format(layout=table.look.layout)


def not_taken(table: TableReading) -> str:
    """Return which columns hold something that is not taken, or nothing."""
    if not table.not_taken:
        return ""
    names = ", ".join(" ".join(name.split())[:40] for name in table.not_taken[:_SHOWN_COLUMNS])
    more = len(table.not_taken) - _SHOWN_COLUMNS
    words = f"{names} +{more}" if more > 0 else names
    return _words("Not taken: {columns}").format(columns=words)


def _offered() -> list[tuple[str, str]]:
    return [
        ("name", _words("Name")),
        ("given_name", _words("First name")),
        ("family_name", _words("Last name")),
        ("additional_names", _words("Middle names")),
        ("prefix", _words("Prefix, such as Dr")),
        ("suffix", _words("Suffix, such as Jr")),
        ("nickname", _words("Nickname")),
        ("maiden_name", _words("Maiden name")),
        ("organization", _words("Organisation")),
        ("department", _words("Department")),
        ("title", _words("Job title")),
        ("profession", _words("Profession")),
        ("phone", _words("Phone")),
        ("phone:mobile", _words("Phone, mobile")),
        ("phone:work", _words("Phone, work")),
        ("phone:home", _words("Phone, home")),
        ("phone:fax", _words("Fax")),
        ("email", _words("E-mail")),
        ("email:work", _words("E-mail, work")),
        ("email:home", _words("E-mail, home")),
        ("street", _words("Street, or the whole address")),
        ("extended", _words("Address, second line")),
        ("postal_code", _words("Postal code")),
        ("city", _words("City")),
        ("region", _words("Region")),
        ("country", _words("Country")),
        ("po_box", _words("PO box")),
        ("link", _words("Web page")),
        ("profile", _words("Profile in a network")),
        ("messaging", _words("Messaging")),
        ("birthday", _words("Birthday")),
        ("date:anniversary", _words("Anniversary")),
        ("date", _words("Another date")),
        ("tags", _words("Tags")),
        ("note", _words("Note")),
        ("related", _words("Somebody they are related to")),
        ("gender", _words("Gender")),
        ("pronouns", _words("Pronouns")),
        ("languages", _words("Languages")),
        ("time_zone", _words("Time zone")),
    ]


def _parts() -> dict[str, str]:
    """Return words for what is recognised and not offered."""
    return {
        OWN: _words("A field of its own"),
        "phone_label": _words("Label of phone"),
        "email_label": _words("Label of e-mail"),
        "address_label": _words("Label of address"),
        "address_text": _words("Whole address"),
        "link_label": _words("Label of web page"),
        "profile_label": _words("Label of profile"),
        "profile_service": _words("Network of profile"),
        "messaging_label": _words("Label of messaging"),
        "messaging_service": _words("Network of messaging"),
        "date_label": _words("Label of date"),
        "related_label": _words("How they are related"),
        "own_label": _words("Name of a field of its own"),
        "phonetic_given_name": _words("First name, as spoken"),
        "phonetic_family_name": _words("Last name, as spoken"),
        "kind": _words("Person or organisation"),
        "uid": _words("Identifier"),
    }


def _words(text: str) -> str:
    return QCoreApplication.translate("ColumnWords", text)
