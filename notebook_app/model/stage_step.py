"""How a stage came about: since when one knows somebody so well."""

from dataclasses import dataclass
from datetime import date

from notebook_app.model.contact import Stage


@dataclass(frozen=True, slots=True)
class StageStep:
    """A step to a stage; None where the stage was taken away."""

    id: int
    stage: Stage | None
    since: date
