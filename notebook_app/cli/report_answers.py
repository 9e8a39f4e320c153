"""What the command line answers about insights as JSON: a contract with scripts.

Missing values are null, amounts are decimal strings by currency, dates are ISO.
"""

from decimal import Decimal

from notebook_app.cli.json_document import Json
from notebook_app.model.insights.balance_report import Activity, BalanceReport, BalanceRow, Measure
from notebook_app.model.insights.chains import ChainNode
from notebook_app.model.insights.clients import ClientRow
from notebook_app.model.insights.event_costs import EventCost, EventCosts
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.mix_report import MixPart, MixReport, MixRow
from notebook_app.model.insights.money import Money, Rates, converted, plain
from notebook_app.model.insights.services_report import ClientServices, ServiceCount, ServicesReport
from notebook_app.model.insights.sources import By, SourceRow, SourcesReport
from notebook_app.model.insights.year_report import YearReport
from notebook_app.services.report_overview import Overview

_NAMED_BY = {By.PERSON: "person", By.FIRST_PERSON: "person", By.EVENT: "event"}
_KEYS = {By.GROUP: "group", By.CLIENT_GROUP: "group"}


def figures(of: Figures) -> Json:
    """Return the figures of some opportunities; ``value`` is what was won."""
    return {
        "count": of.count,
        "won": of.won,
        "lost": of.lost,
        "open": of.open,
        "value": money(of.won_value),
        "open_value": money(of.open_value),
        "without_value": of.without_value,
        "success": None if of.success is None else round(of.success, 4),
        "days_to_success": of.days_to_success,
    }


def money(of: Money) -> Json:
    """Return amounts by currency."""
    return {currency: plain(amount) for currency, amount in of.amounts}


def by_rates(of: Money, rates: Rates | None) -> Json | None:
    """Return one sum by the user's rates, or None if there are none."""
    if rates is None:
        return None
    one = converted(of, rates)
    amount = None if one.amount is None else plain(one.amount)
    return {"amount": amount, "currency": one.currency, "no_rate_for": list(one.missing)}


def source_row(by: By, row: SourceRow) -> Json:
    """Return a row; what it is about stands under ``source``, ``person``, ``event`` and so on."""
    about: object = row.key
    if by in _NAMED_BY:
        about = None if row.key is None else {"id": row.key, "name": row.label}
        if row.key == -1:
            about = {"id": None, "name": row.label}
    found: Json = {_NAMED_BY.get(by) or _KEYS.get(by) or by.value: about, **figures(row.figures)}
    found["opportunities"] = list(row.figures.opportunity_ids)
    if row.before is not None:
        found["before"] = figures(row.before)
    return found


def before(report: SourcesReport) -> Json:
    """Return the time before and its total, where it was asked for."""
    earlier, total = report.period_before, report.total_before
    if earlier is None or total is None or earlier.first is None or earlier.last is None:
        return {}
    return {
        "before": {
            "from": earlier.first.isoformat(),
            "to": earlier.last.isoformat(),
            "total": figures(total),
        }
    }


def client_row(row: ClientRow) -> Json:
    """Return the clients who came in one way."""
    return {
        "source": row.source.value,
        "clients": len(row.client_ids),
        "contacts": list(row.client_ids),
        **figures(row.work),
    }


def chain_node(node: ChainNode) -> Json:
    """Return somebody with all whom they brought below."""
    return {
        "person": {"id": node.contact_id, "name": node.name or None},
        **figures(node.figures),
        "brought": [chain_node(child) for child in node.children],
    }


def event_row(row: EventCost) -> Json:
    """Return an event with its cost and what came of it."""
    return {
        "event": {"id": row.event_id, "name": row.name, "date": row.on.isoformat()},
        "fee": _amount(row.fee),
        "currency": row.currency or None,
        "hours": _amount(row.hours),
        "met": row.met,
        "grew": figures(row.grew),
        "led_to": figures(row.led_to),
    }


def event_total(report: EventCosts) -> Json:
    """Return what all events cost, and the work that grew from any of them."""
    return {
        "events": len(report.rows),
        "fees": money(report.fees),
        "hours": plain(report.hours),
        "without_hours": report.without_hours,
        "grew": figures(report.grew),
    }


def activity(of: Activity) -> Json:
    """Return what was done in some time."""
    return {
        "new": of.new,
        "strengthened": of.strengthened,
        "reached_out": of.reached_out,
        "was_reached": of.was_reached,
        "not_said": of.not_said,
    }


