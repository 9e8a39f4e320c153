"""Quoted-printable as vCard 2.1 writers use it, with soft breaks already joined."""

import binascii

from notebook_app.formats.vcard.byte_layer import decode_line


def decoded(value: str, charset: str = "") -> str:
    """Return the text that quoted-printable ``value`` stands for."""
    if "=" not in value:
        return value
    if "= " in value or "=\t" in value:
        value = without_indented_breaks(value)
    return decode_line(binascii.a2b_qp(value.encode("utf-8", "replace")), charset)


def without_indented_breaks(value: str) -> str:
    """Take the marks of soft breaks out that were followed by white space.

    A writer that encodes its spaces put the white space there as an indent; one that does
    not meant it.
    """
    bare = value.replace("= ", "").replace("=\t", "")
    kept = " " if " " in bare or "\t" in bare else ""
    return value.replace("= ", kept).replace("=\t", kept)
