"""What people type into the search, letter by letter, the worst cases among it."""

_TYPED = {
    "a name": ("anna berg", "søren", "carla ingselson", "田中"),
    "a very common word": ("the", "coffee", "with"),
    "two or three words": ("anna coffee", "the kitchen", "kitchen daughter trip"),
    "only in conversations": ("marathon", "insurance"),
    "a number": ("07700 900123", "+44 1632 960"),
    "nothing at all": ("xylophone", "qqqq"),
}


def typed_words() -> dict[str, list[str]]:
    """Return for each sort of search every text that stands in the field while it is typed."""
    return {
        sort: [text[:length] for text in texts for length in range(1, len(text) + 1)]
        for sort, texts in _TYPED.items()
    }
