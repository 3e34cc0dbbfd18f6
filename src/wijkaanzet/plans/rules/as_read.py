"""What stands in a plan is changed by who read it: what came in meanwhile is not overwritten without a word."""

from collections.abc import Sequence

from wijkaanzet.kernel.as_read import is_stale
from wijkaanzet.kernel.refusals import Refused


def check_priority_as_read(seen: str, *, now: str, title: str) -> None:
    """Without a mark it is as it is now. Raises Refused("priority_changed") with how it is called now."""
    if is_stale(seen, now=now):
        raise Refused("priority_changed", title=title)


def check_informal_as_read(seen: str, *, now: str, says: str) -> None:
    """Without a mark it is as it is now. Raises Refused("informal_changed") with what it says now."""
    if is_stale(seen, now=now):
        raise Refused("informal_changed", says=says or "–")


def check_reasons_as_read(seen: str, *, now: str, wishes: Sequence[str]) -> None:
    """Without a mark they are as they are now. Raises Refused("reasons_changed") with what people want by now."""
    if is_stale(seen, now=now):
        raise Refused("reasons_changed", says="; ".join(wishes) or "–")


def check_base_as_read(seen: str, *, now: str, says: Sequence[str]) -> None:
    """Without a mark it is as it is now. Raises Refused("base_changed") with what it says now."""
    if is_stale(seen, now=now):
        raise Refused("base_changed", says="; ".join(says) or "–")
