"""``search --everything WORDS``: all that holds the words, in groups, with the words marked."""

from argparse import Namespace
from collections.abc import Iterator

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.date_words import day_words
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line, shortened
from notebook_app.model.found import Found, FoundKind
from notebook_app.model.search_marks import MarkedText
from notebook_app.services.search_everything import FirstFound, search_everything

_HEADINGS = {
    FoundKind.PEOPLE: "People",
    FoundKind.CONVERSATIONS: "Conversations",
    FoundKind.FOLLOW_UPS: "Follow-ups",
    FoundKind.EVENTS: "Events",
    FoundKind.OPPORTUNITIES: "Opportunities",
}
_FRAGMENT_WIDTH = 100


def show_everything(options: Namespace, context: CommandContext) -> int:
    """Run the command."""
    words = " ".join(options.words)
    with context.reading() as notebook:
        groups = search_everything(notebook, words, options.most)
    if options.json:
        write_json({"words": words, "groups": [_group(group) for group in groups]}, context.stdout)
        return 0
    if not groups:
        context.say("Nothing was found.")
    for group in groups:
        context.say(f"{_HEADINGS[group.kind]} ({_count(group)})")
        for found in group.results:
            for line in _lines(found):
                context.say(line)
    return 0


def _count(group: FirstFound) -> str:
    return f"{group.count}{'' if group.counted_all else '+'}"


def _lines(found: Found) -> Iterator[str]:
    head = [str(found.id), one_line(found.title.text)]
    head += [one_line(part) for part in (found.beside.text, found.sort, found.state) if part]
    if found.on:
        head.append(day_words(found.on))
    yield "  " + "  ".join(head)
    if found.fragment.text:
        yield f"      {shortened(found.fragment.text, _FRAGMENT_WIDTH)}"


def _group(group: FirstFound) -> Json:
    return {
        "group": group.kind.value,
        "count": group.count,
        "counted_all": group.counted_all,
        "results": [_result(found) for found in group.results],
    }


def _result(found: Found) -> Json:
    return {
        "id": found.id,
        "contact_id": found.contact_id,
        "title": _marked(found.title),
        "beside": _marked(found.beside) if found.beside.text else None,
        "fragment": _marked(found.fragment) if found.fragment.text else None,
        "fragment_of": found.part.value if found.fragment.text else None,
        "date": found.on.isoformat() if found.on else None,
        "time": found.at.isoformat("minutes") if found.at else None,
        "kind": found.sort or None,
        "state": found.state or None,
    }


def _marked(text: MarkedText) -> Json:
    marks = [{"start": start, "length": length} for start, length in text.marks]
    return {"text": text.text, "marks": marks}
