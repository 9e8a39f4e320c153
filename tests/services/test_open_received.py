"""What a phone sent is made ready for the preview file by file."""

from notebook_app.gui.importing.grey_picture import grey_pictures
from notebook_app.network.phone_events import Arrived
from notebook_app.network.phone_files import ReceivedFile
from notebook_app.services.open_received import open_received
from notebook_app.services.picture_cards import OtherCode
from tests.network.talking import CARD
from tests.qr_pictures import VCARD, code_picture


def test_a_picture_without_a_card_keeps_nothing_else_out() -> None:
    files = [
        ReceivedFile("phone.vcf", CARD),
        ReceivedFile("badge.png", code_picture(VCARD)),
        ReceivedFile("sign.png", code_picture("https://example.org")),
    ]
    sources, problems = open_received([Arrived(tuple(files), ())], "SE", grey_pictures)
    assert [source[0] for source in sources if isinstance(source, tuple)] == [
        "phone.vcf",
        "badge.png",
    ]
    assert "FN:Åsa Ørn".encode() in b"".join(
        source[1] for source in sources if isinstance(source, tuple)
    )
    (problem,) = problems
    assert isinstance(problem, OtherCode)
    assert problem.text == "https://example.org"
