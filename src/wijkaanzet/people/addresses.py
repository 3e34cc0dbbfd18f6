"""What counts as an e-mail address."""

from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from wijkaanzet.kernel.refusals import Refused

LONGEST_ADDRESS: Final = 254


def fitting_address(email: str) -> str:
    """An address in small letters, so that it is found by who asks for a password. Raises Refused("address_unfit")."""
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refused("address_unfit") from error
    if len(email) > LONGEST_ADDRESS:
        raise Refused("address_unfit")
    return email.lower()
