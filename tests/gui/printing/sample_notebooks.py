"""Real notebooks with follow-ups to print: a few believable ones, many, and awkward ones."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from pathlib import Path

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Email, Phone
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 11, 21)

_SURNAMES = ("Holt", "Mendes", "Tanaka", "Lindqvist", "Morozova", "Rahimi", "Okafor", "Aydın")
_GIVEN = ("Grace", "Carla", "Hiro", "David", "Katya", "Farid", "Ben", "Elif", "Agnes", "Inés")
_PLACES = ("Holt Estate Agents", "Mendes Interiors", "", "Northlight Media", "Studio K")
_NOTES = (
    "Ask about the lease renewal",
    "Thank her for introducing Ben — “loved the cello story”",
    "Quote for the spring catalogue",
    "",
    "Promised the workshop slides. She wanted the ones on pricing, and the name of the printer "
    "who did the linen covers; ask whether the date in March still holds.",
)
_TOPICS = (
    "Asked about the lease renewal.",
    "Her son plays the cello; moving the showroom in March. Needs an accountant",
    "Met at Chamber After Hours, first impressions of the co-working space",
)


def open_notebook(folder: Path) -> Notebook:
    """Return a new notebook on the day of the pictures."""
    return empty_notebook(folder / "notebook.db", StoppedClock(TODAY))


def add_person(
    notebook: Notebook,
    name: str,
    *,
    organization: str = "",
    phone: str = "",
    email: str = "",
) -> int:
    """Add a person and return the row id."""
    details = ContactDetails(
        display_name=name,
        organization=organization,
        phones=(Phone(phone),) if phone else (),
        emails=(Email(email),) if email else (),
    )
    return next(iter(add_contact(notebook, ContactDraft(details)).of(Changed.CONTACT)))


def plan(
    notebook: Notebook,
    contact_id: int,
    days: int,
    note: str = "",
    *,
    kind: FollowUpKind = FollowUpKind.CALL,
    at: time | None = None,
) -> None:
    """Plan a follow-up so many days from the day of the pictures."""
    due = TODAY + timedelta(days=days)
    plan_follow_up(notebook, FollowUpDraft(contact_id, kind, due, at, note))


def talked(notebook: Notebook, contact_id: int, days_ago: int, text: str) -> None:
    """Log a conversation."""
    on = TODAY - timedelta(days=days_ago)
    log_conversation(notebook, ConversationDraft((contact_id,), text, on))


def fill_like_the_pictures(notebook: Notebook) -> None:
    """Add the three or so follow-ups of the pictures."""
    grace = add_person(
        notebook, "Grace Holt", organization="Holt Estate Agents", phone="+44 20 7946 0958"
    )
    talked(notebook, grace, 182, "Asked about the lease renewal.")
    plan(notebook, grace, -12, "Is the lease renewed?")
    carla = add_person(
        notebook, "Carla Mendes", organization="Mendes Interiors", phone="+46 70 123 45 67"
    )
    talked(notebook, carla, 1, "Her son plays the cello; moving the showroom in March.")
    plan(
        notebook,
        carla,
        0,
        "Thank her for introducing Ben — “loved the cello story”",
        kind=FollowUpKind.NOTE,
    )
    david = add_person(
        notebook, "David Lindqvist", organization="Northlight Media", phone="+46 8 123 456 78"
    )
    plan(notebook, david, 3, "First follow-up", kind=FollowUpKind.COFFEE, at=time(10, 0))
    katya = add_person(
        notebook, "Katya Morozova", organization="Studio K", email="katya@studio-k.example"
    )
    plan(notebook, katya, 6, "Promised the workshop slides", kind=FollowUpKind.EMAIL)


def fill_with(notebook: Notebook, count: int) -> list[str]:
    """Add ``count`` people with a follow-up each, and return their names."""
    names = []
    kinds = list(FollowUpKind)
    with notebook.change("Filled"):
        for number in range(count):
            name = f"{_GIVEN[number % 10]} {_SURNAMES[number % 8]} {number}"
            names.append(name)
            details = ContactDetails(
                display_name=name,
                organization=_PLACES[number % 5],
                phones=(Phone(f"+46 70 {number:03} 45 67"),) if number % 7 else (),
                emails=(Email(f"person{number}@example.com"),),
            )
            person = notebook.contacts.insert(ContactDraft(details))
            if number % 4:
                on = TODAY - timedelta(days=number % 400 + 1)
                notebook.conversations.insert(ConversationDraft((person,), _TOPICS[number % 3], on))
            notebook.follow_ups.insert(
                FollowUpDraft(
                    person,
                    kinds[number % len(kinds)],
                    TODAY + timedelta(days=number * 25 // count - 6),
                    time(10, 30) if number % 6 == 0 else None,
                    _NOTES[number % 5],
                )
            )
    return names


def fill_awkwardly(notebook: Notebook) -> Sequence[str]:
    """Add people whose names and notes are hard on paper, and return the names."""
    names = (
        "张伟",
        "田中 花子",
        "محمد عبد الله الفارسي",
        "שרה כהן",
        "Zoë 👩‍🚀 Żółć 🎉",
        "Maximiliane Freifrau von Hohenstein-Württemberg zu Sayn-Wittgenstein-Berleburg",
        "<b>Bold</b> & <script>alert(1)</script>",
        "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "evil \u202egnp.exe",
        "{heading} %n %1 \\n",
    )
    notes = (
        "打电话讨论合同",
        "春のカタログの見積もり",
        "اسأل عن تجديد عقد الإيجار وعن موعد الاجتماع القادم في المكتب الجديد " * 4,
        "לשאול על ההצעה",
        "🎂 cake 🎁 present",
        "word " * 1000,
        "<h1>Not a heading</h1><img src='file:///etc/passwd'>",
        "a" * 5000,
        "Bring:\n- the samples\n- the contract\n- cake",
        "x " * 50_000,
    )
    for place, (name, note) in enumerate(zip(names, notes, strict=True)):
        person = add_person(
            notebook,
            name,
            organization="株式会社テスト"
            if place % 2
            else "شركة الاختبار — Long & Sons <i>Ltd</i>",
            phone="+49 (0)30 / 12345678-90 ext. 1234" if place % 3 else "",
            email=f"a.very.long.address.of.somebody.{place}@a-very-long-company-name.example.com",
        )
        talked(notebook, person, 20 * place, f"<u>{name}</u> " + note[:300])
        plan(notebook, person, place - 3, note, kind=list(FollowUpKind)[place])
    return names
