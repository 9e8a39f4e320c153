"""Takes a sent form apart while it comes, so that nothing is held twice and nothing on disk.

The marks between the parts are found by python-multipart; this keeps the parts that are wanted.
"""

from io import BytesIO
from typing import Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from notebook_app.foundation.safe_stem import safe_stem
from notebook_app.network.phone_files import ReceivedFile, Refusal

FILES_FIELD: Final = "files"
TEXT_FIELD: Final = "text"
_NAMELESS = "file"
_LONGEST_TEXT = 1_000_000
_LONGEST_ENDING = 8
_OTHER_PARTS = 20
"""How many parts a form may have beside files; a page of ours has one."""

_FORM = b"multipart/form-data"


def boundary_of(content_type: str) -> bytes:
    """Return what parts the parts of a form, or b"" if this is no form with files."""
    kind, options = parse_options_header(content_type)
    return options.get(b"boundary", b"") if kind == _FORM else b""


def harmless_name(sent: str) -> str:
    """Return what is left of a sent file's name once it can't lead anywhere."""
    last = sent.replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = last.rpartition(".")
    plain = safe_stem(last)
    if stem.strip(".") and dot and ending.isalnum() and len(ending) <= _LONGEST_ENDING:
        # The ending stays whole, however long the name.
        plain = f"{safe_stem(stem)}.{ending}"
    return plain.lstrip(".") or _NAMELESS


class SentForm:
    """A form that is coming; waitress hands it the body as it comes.

    ``completed`` is set when all has come, and also when nothing more is worth waiting for:
    then ``refusal`` says why.
    """

    error = None

    def __init__(self, boundary: bytes, length: int, most_files: int) -> None:
        """Take the boundary, how many bytes will come, and how many files at most.

        Raises:
            ValueError: the boundary is none.
        """
        self.length = length
        self.received_bytes = 0
        self.completed = False
        self.refusal: Refusal | None = None
        self.files: list[ReceivedFile] = []
        self.text = ""
        self._most_files = most_files
        self._ended = False
        self._parts = 0
        self._header_name = b""
        self._header_value = b""
        self._field = b""
        self._file_name: bytes | None = None
        self._content = BytesIO()
        try:
            self._parser = MultipartParser(
                boundary,
                {
                    "on_part_begin": self._part_begins,
                    "on_header_field": self._name_comes,
                    "on_header_value": self._value_comes,
                    "on_header_end": self._header_ends,
                    "on_part_data": self._data_comes,
                    "on_part_end": self._part_ends,
                    "on_end": self._all_ended,
                },
            )
        except FormParserError as error:
            raise ValueError(str(error)) from error

    def received(self, data: bytes) -> int:
        """Take the next bytes of the body; return how many of them belong to it."""
        part = data[: self.length - self.received_bytes]
        self.received_bytes += len(part)
        try:
            self._parser.write(part)
        except FormParserError:
            self._refuse(Refusal.BROKEN)
        if self.refusal is None and self.received_bytes >= self.length:
            if not self._ended:
                self._refuse(Refusal.BROKEN)
            self.completed = True
        return len(part)

    @property
    def is_whole(self) -> bool:
        """Whether every byte came, so that nothing is left to be read."""
        return self.received_bytes >= self.length

    def __len__(self) -> int:
        """Return how many bytes have come."""
        return self.received_bytes

    def getfile(self) -> BytesIO:
        """Return an empty body: what came is in ``files`` and ``text``."""
        return BytesIO()

    def getbuf(self) -> "SentForm":
        """Return what waitress closes at the end."""
        return self

    def close(self) -> None:
        """Let go of what came."""
        self.files, self.text, self._content = [], "", BytesIO()

    def _refuse(self, refusal: Refusal) -> None:
        self.close()
        self.refusal = self.refusal or refusal
        self.completed = True

    def _part_begins(self) -> None:
        self._field, self._file_name, self._content = b"", None, BytesIO()
        self._parts += 1
        if self._parts > self._most_files + _OTHER_PARTS:
            raise FormParserError("too many parts")

    def _name_comes(self, data: bytes, start: int, end: int) -> None:
        self._header_name += data[start:end]

    def _value_comes(self, data: bytes, start: int, end: int) -> None:
        self._header_value += data[start:end]

    def _header_ends(self) -> None:
        if self._header_name.lower() == b"content-disposition":
            _kind, options = parse_options_header(self._header_value)
            self._field = options.get(b"name", b"")
            self._file_name = options.get(b"filename")
        self._header_name = self._header_value = b""

    def _data_comes(self, data: bytes, start: int, end: int) -> None:
        if self.refusal is None:
            self._content.write(data[start:end])

    def _part_ends(self) -> None:
        # The bytes of a BytesIO that nothing else holds are handed over, not copied.
        data = self._content.getvalue()
        self._content = BytesIO()
        if self.refusal is not None:
            return
        if self._field == FILES_FIELD.encode() and self._file_name is not None:
            self._keep_file(self._file_name, data)
        elif self._field == TEXT_FIELD.encode() and self._file_name is None:
            self.text = data[:_LONGEST_TEXT].decode("utf-8", "replace").strip()

    def _keep_file(self, sent_name: bytes, data: bytes) -> None:
        if not sent_name and not data:
            return  # nothing was chosen
        if len(self.files) >= self._most_files:
            self._refuse(Refusal.TOO_MANY)
            return
        self.files.append(ReceivedFile(harmless_name(sent_name.decode("utf-8", "replace")), data))

    def _all_ended(self) -> None:
        self._ended = True
