"""What several chosen people have in common, as the panel about them shows it."""

from collections.abc import Mapping
from dataclasses import field

from notebook_app.foundation.record import record
from notebook_app.model.contact import Cadence, Role, Stage
from notebook_app.model.tag import TagRow


@record
class Together:
    """``count`` people; each mapping tells how many of them have which.

    ``some`` are the first of them as (name, row id of the photo or None). ``tags`` are only
    those that at least one of them has, with how many of them as ``count``.
    """

    count: int
    some: tuple[tuple[str, int | None], ...] = ()
    tags: tuple[TagRow, ...] = ()
    roles: Mapping[Role, int] = field(default_factory=dict)
    stages: Mapping[Stage | None, int] = field(default_factory=dict)
    cadences: Mapping[Cadence | None, int] = field(default_factory=dict)
