"""What is said once one looked back on everybody: how many, and how they came."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.opportunities.opportunity_words import source_words
from notebook_app.storage.notebook import Notebook


def end_words(notebook: Notebook, contact_ids: Sequence[int], locale: QLocale) -> tuple[str, str]:
    """Return a title and a sentence about the clients of whom it was asked."""
    number = locale.toString
    if not contact_ids:
        return _tr("There is nobody to look back on"), _tr(
            "Of each client it is known how they came, or nobody has the role client yet."
        )
    title = _tr("That was everybody")
    found = (notebook.origins.of(contact_id) for contact_id in contact_ids)
    sources = Counter(origin.draft.source for origin in found if origin is not None)
    if not sources:
        return title, _tr("You left all of them for later.")
    said = [
        f"{number(count)} {_tr('not known') if source is None else source_words(source).lower()}"
        for source, count in sources.most_common()
    ]
    sentence = _tr("You looked back on {n} clients: {sources}.").format(
        n=number(sources.total()), sources=", ".join(said)
    )
    left = len(contact_ids) - sources.total()
    if left:
        one, many = _tr("1 is left for later."), _tr("{n} are left for later.")
        words = one if left == 1 else many.format(n=number(left))
        sentence = f"{sentence} {words}"
    return title, sentence


def _tr(text: str) -> str:
    return QCoreApplication.translate("LookBack", text)
