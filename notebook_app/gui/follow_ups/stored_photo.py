"""Reads photos of the notebook for those who paint them."""

from notebook_app.gui.theme.avatar_painter import PhotoLoader
from notebook_app.storage.notebook import Notebook


def photo_loader(notebook: Notebook) -> PhotoLoader:
    """Return what reads the bytes of a photo by its row id."""

    def load(photo_id: int) -> bytes | None:
        photo = notebook.contacts.photo(photo_id)
        return None if photo is None else photo.data

    return load
