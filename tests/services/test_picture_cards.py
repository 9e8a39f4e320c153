"""Pictures of QR codes go into the same preview as files; what is no card is said of the file."""

import random
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.importing.grey_picture import grey_pictures, readable_endings
from notebook_app.services.card_sources import opened_source
from notebook_app.services.import_plan import CardState, ImportPlan
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.importable_endings import PICTURE_ENDINGS
from notebook_app.services.plan_import import plan_import
from notebook_app.services.prepare_cards import PreparedCard
from notebook_app.storage.notebook import Notebook
from tests.qr_pictures import (
    MECARD,
    VCARD,
    code_image,
    code_picture,
    on_nothing,
    picture,
    side_by_side,
)

# A GIF of one pixel; Qt reads them and writes none.
GIF = bytes.fromhex("47494638396101000100800000ffffff0000002c00000000010001000002024401003b")


def plan(notebook: Notebook, data: bytes, name: str = "fair.png") -> ImportPlan:
    """Return the preview of importing a picture."""
    return plan_import(notebook, [(name, data)], read_picture=grey_pictures)


def names(planned: ImportPlan) -> list[str]:
    """Return the names in a preview."""
    return [card.name for card in planned.cards]


def problem_of(notebook: Notebook, data: bytes, name: str = "fair.png") -> str:
    """Return what is said of a picture that can't be imported."""
    with pytest.raises(UserProblem) as caught:
        plan(notebook, data, name)
    return caught.value.one_line()


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "bmp"])
def test_a_picture_of_a_card_gives_the_person(
    notebook: Notebook, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"fair.{kind}"
    path.write_bytes(code_picture(VCARD, kind))
    planned = plan_import(notebook, [path], read_picture=grey_pictures)
    assert [(card.source, card.state, card.name) for card in planned.cards] == [
        (f"fair.{kind}", CardState.NEW, "Åsa Ørn")
    ]
    import_vcards(notebook, planned)
    again = plan_import(notebook, [path], read_picture=grey_pictures)
    assert [card.state for card in again.cards] == [CardState.UNCHANGED]


def test_several_codes_in_one_picture_give_several_people(notebook: Notebook) -> None:
    """A code of something else beside them takes none of them away."""
    data = side_by_side(VCARD, "https://example.org", MECARD)
    assert sorted(names(plan(notebook, data))) == ["Carla Mendes", "Åsa Ørn"]


def test_a_card_that_cannot_be_read_whole_is_set_aside_like_any_other(notebook: Notebook) -> None:
    planned = plan(notebook, code_picture("BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nEND:VCARD\r\n"))
    assert [card.state for card in planned.cards] == [CardState.UNREADABLE]


@pytest.mark.parametrize("ink", ["black", "white", "#1D5C4D"])
def test_a_code_on_a_clear_ground_is_seen(notebook: Notebook, ink: str) -> None:
    assert names(plan(notebook, on_nothing(MECARD, ink))) == ["Carla Mendes"]


def test_a_code_in_white_on_black_is_seen(notebook: Notebook) -> None:
    image = code_image(MECARD)
    image.invertPixels()
    assert names(plan(notebook, picture(image))) == ["Carla Mendes"]


@pytest.mark.parametrize("degrees", [7, 90, 205])
def test_a_card_held_askew_is_read(notebook: Notebook, degrees: int) -> None:
    whole = QImage(900, 900, QImage.Format.Format_RGB32)
    whole.fill(QColor("#8a7f70"))
    turned = code_image(VCARD).convertToFormat(QImage.Format.Format_ARGB32)
    turned = turned.transformed(QTransform().rotate(degrees))
    painter = QPainter(whole)
    painter.drawImage(150, 150, turned)
    painter.end()
    assert names(plan(notebook, picture(whole, "jpeg"))) == ["Åsa Ørn"]


def test_a_picture_without_a_code_is_named(notebook: Notebook) -> None:
    blank = QImage(300, 200, QImage.Format.Format_RGB32)
    blank.fill(QColor("orange"))
    words = problem_of(notebook, picture(blank), "holiday.png")
    assert words.startswith("No QR code can be made out in holiday.png.")
    assert "holiday.gif" in problem_of(notebook, GIF, "holiday.gif")


def test_a_code_of_something_else_is_quoted(notebook: Notebook) -> None:
    words = problem_of(notebook, code_picture("https://example.org/" + "x" * 100), "poster.png")
    assert "The QR code in poster.png holds no contact card." in words
    assert "“https://example.org/xxx" in words
    assert "x" * 60 not in words


def test_a_picture_that_spoils_the_choice_of_files_writes_nothing(notebook: Notebook) -> None:
    sources = [("phone.vcf", VCARD.encode()), ("poster.png", code_picture("hello"))]
    with pytest.raises(UserProblem, match=r"poster\.png"):
        plan_import(notebook, sources, read_picture=grey_pictures)
    assert notebook.contacts.all_ids() == []


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(notebook: Notebook) -> None:
    huge = QImage(20_000, 20_000, QImage.Format.Format_Mono)
    huge.fill(0)
    data = picture(huge)
    assert len(data) < 100_000
    words = problem_of(notebook, data, "bomb.png")
    assert "bomb.png is too large" in words
    assert "20000 × 20000" in words


@pytest.mark.qt_log_level_fail("CRITICAL")
@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "bmp"])
def test_damaged_pictures_are_one_sentence(notebook: Notebook, kind: str) -> None:
    whole = code_picture(VCARD, kind)
    for length in (24, 60):
        assert f"cut.{kind}" in problem_of(notebook, whole[:length], f"cut.{kind}")


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_pictures_with_damaged_bytes_never_end_in_a_bug() -> None:
    """Each gives its card all the same, or a sentence."""
    dice = random.Random(7)
    whole = [code_picture(MECARD, kind) for kind in ("png", "jpeg", "webp", "bmp")] + [GIF]
    outcomes: Counter[str] = Counter()
    for _ in range(300):
        data = bytearray(dice.choice(whole))
        for _ in range(dice.choice((1, 4, 20))):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            outcomes["read"] += len(list(opened_source(("x.png", bytes(data)), grey_pictures)))
        except UserProblem as problem:
            outcomes[problem.title] += 1
    assert outcomes["read"] > 10
    assert outcomes["x.png is a picture that is damaged."] > 10


