"""Report which clients know of which service."""

from notebook_app.model.insights.services_report import ServicesReport
from notebook_app.storage.notebook import Notebook


def report_services(notebook: Notebook) -> ServicesReport:
    """Return each service with how many clients know of it, as it stands today.

    ``notebook.insights.client_ids`` and ``matrix`` have the people behind each figure.
    """
    return notebook.insights.services()
