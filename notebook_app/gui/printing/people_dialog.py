"""Shows people as they will be on paper: sheets, a directory, a phone or a birthday list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing import printer
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.printing.people_choices import remember_people_choices
from notebook_app.gui.printing.people_panel import PeoplePanel, Whom
from notebook_app.gui.printing.prepared_list import PreparedList, prepare_document
from notebook_app.gui.printing.preview_bar import PreviewBar
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.list_people import people_ids, read_query
from notebook_app.services.make_people_document import people_document
from notebook_app.services.print_contacts import keep_private_tags, picture_bytes, private_tags
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
        self._planning: BackgroundWork[PreparedList] | None = None
        self.panel = PeoplePanel(self._whom(), private_tags(desk.notebook), settings)
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
        return self._planning is None and self._saving is None and not self._settle.isActive()

    def done(self, result: int) -> None:
        """Keep the choices, stop what still runs, and close."""
        self._settle.stop()
        remember_people_choices(self._settings, self.panel.choices())
        self._plan_no_more()
        super().done(result)

    def _whom(self) -> list[Whom]:
        lines: list[Whom] = []
        if self._chosen:
            count = self.locale().toString(len(self._chosen))
            one = len(self._chosen) == 1
            words = self.tr("1 person selected") if one else self.tr("{count} people selected")
            lines.append((words.format(count=count), None))
        lines.append((self.tr("Everyone"), ""))
        lines += [(saved.name[:60], saved.query) for saved in self._desk.notebook.saved_lists.all()]
        return lines

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
        self._plan_no_more()
        self.trouble.hide()

        def plan(progress: Progress) -> PreparedList:
            ids = chosen if query is None else _found(notebook, str(query))
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

        running = BackgroundWork(
            plan, notebook.connection, self.tr("Laying out"), writes=False, parent=self
        )
        self._planning = running
        running.progressed.connect(lambda done, total, _text: self._progressed(done, total))
        running.done.connect(lambda prepared: self._came(running, prepared))
        running.failed.connect(lambda trouble: self._stopped(running, trouble))
        running.ended.connect(lambda: self._planned(running))
        self.state.setText(self.tr("Laying out…"))
        self._show_state()
        running.start()

    def _came(self, running: BackgroundWork[PreparedList], prepared: PreparedList) -> None:
        if self._planning is not running:
            return
        self._show(prepared)
        pages = len(prepared.pages)
        count = self.locale().toString(pages)
        words = self.tr("1 page") if pages == 1 else self.tr("{count} pages")
        self.state.setText(words.format(count=count))

    def _stopped(self, running: BackgroundWork[PreparedList], trouble: BaseException) -> None:
        if self._planning is not running:
            return
        self.preview.show_pages(None)
        self.state.setText("")
        self._failed(trouble)

    def _progressed(self, done: int, total: int) -> None:
        if total:
            self.state.setText(self.tr("{n} %").format(n=100 * done // total))

    def _plan_no_more(self) -> None:
        running, self._planning = self._planning, None
        if running is not None:
            running.cancel()
            running.wait(10)

    def _planned(self, running: BackgroundWork[PreparedList]) -> None:
        if self._planning is running:
            self._planning = None
        running.deleteLater()

    def _show_state(self) -> None:
        super()._show_state()
        self.panel.setEnabled(self._saving is None)

    def _lay_out(self) -> None:
        theme = theme_of(self)
        side = QScrollArea()
        side.setWidget(self.panel)
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(theme.em(19))
        pages = QVBoxLayout()
        pages.setSpacing(SMALL)
        pages.addWidget(PreviewBar(self.preview))
        pages.addWidget(self.preview, 1)
        across = QHBoxLayout()
        across.setSpacing(LARGE)
        across.addWidget(side)
        across.addLayout(pages, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.state, 1)
        buttons.addWidget(PlainButton(self.tr("&Close"), self.reject))
        first, second = self.save_button, self.print_button
        for button in (first, second):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addLayout(across, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.missing)
        column.addLayout(buttons)
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(theme.em(72), theme.em(54)).boundedTo(room))
        self.panel.style_field.setFocus(Qt.FocusReason.OtherFocusReason)


def _found(notebook: Notebook, query: str) -> list[int]:
    if not query.strip():
        return notebook.contacts.all_ids()
    return people_ids(notebook, read_query(notebook, query), notebook.clock.today())
