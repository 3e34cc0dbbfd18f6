"""The names of the addresses at which people tell something and find the answer, for who must know nobody there."""

from typing import Final

TELL: Final = "tell"
NAMELESS: Final = frozenset(
    {TELL, "answer-find", "answer", "answer-withdraw", "story-share", "story-share-photo"},
)
"""What happens there is never written down beside an account: together they would say who told what."""
