"""How a stage came about: since when one knows somebody so well."""

from datetime import date

from notebook_app.foundation.record import record
from notebook_app.model.contact import Stage


@record
class StageStep:
    """A step to a stage; None where the stage was taken away."""

    id: int
    stage: Stage | None
    since: date
