"""One click in a mail stops the overview, without logging in: a secret token that only the mail holds."""

from django.core import signing

from wijkaanzet.kernel.models import Municipality

_SALT = "wijkaanzet.digest.stop"


def stop_token(municipality: Municipality, user_id: int) -> str:
    """The token of an account in a municipality; only who has the key of the installation can make it."""
    return _signer().sign(f"{municipality.pk}-{user_id}")


def account_of(municipality: Municipality, token: str) -> int | None:
    """Whose overview a token stops in this municipality; None when it is of elsewhere or was made up."""
    try:
        place, _dash, user_id = _signer().unsign(token).partition("-")
    except signing.BadSignature:
        return None
    return int(user_id) if place == str(municipality.pk) else None


def _signer() -> signing.Signer:
    return signing.Signer(salt=_SALT, sep=".")
