"""A plain text of a document says all of it in 78 columns."""

from notebook_app.foundation.text_cells import cells
from notebook_app.reports.document import Document, Entry, Section, Table
from notebook_app.reports.text_document import WIDTH, text_document
from tests.reports.awkward_document import AWKWARD


def test_no_line_is_wider_than_the_page_whatever_is_in_it() -> None:
    lines = text_document(AWKWARD).splitlines()
    assert max(map(cells, lines)) <= WIDTH
    assert all(line == line.rstrip() for line in lines)


def test_each_thing_to_do_has_a_box_what_one_needs_and_room_to_write() -> None:
    entry = Entry(
        "Grace Holt",
        beside="Holt Estate Agents",
        phone="+44 20 7946 0958",
        act="Call",
        when="10:00",
        text="Is the lease renewed?",
        aside="Tue 10 Nov",
        mark="12 days late",
        trail=("Last: ", "the lease", ", 6 months ago"),
        ruled=("Said", ""),
        code="17K",
    )
    document = Document("Follow-ups", "Overdue", (Section("Overdue", (entry,), aside="1"),))
    assert text_document(document).splitlines()[:14] == [
        "Follow-ups",
        "==========",
        "Overdue",
        "",
        "",
        "Overdue (1)",
        "-----------",
        "[ ] Grace Holt · Holt Estate Agents                           +44 20 7946 0958",
        "17K 10:00  Call                                      Tue 10 Nov · 12 days late",
        "    Is the lease renewed?",
        "    Last: the lease, 6 months ago",
        "    Said _____________________________________________________________________",
        "    __________________________________________________________________________",
        "",
    ]


def test_wide_letters_take_two_columns_and_marks_that_turn_text_are_gone() -> None:
    text = text_document(AWKWARD)
    assert "\u202e" not in text
    assert "evil gnp.exe" in text
    assert "田中 花子" in text


def test_numbers_stand_at_the_end_of_their_column_and_the_total_below_a_rule() -> None:
    table = Table(("Source", "Won"), (("Referral", "7"), ("Other", "12")), (1,), ("Total", "19"))
    text = text_document(Document("R", "", (Section("S", (), table=table),)))
    assert [line for line in text.splitlines() if line][3:10] == [
        "-",
        "Source    Won",
        "-------------",
        "Referral    7",
        "Other      12",
        "-------------",
        "Total      19",
    ]
