"""How long cards take to read, plan, import, import again and export, beside bare vobject.

Run with ``python -m tests.benchmarks.import_cards [CARDS]``; figures depend on the computer and on
what else it does, so the last column gives each as a part of what ``vobject.readComponents``
alone takes there, for export of what vobject takes to serialise the same cards, and the load is
printed beside.
"""

import io
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notebook_app.storage.notebook import Notebook


def main(cards: int) -> None:
    """Measure files of ``cards`` cards of each dialect, and print a table."""
    from tests.benchmarks.card_files import android_file, iphone_file

    plain: dict[str, bool] = {}
    dialects = (
        ("iPhone 3.0", iphone_file, plain),
        ("Android 2.1", android_file, {"allowQP": True}),
    )
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{cards} cards, {os.cpu_count()} processors{load}")
    for dialect, make, settings in dialects:
        data = make(cards)
        print(f"\n{dialect}, {len(data) / 1e6:.1f} MB")
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), data, settings, cards)


def _measure(folder: Path, data: bytes, settings: dict[str, bool], cards: int) -> None:
    import vobject

    from notebook_app.formats.vcard.read import read_cards
    from notebook_app.services.export_vcards import export_vcards
    from notebook_app.services.import_vcards import import_vcards
    from notebook_app.services.plan_import import plan_import
    from notebook_app.storage.notebook import Notebook

    text = data.decode("utf-8")
    parsed: list[vobject.base.Component] = []
    bare = _seconds(lambda: parsed.extend(vobject.readComponents(io.StringIO(text), **settings)))
    bare_writing = _seconds(lambda: [card.serialize(validate=False) for card in parsed])
    parsed.clear()
    _row("vobject.readComponents alone", bare, bare, cards)
    _row("reading alone", _seconds(lambda: sum(1 for _ in read_cards(data))), bare, cards)
    path = folder / "cards.vcf"
    path.write_bytes(data)
    notebook = Notebook.open(folder / "notebook.db", region="DE")
    begun = time.perf_counter()
    plan = plan_import(notebook, [path])
    planned = time.perf_counter()
    outcome = import_vcards(notebook, plan)
    imported = time.perf_counter()
    assert outcome.added == cards
    _row("planning (reading and recognising)", planned - begun, bare, cards)
    _row("importing what was planned", imported - planned, bare, cards)
    _row("both", imported - begun, bare, cards)
    again = _seconds(lambda: import_vcards(notebook, plan_import(notebook, [path])))
    _row("the same file again", again, bare, cards)
    if not settings:
        _measure_edited(notebook, folder, data, bare, cards)
    exported = _seconds(lambda: export_vcards(notebook, folder / "out.vcf"))
    _row("vobject serialising alone", bare_writing, bare_writing, cards)
    _row("export, read back", exported, bare_writing, cards)
    notebook.close()
    other = Notebook.open(folder / "other.db", region="DE")
    stall = _longest_stall(lambda: _in_thread(other, path))
    print(f"  {'longest wait of another thread meanwhile':42} {stall * 1000:8.0f} ms")
    other.close()


def _measure_edited(
    notebook: "Notebook", folder: Path, data: bytes, bare: float, cards: int
) -> None:
    """Measure what it takes when all people were edited on the phone, and to take that back."""
    from notebook_app.services.import_vcards import import_vcards
    from notebook_app.services.plan_import import plan_import
    from notebook_app.services.undo import undo_last
    from notebook_app.services.undo_import import undo_import
    from tests.benchmarks.card_files import edited_on_the_phone

    edited = folder / "edited.vcf"
    edited.write_bytes(edited_on_the_phone(data))
    begun = time.perf_counter()
    plan = plan_import(notebook, [edited])
    planned = time.perf_counter()
    outcome = import_vcards(notebook, plan)
    imported = time.perf_counter()
    import_id = outcome.import_id
    assert outcome.updated == cards
    assert import_id is not None
    _row("all edited on the phone: planning", planned - begun, bare, cards)
    _row("all edited on the phone: importing", imported - planned, bare, cards)
    _row("taking that import back", _seconds(lambda: undo_import(notebook, import_id)), bare, cards)
    _row("undoing that", _seconds(lambda: undo_last(notebook)), bare, cards)
    _row("undoing the import itself", _seconds(lambda: undo_last(notebook)), bare, cards)


def _in_thread(notebook: object, path: Path) -> None:
    from notebook_app.services.import_vcards import import_vcards
    from notebook_app.services.plan_import import plan_import
    from notebook_app.storage.notebook import Notebook

    assert isinstance(notebook, Notebook)
    with notebook.connection():
        import_vcards(notebook, plan_import(notebook, [path]))


def _longest_stall(work: Callable[[], object]) -> float:
    """Run ``work`` in a thread; return how long this one had to wait for its turn at most."""
    thread = threading.Thread(target=work)
    thread.start()
    longest = 0.0
    while thread.is_alive():
        before = time.perf_counter()
        time.sleep(0.002)
        longest = max(longest, time.perf_counter() - before - 0.002)
    return longest


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _row(what: str, seconds: float, bare: float, cards: int) -> None:
    print(f"  {what:42} {seconds:6.2f} s {cards / seconds:8.0f} a second {seconds / bare:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
