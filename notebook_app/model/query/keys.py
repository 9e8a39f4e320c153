"""All keys of the query language, as one table: what each finds, its words, and what it reads."""

import re
from enum import Enum, auto

from notebook_app.foundation.record import record
from notebook_app.model.contact import Role, Stage
from notebook_app.model.conversation import Channel
from notebook_app.model.month_names import MONTH_NAMES
from notebook_app.model.name_form import folded

MONTHS = tuple(name.lower() for name in MONTH_NAMES)
STAGES = tuple(stage.value for stage in Stage)
_NOT_IN_KEYS = re.compile(r"[^\w]+")


class Reads(Enum):
    """What a key takes besides its own words."""

    TEXT = auto()
    DISTANCE = auto()
    SPAN = auto()
    LEVEL = auto()
    AMOUNT = auto()
    LIST = auto()


@record
class QueryKey:
    """A key: what it finds (a line of help), examples, its words, and what else it reads.

    ``kind_of_word`` is what a mistake calls its words ("role"); ``spellings`` are other forms of
    its words and the word that each means.
    """

    name: str
    finds: str
    examples: tuple[str, ...]
    words: tuple[str, ...] = ()
    reads: tuple[Reads, ...] = ()
    kind_of_word: str = ""
    spellings: tuple[tuple[str, str], ...] = ()


_ROLES = tuple(role.value for role in Role)
_TIMES = (Reads.DISTANCE, Reads.SPAN)
_PAST = ("today", "yesterday", "this-week", "this-month", "this-year")
_LAST = ("last-week", "last-month", "last-year")

SPOKEN = {
    "conversation": None,
    "phoned": Channel.CALL,
    "mailed": Channel.EMAIL,
    "messaged": Channel.MESSAGE,
    "saw": Channel.IN_PERSON,
    "video": Channel.VIDEO,
    "wrote": Channel.NOTE,
}
"""Keys of a time at which one spoke, with the channel that they mean; None is any."""

