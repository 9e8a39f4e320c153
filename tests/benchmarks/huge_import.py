"""How much memory an import of very many cards takes, and how long other threads wait meanwhile.

Run with ``python -m tests.benchmarks.huge_import [CARDS]``. The processes that read beside it
have a few dozen megabytes each, whatever the size of the file.
"""

import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

if sys.platform != "win32":
    import resource


def main(cards: int) -> None:
    """Make a file, and import it in a process of its own, whose memory nothing else took."""
    from tests.benchmarks.card_files import iphone_file

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cards.vcf"
        path.write_bytes(iphone_file(cards))
        print(f"{cards} cards, {path.stat().st_size / 1e6:.0f} MB", flush=True)
        subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.huge_import", str(path)], check=True
        )


def measure(path: Path) -> None:
    """Import ``path`` into a new notebook beside it and print what it took."""
    from notebook_app.services.import_vcards import import_vcards
    from notebook_app.services.plan_import import plan_import
    from notebook_app.storage.notebook import Notebook

    waiting = _Waiting()
    waiting.start()
    notebook = Notebook.open(path.with_name("notebook.db"), region="DE")
    begun = time.perf_counter()
    plan = plan_import(notebook, [path])
    planned = time.perf_counter()
    _row("planned", planned - begun)
    import_vcards(notebook, plan)
    _row("imported", time.perf_counter() - planned)
    notebook.close()
    waiting.stop()
    print(f"  longest wait of another thread {waiting.longest * 1000:.0f} ms")


class _Waiting(threading.Thread):
    """Looks how long a thread that wants to run every 2 ms has to wait at most, in seconds."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.longest = 0.0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.is_set():
            before = time.perf_counter()
            time.sleep(0.002)
            self.longest = max(self.longest, time.perf_counter() - before - 0.002)

    def stop(self) -> None:
        self._over.set()
        self.join()


def _row(what: str, seconds: float) -> None:
    memory = ""
    if sys.platform != "win32":
        memory = f", at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    print(f"  {what} in {seconds:.1f} s{memory}", flush=True)


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else "100000"
    if given.isdigit():
        main(int(given))
    else:
        measure(Path(given))
