"""How it stands between a client and a service, in words and signs."""

from typing import Final

from notebook_app.gui.insights.insight_view import insight_words as _tr
from notebook_app.model.insights.services_report import Heard
from notebook_app.model.offering import ServiceKnowledge

KNOWLEDGE: Final = {
    Heard.USES: ServiceKnowledge.USES,
    Heard.TOLD: ServiceKnowledge.TOLD,
    Heard.DECLINED: ServiceKnowledge.DECLINED,
    Heard.NOT_TOLD: None,
}
"""What is written down for each."""


def heard_words(heard: Heard) -> str:
    """Return it as a column's title."""
    return {
        Heard.USES: _tr("Uses it"),
        Heard.TOLD: _tr("Told"),
        Heard.DECLINED: _tr("Declined"),
        Heard.NOT_TOLD: _tr("Never told"),
    }[heard]


def heard_sign(heard: Heard) -> str:
    """Return a sign that is told from the others without colour."""
    return {Heard.USES: "●", Heard.TOLD: "◐", Heard.DECLINED: "×", Heard.NOT_TOLD: "·"}[heard]
