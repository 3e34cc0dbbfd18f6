"""What people write in a plan, as it is kept: cleaned, and not longer than it may be. Plain Python."""

from typing import Final

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.plans.rules.cleaning import cleaned
from wijkaanzet.plans.rules.sections import LONGEST_COMMENT, LONGEST_SECTION, LONGEST_SUGGESTION_ANSWER

LONGEST_SAID_BY: Final = 80


def section_text(text: str) -> str:
    """The text of a part; it may be empty. Raises Refused("section_too_long")."""
    plain = cleaned(text)
    if len(plain) > LONGEST_SECTION:
        raise Refused("section_too_long", length=len(plain), most=LONGEST_SECTION)
    return plain


def said_by_text(text: str) -> str:
    """For whom something was written down, on one line. Raises Refused("said_by_too_long")."""
    plain = " ".join(cleaned(text).split())
    if len(plain) > LONGEST_SAID_BY:
        raise Refused("said_by_too_long", length=len(plain), most=LONGEST_SAID_BY)
    return plain


def comment_text(text: str) -> str:
    """What somebody says beside a part. Raises Refused: ("comment_without_text"), ("plan_comment_too_long")."""
    plain = cleaned(text)
    if not plain:
        raise Refused("comment_without_text")
    if len(plain) > LONGEST_COMMENT:
        raise Refused("plan_comment_too_long", length=len(plain), most=LONGEST_COMMENT)
    return plain


def suggestion_answer(text: str) -> str:
    """What the network answers, with the reason.

    Raises Refused: ("suggestion_without_answer"), ("suggestion_answer_too_long").
    """
    plain = cleaned(text)
    if not plain:
        raise Refused("suggestion_without_answer")
    if len(plain) > LONGEST_SUGGESTION_ANSWER:
        raise Refused("suggestion_answer_too_long", length=len(plain), most=LONGEST_SUGGESTION_ANSWER)
    return plain
