"""What can be done with the photo of the contact shown: choose, paste, crop, save, remove."""

from dataclasses import replace

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.widgets.photo_scaling import photo_of
from notebook_app.gui.widgets.picture_input import choose_picture, may_hold_picture, picture_in
from notebook_app.model.contact import Photo
from notebook_app.services.save_contact import update_contact


class PhotoActs(QObject):
    """Each act is a step that can be undone."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        """Take the desk, and the widget over which dialogs open."""
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._contact_id: int | None = None

    def show_contact(self, contact_id: int) -> None:
        """Do them with this contact from now on."""
        self._contact_id = contact_id

    def fill_menu(self, menu: QMenu) -> None:
        """Put in what can be done now."""
        pasted = QApplication.clipboard().mimeData()
        menu.clear()
        menu.addAction(self.tr("Choose a photo…")).triggered.connect(self.choose)
        paste = menu.addAction(self.tr("Paste") + "\t" + self.tr("Ctrl+V"))
        paste.triggered.connect(self.paste)
        paste.setEnabled(pasted is not None and may_hold_picture(pasted))
        if self._photo() is not None:
            menu.addAction(self.tr("Crop…")).triggered.connect(self.crop)
            menu.addSeparator()
            menu.addAction(self.tr("Remove") + "\t" + self.tr("Del")).triggered.connect(self.remove)

    def choose(self) -> None:
        """Take a picture from a file."""
        self.take(choose_picture(self._owner))

    def paste(self) -> None:
        """Take the picture that was copied, if one was."""
        self.take_mime(QApplication.clipboard().mimeData())

    def take_mime(self, data: QMimeData | None) -> bool:
        """Take what was dropped or copied; return whether it could be a picture."""
        image = picture_in(data)
        self.take(image)
        return image is not None

    def take(self, image: QImage | None) -> None:
        """Make a picture the photo; say so if it can't be read."""
        if image is None:
            return
        if image.isNull():
            self._desk.problem_met.emit(
                UserProblem(
                    self.tr("This is not a picture that can be read."),
                    remedy=self.tr("JPEG, PNG and WebP pictures can."),
                )
            )
            return
        self._store(photo_of(image))

    def crop(self) -> None:
        """Let the user choose the part of the photo that is shown."""
        photo = self._photo()
        if photo is None:
            return
        from notebook_app.gui.people.crop_dialog import CropDialog

        image = QImage.fromData(photo.data)
        if image.isNull():
            self.take(image)
            return
        dialog = CropDialog(image, self._owner)
        dialog.cropped.connect(self.take)
        dialog.open()

    def remove(self) -> None:
        """Take the photo away."""
        if self._photo() is not None:
            self._store(None)

    def _photo(self) -> Photo | None:
        contact_id = self._contact_id
        contact = None if contact_id is None else self._desk.notebook.contacts.get(contact_id)
        return None if contact is None else contact.details.photo

    def _store(self, photo: Photo | None) -> None:
        contact_id, notebook = self._contact_id, self._desk.notebook
        contact = None if contact_id is None else notebook.contacts.get(contact_id)
        if contact is None or contact_id is None:
            return
        draft = notebook.contacts.draft_of(contact)
        changed = replace(draft, details=replace(draft.details, photo=photo))
        self._desk.perform(lambda: update_contact(notebook, contact_id, changed))
