"""What the user sets for reports: own rates of currencies, targets of the balance, the mix planned.

All are settings of the notebook, kept as plain values; what can't be read counts as not set.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.insights.balance_report import Measure, Targets
from notebook_app.model.insights.mix_report import MixPart, MixPlan
from notebook_app.model.insights.money import Rates, amount_from, plain
from notebook_app.model.insights.periods import Step
from notebook_app.storage.notebook import Notebook

_RATES: Final = "report_rates"
_TARGETS: Final = "balance_targets"
_MIX: Final = "mix_plan"
_MOST: Final = 10_000


def own_rates(notebook: Notebook) -> Rates | None:
    """Return the user's rates, or None if there are none."""
    stored = _table(notebook.settings.read(_RATES))
    base, rates = stored.get("base"), _table(stored.get("rates"))
    if not isinstance(base, str) or not base:
        return None
    known = ((currency, amount_from(str(rate))) for currency, rate in sorted(rates.items()))
    return Rates(
        base, tuple((currency, rate) for currency, rate in known if rate is not None and rate > 0)
    )


def set_own_rates(notebook: Notebook, rates: Rates | None) -> ChangeSet:
    """Store the user's rates; None takes them away, and nothing is converted any more.

    Raises:
        UserProblem: a currency is none, a rate is not above 0, or it could not be written.
    """
    value = None
    if rates is not None:
        typed = {
            _checked_currency(currency): plain(_checked_rate(currency, rate))
            for currency, rate in rates.rates
        }
        value = {"base": _checked_currency(rates.base), "rates": typed}
    return _write(notebook, "Changed the rates of currencies", _RATES, value)


def balance_targets(notebook: Notebook, step: Step) -> Targets:
    """Return the user's targets for each week, month or quarter."""
    stored = _table(_table(notebook.settings.read(_TARGETS)).get(step.value))
    wanted = []
    for measure in Measure:
        number = stored.get(measure.value)
        if isinstance(number, int) and 0 < number <= _MOST:
            wanted.append((measure, number))
    return Targets(step, tuple(wanted))


def set_balance_targets(notebook: Notebook, targets: Targets) -> ChangeSet:
    """Store the targets for each week, month or quarter; those of the others stay.

    Raises:
        UserProblem: a target is no sensible number, or it could not be written.
    """
    for _, number in targets.wanted:
        _check_number(number)
    stored = {
        **_table(notebook.settings.read(_TARGETS)),
        targets.step.value: {measure.value: number for measure, number in targets.wanted},
    }
    return _write(notebook, "Changed the targets of the balance", _TARGETS, stored)


def mix_plans(notebook: Notebook) -> tuple[MixPlan, ...]:
    """Return what is planned for a week, for each of the four parts."""
    stored = _table(notebook.settings.read(_MIX))
    plans = []
    for part in MixPart:
        own = _table(stored.get(part.value))
        acts, hours = own.get("acts"), amount_from(str(own.get("hours") or ""))
        plans.append(
            MixPlan(
                part,
                acts if isinstance(acts, int) and 0 < acts <= _MOST else None,
                hours if hours is not None and hours > 0 else None,
            )
        )
    return tuple(plans)


def set_mix_plans(notebook: Notebook, plans: Sequence[MixPlan]) -> ChangeSet:
    """Store what is planned for a week; parts that are not named have no plan any more.

    Raises:
        UserProblem: a plan is no sensible number, or it could not be written.
    """
    stored: dict[str, object] = {}
    for plan in plans:
        own: dict[str, object] = {}
        if plan.acts is not None:
            _check_number(plan.acts)
            own["acts"] = plan.acts
        if plan.hours is not None:
            if not plan.hours.is_finite() or not 0 < plan.hours <= 168:
                raise UserProblem("A week has 168 hours.", "", "Plan some of them.")
            own["hours"] = plain(plan.hours)
        if own:
            stored[plan.part.value] = own
    return _write(notebook, "Changed the planned mix", _MIX, stored)


def _write(notebook: Notebook, label: str, name: str, value: object) -> ChangeSet:
    with notebook.change(label) as change:
        notebook.settings.write(name, value)
        change.touch(Changed.SETTING)
    return change.result()


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _check_number(number: int) -> None:
    if not 0 < number <= _MOST:
        raise UserProblem(f"{number} is no target.", "", f"Choose one from 1 to {_MOST}.")


def _checked_currency(currency: str) -> str:
    code = currency.strip().upper()
    if not (len(code) == 3 and code.isascii() and code.isalpha()):
        raise UserProblem(f"“{currency}” is no currency.", "", "Write three letters, as EUR.")
    return code


def _checked_rate(currency: str, rate: Decimal) -> Decimal:
    if not rate.is_finite() or rate <= 0:
        raise UserProblem(
            f"The rate of {currency} must be above 0.",
            "",
            "Type what one of it is worth in your own currency.",
        )
    return rate
