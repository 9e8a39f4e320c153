"""Lines of a card that have no field, compared without what only one vCard version needs."""

import binascii
import re

_ENCODED = re.compile(r";ENCODING=QUOTED-PRINTABLE(?=[;:])|;QUOTED-PRINTABLE(?=[;:])", re.I)
_CHARSET = re.compile(r";CHARSET=([\w.-]+)(?=[;:])", re.I)
_TYPE = re.compile(r";TYPE=", re.I)
_GROUP = re.compile(r"^[\w-]+\.")
_LONGEST_HEAD = 2_000


def comparable_line(line: str) -> str:
    """Return what two writings of one property share.

    Groups, quoted-printable and bare types differ between versions and from export to export;
    the name, the parameters and the decoded value do not.
    """
    head, colon, value = line.partition(":")
    if not colon or len(head) > _LONGEST_HEAD:
        return line
    charset = _CHARSET.search(f"{head}:")
    bare, encoded = _ENCODED.subn("", f"{head}:")
    if encoded:
        value = _decoded(value, charset.group(1) if charset else "utf-8")
    bare = _CHARSET.sub("", bare)
    name, *parameters = _TYPE.sub(";", _GROUP.sub("", bare)).removesuffix(":").split(";")
    return ";".join((name.upper(), *sorted(parameters))) + ":" + value


def _decoded(value: str, charset: str) -> str:
    data = binascii.a2b_qp(value.encode("utf-8", "replace"))
    try:
        text = data.decode(charset)
    except (LookupError, UnicodeError):
        text = data.decode("latin-1")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")
