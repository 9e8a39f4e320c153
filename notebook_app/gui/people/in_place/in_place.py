"""Edits one value after another on a contact's page: opens editors, stores what was written."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.in_place.spot import (
    MANY,
    Spot,
    item_at,
    items_of,
    moved,
    preferred,
    with_item,
)
from notebook_app.gui.people.in_place.spot_editor import SpotEditor
from notebook_app.gui.people.in_place.spot_view import SpotView
from notebook_app.model.contact import Contact, ContactDraft
from notebook_app.services.save_contact import update_contact


class InPlace(QObject):
    """One editor at most is open; each value that was changed is a step that can be undone.

    ``closed`` is emitted when an editor has gone, so that what waited for it can be shown.
    """

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        views: Callable[[], Sequence[SpotView]],
        adding_view: Callable[[Spot], SpotView],
        parent: QObject | None = None,
    ) -> None:
        """Take the desk, the values in the order of Tab, and where a new one is written."""
        super().__init__(parent)
        self._desk = desk
        self._views = views
        self._adding_view = adding_view
        self._contact_id: int | None = None
        self._view: SpotView | None = None
        self._busy = False

    @property
    def open_spot(self) -> Spot | None:
        """The value that is being edited, or None."""
        return None if self._view is None else self._view.spot

    def show_contact(self, contact_id: int | None) -> None:
        """Edit this contact from now on; what is open for another one is stored first."""
        if contact_id != self._contact_id:
            self.settle()
            self._contact_id = contact_id

    def watch(self, view: SpotView) -> None:
        """Listen to a value."""
        view.edit_wanted.connect(self.open)
        view.remove_wanted.connect(self.remove)
        view.move_wanted.connect(self.move)
        view.preferred_wanted.connect(self.toggle_preferred)

    def open(self, spot: Spot) -> bool:
        """Open the editor on a value; return False if there is none, or nobody to edit."""
        if not self.settle():
            return False
        draft = self._draft()
        if draft is None or self._contact_id is None:
            return False
        view = self._view_of(spot) or self._adding_view(spot)
        # The editors and their many fields are loaded when something is first edited.
        from notebook_app.gui.people.in_place.make_editor import make_editor

        editor = make_editor(spot, self._contact_id, draft, self._desk.notebook)
        editor.committed.connect(self._commit)
        editor.left.connect(self._leave)
        editor.given_up.connect(self.give_up)
        self._view = view
        view.show_editor(editor)
        editor.begin()
        return True

    def add(self, field: str) -> bool:
        """Open an empty editor for one more of a field, or the field's own."""
        draft = self._draft()
        if draft is None:
            return False
        return self.open(Spot(field, len(items_of(draft, field)) if field in MANY else 0))

    def settle(self) -> bool:
        """Store what is open, if anything; return False if it could not be stored."""
        return self._view is None or self._busy or self._store(None)

    def give_up(self) -> None:
        """Close without storing, and stay where one was."""
        view = self._view
        if view is not None:
            self._close()
            self._focus(view.spot)

    def remove(self, spot: Spot) -> None:
        """Take one of many out."""
        draft = self._draft()
        if draft is None or not self.settle():
            return
        if self._write(with_item(draft, spot, item_at(draft, spot), None)):
            self._focus(spot)

    def move(self, spot: Spot, step: int) -> None:
        """Put one of many further up or down."""
        draft = self._draft()
        if draft is not None and self.settle() and self._write(moved(draft, spot, step)):
            self._focus(Spot(spot.field, max(0, spot.number + step)))

    def toggle_preferred(self, spot: Spot) -> None:
        """Make one of many the preferred one, or no longer."""
        draft = self._draft()
        if draft is None or not self.settle():
            return
        now = bool(getattr(item_at(draft, spot), "preferred", False))
        if self._write(preferred(draft, spot, on=not now)):
            self._focus(spot)

    def _commit(self, step: int) -> None:
        self._store(step)

    def _leave(self) -> None:
        if not self._busy:
            self._store(None)

    def _store(self, step: int | None) -> bool:
        """Store what is written; then go ``step`` values on, or nowhere for None."""
        view, draft = self._view, self._draft()
        if view is None or view.editor is None:
            return True
        if draft is None:
            self._close()
            return True
        spot = view.spot
        order = [other.spot for other in self._views()]
        self._busy = True
        try:
            changed = view.editor.apply(draft)
            if changed != draft and not self._write(changed, close=True):
                view.editor.begin()
                return False
        finally:
            self._busy = False
        self._close()
        if step is None:
            return True
        target = self._after(order, spot, step)
        if step == 0 or target is None:
            self._focus(spot)
        elif self._was_removed(spot, draft) and target.field == spot.field and step > 0:
            self._open_or_focus(Spot(target.field, target.number - 1))
        else:
            self._open_or_focus(target)
        return True

    def _write(self, draft: ContactDraft, *, close: bool = False) -> bool:
        contact_id, notebook, view = self._contact_id, self._desk.notebook, self._view
        if contact_id is None:
            return False
        editor = None
        if close and view is not None:
            # Closed first, so that the pages that learn of the change show it.
            editor = view.take_editor()
            self._view = None
        before = notebook.contacts.get(contact_id)
        changes = self._desk.perform(lambda: update_contact(notebook, contact_id, draft))
        if changes is not None and before is not None and _is_renamed(before, draft):
            from notebook_app.gui.people.renaming_offer import offer_renaming

            offer_renaming(self._desk, before.details, draft.details)
        if editor is not None and view is not None:
            if changes is None:
                view.show_editor(editor)
                self._view = view
            else:
                editor.end()
                editor.deleteLater()
        return changes is not None

    def _draft(self) -> ContactDraft | None:
        if self._contact_id is None:
            return None
        contact = self._desk.notebook.contacts.get(self._contact_id)
        if contact is None or contact.deleted_at is not None:
            return None
        return self._desk.notebook.contacts.draft_of(contact)

    def _was_removed(self, spot: Spot, before: ContactDraft) -> bool:
        now = self._draft()
        if now is None or spot.field not in MANY:
            return False
        return len(items_of(now, spot.field)) < len(items_of(before, spot.field))

    def _close(self) -> None:
        view, self._view = self._view, None
        editor: SpotEditor | None = None if view is None else view.take_editor()
        if editor is not None:
            editor.end()
            editor.deleteLater()
        self.closed.emit()

    def _after(self, order: Sequence[Spot], spot: Spot, step: int) -> Spot | None:
        if spot not in order:
            return None
        wanted = order.index(spot) + step
        return order[wanted] if 0 <= wanted < len(order) else None

    def _open_or_focus(self, spot: Spot) -> None:
        if self._view_of(spot) is None or not self.open(spot):
            self._focus(spot)

    def _focus(self, spot: Spot) -> None:
        view = self._view_of(spot)
        if view is None and spot.number:
            view = self._view_of(Spot(spot.field, spot.number - 1))
        if view is None:
            view = next(iter(self._views()), None)
        if view is not None:
            view.setFocus(Qt.FocusReason.TabFocusReason)

    def _view_of(self, spot: Spot) -> SpotView | None:
        return next((view for view in self._views() if view.spot == spot), None)


def _is_renamed(before: Contact, draft: ContactDraft) -> bool:
    return before.details.display_name != draft.details.display_name
