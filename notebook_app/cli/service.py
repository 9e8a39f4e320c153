"""``service add|list|told``: what the user offers, and whom they told of it."""

from argparse import Namespace

from notebook_app.cli.acts import Act, command_of
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser
from notebook_app.cli.date_words import date_from
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line, shortened, table
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed
from notebook_app.model.offering import Service
from notebook_app.services.find_contact import find_contact
from notebook_app.services.keep_services import add_service, tell_of_service
from notebook_app.storage.notebook import Notebook


def _add_add_arguments(parser: CommandParser) -> None:
    parser.add_argument("name", metavar="NAME", help="what it is called")
    parser.add_argument("--description", metavar="TEXT", default="", help="what it is, in words")


def _add(options: Namespace, context: CommandContext) -> int:
    with context.writing() as notebook:
        changes = add_service(notebook, options.name, options.description)
        (service_id,) = changes.of(Changed.SERVICE)
        service = _service(notebook, service_id)
    if options.json:
        write_json(_json(service), context.stdout)
    else:
        context.say(one_line(f"{changes.label} (number {service.id})."))
    return 0


def _list(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        services = notebook.offerings.services()
    if options.json:
        write_json([_json(service) for service in services], context.stdout)
        return 0
    if not services:
        context.say("There are no services yet.")
        return 0
    rows = [
        (
            str(each.id),
            shortened(each.name, 40),
            f"{each.uses} use it",
            f"{each.told} were told",
            f"{each.declined} said no",
        )
        for each in services
    ]
    for line in table(rows):
        context.say(line)
    return 0


def _add_told_arguments(parser: CommandParser) -> None:
    parser.add_argument("contact", metavar="CONTACT", help="who was told")
    parser.add_argument("service", metavar="SERVICE", help="of what: its name or number")
    parser.add_argument("--on", metavar="DATE", help="the day, today if it is not said")


def _told(options: Namespace, context: CommandContext) -> int:
    on = date_from(options.on, context.today) if options.on else context.today
    with context.writing() as notebook:
        contact = find_contact(notebook, options.contact)
        service_id = notebook.offerings.find(options.service)
        if service_id is None:
            raise UserProblem(
                f"“{options.service}” is none of your services.", "", "Add it: service add NAME."
            )
        changes = tell_of_service(notebook, [contact.id], service_id, on)
        service = _service(notebook, service_id)
        standing = next(
            each
            for each in notebook.contact_overview.services(contact.id)
            if each.service_id == service_id
        )
    if options.json:
        document: Json = {
            "contact": {"id": contact.id, "name": contact.name},
            "service": {"id": service.id, "name": service.name},
            "knowledge": standing.knowledge.value if standing.knowledge else None,
            "since": standing.since.isoformat() if standing.since else None,
        }
        write_json(document, context.stdout)
    elif changes is None:
        context.say(one_line(f"{contact.name} knows of {service.name} already."))
    else:
        context.say(one_line(f"{changes.label}."))
    return 0


def _service(notebook: Notebook, service_id: int) -> Service:
    return next(each for each in notebook.offerings.services(retired=True) if each.id == service_id)


def _json(service: Service) -> Json:
    return {
        "id": service.id,
        "uid": service.uid,
        "name": service.name,
        "description": service.description or None,
        "told": service.told,
        "uses": service.uses,
        "declined": service.declined,
    }


COMMAND = command_of(
    Act("add", "add something that you offer", _add, _add_add_arguments),
    Act("list", "what you offer, and how many know of it", _list),
    Act("told", "put down that you told somebody of it", _told, _add_told_arguments),
)
