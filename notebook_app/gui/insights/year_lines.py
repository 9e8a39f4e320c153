"""A year in words: one sentence, and the lines of its lists with what each leads to."""

from PySide6.QtCore import QLocale

from notebook_app.foundation.record import record
from notebook_app.gui.insights.figure_words import bar_words, event_label, sum_words
from notebook_app.gui.insights.insight_view import insight_words as _tr
from notebook_app.gui.insights.sources_charts import Behind
from notebook_app.gui.people.contact_words import stage_words
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.year_report import (
    BeganAt,
    Brought,
    Stepped,
    TalkedWith,
    WorkedWith,
    YearReport,
)

YearLine = tuple[str, str, object]
"""What a line says, what stands at its end, and what it leads to.

That is a person, a ``Behind``, or the ``Talks`` with somebody.
"""


@record
class Talks:
    """The conversations with somebody in a year and in the one before."""

    contact_id: int
    name: str
    year: int


@record
class YearList:
    """Lines under a title, and how many ``more`` there are; ``to_meet`` are people to turn to."""

    title: str
    lines: tuple[YearLine, ...]
    more: int = 0
    to_meet: tuple[int, ...] = ()


def year_sentence(report: YearReport, locale: QLocale) -> str:
    """Return what the year came to."""
    number, activity = locale.toString, report.activity
    if activity.new + activity.strengthened + report.work.count == 0:
        return _tr("Nothing is written down of this year.")
    nobody, one = _tr("You met nobody new"), _tr("You met 1 new person")
    many = _tr("You met {n} new people").format(n=number(activity.new))
    met = {0: nobody, 1: one}.get(activity.new, many)
    once, often = (
        _tr("{met} and strengthened a relationship."),
        _tr("{met} and strengthened relationships {times} times."),
    )
    said = (once if activity.strengthened == 1 else often).format(
        met=met, times=number(activity.strengthened)
    )
    if not activity.strengthened:
        said = f"{met}."
    if report.work.count:
        said = f"{said} {_work_sentence(report.work, locale)}"
    return said


def _work_sentence(work: Figures, locale: QLocale) -> str:
    value = sum_words(work.won_value, locale)
    if work.count == 1:
        words = _tr("1 opportunity began, and is won") if work.won else _tr("1 opportunity began")
    elif work.won == 0:
        words = _tr("Of {count} opportunities that began, none is won")
    elif work.won == 1:
        words = _tr("Of {count} opportunities that began, 1 is won")
    else:
        words = _tr("Of {count} opportunities that began, {won} are won")
    ended = _tr("{said}, for {value}.") if value else _tr("{said}.")
    said = words.format(count=locale.toString(work.count), won=locale.toString(work.won))
    return ended.format(said=said, value=value)


def year_lists(report: YearReport, locale: QLocale) -> tuple[YearList, ...]:
    """Return the lists of the year in their order, without those that are empty."""
    lists = (
        YearList(
            _tr("Whom you spoke with most"),
            tuple(_talked(person, report.year, locale) for person in report.by_talk),
            report.talked_with_in_all - len(report.by_talk),
        ),
        YearList(
            _tr("Work, by client"),
            tuple(_worked(person, _tr("The client"), locale) for person in report.by_value),
        ),
        YearList(
            _tr("Who brought work"),
            tuple(_worked(person, _tr("Who brought it"), locale) for person in report.by_referrals),
            report.referrers_in_all - len(report.by_referrals),
        ),
        YearList(_tr("Where things began"), tuple(_began(place, locale) for place in report.began)),
        YearList(
            _tr("Steps taken"),
            tuple(map(_stepped, report.stepped)),
            report.stepped_in_all - len(report.stepped),
        ),
        YearList(
            _tr("Spoke far more than the year before"),
            tuple(_talked(person, report.year, locale) for person in report.grew),
            report.grew_in_all - len(report.grew),
        ),
        YearList(
            _tr("Faded"),
            tuple(_talked(person, report.year, locale) for person in report.faded),
            report.faded_in_all - len(report.faded),
            tuple(person.contact_id for person in report.faded),
        ),
    )
    return tuple(each for each in lists if each.lines)


def _talked(person: TalkedWith, year: int, locale: QLocale) -> YearLine:
    once, often, never = _tr("once"), _tr("{n} times"), _tr("never")
    times = {0: never, 1: once}.get(person.times, often).format(n=locale.toString(person.times))
    if person.times_before:
        before = locale.toString(person.times_before)
        times = _tr("{times}, {before} the year before").format(times=times, before=before)
    return person.name, times, Talks(person.contact_id, person.name, year)


def _worked(person: WorkedWith | Brought, words: str, locale: QLocale) -> YearLine:
    behind = Behind(person.name, person.figures, (person.contact_id,), None, words)
    return person.name, bar_words(person.figures, locale), behind


def _began(place: BeganAt, locale: QLocale) -> YearLine:
    number, met = locale.toString, len(place.people_ids)
    one, many = _tr("1 new person"), _tr("{n} new people")
    parts = [one if met == 1 else many.format(n=number(met))] if met else []
    if place.work.count:
        parts.append(bar_words(place.work, locale))
    label = place.label or _tr("Not known where")
    if place.event_id is not None:
        label = event_label(label, locale)
    label = label[:1].upper() + label[1:]
    words = _tr("New people: {n}")
    behind = Behind(label, place.work, place.people_ids, place.event_id, words)
    return label, " · ".join(parts), behind


def _stepped(step: Stepped) -> YearLine:
    now = stage_words(step.stage)
    words = now if step.before is None else f"{stage_words(step.before)} → {now}"
    return step.name, words, step.contact_id
