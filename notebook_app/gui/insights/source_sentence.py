"""The one sentence above the sources: how much was won, and from where most of it came."""

from PySide6.QtCore import QLocale

from notebook_app.gui.insights.figure_words import sum_words
from notebook_app.gui.insights.insight_view import insight_words as _tr
from notebook_app.gui.insights.sources_reading import SourcesReading
from notebook_app.model.conversation import Formality
from notebook_app.model.insights.sources import By


def source_sentence(reading: SourcesReading, locale: QLocale) -> str:
    """Return it; nothing where nothing was written down."""
    report, number = reading.report, locale.toString
    total = report.total
    if total.count == 0:
        return ""
    value = sum_words(total.won_value, locale, reading.rates)
    if total.won == 0:
        return _tr("{count} opportunities began in this time; none of them is won yet.").format(
            count=number(total.count)
        )
    words = _tr("{won} of {count} opportunities were won, for {value}.")
    if not value:
        words = _tr("{won} of {count} opportunities were won.")
    said = words.format(won=number(total.won), count=number(total.count), value=value)
    best = next((row for row in report.rows if row.key is not None and row.figures.won), None)
    if report.by is By.SOURCE and best is not None:
        most = _tr("Most came by {source}.").format(source=best.label[:1].lower() + best.label[1:])
        said = f"{said} {most}"
    return f"{said} {_formality(reading, locale)}".strip()


def beside_words(reading: SourcesReading, locale: QLocale) -> str:
    """Return what stands quietly below it: the time before, what is left out, what has no value."""
    report, number = reading.report, locale.toString
    said = []
    before = report.total_before
    if before is not None and before.count:
        words = _tr("The same length of time before: {won} of {count} won, {value}.")
        value = sum_words(before.won_value, locale, reading.rates) or _tr("no value")
        said.append(words.format(won=number(before.won), count=number(before.count), value=value))
    if report.total.without_value:
        one = _tr("1 opportunity without a value is in no sum.")
        many = _tr("{n} opportunities without a value are in no sum.")
        count = report.total.without_value
        said.append(one if count == 1 else many.format(n=number(count)))
    if report.left_out:
        one = _tr("1 opportunity of somebody in the trash is left out.")
        many = _tr("{n} opportunities of people in the trash are left out.")
        count = report.left_out
        said.append(one if count == 1 else many.format(n=number(count)))
    return " ".join(said)


def _formality(reading: SourcesReading, locale: QLocale) -> str:
    """Return what informal talk brought against organised events, if either brought anything."""
    won = {row.key: row.figures.won for row in reading.formality.rows}
    informal, organised = won.get(Formality.INFORMAL, 0), won.get(Formality.ORGANISED, 0)
    if informal + organised == 0:
        return ""
    words = _tr("{informal} grew from informal talk, {organised} from organised events.")
    return words.format(informal=locale.toString(informal), organised=locale.toString(organised))
