"""What the trash says of somebody: since when, with what, and for how long."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.people.short_dates import qt_date
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.trash import TrashedRow

_SOON_DAYS = 3


def second_line(row: TrashedRow, locale: QLocale) -> str:
    """Return when somebody was deleted and what would come back with them."""
    day = locale.toString(qt_date(row.deleted_on), QLocale.FormatType.ShortFormat)
    parts = [_tr("deleted {day}").format(day=day)]
    for count, one, more in (
        (row.conversations, _tr("1 conversation"), _tr("{count} conversations")),
        (row.follow_ups, _tr("1 follow-up"), _tr("{count} follow-ups")),
        (row.opportunities, _tr("1 opportunity"), _tr("{count} opportunities")),
        (row.favours, _tr("1 favour"), _tr("{count} favours")),
        (row.files, _tr("1 file"), _tr("{count} files")),
    ):
        if count:
            parts.append(one if count == 1 else more.format(count=locale.toString(count)))
    return "  ·  ".join(parts)


def time_left(row: TrashedRow, today: date) -> tuple[str, BadgeKind]:
    """Return how long somebody stays in the trash, as a badge."""
    days = row.days_left(today)
    if days == 0:
        return _tr("last day"), BadgeKind.DANGER
    if days == 1:
        return _tr("1 day left"), BadgeKind.AMBER
    kind = BadgeKind.AMBER if days <= _SOON_DAYS else BadgeKind.NEUTRAL
    return _tr("{count} days left").format(count=days), kind


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trash", text)
