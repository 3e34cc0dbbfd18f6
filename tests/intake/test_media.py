"""Photos are drawn again, whatever a camera or a mischief maker wrote beside the picture."""

from io import BytesIO

import pytest
from PIL import Image

from wijkaanzet.intake.rules.media import LONGEST_SIDE, MOST_PIXELS, redrawn
from wijkaanzet.kernel.refusals import Refused

ORIENTATION, RESOLUTION, NOTE = 0x0112, 0x011A, 0x010E
WIDE = (40, 20)


def photo(orientation: int = 1, *, kind: str = "JPEG", size: tuple[int, int] = WIDE) -> bytes:
    """A photo with a red corner at the top left, as a camera keeps it."""
    exif, out = Image.Exif(), BytesIO()
    exif[ORIENTATION], exif[RESOLUTION], exif[NOTE] = orientation, 72.5, "van mij"
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, 10, 10))
    picture.save(out, kind, exif=exif.tobytes(), quality=95)
    return out.getvalue()


def drawn(sent: bytes) -> Image.Image:
    return Image.open(BytesIO(redrawn(sent)))


def corner_of(picture: Image.Image) -> tuple[str, str]:
    """In which corner the red is."""
    width, height = picture.size
    places = {("left", "top"): (3, 3), ("right", "top"): (width - 4, 3)}
    places |= {("left", "bottom"): (3, height - 4), ("right", "bottom"): (width - 4, height - 4)}

    red, _green, _blue = picture.convert("RGB").split()
    return max(places, key=lambda name: str(red.getpixel(places[name])).zfill(3))


@pytest.mark.parametrize(
    ("orientation", "size", "corner"),
    [
        (1, WIDE, ("left", "top")),
        (2, WIDE, ("right", "top")),
        (3, WIDE, ("right", "bottom")),
        (4, WIDE, ("left", "bottom")),
        (5, WIDE[::-1], ("left", "top")),
        (6, WIDE[::-1], ("right", "top")),
        (7, WIDE[::-1], ("right", "bottom")),
        (8, WIDE[::-1], ("left", "bottom")),
        (99, WIDE, ("left", "top")),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_stands_upright(kind, orientation, size, corner):
    picture = drawn(photo(orientation, kind=kind))
    assert (picture.size, corner_of(picture)) == (size, corner)


def test_a_large_photo_becomes_smaller():
    assert drawn(photo(6, size=(2 * LONGEST_SIDE, 100))).size == (50, LONGEST_SIDE)


@pytest.mark.done("5.bad-input")
@pytest.mark.filterwarnings("ignore::UserWarning")  # what is said of such notes; the picture is read all the same
def test_notes_of_a_camera_that_make_no_sense_refuse_no_photo():
    """The type of each note is changed to every number: a resolution that is text, a text that is a number."""
    sent = photo(6)
    first = sent.index(b"Exif")
    kinds = {drawn(sent[:at] + bytes([value]) + sent[at + 1 :]).size for at, value in _types(sent, first)}
    assert kinds <= {WIDE, WIDE[::-1]}
    assert WIDE[::-1] in kinds


def _types(sent: bytes, first: int) -> list[tuple[int, int]]:
    """The place of the type of each note, with each value it may be given."""
    places = [first + 6 + 8 + 2 + 12 * note + 3 for note in range(3)]
    return [(place, value) for place in places for value in range(1, 13)]


@pytest.mark.parametrize("pixels", [MOST_PIXELS + 10_000, 100_000_000, 200_000_000])
def test_a_photo_that_is_far_too_large_is_refused_before_it_is_unpacked(pixels):
    out = BytesIO()
    Image.new("1", (10_000, pixels // 10_000)).save(out, "PNG")
    with pytest.raises(Refused, match="photo_too_large"):
        redrawn(out.getvalue())
