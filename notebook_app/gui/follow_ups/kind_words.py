"""The names of the kinds of follow-ups in the window, and the letters that choose them."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from notebook_app.model.follow_up import FollowUpKind

KIND_LETTERS: Final[dict[FollowUpKind, str]] = {
    FollowUpKind.CALL: "C",
    FollowUpKind.EMAIL: "E",
    FollowUpKind.NOTE: "H",
    FollowUpKind.MESSAGE: "M",
    FollowUpKind.COFFEE: "F",
    FollowUpKind.LUNCH: "L",
    FollowUpKind.MEETING: "T",
    FollowUpKind.INTRODUCTION: "I",
    FollowUpKind.SEND: "S",
    FollowUpKind.THANK: "K",
    FollowUpKind.OTHER: "O",
}
"""Each occurs in the kind's name, so that it can be underlined there."""


def kind_name(kind: FollowUpKind) -> str:
    """Return ``Call``, ``E-mail``, ``Handwritten note`` and so on."""
    return {
        FollowUpKind.CALL: _tr("Call"),
        FollowUpKind.EMAIL: _tr("E-mail"),
        FollowUpKind.NOTE: _tr("Handwritten note"),
        FollowUpKind.MESSAGE: _tr("Message"),
        FollowUpKind.COFFEE: _tr("Coffee"),
        FollowUpKind.LUNCH: _tr("Lunch"),
        FollowUpKind.MEETING: _tr("Meeting"),
        FollowUpKind.INTRODUCTION: _tr("Introduction"),
        FollowUpKind.SEND: _tr("Send something"),
        FollowUpKind.THANK: _tr("Thank"),
        FollowUpKind.OTHER: _tr("Something else"),
    }[kind]


def kind_with(kind: FollowUpKind, name: str) -> str:
    """Return ``Call Grace Holt``, ``Coffee with Grace Holt`` and so on, for a heading."""
    pattern = {
        FollowUpKind.CALL: _tr("Call {name}"),
        FollowUpKind.EMAIL: _tr("E-mail to {name}"),
        FollowUpKind.NOTE: _tr("Handwritten note to {name}"),
        FollowUpKind.MESSAGE: _tr("Message to {name}"),
        FollowUpKind.COFFEE: _tr("Coffee with {name}"),
        FollowUpKind.LUNCH: _tr("Lunch with {name}"),
        FollowUpKind.MEETING: _tr("Meeting with {name}"),
        FollowUpKind.INTRODUCTION: _tr("Introduction for {name}"),
        FollowUpKind.SEND: _tr("Send something to {name}"),
        FollowUpKind.THANK: _tr("Thank {name}"),
        FollowUpKind.OTHER: _tr("Something with {name}"),
    }[kind]
    return pattern.format(name=name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FollowUpKind", text)
