"""Photos and sound that are sent along: what they are by their first bytes, and photos made anew. Plain Python.

A photo is drawn again, smaller and turned upright: place, time, camera and name of the maker do not come along.
"""

import warnings
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from wijkaanzet.kernel.refusals import Refused

LONGEST_SIDE: Final = 1_600  # pixels
MOST_PIXELS: Final = 50_000_000
QUALITY: Final = 85
PHOTO_TYPE: Final = "image/jpeg"
FORMATS: Final = ("JPEG", "PNG", "WEBP")
HEAD: Final = 16  # bytes that tell what a recording is

_SOUNDS: Final = (
    (0, b"ID3", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"\x1aE\xdf\xa3", "audio/webm"),
    (4, b"ftyp", "audio/mp4"),
    (8, b"WAVE", "audio/wav"),
    (0, b"\xff\xf1", "audio/aac"),
    (0, b"\xff\xf9", "audio/aac"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"\xff\xf3", "audio/mpeg"),
    (0, b"\xff\xf2", "audio/mpeg"),
)
"""Where its mark stands, the mark, and what it then is."""


def redrawn(photo: bytes) -> bytes:
    """The photo as a JPEG of at most 1,600 pixels on its longest side, without anything that came with it.

    Raises Refused: ("photo_unreadable"), ("photo_too_large") for more than 50 million pixels.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a picture that is a bomb when unpacked
            with Image.open(BytesIO(photo), formats=FORMATS) as found:
                if found.width * found.height > MOST_PIXELS:
                    raise Refused("photo_too_large", most=MOST_PIXELS // 1_000_000)
                found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                upright = ImageOps.exif_transpose(found)
                upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                return _as_jpeg(upright)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as error:
        raise Refused("photo_unreadable") from error


def _as_jpeg(picture: Image.Image) -> bytes:
    plain = Image.new("RGB", picture.size, "white")
    layered = picture.convert("RGBA")
    plain.paste(layered, mask=layered.getchannel("A"))
    out = BytesIO()
    plain.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def sound_type(head: bytes) -> str:
    """What a recording is, by its first sixteen bytes. Raises Refused("sound_unreadable")."""
    for place, mark, type_ in _SOUNDS:
        if head[place : place + len(mark)] == mark:
            return type_
    raise Refused("sound_unreadable")
