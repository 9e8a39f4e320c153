"""Notebooks with follow-ups to print, and the documents made of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale

from notebook_app.foundation.progress import no_progress
from notebook_app.gui.printing.prepared_list import PreparedList, prepare_list
from notebook_app.gui.printing.print_choices import PrintChoices
from notebook_app.model.print_range import PrintRangeKind
from notebook_app.storage.notebook import Notebook

Prepare = Callable[..., PreparedList]


@pytest.fixture
def prepare(notebook: Notebook) -> Prepare:
    """Makes the list of all that is open in the notebook, in British English."""

    def prepared(paper: str = "A4", ruled: int = 2) -> PreparedList:
        choices = PrintChoices(kind=PrintRangeKind.ALL_OPEN, paper=paper, ruled=ruled)
        return prepare_list(notebook, choices, QLocale("en_GB"), no_progress())

    return prepared
