"""What residents tell is kept sealed until two people have read it: AES-GCM with the keys of the installation.

The newest key seals; older ones still open, so that a key can be replaced. A seal opens only for the purpose that it
was made for. Keys are texts of any length in `WZ_CONTENT_KEYS`; the secret key of the installation serves without them.
"""

import hmac
import json
import secrets
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12  # bytes, as NIST SP 800-38D recommends for GCM


class CannotOpen(ValueError):
    """The seal was made with a key that is not here any more, for another purpose, or was tampered with."""


def seal(data: bytes, *, purpose: str) -> bytes:
    """Seal bytes; the same bytes never give the same seal, so that nothing can be told from it."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + _keys()[0].encrypt(nonce, data, purpose.encode())


def unseal(sealed: "bytes | memoryview[int]", *, purpose: str) -> bytes:
    """The bytes that were sealed for this purpose. Raises CannotOpen."""
    whole = bytes(sealed)  # PostgreSQL gives a memoryview
    for key in _keys():
        try:
            return key.decrypt(whole[:NONCE], whole[NONCE:], purpose.encode())
        except (InvalidTag, ValueError):
            continue
    raise CannotOpen(purpose)


def seal_words(words: Mapping[str, str], *, purpose: str) -> bytes:
    """Seal texts by name."""
    return seal(json.dumps(dict(words), ensure_ascii=False).encode(), purpose=purpose)


def unseal_words(sealed: "bytes | memoryview[int]", *, purpose: str) -> dict[str, str]:
    """The texts that were sealed. Raises CannotOpen."""
    found = json.loads(unseal(sealed, purpose=purpose))
    return {str(name): str(text) for name, text in found.items()}


def derived_key(purpose: str) -> bytes:
    """A key for one purpose only, from the newest key of the installation."""
    return sha256(f"wijkaanzet.{purpose}:{_texts()[0]}".encode()).digest()


def trace(text: str, *, purpose: str) -> str:
    """A trace of a text by which it is known again and that nobody without the key can lead back to it."""
    return hmac.new(derived_key(purpose), text.encode(), sha256).hexdigest()


def _texts() -> tuple[str, ...]:
    return (*settings.WZ_CONTENT_KEYS, settings.SECRET_KEY)


def _keys() -> tuple[AESGCM, ...]:
    return _made(_texts())


@lru_cache(maxsize=4)
def _made(texts: tuple[str, ...]) -> tuple[AESGCM, ...]:
    return tuple(AESGCM(sha256(b"wijkaanzet.kernel.sealed:" + text.encode()).digest()) for text in texts)
