"""Events and services of the example; days count from today."""

from dataclasses import dataclass

from notebook_app.model.event import Involvement


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event; who was met or seen there is told by people's talk.

    ``expected`` are the keys of those one hopes to meet, ``fee`` is in euros.
    """

    key: str
    name: str
    days: int
    at: str
    place: str
    host: str
    goal: str = ""
    new_people: int | None = None
    note: str = ""
    involvement: Involvement = Involvement.ATTENDED
    expected: tuple[str, ...] = ()
    fee: str = ""
    hours: str = ""


OCCASIONS = (
    Occasion(
        "breakfast-old",
        "Breakfast club",
        -450,
        "08:00",
        "Hotel Meridian",
        "Chamber",
        fee="15",
        hours="1.5",
    ),
    Occasion(
        "after-hours-summer",
        "Chamber After Hours",
        -109,
        "18:30",
        "Chamber of Commerce",
        "Elif Aydın",
        "Don't stand at the wall",
        2,
        fee="25",
        hours="3",
    ),
    Occasion(
        "breakfast",
        "Breakfast club",
        -41,
        "08:00",
        "Hotel Meridian",
        "Chamber",
        "Meet 2 new people",
        2,
        fee="18",
        hours="1.5",
    ),
    Occasion(
        "small-brands",
        "Small Brands Day",
        -31,
        "09:30",
        "Market Hall",
        "Achterberg Events",
        note="My wayfinding on two floors.",
        involvement=Involvement.TALKED,
        hours="7",
    ),
    Occasion(
        "after-hours",
        "Chamber After Hours",
        -3,
        "18:30",
        "Chamber of Commerce",
        "Elif Aydın",
        "Meet 3 new people",
        3,
        fee="25",
        hours="3",
    ),
    Occasion(
        "breakfast-next",
        "Breakfast club",
        3,
        "08:00",
        "Hotel Meridian",
        "Chamber",
        "Meet 3 new people",
        3,
        "Two new members; sit beside someone unknown.",
        expected=("elif", "agnes", "helena"),
        fee="18",
    ),
    Occasion(
        "open-studio",
        "Open studio at Loft 4",
        12,
        "16:00",
        "Loft 4",
        "Teresa Wong",
        "Show the brass letters",
        involvement=Involvement.HOSTED,
        expected=("carla", "ruth"),
    ),
    Occasion(
        "reception",
        "Winter reception",
        26,
        "19:00",
        "Town Hall",
        "Chamber",
        "Thank Elif in person",
        expected=("elif",),
    ),
)

SERVICES = (
    ("Signage", "Letters, boards and plates for shops and offices"),
    ("Vehicle lettering", "Vans, trucks and boats"),
    ("Brand guidelines", "One small book: name, letters, colours, dos and don'ts"),
    ("Wayfinding", "Plans and signs for buildings that people get lost in"),
    ("Web care plan", "With Jamal: the website stays as good as on the first day"),
    ("Lettering workshop", "One day, eight people, brushes"),
)

USES = {
    "Signage": "carla grace ines farid lukasz sian nadia kwame ngoc amina paolo fatou yusuf xuemei",
    "Vehicle lettering": "oskar farid gustav bo",
    "Wayfinding": "ruth maria lin",
    "Web care plan": "agnes tomas ruth",
    "Brand guidelines": "hiro samuel",
}
TOLD = {
    "Brand guidelines": "lukasz tomas amina kwame",
    "Web care plan": "grace samuel ngoc paolo",
    "Wayfinding": "helena beatriz noor",
    "Vehicle lettering": "derek samuel",
}
DECLINED = {"Web care plan": "farid", "Vehicle lettering": "victor"}

TOLD_IN_TALK = {("carla", 1): "Brand guidelines"}
"""What came up in a conversation: with whom, how many days ago, and which service."""
