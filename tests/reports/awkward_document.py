"""A document with everything in it that is hard to write down, for each form of it."""

from notebook_app.reports.document import Bars, Document, Entry, Section, Table

WICKED = "<b>Bold</b> & \"quoted\" 'x' <script>alert(1)</script>"
TURNED = "evil \u202egnp.exe"

AWKWARD = Document(
    "Follow-ups",
    "This week",
    (
        Section(
            "Overdue",
            (
                Entry(
                    WICKED,
                    beside=TURNED,
                    phone="+44 20 7946 0958",
                    email="a\"b'<c>@example.com",
                    act="Call",
                    text="word " * 60 + "\nsecond line",
                    aside="Tue 10 Nov",
                    mark="12 days late",
                    trail=("Last: ", "محمد عبد الله", ", yesterday"),
                    ruled=("Said", ""),
                    code="17K",
                    place="Ring 1, Bonn",
                ),
                Entry("田中 花子" * 20, phone="0" * 90, rows=(("Mobile", "1"), ("", "2"))),
                Entry("", text="alone", box=False),
                Entry("a" * 300, box=False),
            ),
            aside="4",
            alert=True,
        ),
        Section(
            "Sources",
            (),
            paragraphs=("One paragraph. " * 20, ""),
            bars=Bars(
                (("Call", (3.0, 1.0), "4"), ("None", (0.0, 0.0), WICKED), ("", (), "")),
                ("answered", WICKED),
            ),
            table=Table(
                ("Source", "Won", "A very long title of a column"),
                (("Referral", "7", "x" * 200), (WICKED, "12")),
                (1,),
                ("Total", "19", ""),
            ),
        ),
        Section("Empty", ()),
    ),
    summary="4 follow-ups, 1 overdue",
    foot="Printed today",
    reference="List 12",
)
