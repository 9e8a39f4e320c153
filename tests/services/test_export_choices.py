"""Exports merge into the card a person came from, and are spelled for whom they are meant."""

import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import Photo
from notebook_app.services.export_vcards import ExportChoice, NotCarried, export_vcards
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.services.save_contact import update_contact
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

CARD = b"""BEGIN:VCARD\r
VERSION:3.0\r
PRODID:-//Somebody Else//EN\r
REV:2020-01-01T00:00:00Z\r
UID:rosa-1\r
N;LANGUAGE=es;SORT-AS="Marin,Rosa":Marin;Rosa;;;\r
FN:Rosa Marin\r
TEL;type=CELL;type=VOICE;x-user=me:+34 600 000 001\r
item1.TEL;PREF=2:+34 600 000 002\r
item1.X-ABLabel:Workshop\r
ADR;TYPE=home;LABEL="Mill 4, Ronda: left":;;Mill 4;Ronda;;29400;Spain\r
item2.EMAIL;ALTID=1:rosa@mill.example\r
item2.X-ABLabel:_$!<Other>!$_\r
CATEGORIES:Craft,Choir\r
NOTE:wants a quote\\, soon\r
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQEASABIAAD/2Q==\r
PHOTO;VALUE=uri:http://127.0.0.1:9/rosa.jpg\r
GENDER:F\r
X-SOCIALPROFILE;TYPE=twitter;x-user=rosa:https://twitter.example/rosa\r
END:VCARD\r
"""


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Notebook]:
    """A notebook with nobody in it yet."""
    with closing(empty_notebook(tmp_path / "people.db", region="ES")) as opened:
        yield opened


@pytest.fixture
def notebook(empty: Notebook) -> Notebook:
    """Return a notebook with one imported person."""
    import_vcards(empty, plan_import(empty, [("rosa.vcf", CARD)]))
    return empty


_PARAMETERS = ("ALTID", "LABEL", "LANGUAGE", "PREF", "SORT-AS", "X-USER")


def lines_of(data: bytes) -> list[str]:
    """Return the unfolded lines of a file."""
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def edit(notebook: Notebook, **changes: object) -> None:
    """Change fields of the only person."""
    [contact] = notebook.contacts.many(notebook.contacts.all_ids())
    draft = notebook.contacts.draft_of(contact)
    details = replace(contact.details, **changes)  # type: ignore[arg-type]
    update_contact(notebook, contact.id, replace(draft, details=details))


def exported(notebook: Notebook, path: Path, choice: ExportChoice) -> list[str]:
    """Return the lines of an export."""
    export_vcards(notebook, path, choice=choice)
    return lines_of(path.read_bytes())


def test_a_card_that_nobody_touched_goes_out_as_it_came(notebook: Notebook, tmp_path: Path) -> None:
    export_vcards(notebook, tmp_path / "all.vcf")

    assert lines_of((tmp_path / "all.vcf").read_bytes()) == lines_of(CARD)


def test_only_edited_properties_are_written_anew(notebook: Notebook, tmp_path: Path) -> None:
    [contact] = notebook.contacts.many(notebook.contacts.all_ids())
    first, second = contact.details.phones
    edit(
        notebook,
        phones=(first, replace(second, number="+34 600 000 009")),
        tags=("Craft",),
        note="came by",
    )

    lines = exported(notebook, tmp_path / "all.vcf", ExportChoice())

    before, now = set(lines_of(CARD)), set(lines)
    assert {line for line in before - now if not line.startswith(("PRODID", "REV"))} == {
        "item1.TEL;PREF=2:+34 600 000 002",
        "CATEGORIES:Craft,Choir",
        "NOTE:wants a quote\\, soon",
    }
    assert {line for line in now - before if not line.startswith("PRODID")} == {
        "item1.TEL;PREF=2;TYPE=VOICE,Workshop:+34 600 000 009",
        "CATEGORIES:Craft",
        "NOTE:came by",
    }


def test_what_was_taken_away_stays_away(notebook: Notebook, tmp_path: Path) -> None:
    edit(notebook, phones=(), emails=(), links=(), photo=None, gender="", other_properties=())

    text = "\n".join(exported(notebook, tmp_path / "all.vcf", ExportChoice()))

    assert "TEL" not in text
    assert "EMAIL" not in text
    assert "X-ABLabel" not in text
    assert "PHOTO" not in text
    assert "GENDER" not in text
    assert "ADR;TYPE=home;LABEL=" in text


def test_another_photo_takes_the_place_of_the_one_that_came(
    notebook: Notebook, tmp_path: Path
) -> None:
    edit(notebook, photo=Photo("image/png", b"\x89PNG\r\n\x1a\nother"))

    lines = exported(notebook, tmp_path / "all.vcf", ExportChoice())

    photos = [line for line in lines if line.startswith("PHOTO")]
    assert photos[0] == "PHOTO;VALUE=uri:http://127.0.0.1:9/rosa.jpg"
    assert photos[1].startswith("PHOTO;ENCODING=b;TYPE=PNG:")
    assert len(photos) == 2


