"""Unpacking a file that came in packed (gzip), and never more of it than was agreed. Plain Python.

Source: RFC 1952 (GZIP file format).
"""

import zlib
from typing import Final

from wijkaanzet.kernel.refusals import Refused

MEGABYTE: Final = 1_000_000
LARGEST_MB: Final = 10
"""Of the file as it comes in, packed or not."""
LARGEST_UNPACKED_MB: Final = 60
_GZIP: Final = b"\x1f\x8b"
_WITH_HEAD: Final = 31  # zlib: a window of 15 bits inside a gzip head and tail


def unpacked(data: bytes) -> bytes:
    """The file itself, unpacked when it is a gzip file.

    Raises Refused: ("border_too_large") as it came in, ("border_unpacks_too_large"), ("border_broken_gzip").
    """
    if len(data) > LARGEST_MB * MEGABYTE:
        raise Refused("border_too_large", megabytes=LARGEST_MB)
    if not data.startswith(_GZIP):
        return data
    found: list[bytes] = []
    room = LARGEST_UNPACKED_MB * MEGABYTE
    while data.rstrip(b"\x00"):
        piece, data = _member(data, room)
        room -= len(piece)
        found.append(piece)
    return b"".join(found)


def _member(data: bytes, room: int) -> tuple[bytes, bytes]:
    """One member of a gzip file, and what stands behind it."""
    reader = zlib.decompressobj(wbits=_WITH_HEAD)
    try:
        piece = reader.decompress(data, room + 1)
    except zlib.error as error:
        raise Refused("border_broken_gzip") from error
    if len(piece) > room:
        raise Refused("border_unpacks_too_large", megabytes=LARGEST_UNPACKED_MB)
    if not reader.eof:
        raise Refused("border_broken_gzip")
    return piece, reader.unused_data