def test_a_kind_of_picture_that_cannot_be_read_here_is_said_to_be_one(notebook: Notebook) -> None:
    if readable_endings((".heic",)):
        pytest.skip("pictures of iPhones can be read here")
    data = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100
    assert "IMG_1.heic is a picture of a kind that can't be read here." in problem_of(
        notebook, data, "IMG_1.heic"
    )


def test_without_a_reader_of_pictures_they_are_no_source(notebook: Notebook) -> None:
    with pytest.raises(UserProblem, match=r"fair\.png is a picture"):
        list(opened_source(("fair.png", code_picture(VCARD))))


def test_the_usual_endings_are_readable() -> None:
    assert set(readable_endings(PICTURE_ENDINGS)) >= {".png", ".jpg", ".jpeg", ".webp", ".gif"}


LONG = VCARD.replace("NOTE:Met", "NOTE:" + "Met once, and met again. " * 6 + "Met").encode()


@pytest.mark.parametrize("cuts", [(40,), (len(LONG) // 2,), (41, 120), (len(LONG) - 6,)])
def test_codes_that_make_one_card_together_are_joined(
    notebook: Notebook, cuts: tuple[int, ...]
) -> None:
    ends = (*cuts, len(LONG))
    parts = [LONG[begin:end] for begin, end in zip((0, *cuts), ends, strict=True)]

    planned = plan(notebook, side_by_side(*reversed(parts), "https://fair.example"))

    [card] = planned.prepared
    assert names(planned) == ["Åsa Ørn"]
    assert isinstance(card[1], PreparedCard)
    assert card[1].details().note.count("Met again".lower()) == 6


@pytest.mark.parametrize("part", [LONG[:150], LONG[150:]])
def test_a_card_of_which_a_part_is_missing_is_refused(notebook: Notebook, part: bytes) -> None:
    assert "only a part of a contact card" in problem_of(notebook, side_by_side(part))


def test_parts_whose_order_is_not_clear_are_not_joined(notebook: Notebook) -> None:
    parts = [LONG[:40], LONG[40:90], LONG[90:150], LONG[150:]]

    assert "only a part of a contact card" in problem_of(notebook, side_by_side(*parts))


def test_a_card_that_only_lacks_its_end_goes_in(notebook: Notebook) -> None:
    assert names(plan(notebook, code_picture(VCARD.replace("END:VCARD\r\n", "")))) == ["Åsa Ørn"]
