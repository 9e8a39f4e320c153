"""What events cost, in money and hours, against what came of them.

Two figures, since they answer two questions. ``grew`` is the work that grew from the event
itself or from what was said there: each opportunity grew from one event at most, so these add
up. ``led_to`` adds the work of those who were first met there, and what came through them, from
that day on: an opportunity may then stand beside several events, and nothing is added up. It is
the rule of the event's own page.
"""

from datetime import date
from decimal import Decimal

from notebook_app.foundation.record import record
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.money import Money
from notebook_app.model.past_periods import Period


@record
class EventCost:
    """One event: ``fee`` with its currency and ``hours``, where they were put down.

    ``met`` people there were new, nobody of them in the trash.
    """

    event_id: int
    name: str
    on: date
    fee: Decimal | None
    currency: str
    hours: Decimal | None
    met: int
    grew: Figures
    led_to: Figures


@record
class EventCosts:
    """Events of a time, the latest first; ``grew`` is from any of them."""

    period: Period
    rows: tuple[EventCost, ...]
    fees: Money
    hours: Decimal
    without_hours: int
    grew: Figures
