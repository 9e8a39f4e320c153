"""How a report's time and the trash stand in SQL."""

from typing import Final

from notebook_app.model.past_periods import Period

TRASHED: Final = "(SELECT id FROM contact WHERE deleted_at IS NOT NULL)"
"""The ids of those in the trash: few, and read from an index of their own."""


def span_of(period: Period) -> dict[str, object]:
    """Return the days of a period as values for ``BETWEEN :first AND :last``."""
    return {
        "first": period.first.isoformat() if period.first else "",
        "last": period.last.isoformat() if period.last else "9999-12-31",
    }
