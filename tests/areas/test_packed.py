"""A packed file is unpacked, and never more of it than was agreed."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.areas.labels import REFUSALS
from wijkaanzet.areas.rules.packed import LARGEST_MB, LARGEST_UNPACKED_MB, MEGABYTE, unpacked
from wijkaanzet.kernel.refusals import Refused

TEXT = b'{"type": "FeatureCollection"}'


@given(st.binary(max_size=2_000))
def test_a_packed_file_comes_out_as_it_went_in(content: bytes) -> None:
    assert unpacked(gzip.compress(content)) == content


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", b""),
        (TEXT, TEXT),
        (gzip.compress(TEXT) + gzip.compress(TEXT), TEXT * 2),
        (gzip.compress(TEXT) + b"\x00" * 512, TEXT),
    ],
    ids=["nothing", "not packed", "two members", "filled up"],
)
def test_what_stands_in_a_file_is_read_to_its_end(data: bytes, expected: bytes) -> None:
    assert unpacked(data) == expected


def bomb(megabytes: int) -> bytes:
    """A small file that is large inside."""
    packer = zlib.compressobj(9, wbits=31)
    zeros = b" " * MEGABYTE
    return b"".join([*(packer.compress(zeros) for _ in range(megabytes)), packer.flush()])


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b" " * (LARGEST_MB * MEGABYTE + 1), "border_too_large"),
        (bomb(LARGEST_UNPACKED_MB + 1), "border_unpacks_too_large"),
        (bomb(LARGEST_UNPACKED_MB) + gzip.compress(TEXT), "border_unpacks_too_large"),
        (gzip.compress(TEXT)[:-9], "border_broken_gzip"),
        (gzip.compress(TEXT)[:-1] + b"\xff", "border_broken_gzip"),
        (b"\x1f\x8b" + TEXT, "border_broken_gzip"),
        (gzip.compress(TEXT) + TEXT, "border_broken_gzip"),
    ],
    ids=["large", "bomb", "bomb in two members", "cut off", "wrong sum", "no gzip", "rubbish behind it"],
)
@pytest.mark.done("4.bad-input")
def test_a_file_that_is_too_large_or_broken_gets_a_sentence(data: bytes, key: str) -> None:
    with pytest.raises(Refused) as caught:
        unpacked(data)
    assert caught.value.key == key
    assert str(REFUSALS[key]) % caught.value.parameters


def test_as_much_as_was_agreed_is_unpacked() -> None:
    assert len(unpacked(bomb(LARGEST_UNPACKED_MB))) == LARGEST_UNPACKED_MB * MEGABYTE
