"""Shows people as they will be on paper: sheets, a directory, a phone or a birthday list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing import printer
from notebook_app.gui.printing.beside_preview import stand_beside_preview
from notebook_app.gui.printing.latest_work import LatestWork
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.printing.people_choices import remember_people_choices
from notebook_app.gui.printing.people_panel import PeoplePanel
from notebook_app.gui.printing.prepared_list import PreparedList, prepare_document
from notebook_app.gui.printing.whom import people_found, whom_lines
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.make_people_document import people_document
from notebook_app.services.print_contacts import (
    carriers_of,
    keep_private_tags,
    picture_bytes,
    private_tags,
)
from notebook_app.storage.notebook import Notebook

_SETTLE_MS = 150


def show_people_dialog(
    desk: Desk,
    parent: QWidget,
    settings: QSettings | None = None,
    contact_ids: Sequence[int] = (),
) -> None:
    """Show ``contact_ids``, or everyone, as they will be on paper."""
    dialog = PeopleDialog(desk, parent, settings, contact_ids)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class PeopleDialog(PagesDialog):
    """Every choice shows the pages anew."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        settings: QSettings | None = None,
        contact_ids: Sequence[int] = (),
        *,
        has_printer: Callable[[], bool] = printer.there_is_a_printer,
    ) -> None:
        """Take the desk, who asked, where choices are kept, and who is in hand."""
        super().__init__(desk, parent, prints_first=True, has_printer=has_printer)
        self.setWindowTitle(self.tr("Print people"))
        self._settings = settings
        self._chosen = tuple(contact_ids)
        self._planning: LatestWork[PreparedList] = LatestWork(
            desk.notebook, self, self._came, self._stopped, self._progressed
        )
        lines = whom_lines(desk.notebook, len(self._chosen), self.locale())
        self.panel = PeoplePanel(lines, private_tags(desk.notebook), settings)
        self.state = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._plan)
        self._lay_out()
        self.panel.changed.connect(self._choose)
        self.panel.private_changed.connect(self._keep_private)
        self._plan()

    def is_settled(self) -> bool:
        """Return whether nothing is being planned or saved."""
        return not self._planning.busy and self._saving is None and not self._settle.isActive()

    def done(self, result: int) -> None:
        """Keep the choices, stop what still runs, and close."""
        self._settle.stop()
        remember_people_choices(self._settings, self.panel.choices())
        self._planning.stop()
        super().done(result)

    def _file_name(self) -> str:
        title = self.prepared.document.title if self.prepared else self.tr("People")
        return f"{title} {self._desk.clock.today().isoformat()}"

    def _choose(self) -> None:
        remember_people_choices(self._settings, self.panel.choices())
        self._settle.start()

    def _keep_private(self) -> None:
        notebook, tags = self._desk.notebook, self.panel.private_tags()
        if tuple(tags) == private_tags(notebook):
            return
        if self._desk.perform(lambda: keep_private_tags(notebook, tags), self._failed):
            self._settle.start()

    def _plan(self) -> None:
        """Make the pages of what is chosen now."""
        notebook, choices, locale = self._desk.notebook, self.panel.choices(), self.locale()
        query, chosen = self.panel.whom.currentData(), self._chosen
        self.prepared = None
        self.trouble.hide()

        def plan(progress: Progress) -> PreparedList:
            ids = chosen if query is None else _found(notebook, str(query))
            private = carriers_of(notebook, choices.leave_out)
            ids = [each for each in ids if each not in private]
            document = people_document(
                notebook,
                choices.style,
                ids,
                LocaleDateWords(locale),
                lambda photo_id: picture_bytes(notebook, photo_id),
                language=locale.bcp47Name(),
                shown=choices.shown,
                progress=progress,
            )
            return prepare_document(document, choices.sheet(), progress)

        self._planning.start(plan, self.tr("Laying out"))
        self.state.setText(self.tr("Laying out…"))
        self._show_state()

    def _came(self, prepared: PreparedList) -> None:
        self._show(prepared)
        pages = len(prepared.pages)
        count = self.locale().toString(pages)
        words = self.tr("1 page") if pages == 1 else self.tr("{count} pages")
        self.state.setText(words.format(count=count))

    def _stopped(self, trouble: BaseException) -> None:
        self.preview.show_pages(None)
        self.state.setText("")
        self._failed(trouble)

    def _progressed(self, done: int, total: int) -> None:
        if total:
            self.state.setText(self.tr("{n} %").format(n=100 * done // total))

    def _show_state(self) -> None:
        super()._show_state()
        self.panel.setEnabled(self._saving is None)

    def _lay_out(self) -> None:
        stand_beside_preview(
            self,
            self.panel,
            self.state,
            width_em=19,
            size_em=(72, 54),
        )
        self.panel.style_field.setFocus(Qt.FocusReason.OtherFocusReason)


def _found(notebook: Notebook, query: str) -> list[int]:
    if not query.strip():
        return notebook.contacts.all_ids()
    return people_found(notebook, query)
