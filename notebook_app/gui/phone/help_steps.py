"""How all contacts come out of a phone, step by step, with what each step's picture shows.

The words are those of the page on the phone, so that both say the same.
"""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from notebook_app.network.words_english import ENGLISH


class Source(StrEnum):
    """Where the contacts are."""

    IPHONE = "iPhone"
    ICLOUD = "iCloud"
    ANDROID = "Android"


class Screen(NamedTuple):
    """What a small picture of a screen shows; lines count from 0, -1 marks none.

    ``rows`` are lines of a list, ``menu`` lines of a menu over it, ``tabs`` are at the bottom.
    ``field`` is the page's own: a field and a button. A ``wide`` one is a computer's.
    """

    rows: int = 5
    marked_row: int = -1
    menu: int = 0
    marked_menu: int = -1
    tabs: int = 0
    marked_tab: int = -1
    marks_corner: bool = False
    field: bool = False
    all_rows: bool = False
    wide: bool = False


class Step(NamedTuple):
    """One step: its words, and its picture."""

    words: str
    screen: Screen


def steps_for(source: Source) -> list[Step]:
    """Return the steps, in their order."""
    words, screens = {
        Source.IPHONE: ((*ENGLISH.iphone_steps[:-1], _back()), _IPHONE),
        Source.ICLOUD: (_icloud(), _ICLOUD),
        Source.ANDROID: ((*ENGLISH.android_steps[:-1], _back()), _ANDROID),
    }[source]
    return [Step(said, screen) for said, screen in zip(words, screens, strict=True)]


_ON_THE_PAGE = Screen(rows=0, field=True)
_IPHONE = (
    Screen(marks_corner=True),
    Screen(rows=3, marked_row=0, menu=3, marked_menu=1),
    Screen(rows=2, menu=4, marked_menu=2),
    _ON_THE_PAGE,
)
_ICLOUD = (
    Screen(rows=4, marked_row=1, wide=True),
    Screen(rows=4, all_rows=True, wide=True),
    Screen(rows=4, all_rows=True, menu=3, marked_menu=1, wide=True),
    Screen(rows=0, field=True, wide=True),
)
_ANDROID = (
    Screen(tabs=3, marked_tab=2),
    Screen(rows=6, marked_row=3),
    Screen(rows=4, tabs=2, marked_tab=1),
    _ON_THE_PAGE,
)


def _back() -> str:
    return QCoreApplication.translate(
        "HelpSteps", "Go back to the page in the phone's browser, choose that file and tap Send."
    )


def _icloud() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "HelpSteps", "On any computer open icloud.com/contacts and click one name."
        ),
        QCoreApplication.translate("HelpSteps", "Press Ctrl+A (⌘A on a Mac) to select them all."),
        QCoreApplication.translate(
            "HelpSteps", "Click the share or gear button and choose “Export vCard…”."
        ),
        QCoreApplication.translate("HelpSteps", "Drop the file on this window. No phone needed."),
    )
