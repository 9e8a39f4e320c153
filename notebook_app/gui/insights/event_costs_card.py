"""What events cost, and what came of them: a line each, and their sum."""

from typing import Final

from PySide6.QtWidgets import QWidget

from notebook_app.foundation.record import record
from notebook_app.gui.charts.figures_card import FiguresCard
from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.follow_ups.money_words import money_words, number_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.figure_words import bar_words, sum_words
from notebook_app.gui.insights.sources_reading import MOST_LINES
from notebook_app.model.insights.event_costs import EventCost, EventCosts
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.money import Rates

_LONGEST: Final = 60


@record
class BehindEvents:
    """What a line leads to: what grew from its events, what one led to, and so many new people."""

    title: str
    event_ids: tuple[int, ...]
    met: int
    grew: Figures
    led_to: Figures = Figures()

    @property
    def event_id(self) -> int | None:
        """The event, if it is one."""
        return self.event_ids[0] if len(self.event_ids) == 1 else None

    @property
    def anything(self) -> bool:
        """Whether anything came of them."""
        return bool(self.met or self.grew.count or self.led_to.count)


class EventCostsCard(FiguresCard):
    """A line leads to what grew from its event, or else to the event itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk, which knows the day."""
        super().__init__(parent)
        self._desk = desk

    def show_costs(self, costs: EventCosts, rates: Rates | None) -> None:
        """Show the latest events, and what all of them cost and brought."""
        locale, shown = self.locale(), costs.rows[:MOST_LINES]
        rows = [self._cells(cost, rates) for cost in shown]
        keys: list[object] = [
            BehindEvents(cost.name, (cost.event_id,), cost.met, cost.grew, cost.led_to)
            for cost in shown
        ]
        title = self.tr("What events cost, and what came of them")
        if len(costs.rows) > len(shown):
            title = self.tr("{title}, the latest {n} of {count}").format(
                title=title, n=locale.toString(len(shown)), count=locale.toString(len(costs.rows))
            )
        if len(costs.rows) > 1:
            met = sum(cost.met for cost in costs.rows)
            rows.append(
                (
                    self.tr("All"),
                    sum_words(costs.fees, locale, rates),
                    number_words(costs.hours, locale) if costs.hours else "",
                    locale.toString(met) if met else "",
                    bar_words(costs.grew, locale, rates) if costs.grew.count else "",
                    "",
                )
            )
            ids = tuple(cost.event_id for cost in costs.rows)
            of_all = BehindEvents(self.tr("All events"), ids, met, costs.grew)
            keys.append(of_all if of_all.anything else None)
        self.show_figures(
            title,
            (
                self.tr("Event"),
                self.tr("Fee"),
                self.tr("Hours"),
                self.tr("New people"),
                self.tr("Grew there"),
                self.tr("Won in the end"),
            ),
            rows,
            keys,
            self.tr(
                "“Grew there”: from the event itself or what was said there. “Won in the end” adds"
                " what came from those first met there; it may stand beside several events, and"
                " is not added up."
            ),
            total=len(costs.rows) > 1,
        )

    def _cells(self, cost: EventCost, rates: Rates | None) -> tuple[str, ...]:
        locale, name = self.locale(), " ".join(cost.name[:_LONGEST].split())
        return (
            f"{name}, {short_day(cost.on, self._desk.clock.today(), locale)}",
            "" if cost.fee is None else money_words(cost.fee, cost.currency, locale),
            "" if cost.hours is None else number_words(cost.hours, locale),
            locale.toString(cost.met) if cost.met else "",
            bar_words(cost.grew, locale, rates) if cost.grew.count else "",
            sum_words(cost.led_to.won_value, locale, rates),
        )