def balance_row(row: BalanceRow) -> Json:
    """Return a week, month or quarter."""
    return {
        "from": row.stretch.first.isoformat(),
        "to": row.stretch.last.isoformat(),
        "whole": row.stretch.whole,
        **activity(row.activity),
    }


def balance_more(report: BalanceReport) -> Json:
    """Return the verdict with whom and what to turn to, targets and trends."""
    return {
        "step": report.step.value,
        "sentence": report.verdict.value,
        "people": [{"id": person.id, "name": person.name} for person in report.people],
        "event": None if report.event is None else {"id": report.event[0], "name": report.event[1]},
        "targets": {measure.value: report.targets.of(measure) for measure in Measure},
        "trends": {measure.value: trend.value for measure, trend in report.trends},
        "left_out": report.left_out,
    }


def mix_row(row: MixRow, weeks: Decimal) -> Json:
    """Return one part of the mix."""
    return {
        "part": row.part.value,
        "acts": row.acts,
        "acts_a_week": plain(row.acts_a_week(weeks)),
        "hours": _amount(row.hours if row.timed else None),
        "planned_acts_a_week": row.plan.acts,
        "planned_hours_a_week": _amount(row.plan.hours),
    }


def mix_weeks(report: MixReport) -> list[Json]:
    """Return the acts of each week."""
    return [
        {
            "from": week.stretch.first.isoformat(),
            "to": week.stretch.last.isoformat(),
            **{part.value: acts for part, acts in zip(MixPart, week.acts, strict=True)},
        }
        for week in report.weekly
    ]


def service_row(of: ServiceCount) -> Json:
    """Return how many clients stand how with a service."""
    return {
        "service": {"id": of.service_id, "name": of.name},
        "uses": of.uses,
        "told": of.told,
        "declined": of.declined,
        "not_told": of.not_told,
        "to_tell": of.to_tell,
    }


def client_services(report: ServicesReport, row: ClientServices) -> Json:
    """Return what a client knows of each service."""
    return {
        "contact": {"id": row.contact_id, "name": row.name},
        "services": {
            service.name: heard.value
            for service, heard in zip(report.services, row.knows, strict=True)
        },
    }


def year_rows(report: YearReport) -> list[Json]:
    """Return the lines of all lists of a year; ``list`` says of which."""
    rows: list[Json] = []
    for name, talks in (
        ("spoke most", report.by_talk),
        ("spoke more", report.grew),
        ("faded", report.faded),
    ):
        rows += [
            {
                "list": name,
                "person": {"id": row.contact_id, "name": row.name},
                "conversations": row.times,
                "conversations_before": row.times_before,
            }
            for row in talks
        ]
    for name, work in (("won most", report.by_value), ("brought work", report.by_referrals)):
        rows += [
            {
                "list": name,
                "person": {"id": row.contact_id, "name": row.name},
                **figures(row.figures),
            }
            for row in work
        ]
    rows += [
        {
            "list": "stepped up",
            "person": {"id": row.contact_id, "name": row.name},
            "stage_before": row.before.value if row.before else None,
            "stage": row.stage.value,
        }
        for row in report.stepped
    ]
    rows += [
        {
            "list": "began",
            "event": None if row.event_id is None else {"id": row.event_id, "name": row.label},
            "setting": None if row.event_id is not None else row.label or None,
            "people": len(row.people_ids),
            **figures(row.work),
        }
        for row in report.began
    ]
    return rows


def year_total(report: YearReport) -> Json:
    """Return the sums of a year."""
    return {
        "year": report.year,
        "running": report.running,
        **activity(report.activity),
        **figures(report.work),
        "left_out": report.left_out,
        "talked_with": report.talked_with_in_all,
        "brought_work": report.referrers_in_all,
        "stepped_up": report.stepped_in_all,
        "spoke_more": report.grew_in_all,
        "faded": report.faded_in_all,
    }


def overview_rows(of: Overview) -> list[Json]:
    """Return a line for each sum of each report: the report's name, the figure, and its value."""
    found: list[Json] = []
    for report, sums in (
        ("sources", figures(of.sources.total)),
        ("chains", {"chains": of.chains.roots, **figures(of.chains.brought)}),
        ("events", {**event_total(of.costs), "grew": of.costs.grew.count}),
        ("balance", activity(of.balance.total)),
        ("mix", {row.part.value: row.acts for row in of.mix.rows}),
        ("services", {f"not told of {each.name}": each.not_told for each in of.services.services}),
    ):
        found += [
            {"report": report, "figure": figure, "value": value} for figure, value in sums.items()
        ]
    return found


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else plain(amount.quantize(Decimal("0.01")))
