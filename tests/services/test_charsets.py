"""Cards in other charsets than UTF-8 are the same when they come again, and go out declared."""

from pathlib import Path

import pytest

from notebook_app.services.export_vcards import export_vcards
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.storage.notebook import Notebook

CARD = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET={0}:{1}\r\nX-KEPT;CHARSET={0}:{1}\r\nEND:VCARD\r\n"


@pytest.mark.parametrize(
    ("charset", "name"),
    [("ISO-8859-1", "Åsa Öst"), ("WINDOWS-1251", "Юрий"), ("SHIFT_JIS", "田中"), ("GBK", "王")],
)
def test_a_card_in_another_charset_is_the_same_again_and_goes_out_in_utf_8(
    notebook: Notebook, tmp_path: Path, charset: str, name: str
) -> None:
    data = CARD.format(charset, name).encode(charset)
    import_vcards(notebook, plan_import(notebook, [("phone.vcf", data)]))
    assert notebook.contacts.names_of(notebook.contacts.all_ids()) == [name]

    assert plan_import(notebook, [("phone.vcf", data)]).changes_nothing
    export_vcards(notebook, tmp_path / "all.vcf", version="2.1")
    written = (tmp_path / "all.vcf").read_bytes()
    assert b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" in written
    assert b"X-KEPT;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" in written
    assert charset.encode() not in written
    assert plan_import(notebook, [("all.vcf", written)]).changes_nothing
