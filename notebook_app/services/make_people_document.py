"""Make one of the documents about people: gather them, and put them into words for paper."""

from collections.abc import Callable, Collection, Sequence

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.reports.birthday_list import birthday_list
from notebook_app.reports.contact_parts import Leave, Part
from notebook_app.reports.contact_sheet import contact_sheets
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.directory import directory
from notebook_app.reports.document import Document
from notebook_app.reports.event_sheet import event_sheet
from notebook_app.reports.people_style import USUAL_PARTS, PeopleStyle
from notebook_app.reports.phone_list import phone_list
from notebook_app.services.print_contacts import (
    contacts_to_print,
    event_to_print,
    private_tags,
    sheet_people,
)
from notebook_app.storage.notebook import Notebook


def people_document(
    notebook: Notebook,
    style: PeopleStyle,
    contact_ids: Sequence[int],
    words: DateWords,
    picture_of: Callable[[int], bytes] | None = None,
    *,
    language: str = "en",
    shown: Collection[Part] | None = None,
    progress: Progress | None = None,
) -> Document:
    """Return the document about these people; tags that are private are left out.

    Sheets come in the order given, the others in their own. ``language`` is that of the alphabet
    (BCP 47); without ``shown`` the parts are the usual ones.

    Raises:
        UserProblem: there is nobody to print, or none of them has what the list is about.
        Cancelled: the user asked to stop.
    """
    today = notebook.clock.today()
    leave = Leave(USUAL_PARTS[style] if shown is None else shown, private_tags(notebook))
    if style is PeopleStyle.SHEET:
        people = sheet_people(notebook, contact_ids, progress)
        return contact_sheets(people, today, words, picture_of, leave=leave)
    contacts = contacts_to_print(notebook, contact_ids, progress)
    if style is PeopleStyle.DIRECTORY:
        return directory(contacts, today, words, language=language, leave=leave)
    if style is PeopleStyle.PHONES:
        made = phone_list(contacts, today, words, language=language, leave=leave)
        missing = "phone number"
    else:
        made = birthday_list(contacts, today, words, leave=leave)
        missing = "birthday"
    if not made.sections:
        raise UserProblem(
            "There is nothing to print.", f"None of these people has a {missing}.", ""
        )
    return made


def event_document(
    notebook: Notebook, event_id: int, words: DateWords, without: Collection[int] = ()
) -> Document:
    """Return the sheet to take along to an event; ``without`` names contacts to leave out.

    Raises:
        UserProblem: it is not in the notebook.
    """
    event, linked = event_to_print(notebook, event_id)
    expected = [each for each in linked if each.contact_id not in without]
    return event_sheet(event, expected, notebook.clock.today(), words)
