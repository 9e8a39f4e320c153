"""``python -m notebook_app``; also the console script ``contact-notebook``.

Processes that read large files import this module once more, so it loads nothing by itself.
"""

import sys


def main() -> int:
    """Run Contact Notebook and return its exit status."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        # In the packaged program a process that reads cards is this very file, started again.
        freeze_support()
    from notebook_app.assembly import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
