"""Who acts, and through which door: what the audit log needs to know of the origin of an act."""

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """Kanaal. The door through which somebody acted."""

    WEB = "web"
    COMMAND = "command"
    JOB = "job"
    DEMO = "demo"


@dataclass(frozen=True)
class Actor:
    """A person (by user id, None for a visitor or the system) together with channel and request."""

    user_id: int | None
    channel: Channel
    request_id: str = ""
    stands_in: tuple[int, ...] = ()
    """The roles of others (by id) that this person has for a while; the log names them beside who acted."""
