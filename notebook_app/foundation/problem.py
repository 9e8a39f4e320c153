"""Trouble that the user can do something about, kept apart from our own bugs."""


class UserProblem(Exception):
    """A trouble to be told in one sentence, with what to do about it.

    Everything that is not a ``UserProblem`` is a bug of the program: it is logged and
    shown once with a report that can be copied.
    """

    def __init__(self, title: str, detail: str = "", remedy: str = "") -> None:
        """Take the sentence that says what is wrong, an optional detail, and what to do."""
        super().__init__(title)
        self.title = title
        self.detail = detail
        self.remedy = remedy

    def one_line(self) -> str:
        """Return title, detail and remedy as a single line of text."""
        parts = (self.title, self.detail, self.remedy)
        return " ".join(" ".join(part.split()) for part in parts if part)
