"""Whether somebody can be called on what was filled in as a telephone number. Plain Python."""

import re
from typing import Final

_NUMBER: Final = re.compile(r"\+?[0-9][0-9 ()-]{6,}")


def is_telephone_number(text: str) -> bool:
    """Whether this reads as one: seven signs or more, and only digits and what people write between them."""
    return _NUMBER.fullmatch(text) is not None
