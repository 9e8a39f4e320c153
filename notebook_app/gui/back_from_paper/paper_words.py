"""What a printed list and its rows say of themselves in the window."""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import ago_words, short_day
from notebook_app.gui.follow_ups.kind_words import kind_name
from notebook_app.gui.follow_ups.reason_words import one_line
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.printed_list import PaperAnswer, PaperRow, PrintedList, Standing

ANSWER_LETTERS: Final = {
    PaperAnswer.DONE: "D",
    PaperAnswer.NO_ANSWER: "N",
    PaperAnswer.MESSAGE_LEFT: "M",
    PaperAnswer.LATER: "L",
    PaperAnswer.SKIPPED: "S",
}
"""The keys; those of the calls of the day, and two more."""


def answer_name(answer: PaperAnswer) -> str:
    """Return ``Done``, ``No answer`` and so on."""
    return {
        PaperAnswer.DONE: _tr("Done"),
        PaperAnswer.NO_ANSWER: _tr("No answer"),
        PaperAnswer.MESSAGE_LEFT: _tr("Left a message"),
        PaperAnswer.LATER: _tr("Later"),
        PaperAnswer.SKIPPED: _tr("Skip"),
    }[answer]


def row_name(row: PaperRow) -> str:
    """Return whom a row is about."""
    return one_line(row.name) or _tr("Somebody who was deleted")


def row_badge(row: PaperRow, today: date, locale: QLocale) -> tuple[str, BadgeKind] | None:
    """Return in a few words what became of a row; None where nothing did."""
    if row.answer is not None and row.standing is Standing.OPEN:
        day = short_day(row.due, today, locale) if row.due else ""
        pattern = {
            PaperAnswer.NO_ANSWER: _tr("no answer · {day}"),
            PaperAnswer.MESSAGE_LEFT: _tr("message · {day}"),
        }.get(row.answer, _tr("later · {day}"))
        return pattern.format(day=day), BadgeKind.BLUE
    if row.answer is not None and row.standing in (Standing.DONE, Standing.SKIPPED):
        skipped = row.answer is PaperAnswer.SKIPPED
        words = _tr("skipped") if skipped else _tr("✓ done")
        return words, BadgeKind.NEUTRAL if skipped else BadgeKind.ACCENT
    gone = {
        Standing.DONE: _tr("done already"),
        Standing.SKIPPED: _tr("skipped already"),
        Standing.TAKEN_OUT: _tr("deleted"),
        Standing.PERSON_DELETED: _tr("person deleted"),
    }.get(row.standing)
    if gone is not None:
        return gone, BadgeKind.NEUTRAL
    if row.moved_to is not None:
        return _tr("moved to {day}").format(day=short_day(row.moved_to, today, locale)), (
            BadgeKind.AMBER
        )
    return None


def second_line(row: PaperRow) -> str:
    """Return what to do and why, and whose place they took if they were merged."""
    parts = [kind_name(row.kind) if row.kind else "", one_line(row.note)]
    if row.printed_name:
        was = one_line(row.printed_name)
        parts.insert(0, _tr("on paper {name}, merged").format(name=was))
    return " · ".join(part for part in parts if part)


def standing_words(row: PaperRow, today: date, locale: QLocale) -> str:
    """Return a sentence on what happened to a row since it was printed; empty if nothing did."""
    day = short_day(row.closed_on, today, locale) if row.closed_on else ""
    if row.answer is not None and row.standing is Standing.OPEN:
        return _tr("Answered already; it is open, so it can be answered once more.")
    if row.answer is not None and row.standing in (Standing.DONE, Standing.SKIPPED):
        return _tr("Answered. Ctrl+Z takes back what was done last.")
    if row.standing is Standing.DONE:
        return _tr("This was done on {day}, not from this paper.").format(day=day)
    if row.standing is Standing.SKIPPED:
        return _tr("This was skipped on {day}, not from this paper.").format(day=day)
    if row.standing is Standing.TAKEN_OUT:
        return _tr("This follow-up was deleted since the list was printed.")
    if row.standing is Standing.PERSON_DELETED:
        return _tr("{name} was deleted since the list was printed.").format(name=row_name(row))
    if row.printed_name:
        words = _tr("{old} and {name} are one person now.")
        return words.format(old=one_line(row.printed_name), name=row_name(row))
    if row.moved_to is not None:
        words = _tr("Moved to {day} since the list was printed.")
        return words.format(day=short_day(row.moved_to, today, locale))
    return ""


def waiting_words(printed: PrintedList, locale: QLocale) -> str:
    """Return ``7 of 30 to go``, or that nothing is."""
    if not printed.waiting:
        return _tr("nothing left to do")
    return progress_words(printed.waiting, printed.rows, locale)


def printed_words(printed: PrintedList, today: date, locale: QLocale) -> str:
    """Return ``printed yesterday``."""
    return _tr("printed {ago}").format(ago=ago_words(printed.printed_on, today, locale))


def title_words(printed: PrintedList, today: date, locale: QLocale) -> str:
    """Return ``Follow-ups: this week · printed yesterday``."""
    return f"{one_line(printed.title)} · {printed_words(printed, today, locale)}"


def progress_words(waiting: int, rows: int, locale: QLocale) -> str:
    """Return ``7 of 30 to go``."""
    if not waiting:
        return _tr("All is back. Well done.")
    return _tr("{count} of {rows} to go").format(
        count=locale.toString(waiting), rows=locale.toString(rows)
    )


def list_name(number: int) -> str:
    """Return ``List 12``, as at the foot of the paper."""
    # Without a sign between thousands, as on paper.
    return _tr("List {number}").format(number=number)


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackFromPaper", text)
