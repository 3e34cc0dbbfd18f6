"""The only reader of environment variables; every `WZ_` name stands here or in the file that it configures."""

import environ  # type: ignore[import-untyped]  # ships no types; its values get theirs where they are read
from django.core.management.utils import get_random_secret_key

env = environ.Env()

WZ_DEMO: bool = env.bool("WZ_DEMO", default=False)
DEBUG: bool = env.bool("WZ_DEBUG", default=False)


def secret_key() -> str:
    """The key that signs sessions. The demo may make one up; a real installation without one stops, in one sentence."""
    key: str = env.str("WZ_SECRET_KEY", default="")
    if not key and WZ_DEMO:
        return get_random_secret_key()
    if not key:
        raise SystemExit("Set WZ_SECRET_KEY to a long random text, or WZ_DEMO=1 to look around in the demo.")
    return key


SECRET_KEY = secret_key()
WZ_CONTENT_KEYS: list[str] = env.list("WZ_CONTENT_KEYS", default=[])
"""What residents tell is sealed with the first, and opened with any of these or with the secret key."""
