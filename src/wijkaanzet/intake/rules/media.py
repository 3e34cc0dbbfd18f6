"""Photos and sound that are sent along: what they are by their first bytes, and photos made anew. Plain Python.

A photo is drawn again, smaller and turned upright: place, time, camera and name of the maker do not come along.
"""

from io import BytesIO
from typing import Final

from PIL import ExifTags, Image, UnidentifiedImageError

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

_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright again. Source: Exif 2.32, tag 0x0112."""


def redrawn(photo: bytes) -> bytes:
    """The photo as a JPEG of at most 1,600 pixels on its longest side, without anything that came with it.

    Raises Refused: ("photo_unreadable"), ("photo_too_large") for more than 50 million pixels.
    """
    try:
        with Image.open(BytesIO(photo), formats=FORMATS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise Refused("photo_too_large", most=MOST_PIXELS // 1_000_000)
            found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            found.thumbnail((LONGEST_SIDE, LONGEST_SIDE))  # before it is turned: a whole copy more would cost 200 MB
            return _as_jpeg(_upright(found))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:  # far more than we take
        raise Refused("photo_too_large", most=MOST_PIXELS // 1_000_000) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Refused("photo_unreadable") from error


def _upright(picture: Image.Image) -> Image.Image:
    """The picture as it was held; of what else its camera wrote nothing is read, since that may be broken."""
    held = picture.getexif().get(ExifTags.Base.Orientation)
    return picture.transpose(_TURNS[held]) if held in _TURNS else picture


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
