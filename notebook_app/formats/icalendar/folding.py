"""Folds lines at 75 octets (RFC 5545, section 3.1), never inside a character.

vobject counts characters where it decides whether to fold, so long lines of other alphabets
would go out three times as long as they may be.
"""

_MOST = 75


def folded(lines: str) -> bytes:
    """Return lines, divided by CRLF, as UTF-8 and folded."""
    return b"".join(_folded_line(line.encode("utf-8")) for line in lines.split("\r\n") if line)


def _folded_line(line: bytes) -> bytes:
    if len(line) <= _MOST:
        return line + b"\r\n"
    pieces = []
    start, most = 0, _MOST
    while len(line) - start > most:
        end = start + most
        while line[end] & 0xC0 == 0x80:  # a byte that goes on with a character
            end -= 1
        pieces.append(line[start:end])
        start, most = end, _MOST - 1
    pieces.append(line[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
