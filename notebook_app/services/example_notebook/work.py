"""Work, how clients came, and favours of the example; days count from today."""

from dataclasses import dataclass

from notebook_app.model.offering import Direction, FavourKind
from notebook_app.model.opportunity import OpportunityState, Source


@dataclass(frozen=True, slots=True)
class Job:
    """Possible or real work; ``via`` names those in between, in order.

    It grew from the last conversation with the person before it, unless ``came_by`` names an
    advertisement or the like; ``event`` is the key of the event, if it grew from one.
    """

    person: str
    title: str
    value: str
    source: Source
    opened: int
    via: tuple[str, ...] = ()
    state: OpportunityState = OpportunityState.WON
    closed: int | None = None
    because: str = ""
    services: tuple[str, ...] = ("Signage",)
    event: str = ""
    came_by: str = ""
    expected: int | None = None


_OPEN, _LOST = OpportunityState.OPEN, OpportunityState.LOST
_VANS, _WAYS = ("Vehicle lettering",), ("Wayfinding",)
JOBS = (
    Job(
        "ruth",
        "West wing wayfinding",
        "5200",
        Source.REPUTATION_RESPONSE,
        -720,
        closed=-690,
        services=_WAYS,
        came_by="Article on the library in the Evening Post",
    ),
    Job("oskar", "Two vans", "2900", Source.SELF_REFERRAL, -640, closed=-620, services=_VANS),
    Job(
        "grace",
        "For Sale boards",
        "2600",
        Source.MARKETING_RESPONSE,
        -610,
        closed=-560,
        came_by="Postcard to estate agents",
    ),
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
    Job("tomas", "Wine labels", "950", Source.SELF_REFERRAL, -330, closed=-300, services=()),
    Job(
        "lin",
        "Small Brands Day",
        "3800",
        Source.REPUTATION_RESPONSE,
        -260,
        closed=-230,
        services=_WAYS,
        came_by="Saw the west wing of the library",
    ),
    Job("xuemei", "Menus", "1200", Source.SELF_REFERRAL, -220, closed=-200),
    Job(
        "victor",
        "22 trucks",
        "14000",
        Source.MARKETING_RESPONSE,
        -230,
        (),
        _LOST,
        -125,
        "Price",
        services=_VANS,
        came_by="Advertisement in Haulage Weekly",
    ),
    Job("kwame", "Blade sign", "1400", Source.DIRECT_REFERRAL, -190, ("ben",), closed=-170),
    Job("amina", "Flower shop", "2300", Source.DIRECT_REFERRAL, -180, ("ben",), closed=-140),
    Job("fatou", "Gold leaf window", "800", Source.SELF_REFERRAL, -220, closed=-200),
    Job(
        "carla",
        "Showroom signage",
        "4200",
        Source.NETWORK_REFERRAL,
        -109,
        ("elif",),
        closed=-61,
        event="after-hours-summer",
    ),
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
        services=_WAYS,
    ),
    Job(
        "maria",
        "Wayfinding, phase one",
        "9600",
        Source.INDIRECT_REFERRAL,
        -90,
        ("ruth",),
        _OPEN,
        services=_WAYS,
        expected=20,
    ),
    Job(
        "derek",
        "Six vans",
        "5400",
        Source.DIRECT_REFERRAL,
        -58,
        ("oskar",),
        _OPEN,
        services=_VANS,
        expected=-5,
    ),
    Job(
        "helena",
        "School in Eastgate",
        "12000",
        Source.SELF_REFERRAL,
        -17,
        (),
        _OPEN,
        services=_WAYS,
        event="small-brands",
        expected=45,
    ),
    Job(
        "beatriz",
        "Room signs, 40 rooms",
        "7400",
        Source.INDIRECT_REFERRAL,
        -27,
        ("marcus", "jonas"),
        _OPEN,
        expected=10,
    ),
    Job("lukasz", "Second bakery", "3200", Source.SELF_REFERRAL, -12, (), _OPEN, expected=30),
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a client came of whom no opportunity tells; ``days`` counts from today."""

    person: str
    source: Source
    days: int
    via: tuple[str, ...] = ()
    came_by: str = ""


BEGINNINGS = (
    Beginning("hiro", Source.DIRECT_REFERRAL, -700, ("zoe",)),
    Beginning("farid", Source.REPUTATION_RESPONSE, -650, came_by="Asked who lettered the trams"),
)
"""The user has looked back on these; the others wait for the look back."""


@dataclass(frozen=True, slots=True)
class Kindness:
    """A favour; ``thanked`` is how many days ago they were thanked, if they were.

    Of a referral that led to work, ``told`` is how many days ago they heard how it went.
    """

    person: str
    kind: FavourKind
    direction: Direction
    days: int
    about: str = ""
    text: str = ""
    thanked: int | None = None
    told: int | None = None


_GIVEN, _RECEIVED = Direction.GIVEN, Direction.RECEIVED
KINDNESSES = (
    Kindness("elif", FavourKind.REFERRAL, _RECEIVED, 109, "carla", "Walked me over to her"),
    Kindness("marcus", FavourKind.REFERRAL, _RECEIVED, 500, "anke", "", 498, 425),
    Kindness("ben", FavourKind.REFERRAL, _RECEIVED, 200, "amina", "His sister's shop", 179, 138),
    Kindness(
        "ben", FavourKind.REFERRAL, _RECEIVED, 190, "kwame", "The club down the road", 189, 165
    ),
    Kindness("ruth", FavourKind.INTRODUCTION, _RECEIVED, 100, "noor", "At the opening", 99, 40),
    Kindness("marcus", FavourKind.REFERRAL, _RECEIVED, 27, "beatriz", "Told Jonas about me", 26),
    Kindness("jonas", FavourKind.REFERRAL, _RECEIVED, 27, "beatriz", "Brought her along", 26),
    Kindness("oskar", FavourKind.REFERRAL, _RECEIVED, 58, "derek", "His brother-in-law"),
    Kindness("ruth", FavourKind.REFERRAL, _RECEIVED, 330, "maria", "Gave them my name", 300),
    Kindness("jonas", FavourKind.HELP, _RECEIVED, 300, "", "Mended my grandmother's clock", 299),
    Kindness("zoe", FavourKind.HELP, _GIVEN, 260, "", "Hung her exhibition"),
    Kindness("carla", FavourKind.INTRODUCTION, _GIVEN, 1, "agnes", "She needs an accountant"),
    Kindness("hiro", FavourKind.INTRODUCTION, _GIVEN, 500, "pete", "A printer who answers"),
    Kindness("gustav", FavourKind.INTRODUCTION, _GIVEN, 120, "farid", "The yard at the station"),
    Kindness("priya", FavourKind.HELP, _GIVEN, 400, "", "Banners for the school fair"),
)
