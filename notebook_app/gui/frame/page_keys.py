"""The keys that pages and cards take themselves, in words, for the sheet of all keys.

They act only where they are pressed, so menus have no line for them. A test holds this list
against the letters and function keys that the files of the window listen to.
"""

from PySide6.QtCore import QCoreApplication

from notebook_app.foundation.record import record


@record
class PageKeys:
    """Where keys act, and pairs of (what they do, the keys)."""

    where: str
    keys: tuple[tuple[str, str], ...]


def page_keys() -> tuple[PageKeys, ...]:
    """Return the keys of each page and of what stands on it."""
    return (
        PageKeys(
            _words("Today: a follow-up"),
            (
                (_words("Done…"), "D"),
                (_words("Later"), "L"),
                (_words("Change it"), "E"),
                (_words("Copy the words to begin with"), "C"),
                (_words("Write to them with these words"), "W"),
            ),
        ),
        PageKeys(
            _words("Today: whom you just met"),
            (
                (_words("Plan it so"), "P"),
                (_words("Plan something else"), "O"),
                (_words("Let it rest"), "R"),
            ),
        ),
        PageKeys(
            _words("Today: losing touch"),
            (
                (_words("Plan a follow-up"), "P"),
                (_words("Not now"), "L"),
                (_words("Let it rest"), "R"),
            ),
        ),
        PageKeys(
            _words("Today: whom to thank, whom to tell"),
            (
                (_words("Thanked, told, or plan to tell"), "T"),
                (_words("They know how it went"), "K"),
                (_words("Plan it"), "P"),
            ),
        ),
        PageKeys(
            _words("People"),
            (
                (_words("Change the person"), "F2"),
                (_words("Change an entry of the timeline"), "F4"),
                (_words("How, where, who began, while writing"), "F6, F7, F8"),
            ),
        ),
        PageKeys(
            _words("Calendar"),
            (
                (_words("Month, week, agenda"), "M, W, A"),
                (_words("Today"), "T"),
                (_words("Go to a day"), "G, Ctrl+G"),
                (_words("The strip of the year"), "Y"),
                (_words("Only some people"), "F"),
                (_words("Plan something here"), "N, P"),
                (_words("Choose an entry of the day"), _words("Space")),
                (_words("The chosen entry is done"), "D"),
                (_words("Later"), "L"),
                (_words("Move it to another day"), "R"),
            ),
        ),
        PageKeys(
            _words("Events"),
            (
                (_words("Change the event"), "F2"),
                (_words("A person there: new or known before"), "N"),
            ),
        ),
        PageKeys(
            _words("Opportunities"),
            (
                (_words("Open, won, lost"), "O, W, L"),
                (_words("A new one"), "N"),
                (_words("Change it"), "F2"),
            ),
        ),
        PageKeys(
            _words("Insights: services"),
            ((_words("Uses, told, declined, not told"), "U, T, D, N"),),
        ),
        PageKeys(
            _words("Where it came from"),
            (
                (_words("Something else"), "O"),
                (_words("Don’t know any more"), "D"),
                (_words("One of the answers"), "1–9"),
            ),
        ),
        PageKeys(
            _words("On the phone"),
            (
                (_words("Done"), "D"),
                (_words("No answer"), "N"),
                (_words("Later"), "L"),
                (_words("Call"), "C"),
                (_words("Write what was said"), "W"),
            ),
        ),
        PageKeys(
            _words("Back from paper"),
            (
                (_words("Done, no answer, message, later, skip"), "D, N, M, L, S"),
                (_words("What was said, what is next"), "W, X"),
                (_words("The day of the next step"), "1–5"),
            ),
        ),
        PageKeys(
            _words("Lists, tags, captured people"),
            ((_words("Change the name or the line"), "F2"),),
        ),
        PageKeys(_words("Printed pages"), ((_words("The whole page"), "0"),)),
    )


def _words(text: str) -> str:
    return QCoreApplication.translate("PageKeys", text)
