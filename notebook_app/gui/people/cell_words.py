"""How the cells of a list's columns read, and the columns' headings."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from notebook_app.gui.people.contact_words import role_words, stage_words
from notebook_app.model.contact import Role, Stage
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.query.columns import ColumnKey, ListColumn
from notebook_app.storage.list_cells import Cell


def heading(column: ListColumn) -> str:
    """Return what stands over a column."""
    translate = QCoreApplication.translate
    if column.key is ColumnKey.FIELD:
        return column.own_field.replace("-", " ").capitalize()
    return {
        ColumnKey.NAME: translate("Columns", "Name"),
        ColumnKey.ORG: translate("Columns", "Organisation"),
        ColumnKey.TITLE: translate("Columns", "Title"),
        ColumnKey.CITY: translate("Columns", "City"),
        ColumnKey.COUNTRY: translate("Columns", "Country"),
        ColumnKey.PHONE: translate("Columns", "Phone"),
        ColumnKey.EMAIL: translate("Columns", "E-mail"),
        ColumnKey.STAGE: translate("Columns", "Stage"),
        ColumnKey.ROLE: translate("Columns", "Role"),
        ColumnKey.TAG: translate("Columns", "Tags"),
        ColumnKey.LAST: translate("Columns", "Last spoke"),
        ColumnKey.DUE: translate("Columns", "Next due"),
        ColumnKey.BIRTHDAY: translate("Columns", "Birthday"),
        ColumnKey.ADDED: translate("Columns", "Added"),
        ColumnKey.CHANGED: translate("Columns", "Changed"),
    }[column.key]


def cell_words(column: ListColumn, cell: Cell, locale: QLocale) -> str:
    """Return a cell as the table shows it."""
    if cell is None:
        return ""
    if isinstance(cell, PartialDate):
        shape = "d MMM yyyy" if cell.year else "d MMM"
        return locale.toString(QDate(cell.year or 2000, cell.month, cell.day), shape)
    if isinstance(cell, date):
        day = QDate(cell.year, cell.month, cell.day)
        return locale.toString(day, "d MMM yyyy")
    if column.key is ColumnKey.STAGE:
        return stage_words(Stage(cell))
    if column.key is ColumnKey.ROLE:
        return ", ".join(role_words(Role(role)) for role in cell.split(", "))
    return " ".join(cell.split())
