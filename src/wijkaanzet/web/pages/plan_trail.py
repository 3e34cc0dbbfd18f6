"""Where a page of a plan stands."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PlanTrail:
    """Where a page of a plan stands: its neighbourhood, network and plan, with their addresses."""

    area: str
    area_href: str
    network: str
    network_href: str
    plan: str
    plan_href: str
