"""Reading stories, their consent and the questions that invite people to tell."""

from wijkaanzet.stories.queries.consents import agreed, scopes_of
from wijkaanzet.stories.queries.prompts import prompt_labels, running_prompts, visible_prompts
from wijkaanzet.stories.queries.stories import (
    PHOTO_SEAL,
    WORDS_SEAL,
    ended_by_time,
    entry_ids,
    found,
    labels,
    newest_first,
    photo_of,
    photos_ended_by_time,
    public_ids,
    standing,
    standings,
    story_of,
    unanswered,
    words_offered,
)
from wijkaanzet.stories.queries.told import Agreement, StoryWords, agreement_on, as_told

__all__ = [
    "PHOTO_SEAL",
    "WORDS_SEAL",
    "Agreement",
    "StoryWords",
    "agreed",
    "agreement_on",
    "as_told",
    "ended_by_time",
    "entry_ids",
    "found",
    "labels",
    "newest_first",
    "photo_of",
    "photos_ended_by_time",
    "prompt_labels",
    "public_ids",
    "running_prompts",
    "scopes_of",
    "standing",
    "standings",
    "story_of",
    "unanswered",
    "visible_prompts",
    "words_offered",
]
