"""The words for what people write together in a plan."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkaanzet.plans.rules.sections import Along, SectionKey, SuggestionStatus, TakenOver, VersionKind

SECTIONS: dict[SectionKey, str | Promise] = {
    SectionKey.SUMMARY: _("In short"),
    SectionKey.THERE_IS: _("What there is to do here, and who does it"),
    SectionKey.TOGETHER: _("How we work together"),
    SectionKey.ACCESS: _("What we agree with the wijkteam"),
    SectionKey.SCHOOLS: _("With the schools"),
    SectionKey.RISKS: _("What can go wrong"),
    SectionKey.WHY: _("Why this matters"),
    SectionKey.RESIDENTS_DO: _("What residents do already"),
    SectionKey.RESIDENTS_COULD: _("What residents could do, and what they need"),
    SectionKey.PROFESSIONALS_ADD: _("What professionals add"),
    SectionKey.HOW_WE_KNOW: _("How we will know"),
}

SECTION_HELP: dict[SectionKey, str | Promise] = {
    SectionKey.SUMMARY: _("The whole plan in at most 150 words, for who reads nothing else."),
    SectionKey.THERE_IS: _("Begin with what people here do themselves: the garden, the choir, who cooks for whom."),
    SectionKey.TOGETHER: _("Who meets when, who tells whom what, and what you do when you do not agree."),
    SectionKey.ACCESS: _("How you notice that somebody needs help, who helps then, and how help becomes less again."),
    SectionKey.SCHOOLS: _("What the schools plan themselves, and where this plan joins them. Links may stand here."),
    SectionKey.RISKS: _("What you do not have in your own hands, and what you do when it goes another way."),
    SectionKey.WHY: _('What is going on, in your own words. "We want this" is enough.'),
    SectionKey.RESIDENTS_DO: _("Which residents, groups and volunteers do something here already."),
    SectionKey.RESIDENTS_COULD: _("What people could or want to do, and what helps them: a room, a key, some money."),
    SectionKey.PROFESSIONALS_ADD: _(
        "What comes on top of the professionals who are there in any case, and for how long."
    ),
    SectionKey.HOW_WE_KNOW: _("By a figure, a story, what was set in motion, or by looking back together on a day."),
}
"""What may stand in a part: help for who begins."""

VERSION_KINDS: dict[VersionKind, str | Promise] = {
    VersionKind.SAVED: _("kept"),
    VersionKind.MERGED: _("put together with what another wrote meanwhile"),
    VersionKind.BESIDE: _("kept beside the text"),
}

SUGGESTION_STATUSES: dict[SuggestionStatus, str | Promise] = {
    SuggestionStatus.WAITING: _("waits for an answer"),
    SuggestionStatus.ANSWERED: _("answered"),
}

TAKEN_OVER: dict[TakenOver, str | Promise] = {
    TakenOver.FULLY: _("taken over"),
    TakenOver.PARTLY: _("partly taken over"),
    TakenOver.NOT: _("not taken over"),
}

ALONG: dict[Along, str | Promise] = {
    Along.THERE: _("taken over"),
    Along.PLAN: _("the network takes it along in the plan"),
    Along.CHANGE: _("the network takes it along in the next change of the plan"),
    Along.OVER: _("the network said yes, and this plan is over"),
}
"""What became of a suggestion to which the network said yes."""

PARTLY_ALONG: dict[Along, str | Promise] = {
    Along.THERE: _("partly taken over"),
    Along.PLAN: _("the network takes a part of it along in the plan"),
    Along.CHANGE: _("the network takes a part of it along in the next change of the plan"),
    Along.OVER: _("the network said yes to a part, and this plan is over"),
}

SECTION_NAME = _("%(section)s, in the plan of %(network)s")
SUGGESTION_NAME = _("Suggestion for the plan of %(network)s")

ACTIONS: dict[str, str | Promise] = {
    "plans.answer_suggestion": _("Answer the suggestion for the plan"),
}

REFUSALS: dict[str, str | Promise] = {
    "section_too_long": _(
        "This text has %(length)s characters. At most %(most)s fit in one part; make it shorter, or part it."
        " Nothing is kept yet, and your text still stands here."
    ),
    "said_by_too_long": _("Say in at most %(most)s characters for whom you write this; now it has %(length)s."),
    "version_unknown": _(
        "This form was made of a text that is not here. Copy what you wrote, open the page again and paste it there."
    ),
    "beside_settled": _("Somebody dealt with this text already. Open the part to see how it reads now."),
    "comment_without_text": _("Write what you want to say about this part."),
    "plan_comment_too_long": _("A comment has at most %(most)s characters; yours has %(length)s. Make it shorter."),
    "comment_settled": _("Somebody did something with this comment already."),
    "suggestion_without_answer": _("Write an answer with your reason; everybody who suggests something gets one."),
    "suggestion_answer_too_long": _(
        "The answer has %(length)s characters and may have %(most)s. Make it shorter; it still stands here."
    ),
    "suggestion_answered": _("This suggestion was answered already."),
}
