"""Who puts questions that invite people to tell: in their own area, and the policy officer everywhere."""

from wijkaanzet.people.rules import Role
from wijkaanzet.stories.access import ASKS
from wijkaanzet.web.http import Request
from wijkaanzet.web.mine import held


def asks_everywhere(request: Request) -> bool:
    """Whether who asks may put a question in every area and in the whole municipality."""
    return any(one.role == Role.POLICY_OFFICER for one in held(request))


def areas_to_ask_in(request: Request) -> set[int]:
    """The ids of the own areas in which who asks may put a question."""
    return {one.area_id for one in held(request) if one.role in ASKS and one.area_id is not None}
