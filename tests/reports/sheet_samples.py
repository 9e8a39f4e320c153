"""Contacts for printed lists, made in a line."""

from notebook_app.model.contact import Contact, ContactDetails, Phone
from notebook_app.model.partial_date import PartialDate


def contact(number: int, name: str, phone: str = "", birthday: str = "", **more: str) -> Contact:
    """Return a person with at most a number and a birthday, and plain fields by name."""
    details = ContactDetails(
        display_name=name,
        phones=(Phone(phone, "mobile"),) if phone else (),
        birthday=PartialDate.parse(birthday) if birthday else None,
        **more,  # type: ignore[arg-type]
    )
    return Contact(number, f"uid-{number}", details)
