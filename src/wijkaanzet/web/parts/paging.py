"""Walking through a long list, page by page."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Pagination:
    """Where we are in a list, and the addresses of the neighbouring pages (empty when there is none)."""

    number: int
    pages: int
    previous_href: str = ""
    next_href: str = ""
