"""Secret codes that somebody without an account keeps on paper: for a receipt, or to take a place. Plain Python.

Eight times ten to the power of 23 codes: nobody finds one by trying. Only a hash of it is looked for.
"""

import hashlib
import hmac
import secrets
from typing import Final

from wijkaanzet.kernel.public_ids import ALPHABET

LENGTH: Final = 16
GROUP: Final = 4


def code_of(token: str, *, key: bytes) -> str:
    """The code that belongs to the token of a form: sending the same form again gives the same receipt."""
    drawn = int.from_bytes(hmac.new(key, token.encode(), hashlib.sha256).digest())
    letters = []
    for _ in range(LENGTH):
        drawn, place = divmod(drawn, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def new_code() -> str:
    """A code by chance."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def spelled(code: str) -> str:
    """The code in groups, to read aloud or copy from paper."""
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def typed(text: str) -> str:
    """What somebody typed as a code, without spaces, dashes and capitals; empty when it cannot be a code."""
    plain = "".join(letter for letter in text.lower() if letter not in " -–.\t")
    return plain if len(plain) == LENGTH and set(plain) <= set(ALPHABET) else ""


def code_hash(code: str) -> str:
    """What is kept of a code. It is drawn by chance and long, so that a plain hash tells nothing of it."""
    return hashlib.sha256(code.encode()).hexdigest()
