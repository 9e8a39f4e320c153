"""A writing aid for handwritten notes: whom to, what was said last, and what to remember."""

from datetime import date
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.briefing import BriefedPerson
from notebook_app.reports.briefing import thanks_in_words
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.distance_words import ago
from notebook_app.reports.shortening import one_line, some_lines

_NAME_LENGTH: Final = 120
_TALK_LENGTH: Final = 500
_TALK_LINES: Final = 6
_FACT_LENGTH: Final = 160
_MOST_FACTS: Final = 8
_MOST_THANKS: Final = 3


@record
class WritingCard:
    """``paragraphs`` are texts with whether they head those that follow."""

    name: str
    beside: str
    paragraphs: tuple[tuple[str, bool], ...]


def writing_card(person: BriefedPerson, today: date, words: DateWords) -> WritingCard:
    """Return what to have before one's eyes when writing to somebody by hand."""
    said: list[tuple[str, bool]] = []
    if person.talks:
        last = person.talks[0]
        said.append((f"Last time – {words.short_day(last.on, today)}, {ago(last.on, today)}", True))
        text = some_lines(last.text, _TALK_LENGTH, _TALK_LINES)
        said.append(
            (text or one_line(last.title, _NAME_LENGTH) or "Nothing was written down.", False)
        )
    else:
        said.append(("Nothing was talked about yet.", False))
    thanks = [thanks_in_words(each) for each in person.owed[:_MOST_THANKS]]
    if thanks:
        said.append(("Say thank you", True))
        said += [(f"• {text}", False) for text in thanks]
    if person.facts:
        said.append(("To remember", True))
        facts = person.facts[:_MOST_FACTS]
        said += [(f"• {one_line(fact, _FACT_LENGTH)}", False) for fact in facts]
    beside = one_line(person.second_line(), _NAME_LENGTH)
    return WritingCard(one_line(person.name, _NAME_LENGTH), beside, tuple(said))
