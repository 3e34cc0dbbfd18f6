"""The words for the scan of a neighbourhood: why something is refused, its parts, where it stands, what changed."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkaanzet.intake.labels import WITHDRAWN
from wijkaanzet.scans.labels.figures import HIDDEN, MISSING, WHY_UNKNOWN
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason
from wijkaanzet.scans.rules.frozen import FrozenFigure, Since
from wijkaanzet.scans.rules.reading.numbers import MissingReason
from wijkaanzet.scans.rules.roll_up import WhyUnknown
from wijkaanzet.scans.rules.scan import Gone, HowSure, ScanItemKind, ScanPartKey, ScanStatus
from wijkaanzet.stories.labels import ENDED

BAD_SCAN: dict[str, Promise] = {
    "scan_exists": _("The scan of %(area)s for %(year)s was started already. Open that one."),
    "scan_year_too_far": _("A scan is made for a year from %(first)s up to and including %(last)s."),
    "scan_words_too_long": _("These words have %(length)s characters; at most %(most)s fit. Make them shorter."),
    "scan_meaning_too_long": _(
        "What people say it means has %(length)s characters; at most %(most)s fit. Make it shorter."
    ),
    "too_many_items": _("Choose at most %(most)s figures, voices and stories for one part of the scan."),
    "chosen_twice": _("Something is chosen twice for this part of the scan; leave one of the two out."),
    "figure_not_here": _(
        'The figure "%(figure)s" is not there for this neighbourhood any more. Leave it out of the scan.'
    ),
    "not_to_choose": _(
        "One of the voices or stories that you chose is not there for this neighbourhood. "
        "Open the page again and choose from what is there."
    ),
    "no_strengths": _("Say first what is strong here: in words, or with something that you choose."),
    "not_asked": _("Only who work on this neighbourhood together can comment on its scan."),
    "empty_comment": _("Write what you want to say about the scan."),
    "comment_too_long": _("Your comment has %(length)s characters; at most %(most)s fit. Make it shorter."),
    "empty_comment_answer": _("Write what you do with this comment."),
    "comment_answer_too_long": _("Your answer has %(length)s characters; at most %(most)s fit. Make it shorter."),
    "comment_unanswered": _("Somebody commented and has no answer yet. Answer every comment first."),
}
SCAN_STATUSES: dict[ScanStatus, Promise] = {
    ScanStatus.DRAFT: _("being made"),
    ScanStatus.COMMENTING: _("open for comments"),
    ScanStatus.PUBLISHED: _("published"),
}
SCAN_ACTIONS: dict[str, Promise] = {
    "scans.compose_scan": _("Make the scan of the neighbourhood and put it before the network"),
    "scans.comment_on_scan": _("Say what you think of the scan of the neighbourhood"),
    "scans.publish_scan": _("Publish the scan of the neighbourhood"),
}
PARTS: dict[ScanPartKey, Promise] = {
    ScanPartKey.STRENGTHS: _("What is strong here"),
    ScanPartKey.CONCERNS: _("What worries people"),
    ScanPartKey.NOT_COMING: _("Who does not come"),
    ScanPartKey.WANTED: _("What people want and are willing to do"),
    ScanPartKey.SHUT_OUT: _("Who is shut out"),
}
HOW_SURE: dict[HowSure, Promise] = {
    HowSure.SURE: _("We are sure of this"),
    HowSure.FAIRLY: _("We are fairly sure of this"),
    HowSure.UNSURE: _("We are not sure of this"),
}
ITEM_KINDS: dict[ScanItemKind, Promise] = {
    ScanItemKind.FIGURE: _("figure"),
    ScanItemKind.VOICE: _("voice"),
    ScanItemKind.STORY: _("story"),
}
GONE: dict[Gone, Promise] = {
    Gone.WITHDRAWN: WITHDRAWN,
    Gone.ENDED: ENDED,
}
SINCE: dict[Since, Promise] = {
    Since.SAME_MEASUREMENT: _("There is no newer measurement."),
    Since.BROKEN: _("The two years cannot be compared: borders or the way of measuring changed, or may have."),
    Since.UNKNOWN: _("It is not known whether the difference is more than chance."),
    Since.CHANCE: _("The difference can be chance."),
    Since.LOWER: _("Lower than before, and probably no chance."),
    Since.HIGHER: _("Higher than before, and probably no chance."),
}


def no_value(figure: FrozenFigure) -> str:
    """Why a frozen figure has no value; empty when it has one."""
    if figure.value:
        return ""
    if figure.missing:
        return str(MISSING[MissingReason(figure.missing)])
    if figure.why:
        return str(WHY_UNKNOWN[WhyUnknown(figure.why)]) % {"unknown": figure.unknown, "parts": figure.parts}
    return str(HIDDEN[HiddenReason(figure.hidden or HiddenReason.NOT_KNOWN)])
