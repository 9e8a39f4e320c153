"""Made-up vCard files of any size, as an iPhone and as an Android phone write them.

No real person's data: names are put together from syllables, numbers are from the ranges
that are reserved for stories, addresses end in ``.example``.
"""

import random
from base64 import b64encode
from quopri import encodestring

_GIVEN = "Ana Ben Cleo Dana Emil Finn Greta Hugo Ines Jörg Klara Luc Mira Nils Olga Paul".split()  # noqa: SIM905
_MIDDLE = "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no".split()  # noqa: SIM905
_ENDINGS = "rling tmann ström quist berg ford wood lund kamp pelt".split()  # noqa: SIM905
_TOWNS = "Aldorf Birkenau Çelikli Dunmore Elbstadt Fjordby Grünwald Hafen".split()  # noqa: SIM905
_NOTES = (
    "Met at the spring market, asked about a new sign, call back in May.",
    "Knows everybody at the chamber; likes coffee, not lunch.",
    "Hairdresser's brother: wants a quote, then a second one.\\nSend both.",
)


def iphone_file(cards: int, photos_of: int = 0, seed: int = 7) -> bytes:
    """Return ``cards`` cards of vCard 3.0 with groups and Apple labels, some 560 bytes each.

    Every ``photos_of``-th card has a picture of 20 KB; none has if it is 0.
    """
    chance = random.Random(seed)
    return b"".join(
        _iphone_card(chance, number, bool(photos_of) and number % photos_of == 0)
        for number in range(cards)
    )


def android_file(cards: int, seed: int = 7) -> bytes:
    """Return ``cards`` cards of vCard 2.1, quoted-printable where they are not ASCII."""
    chance = random.Random(seed)
    return b"".join(_android_card(chance, number) for number in range(cards))


def edited_on_the_phone(iphone_cards: bytes) -> bytes:
    """Return what ``iphone_file`` made after each person got another number and a longer note."""
    lines = iphone_cards.split(b"\r\n")
    for place, line in enumerate(lines):
        if line.startswith(b"TEL;type=WORK"):
            lines[place] = line.replace(b"030 2", b"030 3")
        elif line.startswith(b"NOTE:"):
            lines[place] = line + b" Moved in June."
    return b"\r\n".join(lines)


def _person(chance: random.Random, number: int) -> tuple[str, str, str]:
    given = chance.choice(_GIVEN)
    family = chance.choice(_MIDDLE).capitalize() + chance.choice(_MIDDLE) + chance.choice(_ENDINGS)
    return given, family, f"{given}.{family}.{number}".lower().encode("ascii", "ignore").decode()


def _iphone_card(chance: random.Random, number: int, photo: bool) -> bytes:
    given, family, login = _person(chance, number)
    town = chance.choice(_TOWNS)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//iPhone OS 18.1//EN",
        f"N:{family};{given};;;",
        f"FN:{given} {family}",
        f"ORG:{family} & Partners\\, {town};",
        f"TEL;type=CELL;type=VOICE;type=pref:+49 1555 {number:07d}",
        f"TEL;type=WORK;type=VOICE:030 2{number:07d}",
        f"EMAIL;type=INTERNET;type=HOME;type=pref:{login}@mail.example",
        f"item1.EMAIL;type=INTERNET:{login}@club.example",
        "item1.X-ABLabel:Rowing club",
        f"item2.ADR;type=HOME;type=pref:;;Am Markt {number % 90 + 1};{town};;10115;Germany",
        "item2.X-ABADR:de",
        f"BDAY:19{number % 60 + 40}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        f"NOTE:{chance.choice(_NOTES)}".replace("market,", "market\\,"),
    ]
    if photo:
        payload = b64encode(b"\xff\xd8\xff\xe0" + chance.randbytes(20_000)).decode("ascii")
        lines.append("PHOTO;ENCODING=b;TYPE=JPEG:" + payload[:40])
        lines += (f" {payload[at : at + 74]}" for at in range(40, len(payload), 74))
    lines.append("END:VCARD")
    return ("\r\n".join(lines) + "\r\n").encode("utf-8")


def _android_card(chance: random.Random, number: int) -> bytes:
    given, family, login = _person(chance, number)
    town = chance.choice(_TOWNS)
    lines = [
        "BEGIN:VCARD",
        "VERSION:2.1",
        _old_line("N", family, given, "", "", ""),
        _old_line("FN", f"{given} {family}"),
        f"TEL;CELL;PREF:+491555{number:07d}",
        f"TEL;WORK:0302{number:07d}",
        f"EMAIL;HOME:{login}@mail.example",
        _old_line("ADR;HOME", "", "", f"Am Markt {number % 90 + 1}", town, "", "10115", ""),
        _old_line("ORG", f"Bäckerei {family}"),
        f"BDAY:--{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        _old_line("NOTE", f"Getroffen in {town}: möchte ein Angebot.\nDanach anrufen; im März."),
        f"X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;{given} jun.;3;;;;;;;;;;;;;",
        "END:VCARD",
    ]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8")


def _old_line(head: str, *parts: str) -> str:
    if all(part.isascii() and "\n" not in part for part in parts):
        return f"{head}:{';'.join(parts)}"
    encoded = ";".join(
        encodestring(part.encode("utf-8"))
        .decode("ascii")
        .replace("=\n", "")
        .replace("\n", "=0D=0A")
        for part in parts
    )
    line = f"{head};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{encoded}"
    broken = []
    while len(line) > 75:
        end = 75 - next((back for back in (1, 2) if line[75 - back] == "="), 0)
        broken.append(line[:end] + "=")
        line = line[end:]
    return "\r\n".join((*broken, line))
