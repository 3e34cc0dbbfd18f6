"""Pictures of a plan. Plain Python."""

from io import BytesIO
from typing import Final

from PIL import Image

MOST_PICTURES: Final = 40


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture that was drawn anew."""
    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as picture:
        return picture.size
