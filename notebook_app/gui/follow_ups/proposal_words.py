"""The ladder in the words of the window: what is proposed, and where one begins."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import due_words
from notebook_app.model.ladder import Rung
from notebook_app.services.propose_follow_ups import Proposal

_LONGEST_NAME = 60


def proposal_words(proposal: Proposal, today: date, locale: QLocale) -> str:
    """Return ``Send Carla Mendes an e-mail by tomorrow?`` and the like."""
    pattern = {
        Rung.EMAIL: _tr("Send {name} an e-mail {when}?"),
        Rung.NOTE: _tr("Write {name} a handwritten note {when}?"),
        Rung.CALL: _tr("Call {name} {when}?"),
        Rung.COFFEE: _tr("Ask {name} for a coffee {when}?"),
        Rung.KEEP: _tr("Keep in touch with {name} every 3 months?"),
    }[proposal.rung]
    name = proposal.name
    shown = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
    return pattern.format(name=shown, when=_when(proposal.due, today, locale))


def act_words(proposal: Proposal, today: date, locale: QLocale) -> str:
    """Return ``An e-mail by tomorrow?`` and the like, beside the name of the person."""
    pattern = {
        Rung.EMAIL: _tr("An e-mail {when}?"),
        Rung.NOTE: _tr("A handwritten note {when}?"),
        Rung.CALL: _tr("A call {when}?"),
        Rung.COFFEE: _tr("A coffee {when}?"),
        Rung.KEEP: _tr("Keep in touch every 3 months?"),
    }[proposal.rung]
    return pattern.format(when=_when(proposal.due, today, locale))


def beginning_words(ladder: str) -> str:
    """Return how a ladder begins that is chosen so: a rung, ``off``, or empty."""
    return {
        "": _tr("What fits the meeting"),
        Rung.EMAIL: _tr("An e-mail"),
        Rung.NOTE: _tr("A handwritten note"),
        Rung.CALL: _tr("A call"),
        Rung.COFFEE: _tr("A coffee"),
        Rung.KEEP: _tr("Keeping in touch"),
        "off": _tr("Propose nothing"),
    }[ladder]


def _when(due: date, today: date, locale: QLocale) -> str:
    if due <= today:
        return _tr("today")
    return _tr("by {day}").format(day=due_words(due, None, today, locale))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Proposal", text)
