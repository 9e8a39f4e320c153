"""Which clients know of which service, as a document."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from notebook_app.model.insights.services_report import ClientServices, Heard, ServicesReport
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document, Section, Table
from notebook_app.reports.insights.report_words import bars_of, counted, name

_SIGNS: Final = {Heard.USES: "uses", Heard.TOLD: "told", Heard.DECLINED: "no", Heard.NOT_TOLD: "–"}
SERVICE_COLUMNS: Final = ("Uses", "Told on", "Declined", "Not told", "To tell")


def services_document(
    report: ServicesReport, clients: Sequence[ClientServices], today: date, words: DateWords
) -> Document:
    """Return how many clients know of each service, and the matrix of ``clients``."""
    sentences = [
        f"{counted(each.not_told, 'client')} never heard of {name(each.name)}."
        for each in report.services
        if each.not_told
    ]
    rows = tuple(
        (
            name(each.name),
            *(str(each.of(heard)) for heard in Heard),
            str(each.to_tell),
        )
        for each in report.services
    )
    bars = [
        (name(each.name), tuple(float(each.of(heard)) for heard in Heard), str(report.clients))
        for each in report.services
    ]
    clients_words = f"{counted(report.clients, 'client')}."
    told = (
        clients_words if report.clients else "Nobody has the role client yet.",
        *([" ".join(sentences)] if sentences else []),
        "“To tell” leaves out those who rest, and those with a follow-up that names it.",
    )
    sections = [
        Section(
            "Services",
            (),
            paragraphs=told if rows else ("No services are written down yet.",),
            bars=bars_of(bars, tuple(heard.value for heard in Heard)),
            table=Table(("Service", *SERVICE_COLUMNS), rows, (1, 2, 3, 4, 5)) if rows else None,
        )
    ]
    if rows and clients:
        matrix = tuple(
            (name(client.name), *(_SIGNS[heard] for heard in client.knows)) for client in clients
        )
        columns = ("Client", *(name(each.name) for each in report.services))
        sections.append(Section("Clients", (), table=Table(columns, matrix)))
    return Document(
        "Services",
        f"As of {words.full_day(today)}",
        tuple(sections),
        foot=f"Printed {words.full_day(today)}",
        compact=True,
    )
