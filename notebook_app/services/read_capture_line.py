"""What a line is read with: whom and what this notebook knows, and what was noted last."""

from datetime import date

from notebook_app.model.capture.captured import CaptureContext
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.rows import ContactChoice
from notebook_app.storage.notebook import Notebook


def capture_context(
    notebook: Notebook,
    today: date,
    languages: tuple[str, ...] = ("en", "de"),
    region: str = "",
    *,
    with_contact_id: int | None = None,
    after_event: bool = False,
) -> CaptureContext:
    """Return what lines are read with; names are looked up in the notebook while one reads.

    ``languages`` are codes such as ``de``, the user's own first. With ``with_contact_id`` the
    line is about that contact, with ``after_event`` each begins with a name.
    """
    with_contact: ContactChoice | None = None
    if with_contact_id is not None:
        with_contact = next(iter(notebook.names.some([with_contact_id])), None)
    return CaptureContext(
        today=today,
        known=notebook.capture,
        languages=languages,
        region=region or notebook.region,
        with_contact=with_contact,
        after_event=after_event,
    )


def usual_circumstances(notebook: Notebook, today: date) -> Circumstances:
    """Return what a further conversation of the same day is likely to have in common.

    Whoever writes down five people after an evening met all of them in the same setting and in
    the same way. Only what was noted last for today is repeated; each day begins anew.
    """
    last = notebook.capture.last_circumstances(today)
    return Circumstances() if last is None else Circumstances(channel=last[0], setting=last[1])
