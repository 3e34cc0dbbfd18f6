"""Reading what people told."""

from wijkaanzet.intake.queries.opened import (
    RETURNED_SEAL,
    alike,
    contact_of,
    draft_mark,
    draft_of,
    file_of,
    files_of,
    finds_in,
    known_words,
    mail_address,
    photo_of,
    pieces_of,
    reachable_at,
    returned_why,
    told_of,
)
from wijkaanzet.intake.queries.placed import found, gone, labels, newest_first, public_ids
from wijkaanzet.intake.queries.standings import more_on, standing, standings

__all__ = [
    "RETURNED_SEAL",
    "alike",
    "contact_of",
    "draft_mark",
    "draft_of",
    "file_of",
    "files_of",
    "finds_in",
    "found",
    "gone",
    "known_words",
    "labels",
    "mail_address",
    "more_on",
    "newest_first",
    "photo_of",
    "pieces_of",
    "public_ids",
    "reachable_at",
    "returned_why",
    "standing",
    "standings",
    "told_of",
]
