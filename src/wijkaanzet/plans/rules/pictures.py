"""Pictures of a plan. Plain Python."""

from io import BytesIO
from typing import Final

from PIL import Image

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.words import fitting_line
from wijkaanzet.plans.rules.priorities import LONGEST_SENTENCE

MOST_PICTURES: Final = 40


def fitting_picture_words(alt: str, consent: str) -> tuple[str, str]:
    """What is on a photo and how people on it agreed, as it is kept.

    Raises Refused: ("picture_without_alt"), ("picture_without_consent"), ("network_words_too_long").
    """
    alt, consent = fitting_line(alt, most=LONGEST_SENTENCE), fitting_line(consent, most=LONGEST_SENTENCE)
    if not alt:
        raise Refused("picture_without_alt")
    if not consent:
        raise Refused("picture_without_consent")
    return alt, consent


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture that was drawn anew."""
    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as picture:
        return picture.size