def test_parameters_without_a_field_go_along_into_another_version(
    notebook: Notebook, tmp_path: Path
) -> None:
    lines = exported(notebook, tmp_path / "all.vcf", ExportChoice("4.0"))

    assert "TEL;TYPE=CELL,VOICE;X-USER=me:+34 600 000 001" in lines
    assert any(line.endswith("+34 600 000 002") and ";PREF=2" in line for line in lines)
    assert any(line.startswith('ADR;LABEL="Mill 4, Ronda: left"') for line in lines)
    assert any(line.startswith("N;LANGUAGE=es;SORT-AS=") for line in lines)
    assert any("X-USER=rosa" in line for line in lines)
    assert any("ALTID=1" in line for line in lines)


def test_profiles_spell_what_each_system_takes(empty: Notebook, tmp_path: Path) -> None:
    card = (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Marin;Rosa;;;\r\nFN:Rosa Marin\r\nUID:rosa-2\r\n"
        b"BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-06\r\n"
        b"item1.X-ABDATE:2021-09-01\r\nitem1.X-ABLabel:Opened\r\n"
        b"item2.X-ABRELATEDNAMES:Jens\r\nitem2.X-ABLabel:_$!<Spouse>!$_\r\n"
        b"IMPP;X-SERVICE-TYPE=Jabber:xmpp:rosa@mill.example\r\n"
        b"CATEGORIES:Craft\r\nEND:VCARD\r\n"
    )
    import_vcards(empty, plan_import(empty, [("rosa.vcf", card)]))

    def spelled(profile: str) -> str:
        path = tmp_path / f"{profile}.vcf"
        return "\n".join(exported(empty, path, ExportChoice(profile=profile)))

    apple, android = spelled("apple"), spelled("android")
    nextcloud, old = spelled("nextcloud"), spelled("old-phone")
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-06" in apple
    assert "X-ANDROID-CUSTOM" not in apple
    assert "X-JABBER" not in apple
    assert "BDAY:--05-06" in android
    assert "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2021-09-01;0;Opened" in android
    assert "X-ABDATE" not in android
    assert "X-JABBER:rosa@mill.example" in android
    assert "VERSION:4.0" in nextcloud
    assert "BDAY:--0506" in nextcloud
    assert "\nUID:rosa-2\n" in nextcloud
    assert "VERSION:2.1" in old
    assert "CATEGORIES" not in old


def test_what_an_old_phone_cannot_hold_is_named_with_how_many_people(
    notebook: Notebook, tmp_path: Path
) -> None:
    outcome = export_vcards(
        notebook, tmp_path / "old.vcf", choice=ExportChoice(profile="old-phone")
    )

    assert outcome.not_carried == (
        NotCarried("PHOTO", 1),
        NotCarried("gender", 1),
        *(NotCarried(f"parameter {name}", 1) for name in _PARAMETERS),
        NotCarried("social profiles", 1),
        NotCarried("tags", 1),
    )


def test_photos_are_made_smaller_by_what_is_handed_in(notebook: Notebook, tmp_path: Path) -> None:
    asked: list[int] = []

    def scale(photo: Photo, longest_side: int) -> Photo:
        asked.append(longest_side)
        return Photo("image/jpeg", b"\xff\xd8\xff\xd9")

    choice = ExportChoice(longest_side=96)
    export_vcards(notebook, tmp_path / "all.vcf", choice=choice, scale=scale)

    [card] = read_cards((tmp_path / "all.vcf").read_bytes())
    assert isinstance(card, ReadCard)
    assert card.details.photo == Photo("image/jpeg", b"\xff\xd8\xff\xd9")
    assert asked == [96]


NAMES = ["Ann", "ann", "../../etc/passwd", "CON", "a\\b:c*?", "...", "Ж" * 200, "Ann 2"]


@pytest.mark.parametrize("target", ["out", "out.zip"])
def test_one_file_a_person_has_names_that_are_safe_and_never_the_same(
    empty: Notebook, tmp_path: Path, target: str
) -> None:
    cards = b"".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:{place}00\r\nEND:VCARD\r\n".encode()
        for place, name in enumerate(NAMES)
    )
    import_vcards(empty, plan_import(empty, [("all.vcf", cards)]))
    path = tmp_path / target

    outcome = export_vcards(empty, path, choice=ExportChoice(one_per_person=True))

    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    else:
        files = {file.name: file.read_bytes() for file in path.iterdir()}
    assert outcome.count == len(files)
    assert len({name.casefold() for name in files}) == len(files)
    assert all("/" not in name and "\\" not in name and len(name.encode()) < 120 for name in files)
    assert all(name.partition(".")[0].casefold() != "con" for name in files)
    assert all(len(list(read_cards(data))) == 1 for data in files.values())
    with closing(empty_notebook(tmp_path / "again.db")) as again:
        import_vcards(again, plan_import(again, [path]))
        assert len(again.contacts.all_ids()) == outcome.count


def test_a_folder_that_holds_something_is_not_touched(notebook: Notebook, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")

    with pytest.raises(UserProblem, match="is not empty"):
        export_vcards(notebook, folder, choice=ExportChoice(one_per_person=True))

    assert [file.name for file in folder.iterdir()] == ["letter.txt"]
    assert list(tmp_path.glob(".*.part")) == []
