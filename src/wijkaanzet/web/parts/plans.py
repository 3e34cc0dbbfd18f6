"""What a plan says that people do and want, in a few cards."""

from dataclasses import dataclass

from wijkaanzet.web.parts.cards import Card


@dataclass(frozen=True, kw_only=True)
class PlanSection:
    """The way to a plan, with the first of what people do or want; no cards before it is adopted."""

    label: str
    href: str
    there: bool = False
    """Whether there is a plan, or one is being written; else the way is to those of other neighbourhoods."""
    cards: tuple[Card, ...] = ()
    more: str = ""
    """How many more things the plan has, in a sentence; empty when all are there."""
    all_label: str = ""
    all_href: str = ""
    """The way to all plans of the neighbourhood; empty when there is one at most."""
