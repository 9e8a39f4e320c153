"""Narrows the calendar: by what an entry is, by what means, and by people in the query language."""

from collections.abc import Callable
from functools import partial
from itertools import chain

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.kind_words import kind_name
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.menu_chip import add_choice
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.rows import CalendarKind

_TYPED_MS = 250


class FilterRow(QWidget):
    """``changed`` is emitted when something else is to be shown: see ``shown``."""

    changed = Signal()
    left = Signal()
    """The field for a query was left by Escape, empty."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before somebody narrows by people."""
        super().__init__(parent)
        self._desk = desk
        self._means: frozenset[FollowUpKind] | None = None
        self._people: frozenset[int] | None = None
        self._compact = False
        self.shown = CalendarFilter()
        self.menu = QMenu(self)
        self.kinds = {
            CalendarKind.FOLLOW_UP: Chip(self.tr("Follow-ups")),
            CalendarKind.EVENT: Chip(self.tr("Events")),
            CalendarKind.BIRTHDAY: Chip(self.tr("Birthdays")),
        }
        self.done = Chip(self.tr("Done ones"))
        self.means = Chip(self.tr("Any means") + " ▾", checkable=False)
        self.tags = Chip(self.tr("Tag") + " ▾", checkable=False)
        self.lists = Chip(self.tr("List") + " ▾", checkable=False)
        # Where room is short, one chip stands for what narrows by people.
        self.people = Chip(self.tr("People") + " ▾", checkable=False)
        self.query = LineField()
        self.query.setPlaceholderText(self.tr("Only people, as tag:vip"))
        self.query.setToolTip(self.tr("Show only these people (F)"))
        self.query.setAccessibleName(self.tr("Only people whom this finds"))
        self.query.setClearButtonEnabled(True)
        self.mistake = PlainLabel("", TextRole.SMALL, Tone.DANGER, wrap=True)
        self.mistake.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPED_MS)
        self._timer.timeout.connect(self._take_query)
        self._lay_out()

    def narrow_to(self, query: str) -> None:
        """Show only people whom a query finds; an empty one finds everybody."""
        self.query.setText(query)
        self.query.setVisible(not self._compact or bool(query))
        self._take_query()

    def show_compact(self, compact: bool) -> None:
        """Leave out the field for a query where room is short, unless there is something in it.

        It comes by ``ask``, for which there is a chip then.
        """
        self._compact = compact
        self.query.setVisible(not compact or bool(self.query.text()) or self.query.hasFocus())
        self.people.setVisible(compact)
        self.tags.setVisible(not compact)
        self.lists.setVisible(not compact)

    def ask(self) -> None:
        """Go to the field for a query, shown if it was not."""
        self.query.show()
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the field away again where room is short and it is left empty."""
        if event.type() == QEvent.Type.FocusOut and self._compact and not self.query.text():
            self.query.hide()
        return super().eventFilter(watched, event)

    def reread(self) -> None:
        """Look again whom the query finds, since something changed."""
        if self.query.text().strip():
            self._people = self._found()
            self._make()

    def _lay_out(self) -> None:
        flow = FlowLayout(across=2, down=2)
        for chip in (*self.kinds.values(), self.done):
            chip.setChecked(True)
            chip.toggled.connect(lambda _on: self._tell())
            flow.addWidget(chip)
        for chip, fill in (
            (self.means, self._fill_means),
            (self.tags, self._fill_tags),
            (self.lists, self._fill_lists),
            (self.people, self._fill_people),
        ):
            chip.clicked.connect(lambda _on=False, at=chip, by=fill: self._open(at, by))
            flow.addWidget(chip)
        self.query.setFixedWidth(theme_of(self).em(17))
        self.query.textEdited.connect(lambda _text: self._timer.start())
        self.query.textChanged.connect(lambda text: None if text else self._timer.start())
        self.query.returnPressed.connect(self._take_query)
        self.query.installEventFilter(self)
        self.people.hide()
        flow.addWidget(self.query)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL // 2, SMALL, SMALL // 2)
        column.setSpacing(2)
        column.addLayout(flow)
        column.addWidget(self.mistake)

    def _open(self, chip: Chip, fill: Callable[[QMenu], None]) -> None:
        self.menu.clear()
        for below in self.menu.findChildren(QMenu):
            below.deleteLater()
        fill(self.menu)
        self.menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _fill_means(self, menu: QMenu) -> None:
        add_choice(menu, self.tr("Any means"), self._means is None, partial(self._take_means, None))
        menu.addSeparator()
        for kind in FollowUpKind:
            on = self._means is not None and kind in self._means
            means = (self._means or frozenset()) ^ {kind}
            add_choice(menu, kind_name(kind), on, partial(self._take_means, means or None))

    def _fill_people(self, menu: QMenu) -> None:
        self._fill_everyone(menu)
        add_choice(menu, self.tr("By a query…") + "\tF", False, self.ask)
        self._fill_tags(menu.addMenu(self.tr("Tag")))
        self._fill_lists(menu.addMenu(self.tr("List")))

    def _fill_tags(self, menu: QMenu) -> None:
        if menu is self.menu:
            self._fill_everyone(menu)
        self._fill_terms(menu, "tag", self._desk.notebook.saved_lists.values_of("tag"))

    def _fill_lists(self, menu: QMenu) -> None:
        from notebook_app.gui.people.term_words import ready_words
        from notebook_app.model.query.ready_lists import READY_LISTS

        if menu is self.menu:
            self._fill_everyone(menu)
        for ready in READY_LISTS:
            on = self.query.text() == ready.query
            add_choice(menu, ready_words(ready), on, partial(self.narrow_to, ready.query))
        names = [each.name for each in self._desk.notebook.saved_lists.all()]
        if names:
            menu.addSeparator()
        self._fill_terms(menu, "list", names)

    def _fill_everyone(self, menu: QMenu) -> None:
        add_choice(menu, self.tr("Everyone"), not self.query.text(), partial(self.narrow_to, ""))
        menu.addSeparator()

    def _fill_terms(self, menu: QMenu, key: str, values: list[str]) -> None:
        for value in values[:40]:
            text = value.replace('"', "")
            query = f'{key}:"{text}"'
            add_choice(menu, value, self.query.text() == query, partial(self.narrow_to, query))

    def _take_means(self, means: frozenset[FollowUpKind] | None) -> None:
        self._means = means
        if means is None:
            words = self.tr("Any means")
        elif len(means) == 1:
            words = kind_name(next(iter(means)))
        else:
            words = self.tr("{count} means").format(count=self.locale().toString(len(means)))
        self.means.set_words(f"{words} ▾")
        self._tell()

    def _take_query(self) -> None:
        self._timer.stop()
        before = self._people
        self._people = self._found()
        if self._people != before:
            self._tell()

    def _found(self) -> frozenset[int] | None:
        from notebook_app.model.query.mistake import QueryMistake
        from notebook_app.model.query.parse import parse_query

        text = self.query.text().strip()
        self.mistake.hide()
        if not text:
            return None
        notebook = self._desk.notebook
        try:
            query = parse_query(text, notebook.saved_lists.vocabulary())
        except QueryMistake as mistake:
            self.mistake.setText(str(mistake))
            self.mistake.show()
            return self._people
        today = self._desk.clock.today()
        if query.searches:
            return frozenset(chain.from_iterable(notebook.people.search(query, today)))
        return frozenset(notebook.people.all_ids(query, today))

    def _tell(self) -> None:
        self._make()
        self.changed.emit()

    def _make(self) -> None:
        kinds = {kind for kind, chip in self.kinds.items() if chip.isChecked()}
        if CalendarKind.BIRTHDAY in kinds:
            kinds.add(CalendarKind.DATE)
        self.shown = CalendarFilter(
            frozenset(kinds), self.done.isChecked(), self._means, self._people
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field by Escape; leave it if it is."""
        if event.key() == Qt.Key.Key_Escape and self.query.text():
            self.narrow_to("")
        elif event.key() == Qt.Key.Key_Escape and self.query.hasFocus():
            self.left.emit()
        else:
            super().keyPressEvent(event)
