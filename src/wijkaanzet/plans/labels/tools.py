"""The words for sheets that a network fills in together."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkaanzet.plans.rules.tools import ToolKind

TOOL_KINDS: dict[ToolKind, str | Promise] = {
    ToolKind.STAIRCASE: _("How far does the municipality go itself?"),
    ToolKind.SPHERES: _("What are we talking about today?"),
    ToolKind.WORDS: _("What do we mean by our words?"),
}

REFUSALS: dict[str, str | Promise] = {
    "note_too_long": _("A note has at most %(most)s characters; make it shorter."),
    "not_on_sheet": _("This form is not of this sheet any more. Open the page again; copy your text first."),
    "no_own_words": _("This municipality explains no words in its arrangement, so there is nothing to fill in."),
    "no_staircase": _("This municipality has no staircase in its arrangement."),
    "sheet_changed": _(
        "Somebody else changed this sheet while you were busy. What you filled in is still here; look at what it says "
        "now, and keep it again."
    ),
}
