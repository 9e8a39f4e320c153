"""Large steps are put back with few statements, and come back exactly all the same."""

from collections.abc import Callable

import pytest

from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.storage.notebook import Notebook


def _add(notebook: Notebook, count: int) -> list[int]:
    with notebook.change("Added"):
        return [
            notebook.contacts.insert(
                ContactDraft(ContactDetails(display_name=f"P {number}", note=f"a\0b {number}"))
            )
            for number in range(count)
        ]


def _rows(notebook: Notebook) -> list[object]:
    tables = ("contact", "contact_tag", "tag")
    return [
        notebook.database.execute_sql(f"SELECT * FROM {table} ORDER BY 1").fetchall()
        for table in tables
    ]


def test_rows_that_changed_twice_in_a_step_come_back_as_they_were_first(
    notebook: Notebook,
) -> None:
    ids = _add(notebook, 900)
    before = _rows(notebook)
    with notebook.change("Changed all, some twice"):
        notebook.database.execute_sql("UPDATE contact SET note = 'first'")
        notebook.database.execute_sql("UPDATE contact SET note = 'second' WHERE id % 3 = 0")
        tag_id = notebook.contacts.tag_id("Chamber")
        notebook.many.add_tag(ids, tag_id, "Chamber")
    after = _rows(notebook)
    notebook.undo()
    assert _rows(notebook) == before
    notebook.redo()
    assert _rows(notebook) == after


def test_what_went_and_came_in_a_step_comes_back_and_goes(notebook: Notebook) -> None:
    ids = _add(notebook, 300)
    before = _rows(notebook)
    with notebook.change("Took some out, put others in"):
        notebook.database.execute_sql("DELETE FROM contact WHERE id % 2 = 0")
        notebook.contacts.insert(ContactDraft(ContactDetails(display_name="New")))
        notebook.database.execute_sql("UPDATE contact SET note = 'left' WHERE id % 2 = 1")
    after = _rows(notebook)
    notebook.undo()
    assert _rows(notebook) == before
    assert [contact.id for contact in notebook.contacts.many(ids)] == ids
    notebook.redo()
    assert _rows(notebook) == after


def test_the_search_finds_what_came_back(notebook: Notebook) -> None:
    ids = _add(notebook, 600)
    with notebook.change("Took all out"):
        notebook.database.execute_sql("DELETE FROM contact")
    notebook.undo()
    found = notebook.database.execute_sql(
        "SELECT count(*) FROM contact_search WHERE contact_search MATCH 'P'"
    ).fetchone()[0]
    assert found == len(ids)
    notebook.database.execute_sql(
        "INSERT INTO contact_search(contact_search) VALUES ('integrity-check')"
    )


def test_a_large_step_takes_few_statements(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = _add(notebook, 1000)
    with notebook.change("Deleted"):
        notebook.many.set_deleted(ids, True)
    statements: list[str] = []
    execute: Callable[..., object] = notebook.database.execute_sql

    def counted(sql: str, *rest: object) -> object:
        statements.append(sql)
        return execute(sql, *rest)

    monkeypatch.setattr(notebook.database, "execute_sql", counted)
    notebook.undo()
    assert sum(statement.startswith("UPDATE contact SET") for statement in statements) < 5
    assert len(notebook.contacts.all_ids()) == 1000
