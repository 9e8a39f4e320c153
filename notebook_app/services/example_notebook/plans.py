"""What is planned in the example, and what was; days count from today."""

from dataclasses import dataclass

from notebook_app.model.follow_up import FollowUpKind as Kind


@dataclass(frozen=True, slots=True)
class Plan:
    """A follow-up: with whom, by what means, in how many days, at what hour."""

    person: str
    kind: Kind
    days: int
    note: str
    at: str = ""
    repeat: str = ""
    stamped: bool = False


OPEN = (
    Plan("grace", Kind.CALL, -12, "Asked about the lease renewal"),
    Plan("helena", Kind.EMAIL, -4, "Dates for the walk through the school"),
    Plan("marcus", Kind.THANK, -2, "Tell him how it went with the hotel"),
    Plan("carla", Kind.NOTE, 0, "Thank her for introducing Ben — “loved the cello story”"),
    Plan("hiro", Kind.CALL, 0, "Quote for the spring catalogue"),
    Plan("beatriz", Kind.CALL, 0, "Which of the 40 rooms come first?", "11:30"),
    Plan("samuel", Kind.MESSAGE, 0, "Photo of the sketch for the lamp sign"),
    Plan("pete", Kind.NOTE, 1, "Retirement card for his press man", stamped=True),
    Plan("xuemei", Kind.MEETING, 2, "Gift boxes: bring the two samples", "14:00"),
    Plan("david", Kind.COFFEE, 3, "Met at Chamber After Hours; first follow-up", "10:00"),
    Plan("gustav", Kind.CALL, 4, "The bench: when does his apprentice have time?"),
    Plan(
        "jamal", Kind.CALL, 5, "Care plan: whom do we tell next?", repeat="FREQ=WEEKLY;INTERVAL=2"
    ),
    Plan("katya", Kind.EMAIL, 6, "Promised the workshop slides"),
    Plan("kwame", Kind.EMAIL, 8, "Jersey files for the club"),
    Plan("ines", Kind.LUNCH, 9, "Who writes her newsletter? Bring Ella's number", "12:30"),
    Plan("noor", Kind.INTRODUCTION, 10, "Introduce her to Ruth at the museum"),
    Plan("derek", Kind.CALL, 11, "Has he seen the offer for the six vans?"),
    Plan("lukasz", Kind.MEETING, 13, "Measure the front on Orchard Road", "09:00"),
    Plan("maria", Kind.MEETING, 16, "Phase one: walk through the ground floor", "10:00"),
    Plan("oskar", Kind.COFFEE, 18, "Thank him for Derek, over cake"),
    Plan("tomas", Kind.SEND, 20, "Paper samples for the club card"),
    Plan("ruth", Kind.NOTE, 24, "Card for the glass exhibition's hundredth day"),
    Plan(
        "agnes",
        Kind.MEETING,
        27,
        "Receipts of the month",
        "09:30",
        repeat="FREQ=MONTHLY;INTERVAL=1",
    ),
    Plan("elif", Kind.CALL, 31, "Title of the talk on signs"),
    Plan("chiara", Kind.OTHER, 38, "Pick up the second set of house numbers"),
    Plan("townhall", Kind.CALL, 45, "Permit for Orchard Road: six weeks are over"),
)
"""Still to do."""

SKIPPED = (
    Plan("victor", Kind.CALL, -60, "Ask whether the stickers hold"),
    Plan("walter", Kind.EMAIL, -50, "Does he need the drawings on paper too?"),
    Plan("mina", Kind.COFFEE, -34, "The second room: still an idea?"),
    Plan("yusuf", Kind.LUNCH, -25, "Look at the neon, and eat"),
)
"""Planned, and let go."""
