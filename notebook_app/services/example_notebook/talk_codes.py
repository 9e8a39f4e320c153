"""What the letter before a line of talk stands for: by what means, and where."""

from notebook_app.model.conversation import Channel

IN_PERSON: dict[str, str] = {
    "c": "café",
    "l": "lunch",
    "s": "street",
    "b": "neighbour",
    "k": "shop",
    "w": "co-working space",
    "h": "home",
    "y": "party",
    "q": "school",
    "u": "club",
    "x": "meeting",
    "d": "trade fair",
    "g": "course",
    "a": "talk",
    "f": "conference",
}
CHANNELS: dict[str, Channel] = {
    "p": Channel.CALL,
    "e": Channel.EMAIL,
    "m": Channel.MESSAGE,
    "v": Channel.VIDEO,
    "n": Channel.NOTE,
}
BY_CHANCE = frozenset("sbkquy")
"""Where people run into each other, so that nobody reached out."""

PLACES: dict[str, tuple[str, ...]] = {
    "c": ("Café Linden", "Bean House", "The Corner Table", "Bean House"),
    "l": ("Trattoria Nove", "The Corner Table", "Market Hall"),
    "w": ("Loft 4",),
    "x": ("", "Their office", "Loft 4", ""),
    "d": ("Sign & Print Fair",),
    "f": ("Small Brands Day",),
    "g": ("Evening school",),
    "q": ("Mill Lane School",),
    "u": ("Rowing club",),
}
