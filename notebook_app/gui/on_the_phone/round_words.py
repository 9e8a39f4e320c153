"""What a round of calls says of itself: how far it is, and at the end what was done."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.on_the_phone.call_round import CallResult


def progress_words(place: int, total: int, locale: QLocale) -> str:
    """Return ``3 of 7``."""
    return _tr("{place} of {total}").format(
        place=locale.toString(place), total=locale.toString(total)
    )


def end_words(results: Counter[CallResult], week: int, locale: QLocale) -> tuple[str, str]:
    """Return a title and a sentence for the end of the calls; ``week`` are still to come."""
    coming = ""
    if week:
        words = _tr("1 more call is planned this week.")
        if week > 1:
            words = _tr("{count} more calls are planned this week.")
        coming = words.format(count=locale.toString(week))
    if not results:
        sentence = coming or _tr("Enjoy the quiet.")
        return _tr("Nobody is waiting for your call today."), sentence
    parts = []
    for result, one, many in (
        (CallResult.REACHED, _tr("1 reached"), _tr("{count} reached")),
        (CallResult.NO_ANSWER, _tr("1 to try again"), _tr("{count} to try again")),
        (CallResult.LATER, _tr("1 put off"), _tr("{count} put off")),
    ):
        if results[result]:
            count = locale.toString(results[result])
            parts.append((one if results[result] == 1 else many).format(count=count))
    done = ", ".join(parts) + "."
    return _tr("That was the last call. Well done."), f"{done} {coming}".strip()


def _tr(text: str) -> str:
    return QCoreApplication.translate("RoundWords", text)
