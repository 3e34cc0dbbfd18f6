"""What a network wrote down is changed by who read it. Plain Python."""

from wijkaanzet.kernel.as_read import is_stale
from wijkaanzet.kernel.refusals import Refused


def check_unchanged(seen: str, *, now: str) -> None:
    """Nobody overwrites what came in meanwhile; without a mark it is as it is now.

    Raises Refused("changed_meanwhile").
    """
    if is_stale(seen, now=now):
        raise Refused("changed_meanwhile")