KEYS = (
    QueryKey(
        "name", "words of a name or firm, the last as a beginning", ("name:ann",), (), (Reads.TEXT,)
    ),
    QueryKey(
        "tag", "a tag; * stands for anything", ("tag:chamber", "tag:cham*"), (), (Reads.TEXT,)
    ),
    QueryKey(
        "role",
        "what they are to you",
        ("role:client",),
        _ROLES,
        (),
        "role",
        (
            *((f"{role}s", role) for role in _ROLES),
            *(("kunde", "client"), ("kundin", "client"), ("interessent", "prospect")),
            *(("lieferant", "supplier"), ("kollege", "peer"), ("freund", "friend")),
        ),
    ),
    QueryKey(
        "stage",
        "how well you know each other: met, know, like, trust",
        ("stage:trust", "stage:>=like"),
        (*STAGES, "none"),
        (Reads.LEVEL,),
        "stage",
    ),
    QueryKey(
        "kind",
        "a person or an organisation",
        ("kind:organisation",),
        ("person", "organisation"),
        (),
        "kind",
        (("organization", "organisation"), ("people", "person"), ("firma", "organisation")),
    ),
    QueryKey("org", "part of an organisation's name", ("org:berg",), (), (Reads.TEXT,)),
    QueryKey("city", "the city of an address", ("city:lund", 'city:"St. *"'), (), (Reads.TEXT,)),
    QueryKey("country", "the country of an address", ("country:sweden",), (), (Reads.TEXT,)),
    QueryKey(
        "last",
        "when you last spoke: longer ago than, within, on",
        ("last:>90d", "last:<2w", "last:never", "last:2026-03..2026-05"),
        ("never", *_PAST),
        _TIMES,
        "time",
    ),
    QueryKey(
        "talks", "how often you spoke", ("talks:1", "talks:>5"), (), (Reads.AMOUNT,), "number"
    ),
    QueryKey(
        "conversation",
        "a conversation then, whatever came later",
        ("conversation:last-week", "conversation:2026-05"),
        (*_PAST, *_LAST),
        _TIMES,
        "time",
    ),
    QueryKey("phoned", "a call then", ("phoned:2026-05",), (*_PAST, *_LAST), _TIMES, "time"),
    QueryKey("mailed", "an e-mail then", ("mailed:<30d",), (*_PAST, *_LAST), _TIMES, "time"),
    QueryKey("messaged", "a message then", ("messaged:today",), (*_PAST, *_LAST), _TIMES, "time"),
    QueryKey("saw", "met in person then", ("saw:last-month",), (*_PAST, *_LAST), _TIMES, "time"),
    QueryKey("video", "a video call then", ("video:2026",), (*_PAST, *_LAST), _TIMES, "time"),
    QueryKey(
        "wrote", "a handwritten note then", ("wrote:2026-12",), (*_PAST, *_LAST), _TIMES, "time"
    ),
    QueryKey(
        "due",
        "an open follow-up: late, soon, on a day; none open, never any",
        ("due:overdue", "due:<7d", "due:today", "due:none", "due:never"),
        ("overdue", "today", "tomorrow", "this-week", "this-month", "none", "never"),
        _TIMES,
        "time",
    ),
    QueryKey("met", "part of the name of an event", ('met:"Breakfast club"',), (), (Reads.TEXT,)),
    QueryKey("added", "when they were added", ("added:<30d", "added:2026"), _PAST, _TIMES, "time"),
    QueryKey("changed", "when they were changed", ("changed:<7d",), _PAST, _TIMES, "time"),
    QueryKey(
        "birthday",
        "a birthday this month, in a month, within so many days",
        ("birthday:this-month", "birthday:may", "birthday:<14d"),
        ("today", "this-month", "next-month", *MONTHS),
        (Reads.DISTANCE,),
        "month",
        (
            *((str(number), month) for number, month in enumerate(MONTHS, 1)),
            *((f"{number:02d}", month) for number, month in enumerate(MONTHS, 1)),
            *((month[:3], month) for month in MONTHS if len(month) > 3),
            *(("januar", "january"), ("februar", "february"), ("märz", "march"), ("mai", "may")),
            *(("juni", "june"), ("juli", "july"), ("oktober", "october")),
            ("dezember", "december"),
        ),
    ),
    QueryKey(
        "cadence",
        "“keep in touch every …”: set, not set, or run out with nothing planned",
        ("cadence:yes", "cadence:overdue"),
        ("yes", "none", "overdue"),
        (),
        "word for this",
        (("no", "none"),),
    ),
    QueryKey(
        "is",
        "resting: you let it rest, and have not spoken since",
        ("is:resting", "-is:resting"),
        ("resting",),
        (),
        "word for this",
        (("rest", "resting"), ("ruhend", "resting")),
    ),
    QueryKey(
        "has",
        "something is known of them; reach is a phone, an e-mail or a link",
        ("has:email", "-has:phone", "has:photo"),
        (
            *("phone", "email", "address", "link", "reach", "photo", "birthday", "date", "note"),
            *("attachment", "tag", "role", "stage", "org", "field", "related"),
        ),
        (),
        "word for this",
        (
            *(("phones", "phone"), ("e-mail", "email"), ("mail", "email"), ("emails", "email")),
            *(("addresses", "address"), ("links", "link"), ("web", "link"), ("file", "attachment")),
            *(("notes", "note"), ("tags", "tag"), ("roles", "role"), ("picture", "photo")),
        ),
    ),
    QueryKey(
        "from",
        "part of the name of a file they were imported from",
        ("from:iphone",),
        (),
        (Reads.TEXT,),
    ),
    QueryKey("list", "those of another list", ('list:"My list"',), (), (Reads.LIST,)),
)
"""In the order in which help lists them."""

KEYS_BY_NAME = {key.name: key for key in KEYS}

OWN_FIELD_EXAMPLE = ("shoe-size:43", "what a field of your own says; * stands for anything")

OTHER_NAMES = {
    "tags": "tag",
    "roles": "role",
    "organisation": "org",
    "organization": "org",
    "company": "org",
    "town": "city",
    "spoke": "last",
    "event": "met",
    "source": "from",
    "lists": "list",
    "stichwort": "tag",
    "schlagwort": "tag",
    "rolle": "role",
    "stufe": "stage",
    "art": "kind",
    "firma": "org",
    "ort": "city",
    "stadt": "city",
    "land": "country",
    "zuletzt": "last",
    "fällig": "due",
    "getroffen": "met",
    "gespräch": "conversation",
    "angerufen": "phoned",
    "gemailt": "mailed",
    "gesehen": "saw",
    "neu": "added",
    "geändert": "changed",
    "geburtstag": "birthday",
    "rhythmus": "cadence",
    "hat": "has",
    "ist": "is",
    "aus": "from",
    "liste": "list",
}
"""Other words for the keys, English and German; the canonical text has the key's own name."""


def key_of(field_name: str) -> str:
    """Return the key of an own field: ``Shoe size`` is asked for as ``shoe-size``."""
    return _NOT_IN_KEYS.sub("-", folded(field_name)).strip("-")
