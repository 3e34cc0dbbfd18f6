"""Whether one sentence or paragraph is another one, written anew. Plain Python."""

from difflib import SequenceMatcher
from typing import Final

LEAST_ALIKE: Final = 0.4
"""What shares fewer words than this is not the same any more."""
LOOK_AHEAD: Final = 8
"""What was written anew is looked for among so many that came in its place."""


def alike(old: str, new: str) -> bool:
    """Whether two texts have so many words in common, in the same order, that one is the other written anew."""
    match = SequenceMatcher(None, old.split(), new.split())
    return match.quick_ratio() >= LEAST_ALIKE and match.ratio() >= LEAST_ALIKE
