"""Everything that is written of stories, of what their tellers agree to, and of the questions that invite to tell."""

from wijkaanzet.stories.operations.ending import Ended, expire, lapse, take_back, withdraw
from wijkaanzet.stories.operations.offering import offer
from wijkaanzet.stories.operations.prompts import add_prompt, end_prompt
from wijkaanzet.stories.operations.sharing import change_scopes, keep_back, share
from wijkaanzet.stories.rules import Yes

__all__ = [
    "Ended",
    "Yes",
    "add_prompt",
    "change_scopes",
    "end_prompt",
    "expire",
    "keep_back",
    "lapse",
    "offer",
    "share",
    "take_back",
    "withdraw",
]
