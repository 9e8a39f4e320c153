"""How long each key of typed texts takes, beside the index of SQLite alone."""

from collections.abc import Callable, Iterator

from tests.benchmarks.figures import Figure, milliseconds, percentile
from tests.benchmarks.typed_words import typed_words


def keys_compared(
    search: str, ours: Callable[[str], float], bare: Callable[[str], Callable[[], object]]
) -> Iterator[Figure]:
    """Time each text with ``ours`` (milliseconds), then with what ``bare`` makes of it.

    Each text is searched after all others, so that only SQLite's own caches help.
    """
    every: list[float] = []
    every_bare: list[float] = []
    slowest, slowest_text = 0.0, ""
    for sort, texts in typed_words().items():
        figures = [ours(text) for text in texts]
        theirs = [milliseconds(bare(text)) for text in texts]
        slowest, slowest_text = max((slowest, slowest_text), *zip(figures, texts, strict=True))
        every += figures
        every_bare += theirs
        yield _slow_ones(f"{search}, {sort}", figures, theirs)
    yield _slow_ones(f"{search}, all keys", every, every_bare)
    yield Figure(f"{search}, slowest key: {slowest_text!r}", slowest)


def _slow_ones(what: str, ours: list[float], bare: list[float]) -> Figure:
    what = f"{what}, 95 % of keys"
    return Figure(what, percentile(ours, 0.95), "ms", percentile(bare, 0.95), "bare FTS5")
