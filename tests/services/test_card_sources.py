"""Zipped exports and folders go in file by file; nothing hostile in them is followed."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.services.card_sources import opened_source
from notebook_app.services.import_plan import CardState
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.storage.notebook import Notebook

CONTACT = Path(__file__).parent.parent / "formats" / "cards" / "windows.contact"


def card(name: str) -> bytes:
    """Return a card of somebody."""
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEND:VCARD\r\n".encode()


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_zipped_export_gives_the_cards_of_all_its_files(
    notebook: Notebook, tmp_path: Path
) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(
        zipped({"a/Ann.vcf": card("Ann"), "../../Ben.VCF": card("Ben"), "readme.txt": b"x"})
    )

    assert [name for name, _ in opened_source(path)] == [
        "export.zip: Ann.vcf",
        "export.zip: Ben.VCF",
    ]
    import_vcards(notebook, plan_import(notebook, [path]))
    assert len(notebook.contacts.all_ids()) == 2


def test_a_folder_gives_its_cards_and_sets_aside_what_is_none(
    notebook: Notebook, tmp_path: Path
) -> None:
    folder = tmp_path / "phone"
    (folder / "more").mkdir(parents=True)
    (folder / "Ann.vcf").write_bytes(card("Ann"))
    (folder / "broken.vcf").write_bytes(b"nothing of a card")
    (folder / "empty.vcf").write_bytes(b"")
    (folder / "more" / "Tilly.contact").write_bytes(CONTACT.read_bytes())
    (folder / "linked.vcf").symlink_to(tmp_path / "elsewhere.vcf")
    (tmp_path / "elsewhere.vcf").write_bytes(card("Elsewhere"))

    plan = plan_import(notebook, [folder])

    assert [(planned.state, planned.name) for planned in plan.cards] == [
        (CardState.NEW, "Ann"),
        (CardState.UNREADABLE, ""),
        (CardState.UNREADABLE, ""),
        (CardState.NEW, "Dr Matilda Ørn, MD"),
    ]
    assert "nothing of a card" in plan.cards[1].raw
    assert "is not a vCard file" in plan.cards[1].raw


@pytest.mark.parametrize(
    "data",
    [
        zipped({"bomb.vcf": card("Ann") + b"\0" * 30_000_000}),
        zipped({f"{number}.vcf": b"" for number in range(20_001)}),
        zipped({"Ann.vcf": card("Ann")})[:-30],
        zipped({"notes.txt": b"nobody"}),
        zipped({"Ann.vcf": card("Ann")}).replace(b"\x08\x00", b"\x63\x00"),
        zipped({"Ann.vcf": card("Ann")}, zipfile.ZIP_STORED).replace(b"FN:Ann", b"FN:Bob"),
        b"PK\x03\x04" + b"\xff" * 1_000,
        b"PK\x05\x06" + b"\xff" * 18,
    ],
    ids=[
        "bomb",
        "too many",
        "cut off",
        "no cards",
        "unknown packing",
        "wrong sum",
        "noise",
        "no list",
    ],
)
def test_hostile_archives_are_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UserProblem):
        list(opened_source(("export.zip", data)))


def test_an_archive_inside_an_archive_is_not_opened() -> None:
    inner = zipped({"Ann.vcf": card("Ann")})

    [(_, data)] = opened_source(("export.zip", zipped({"inner.vcf": inner})))

    assert b"is not a vCard file" in data
