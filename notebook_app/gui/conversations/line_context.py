"""What the lines of a window are read with: the user's languages and country."""

from PySide6.QtCore import QLocale

from notebook_app.gui.frame.desk import Desk
from notebook_app.model.capture.captured import CaptureContext
from notebook_app.services.read_capture_line import capture_context


def line_context(
    desk: Desk, with_contact_id: int | None = None, *, after_event: bool = False
) -> CaptureContext:
    """Return what a line is read with now."""
    language = QLocale.languageToCode(QLocale().language())
    return capture_context(
        desk.notebook,
        desk.clock.today(),
        languages=tuple(dict.fromkeys((language, "en", "de"))),
        region=desk.notebook.region,
        with_contact_id=with_contact_id,
        after_event=after_event,
    )
