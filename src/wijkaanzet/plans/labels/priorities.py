"""The words for the priorities of a plan, who brings what, and what is asked of others."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, ContributionStatus, Per, YesBy
from wijkaanzet.plans.rules.priorities import AskAnswer, AskStatus, InformalAnswer, KnownBy, PlaceKind, ReasonKind

PLACE_KINDS: dict[PlaceKind, str | Promise] = {
    PlaceKind.AREA: _("the whole neighbourhood"),
    PlaceKind.STREET: _("a street or square"),
    PlaceKind.HOTSPOT: _("a spot that needs care"),
    PlaceKind.GROUP: _("a group of people"),
    PlaceKind.NONE: _("no place in particular"),
}

INFORMAL_ANSWERS: dict[InformalAnswer, str | Promise] = {
    InformalAnswer.DO: _("People here do this already"),
    InformalAnswer.COULD: _("People here could do this"),
    InformalAnswer.WANT: _("People here want this"),
    InformalAnswer.NOTHING_YET: _("Nobody knows yet"),
}

REASON_KINDS: dict[ReasonKind, str | Promise] = {
    ReasonKind.FIGURE: _("a figure"),
    ReasonKind.TOLD: _("something that people told"),
    ReasonKind.WISH: _("we want this"),
}

KNOWN_BY: dict[KnownBy, str | Promise] = {
    KnownBy.FIGURE: _("by a figure"),
    KnownBy.STORY: _("by what people tell"),
    KnownBy.PROCESS: _("by what was set in motion"),
    KnownBy.LOOK_BACK: _("we look back together on a day"),
}

BRINGERS: dict[Bringer, str | Promise] = {
    Bringer.RESIDENTS: _("residents"),
    Bringer.ORGANISATION: _("organisation"),
    Bringer.MUNICIPALITY: _("municipality"),
}

CONTRIBUTION_KINDS: dict[ContributionKind, str | Promise] = {
    ContributionKind.MONEY: _("money"),
    ContributionKind.HOURS: _("hours"),
    ContributionKind.SPACE: _("space"),
    ContributionKind.KNOWLEDGE: _("knowledge"),
    ContributionKind.THINGS: _("things"),
}

PERS: dict[Per, str | Promise] = {
    Per.WEEK: _("a week"),
    Per.MONTH: _("a month"),
    Per.YEAR: _("a year"),
}

CONTRIBUTION_STATUSES: dict[ContributionStatus, str | Promise] = {
    ContributionStatus.ASKED: _("asked"),
    ContributionStatus.CONFIRMED: _("said yes"),
    ContributionStatus.DECLINED: _("said no"),
    ContributionStatus.LAPSED: _("no answer came"),
    ContributionStatus.WITHDRAWN: _("taken back"),
}

ASKED_NO_MORE = _("not asked any more")
"""Where a question stands that the network took out before there was an answer; nobody took anything back."""

YES_BY: dict[YesBy, str | Promise] = {
    YesBy.ACCOUNT: _("after logging in"),
    YesBy.CODE: _("with the code from a letter"),
}

ASK_STATUSES: dict[AskStatus, str | Promise] = {
    AskStatus.ASKED: _("no answer yet"),
    AskStatus.LATER: _("later"),
    AskStatus.ANSWERED: _("answered"),
}

ASK_ANSWERS: dict[AskAnswer, str | Promise] = {
    AskAnswer.YES: _("Yes"),
    AskAnswer.PARTLY: _("Partly"),
    AskAnswer.LATER: pgettext_lazy("an answer to a question", "Later"),
    AskAnswer.NO: _("No"),
}

CONTRIBUTION_NAME = _("Question to %(who)s: %(what)s")
WHO_IS_ASKED = _("who is asked")
"""With whom a question lies that is asked again on a day."""
ASK_NAME = _("Question to %(who)s for %(priority)s")

ACTIONS: dict[str, str | Promise] = {
    "plans.answer_contribution": _("Say whether you bring this"),
    "plans.ask_again": _("Ask again, or go on without an answer"),
    "plans.ask_by_letter": _(
        "Ask again with a letter, or go on without: nobody of this organisation has an account any more"
    ),
    "plans.answer_ask": _("Answer the question from the plan"),
    "plans.ask_others_again": _("Ask again what was answered with “later”"),
    "plans.answer_ask_again": _("Answer anew what you answered with “later”"),
    "plans.look_at_fallen_away": _("Look at what fell away from the plan"),
}

REFUSALS: dict[str, str | Promise] = {
    "priority_without_title": _("Say in a few words what people want to work on."),
    "priority_without_place": _("Say which street, spot or group you mean, or choose the whole neighbourhood."),
    "priority_dropped": _("This priority is not in the plan any more. Open the plan again."),
    "priorities_too_many": _("At most %(most)s priorities fit in a plan; put some together, or let one go."),
    "priority_changed": _(
        "Somebody else changed this priority meanwhile. It is called “%(title)s” now. What you filled in is still "
        "here; look at what the plan says, and keep it again."
    ),
    "informal_changed": _(
        "Somebody else filled this in meanwhile: “%(says)s” What you filled in is still here. Make one answer of both, "
        "and keep it again."
    ),
    "reasons_changed": _(
        "Somebody else changed the reasons meanwhile. Of what people want it says now: “%(says)s”. What you filled in "
        "is still here. Put it together, tick below what has to stay, and keep it again."
    ),
    "base_changed": _(
        "Somebody else changed this meanwhile. It says now: %(says)s. What you filled in is still here; put it "
        "together, and keep it again."
    ),
    "drop_without_why": _("Say in one sentence why this is let go."),
    "no_such_place": _("Choose a place from 1 to %(last)s."),
    "not_listed": _("“%(value)s” is not in the list of the municipality; choose another one."),
    "known_by_which_figure": _("Choose by which figure you will know it."),
    "look_back_without_day": _("Fill in the day on which you look back together."),
    "look_back_past": _("%(day)s is over; look back on a later day."),
    "look_back_far": _("%(day)s is more than ten years ahead; choose an earlier day."),
    "informal_without_sentence": _("Say in one sentence what people here do, could do or want."),
    "informal_first": _(
        "First say what people here do themselves, could do or want. "
        "“Nobody knows yet” is an answer too. After that you ask professionals."
    ),
    "reasons_too_many": _("At most %(most)s reasons fit; take some off."),
    "reason_twice": _("The same reason stands here twice; take one off."),
    "wish_without_words": _("Say in one sentence what people want."),
    "reason_not_here": _("Something that you chose is not known in this neighbourhood; open the page again."),
    "organisation_not_here": _("Choose an organisation from the list."),
    "base_too_many": _("At most %(most)s lines fit; put some together."),
    "base_without_what": _("Line %(number)s says nothing; say who is there, or take the line off."),
    "base_hours": _("On line %(number)s fill in hours a week from 1 to %(most)s, or leave them empty."),
    "contribution_without_what": _("Say what you ask."),
    "contribution_without_group": _("Say which group of residents you ask. Never the name of a person."),
    "contribution_without_organisation": _("Choose which organisation you ask."),
    "contributions_too_many": _("At most %(most)s questions fit with one priority; take some back."),
    "residents_are_no_organisation": _("Choose: you ask a group of residents, or an organisation."),
    "residents_are_no_capacity": _("Residents are no extra hands for professionals; take the tick away."),
    "residents_bring_own_money": _(
        "Residents bring money of their own. Is it money of the neighbourhood? Then choose the municipality."
    ),
    "money_without_amount": _("Fill in how much money it is a year."),
    "money_too_much": _("This amount is too large; look at the zeros again."),
    "money_from_what": _(
        "Say where the money comes from: tick the money of the neighbourhood, or write it down; not both."
    ),
    "earmark_of_area_money": _(
        "You chose a part of the money of the neighbourhood. Tick that it comes from there, or choose no part."
    ),
    "amount_of_money_only": _("You filled in something about money. Choose money, or make those answers empty."),
    "hours_over_what": _("Fill in both how many hours, and whether that is a week, a month or a year."),
    "hours_count": _("Fill in a number of hours from 1 to %(most)s."),
    "until_past": _("%(day)s is over; choose a later last day, or leave it empty."),
    "until_far": _("%(day)s is more than %(most)s years ahead; choose an earlier last day, or leave it empty."),
    "contribution_answered": _("There is an answer already. Open the page again to see it."),
    "contribution_not_asked": _("The network does not ask this any more, so there is nothing to answer."),
    "nothing_fell_away": _("Somebody looked at this already. Open the page again to see it."),
    "contribution_not_lapsed": _("There is still time to answer. Wait until %(day)s is over."),
    "contribution_not_asked_by_letter": _("Who is asked here answers after logging in; there is no letter."),
    "contribution_by_code_only": _("Only who has the code from the letter says yes or no here."),
    "ask_of_two": _("Choose %(name)s, or write down whom you ask. You cannot do both."),
    "ask_again_when": _("Fill in on which day you ask again. “Later” goes with a day."),
    "ask_again_past": _("%(day)s is not after today. Choose a later day to ask again."),
    "ask_again_far": _("%(day)s is more than ten years away. Choose an earlier day to ask again."),
    "ask_not_whole": _("Say what you ask, and of whom."),
    "asks_too_many": _("At most %(most)s questions to others fit with one priority."),
    "ask_without_answer": _("Write in one or two sentences what the answer is."),
    "ask_answered": _("There is an answer already. Open the page again to see it."),
    "picture_without_alt": _("Say in one sentence what is on the photo, for who does not see it."),
    "picture_without_consent": _("Say how people on the photo agreed, or that nobody can be recognised."),
    "pictures_too_many": _("At most %(most)s photos fit with a plan; take one away first."),
}
