"""Takes a step out of every import that PySide6 puts there, for a feature that nothing here uses.

PySide6 reads the source of each module that is imported after it, in case it asks for other names
of Qt's methods (``from __feature__ import snake_case``). Reading the source of more than a hundred
modules takes a tenth of the start.
"""

import builtins
from typing import Final

_WITH_FEATURES: Final = "__feature_import__"
_BEFORE: Final = "__orig_import__"
"""PySide's names in ``builtins`` (``shibokensupport/signature/loader.py``, 6.8 to 6.12)."""


def import_plainly() -> None:
    """Load PySide6 and let imports be as before its features; where it has none, nothing happens.

    Raises:
        ImportError: PySide6 or a system library that it needs is missing.
    """
    import PySide6.QtCore

    assert PySide6.QtCore
    before = getattr(builtins, _BEFORE, None)
    if before is not None and getattr(builtins.__import__, "__name__", "") == _WITH_FEATURES:
        builtins.__import__ = before
