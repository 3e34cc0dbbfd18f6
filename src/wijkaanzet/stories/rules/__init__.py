"""How a story is offered to its teller, shared by consent, and ended. Plain Python."""

from wijkaanzet.stories.rules.consent import CARRYING, PUBLIC, SEEN, WORDING, ConsentWay, Scope, Yes
from wijkaanzet.stories.rules.prompts import PROMPT
from wijkaanzet.stories.rules.stories import (
    FINAL,
    NEXT,
    PROCESS,
    SETTLED,
    TELLER,
    StoryFacts,
    StoryStatus,
    move,
)

__all__ = [
    "CARRYING",
    "FINAL",
    "NEXT",
    "PROCESS",
    "PROMPT",
    "PUBLIC",
    "SEEN",
    "SETTLED",
    "TELLER",
    "WORDING",
    "ConsentWay",
    "Scope",
    "StoryFacts",
    "StoryStatus",
    "Yes",
    "move",
]
