"""From the bytes of an upload to the bytes of the table, as a stream that stops at its limit. No file is written."""

import gzip
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BufferedReader, BytesIO, RawIOBase
from typing import BinaryIO, Protocol

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import Limits, Packing

GZIP, ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")
_CHUNK = 65_536
# what the packers of Python raise on bytes that are cut off, mixed up, locked with a password or of an unknown method
_DAMAGE = (
    OSError, EOFError, zlib.error, zipfile.BadZipFile, struct.error, RuntimeError, ValueError, OverflowError,
    KeyError, IndexError,
)  # fmt: skip


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Bounded(RawIOBase):
    """A stream that gives at most so many bytes, and says in words what is wrong with them."""

    def __init__(self, source: _Readable, most: int, look: Callable[[bytes], None] | None = None) -> None:
        self._source = source
        self._most = most
        self._left = most
        self._look = look

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # no Buffer before 3.12
        try:
            data = self._source.read(len(buffer))
        except _DAMAGE:
            raise BadInput("damaged_packing") from None
        self._left -= len(data)
        if self._left < 0:
            raise BadInput("unpacked_over", most=self._most // 1_000_000)
        if self._look is not None:
            self._look(data)
        buffer[: len(data)] = data
        return len(data)


def packing_of(content: bytes) -> Packing:
    """How a file is packed, by its first bytes and its list of parts. Raises BadInput as `archive` and `_only`."""
    if content.startswith(GZIP):
        return Packing.GZIP
    if content.startswith(ZIP) and not is_document(names_of(content)):
        return Packing.ZIP
    return Packing.PLAIN


def unpacked(content: bytes, packing: Packing, limits: Limits) -> BinaryIO:
    """The bytes inside as a stream. It raises BadInput("unpacked_over") at the limit, ("damaged_packing") on the way.

    Raises BadInput("zip_many_files"), ("damaged_packing") at once.
    """
    if packing is Packing.ZIP:
        return _only(content, limits.unpacked)
    source = gzip.GzipFile(fileobj=BytesIO(content)) if packing is Packing.GZIP else BytesIO(content)
    return bounded(source, limits.unpacked)


def all_of(content: bytes, packing: Packing, limits: Limits) -> bytes:
    """The bytes inside at once, for what cannot be read as a stream. Raises BadInput as `unpacked`."""
    if packing is Packing.PLAIN:
        return content
    data = unpacked(content, packing, limits).read(limits.in_memory + 1)
    if len(data) > limits.in_memory:
        raise BadInput("unpacked_over", most=limits.in_memory // 1_000_000)
    return data


def names_of(content: bytes) -> tuple[str, ...]:
    """The files in a zip. Raises BadInput("damaged_packing")."""
    return tuple(part.filename for part in archive(content).infolist() if not _is_folder(part))


def archive(content: bytes) -> zipfile.ZipFile:
    """A zip. Raises BadInput("damaged_packing")."""
    try:
        return zipfile.ZipFile(BytesIO(content))
    except _DAMAGE:
        raise BadInput("damaged_packing") from None


def _is_folder(part: zipfile.ZipInfo) -> bool:
    """As zipfile asks it, also of a damaged part without a name, on which zipfile itself stumbles."""
    return part.filename.endswith("/")


def is_document(names: tuple[str, ...]) -> bool:
    """Whether a zip is a document of an office program rather than files that somebody packed."""
    return "[Content_Types].xml" in names or "mimetype" in names


def opened(zipped: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> BinaryIO:
    """One file of a zip as a stream. Raises BadInput("damaged_packing"), also on the way, and ("unpacked_over")."""
    try:
        source = zipped.open(part)
    except _DAMAGE:
        raise BadInput("damaged_packing") from None
    return bounded(source, most)


def bounded(source: _Readable, most: int, *, look: Callable[[bytes], None] | None = None) -> BufferedReader:
    """A stream of at most so many bytes, each piece of which `look` sees first. Raises BadInput as `opened` does."""
    return BufferedReader(_Bounded(source, most, look), _CHUNK)


def _only(content: bytes, most: int) -> BinaryIO:
    """The one file of a zip; what macOS adds does not count."""
    zipped = archive(content)
    parts = [part for part in zipped.infolist() if not _is_folder(part) and not _is_of_macos(part.filename)]
    if len(parts) != 1:
        raise BadInput("zip_many_files", files=len(parts))
    return opened(zipped, parts[0], most)


def _is_of_macos(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")
