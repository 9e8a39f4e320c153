"""Stores the user's own good questions, and which ready-made ones are not wanted."""

from peewee import SqliteDatabase

from notebook_app.model.good_questions import READY_MADE, Question
from notebook_app.storage.tables.knowing_tables import QuestionTable


class QuestionStore:
    """Reads and writes questions. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def all(self) -> list[Question]:
        """Return all questions, hidden ones too: the user's own first, then the ready-made."""
        own: list[Question] = []
        hidden: set[str] = set()
        for question_id, text, is_hidden in self._database.execute_sql(
            "SELECT id, text, hidden FROM question ORDER BY position, id"
        ):
            if text in READY_MADE:
                hidden |= {text} if is_hidden else set()
            else:
                own.append(Question(text, question_id, bool(is_hidden)))
        return own + [Question(text, hidden=text in hidden) for text in READY_MADE]

    def offered(self) -> list[Question]:
        """Return the questions that may be asked."""
        return [question for question in self.all() if not question.hidden]

    def add(self, text: str) -> None:
        """Add a question of the user's own; one that is there already is offered again."""
        words = " ".join(text.split())
        if words in READY_MADE:
            self.show(words)
            return
        self._database.execute_sql(
            "INSERT INTO question(text, position)"
            " VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM question))"
            " ON CONFLICT (text) DO UPDATE SET hidden = 0",
            (words,),
        )

    def change(self, old_text: str, text: str) -> None:
        """Ask in other words; a ready-made question is hidden and the user's own stands for it."""
        words = " ".join(text.split())
        if words == old_text:
            return
        known = {question.text for question in self.all()}
        if old_text in READY_MADE or words in known:
            self.remove(old_text)
            self.add(words)
            return
        QuestionTable.update(text=words).where(QuestionTable.text == old_text).execute(
            self._database
        )

    def remove(self, text: str) -> None:
        """Take a question of the user's own out of the notebook; hide a ready-made one."""
        if text in READY_MADE:
            self.hide(text)
        else:
            QuestionTable.delete().where(QuestionTable.text == text).execute(self._database)

    def hide(self, text: str) -> None:
        """Offer a question no longer."""
        self._database.execute_sql(
            "INSERT INTO question(text, hidden) VALUES (?, 1)"
            " ON CONFLICT (text) DO UPDATE SET hidden = 1",
            (text,),
        )

    def show(self, text: str) -> None:
        """Offer a question again."""
        if text in READY_MADE:
            QuestionTable.delete().where(QuestionTable.text == text).execute(self._database)
        else:
            QuestionTable.update(hidden=0).where(QuestionTable.text == text).execute(self._database)
