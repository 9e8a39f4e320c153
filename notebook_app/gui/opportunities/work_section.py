"""Opportunities on a person's page: those with them and those that came through them."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.opportunity_words import row_badge, row_value, state_title
from notebook_app.gui.opportunities.work_reading import WorkReading
from notebook_app.gui.people.value_line import ValueLine
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import ElidedLabel, SectionHeading
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.opportunity_rows import OpportunityRow

_KINDS = {
    OpportunityState.OPEN: BadgeKind.AMBER,
    OpportunityState.WON: BadgeKind.ACCENT,
    OpportunityState.LOST: BadgeKind.NEUTRAL,
}


def work_section(desk: Desk, reading: WorkReading) -> QWidget:
    """Return the section, with a way to begin another."""
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(TIGHT, 0, TIGHT, 0)
    column.setSpacing(TIGHT)
    column.addWidget(SectionHeading(_tr("Opportunities")))
    for row in reading.rows:
        column.addWidget(_line(desk, row, reading.contact_id))
    if reading.count > len(reading.rows) and desk.offers(Act.SHOW_OPPORTUNITIES_OF):
        count = QLocale().toString(reading.count)
        words = _tr("Show all {count}").format(count=count)
        show = LinkButton(words, lambda: desk.ask(Act.SHOW_OPPORTUNITIES_OF, reading.contact_id))
        column.addWidget(show)
    if desk.offers(Act.ADD_OPPORTUNITY):
        add = LinkButton(
            _tr("+ Opportunity"), lambda: desk.ask(Act.ADD_OPPORTUNITY, reading.contact_id)
        )
        column.addWidget(add)
    return section


def _line(desk: Desk, row: OpportunityRow, contact_id: int) -> QWidget:
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    above = QHBoxLayout()
    above.setSpacing(SMALL)
    opens = partial(desk.ask, Act.SHOW_OPPORTUNITY, row.id)
    can_open = desk.offers(Act.SHOW_OPPORTUNITY)
    title = ValueLine(row.title[:200], _tr("Opportunity"), opens if can_open else None)
    above.addWidget(title, 1)
    locale, today = QLocale(), desk.clock.today()
    late = row.is_overdue(today)
    badge = row_badge(row, today, locale) if late else None
    words, kind = badge or (state_title(row.state), _KINDS[row.state])
    above.addWidget(Badge(words, kind))
    lines.addLayout(above)
    whose = "" if row.contact.id == contact_id else _tr("for {name}").format(name=row.contact.name)
    parts = [row_value(row, locale), whose[:200]]
    below = " · ".join(part for part in parts if part)
    if below:
        lines.addWidget(ElidedLabel(below, TextRole.SMALL, Tone.MUTED))
    return holder


def _tr(text: str) -> str:
    return QCoreApplication.translate("WorkSection", text)
