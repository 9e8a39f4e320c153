"""The people, events, places and services that lines are read with in the tests."""

from datetime import date

from notebook_app.model.capture.captured import CaptureContext, EventChoice
from notebook_app.model.conversation import Formality
from notebook_app.model.name_form import folded
from notebook_app.model.rows import ContactChoice

TODAY = date(2026, 11, 21)
"""A Saturday."""

PEOPLE = (
    ContactChoice(1, "Carla Mendes", "Mendes Interiors"),
    ContactChoice(2, "Ben Okafor", ""),
    ContactChoice(3, "Agnes Holm", ""),
    ContactChoice(4, "Anna Berg", "Nordlicht"),
    ContactChoice(5, "Anna Lind", "Bean House"),
    ContactChoice(6, "Bo Lund", ""),
    ContactChoice(7, "May Smith", ""),
    ContactChoice(8, "Jürgen Groß", "Groß & Söhne"),
    ContactChoice(9, "田中さん", ""),
    ContactChoice(10, "Maria del Mar", ""),
)
CARLA = PEOPLE[0]


class SmallTown:
    """Knows a few people, one event, one place and two services."""

    def __init__(self) -> None:
        """Begin to count the questions."""
        self.questions = 0

    def people(self, name: str) -> tuple[ContactChoice, ...]:
        """Return who is called so, by the whole name or one part of it."""
        self.questions += 1
        key = folded(name)
        return tuple(who for who in PEOPLE if key in (folded(who.name), *folded(who.name).split()))

    def event(self, words: str, on: date) -> EventChoice | None:
        """Return the chamber's evening."""
        self.questions += 1
        if folded(words) == "chamber evening" and on >= date(2026, 11, 19):
            day = date(2026, 11, 19)
            return EventChoice(7, "Chamber evening", day, Formality.ORGANISED)
        return None

    def is_place(self, words: str) -> bool:
        """Return whether it is Bean House."""
        self.questions += 1
        return folded(words) == "bean house"

    def services(self) -> tuple[tuple[int, str], ...]:
        """Return two services."""
        return ((1, "Signage"), (2, "Web design"))


def context(**more: object) -> CaptureContext:
    """Return what lines are read with on the day of the tests."""
    return CaptureContext(TODAY, SmallTown(), **more)  # type: ignore[arg-type]
