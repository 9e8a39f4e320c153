"""Events, work, favours and services of the example; days count from today."""

from dataclasses import dataclass

from notebook_app.model.event import Involvement
from notebook_app.model.offering import Direction, FavourKind
from notebook_app.model.opportunity import OpportunityState, Source


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
    Occasion("breakfast-old", "Breakfast club", -450, "08:00", "Hotel Meridian", "Chamber"),
    Occasion(
        "after-hours-summer",
        "Chamber After Hours",
        -109,
        "18:30",
        "Chamber of Commerce",
        "Elif Aydın",
        "Don't stand at the wall",
        2,
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


@dataclass(frozen=True, slots=True)
class Job:
    """Possible or real work; ``via`` names those in between, in order."""

    person: str
    title: str
    value: str
    source: Source
    opened: int
    via: tuple[str, ...] = ()
    state: OpportunityState = OpportunityState.WON
    closed: int | None = None
    because: str = ""


_OPEN, _LOST = OpportunityState.OPEN, OpportunityState.LOST
JOBS = (
    Job("ruth", "West wing wayfinding", "5200", Source.REPUTATION_RESPONSE, -720, closed=-690),
    Job("oskar", "Two vans", "2900", Source.SELF_REFERRAL, -640, closed=-620),
    Job("grace", "For Sale boards", "2600", Source.MARKETING_RESPONSE, -610, closed=-560),
    Job(
        "anke",
        "Stationery and door",
        "1900",
        Source.DIRECT_REFERRAL,
        -500,
        ("marcus",),
        closed=-430,
    ),
    Job("ngoc", "Menu, sign and boxes", "3100", Source.SELF_REFERRAL, -500, closed=-380),
    Job("tomas", "Wine labels", "950", Source.SELF_REFERRAL, -330, closed=-300),
    Job("lin", "Small Brands Day", "3800", Source.REPUTATION_RESPONSE, -260, closed=-230),
    Job("xuemei", "Menus", "1200", Source.SELF_REFERRAL, -220, closed=-200),
    Job("victor", "22 trucks", "14000", Source.MARKETING_RESPONSE, -230, (), _LOST, -125, "Price"),
    Job("kwame", "Blade sign", "1400", Source.DIRECT_REFERRAL, -190, ("ben",), closed=-170),
    Job("amina", "Flower shop", "2300", Source.DIRECT_REFERRAL, -180, ("ben",), closed=-140),
    Job("fatou", "Gold leaf window", "800", Source.SELF_REFERRAL, -220, closed=-200),
    Job("carla", "Showroom signage", "4200", Source.NETWORK_REFERRAL, -109, ("elif",), closed=-61),
    Job(
        "noor",
        "Library competition",
        "6000",
        Source.NETWORK_REFERRAL,
        -100,
        ("ruth",),
        _LOST,
        -42,
        "Another office won",
    ),
    Job("maria", "Wayfinding, phase one", "9600", Source.INDIRECT_REFERRAL, -90, ("ruth",), _OPEN),
    Job("derek", "Six vans", "5400", Source.DIRECT_REFERRAL, -58, ("oskar",), _OPEN),
    Job("helena", "School in Eastgate", "12000", Source.SELF_REFERRAL, -17, (), _OPEN),
    Job(
        "beatriz",
        "Room signs, 40 rooms",
        "7400",
        Source.INDIRECT_REFERRAL,
        -27,
        ("marcus", "jonas"),
        _OPEN,
    ),
    Job("lukasz", "Second bakery", "3200", Source.SELF_REFERRAL, -12, (), _OPEN),
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


@dataclass(frozen=True, slots=True)
class Kindness:
    """A favour; ``thanked`` is how many days ago they were thanked, if they were."""

    person: str
    kind: FavourKind
    direction: Direction
    days: int
    about: str = ""
    text: str = ""
    thanked: int | None = None


_GIVEN, _RECEIVED = Direction.GIVEN, Direction.RECEIVED
KINDNESSES = (
    Kindness("elif", FavourKind.REFERRAL, _RECEIVED, 109, "carla", "Walked me over to her"),
    Kindness("marcus", FavourKind.REFERRAL, _RECEIVED, 500, "anke", "", 430),
    Kindness("ben", FavourKind.REFERRAL, _RECEIVED, 200, "amina", "His sister's shop", 140),
    Kindness("oskar", FavourKind.REFERRAL, _RECEIVED, 58, "derek", "His brother-in-law"),
    Kindness("ruth", FavourKind.REFERRAL, _RECEIVED, 330, "maria", "Gave them my name", 300),
    Kindness("jonas", FavourKind.HELP, _RECEIVED, 300, "", "Mended my grandmother's clock", 299),
    Kindness("zoe", FavourKind.HELP, _GIVEN, 260, "", "Hung her exhibition"),
    Kindness("carla", FavourKind.INTRODUCTION, _GIVEN, 1, "agnes", "She needs an accountant"),
    Kindness("hiro", FavourKind.INTRODUCTION, _GIVEN, 500, "pete", "A printer who answers"),
    Kindness("gustav", FavourKind.INTRODUCTION, _GIVEN, 120, "farid", "The yard at the station"),
    Kindness("priya", FavourKind.HELP, _GIVEN, 400, "", "Banners for the school fair"),
)
