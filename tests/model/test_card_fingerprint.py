"""Equal cards have equal fingerprints however they are listed and spelled; others do not."""

from dataclasses import replace

from notebook_app.model.card_fingerprint import card_fingerprint
from notebook_app.model.contact import ContactDetails, Email, NameParts, Phone
from notebook_app.model.partial_date import PartialDate

ANN = ContactDetails(
    display_name="Ann Berg",
    name=NameParts(given="Ann", family="Berg"),
    phones=(Phone("+49 30 1234", "home"), Phone("112")),
    emails=(Email("ann@mail.example"), Email("ANN@work.example", "work")),
    tags=("Rowing", "Bakery"),
    other_properties=("item1.X-OWN;TYPE=HOME:a", "GENDER:F"),
)


def test_order_and_spelling_make_no_difference() -> None:
    other = replace(
        ANN,
        phones=(Phone("112"), Phone("+49-30/1234", "home")),
        emails=(Email("ann@WORK.example", "work"), Email("ann@mail.example")),
        tags=("Bakery", "Rowing"),
        other_properties=("GENDER:F", "ITEM4.X-own;HOME:a"),
    )

    assert card_fingerprint(other) == card_fingerprint(ANN)


def test_quoted_printable_makes_no_difference() -> None:
    plain = replace(ANN, other_properties=("X-OWN:aä\\nb",))
    encoded = replace(
        ANN, other_properties=("X-OWN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:a=C3=A4=0D=0Ab",)
    )

    assert card_fingerprint(plain) == card_fingerprint(encoded)


def test_any_other_difference_makes_one() -> None:
    different = (
        replace(ANN, display_name="Ann Bergh"),
        replace(ANN, note="a note"),
        replace(ANN, birthday=PartialDate(5, 6)),
        replace(ANN, title="Baker"),
        replace(ANN, profession="Baker"),
        replace(ANN, phones=ANN.phones[:1]),
        replace(ANN, phones=(replace(ANN.phones[0], label="work"), ANN.phones[1])),
        replace(ANN, emails=(replace(ANN.emails[0], preferred=True), ANN.emails[1])),
        replace(ANN, tags=("Rowing",)),
        replace(ANN, other_properties=("GENDER:F",)),
    )
    prints = {card_fingerprint(details) for details in (ANN, *different)}
    prints.add(card_fingerprint(ANN, photo_hash="ab"))

    assert len(prints) == len(different) + 2
