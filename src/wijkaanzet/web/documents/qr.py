"""A code that a telephone reads (QR): an address on paper, so that nobody types it over."""

from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.svg import SvgPathImage
from qrcode.main import make

QUIET = 4  # modules of white around it, as ISO/IEC 18004 asks


def qr_svg(address: str) -> bytes:
    """The squares of an address as a picture that stays sharp at every size; a seventh of them may be dirty or torn.

    Raises ValueError for an address that is too long.
    """
    made = make(  # type: ignore[no-untyped-call]  # the library says no types here
        address, image_factory=SvgPathImage, error_correction=ERROR_CORRECT_M, border=QUIET
    )
    drawn: bytes = made.to_string()
    return drawn
