"""Everything about a contact, to be written in the place where it is read."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.people.editor.contact_fields import ContactFields
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, WIDE, TextRole, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.labels import Divider, ElidedLabel, FieldLabel
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.storage.notebook import Notebook

_WIDEST_EMS = 50
_NARROW_EMS = 34


class ContactEditor(QWidget):
    """``save_wanted`` is asked by Ctrl+Enter and the button, ``given_up`` by Escape."""

    save_wanted = Signal()
    given_up = Signal()

    def __init__(self, notebook: Notebook, parent: QWidget | None = None) -> None:
        """Take the notebook, for the tags that there are and the day."""
        super().__init__(parent)
        self._before = ContactDraft(ContactDetails())
        self._narrow = False
        self.fields = ContactFields(notebook, self)
        self.title = ElidedLabel("", TextRole.TITLE)
        self.save = PrimaryButton(self.tr("Save"), self.save_wanted.emit)
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.cancel = PlainButton(self.tr("Cancel"), self.given_up.emit)
        self.cancel.setToolTip(self.tr("Esc"))
        self.column = ScrollColumn()
        self._labelled = self._make_labels()
        self._form = QGridLayout()
        self._form.setHorizontalSpacing(LARGE)
        self._form.setVerticalSpacing(SMALL)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.save_wanted.emit)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.fields.name.whole.textEdited.connect(lambda _text: self.fields.show_name_in_photo())

    def show_draft(self, before: ContactDraft, written: ContactDraft | None, *, new: bool) -> None:
        """Show a contact as it is, or as it was ``written`` in this editor before."""
        self._before = before
        self.fields.show_draft(before)
        if written is not None:
            self.fields.show_draft(written)
        name = " ".join(before.details.display_name[:80].split())
        self.title.setText(
            self.tr("New person") if new else self.tr("Edit {name}").format(name=name)
        )
        self.column.verticalScrollBar().setValue(0)

    def draft(self) -> ContactDraft:
        """Return what is written now."""
        return self.fields.draft()

    def original(self) -> ContactDraft:
        """Return what it was before."""
        return self._before

    def has_changes(self) -> bool:
        """Return whether anything is other than before."""
        return self.fields.draft() != self._before

    def begin(self) -> None:
        """Put the focus into the name."""
        self.fields.name.whole.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._before.details.display_name:
            self.fields.name.whole.end(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape as taking back."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field that gets the focus in sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.column.ensureWidgetVisible(watched, 0, MEDIUM)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put labels above their fields where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < theme_of(self).em(_NARROW_EMS)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange(narrow)

    def _make_labels(self) -> list[tuple[FieldLabel | None, QWidget]]:
        fields = self.fields
        fields.note.setMinimumHeight(theme_of(self).em(9))
        named: list[tuple[str, QWidget]] = [
            ("", fields.photo),
            (self.tr("Name"), fields.name),
            (self.tr("Organisation"), fields.lines["organization"]),
            (self.tr("Department"), fields.lines["department"]),
            (self.tr("Job title"), fields.lines["title"]),
            (self.tr("Profession"), fields.lines["profession"]),
            ("", fields.affiliations),
            ("-", Divider()),
            (self.tr("Phones"), fields.phones),
            (self.tr("E-mails"), fields.emails),
            (self.tr("Addresses"), fields.addresses),
            (self.tr("Links"), fields.links),
            ("-", Divider()),
            (self.tr("Tags"), fields.tags),
            (self.tr("Roles"), fields.roles),
            (self.tr("How well"), fields.stage),
            (self.tr("Keep in touch"), fields.cadence),
            ("-", Divider()),
            (self.tr("Birthday"), fields.birthday),
            (self.tr("Other dates"), fields.dates),
            (self.tr("Related"), fields.related),
            (self.tr("Own fields"), fields.own_fields),
            (self.tr("Note"), fields.note),
        ]
        return [
            (None if words in ("", "-") else FieldLabel(words, field), field)
            for words, field in named
        ]

    def _arrange(self, narrow: bool) -> None:
        while self._form.takeAt(0) is not None:
            pass
        row = 0
        for label, field in self._labelled:
            whole = isinstance(field, Divider) or narrow
            if label is not None and narrow:
                self._form.addWidget(label, row, 0, 1, 2)
                row += 1
            elif label is not None:
                top = Qt.AlignmentFlag.AlignTop
                label.setContentsMargins(0, SMALL - 2, 0, 0)
                self._form.addWidget(label, row, 0, top)
            if whole:
                self._form.addWidget(field, row, 0, 1, 2)
            else:
                self._form.addWidget(field, row, 1)
            row += 1
        self._form.setColumnStretch(1, 1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(WIDE - 2, LARGE, WIDE - 2, MEDIUM)
        head.setSpacing(SMALL)
        head.addWidget(self.title, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.save)
        holder = QWidget()
        holder.setLayout(self._form)
        self._form.setContentsMargins(0, 0, 0, 0)
        # At once, although the width is not known: fields without a parent would outlive it.
        self._arrange(self._narrow)
        holder.setMaximumWidth(theme_of(self).em(_WIDEST_EMS))
        self.column.column.addWidget(holder)
        body = self.column.widget()
        if body is not None:
            body.setContentsMargins(WIDE - LARGE - 2, 0, WIDE - LARGE - 2, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Divider())
        column.addWidget(self.column, 1)
        for field in self.column.findChildren(QWidget):
            field.installEventFilter(self)
