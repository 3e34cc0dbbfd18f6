"""Short public ids: names for things in addresses that tell nothing about how many there are. Plain Python."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Letters and digits that people do not mistake for one another when they read an address aloud."""
LENGTH = 8


def new() -> str:
    """A new id of eight characters, by chance; the database keeps it unique."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
