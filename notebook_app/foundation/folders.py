"""The folders that the program may write to."""

from pathlib import Path

from notebook_app.foundation.record import record


@record
class Folders:
    """Where the notebook, the settings of the window, and the log lie."""

    data: Path
    config: Path
    state: Path

    @property
    def default_notebook(self) -> Path:
        """The notebook that is opened when none is named."""
        return self.data / "notebook.db"

    @property
    def window_settings(self) -> Path:
        """Size, splitters, last page: all that belongs to the window, not to the notebook."""
        return self.config / "window.ini"

    @property
    def log_file(self) -> Path:
        """The program's log."""
        return self.state / "contact-notebook.log"
