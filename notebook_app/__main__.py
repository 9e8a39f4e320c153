"""``python -m notebook_app``; also the console script ``contact-notebook``."""

import sys

from notebook_app.assembly import main

if __name__ == "__main__":
    sys.exit(main())
