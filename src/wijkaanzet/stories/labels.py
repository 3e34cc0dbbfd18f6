"""The words for stories, for what their tellers agree to, and for what is refused."""

from django.utils.translation import gettext_lazy as _

from wijkaanzet.intake import labels as intake
from wijkaanzet.stories.rules import ConsentWay, Scope, StoryStatus

WITHDRAWN = intake.WITHDRAWN
ENDED = _("no longer shared")
TELLER = _("the teller")

STATUSES = {
    StoryStatus.OFFERED: _("with the teller"),
    StoryStatus.SHARED: _("shared"),
    StoryStatus.NOT_SHARED: _("not shared"),
    StoryStatus.EXPIRED: ENDED,
    StoryStatus.WITHDRAWN: WITHDRAWN,
}

# What a story is called that has no title to show.
NAMES = {
    StoryStatus.OFFERED: _("A story that its teller looks at"),
    StoryStatus.SHARED: _("A story without a title"),
    StoryStatus.NOT_SHARED: _("not shared"),
    StoryStatus.EXPIRED: ENDED,
    StoryStatus.WITHDRAWN: WITHDRAWN,
}

# Who reads it, and where: what a teller agrees to. When these come to mean something else, rules.WORDING goes up.
SCOPES = {
    Scope.NETWORK: _("the people who work on the neighbourhood together"),
    Scope.REPORT: _("reports of the municipality"),
    Scope.PUBLIC: _("everybody, on this site"),
    Scope.PRESS: _("newspapers, radio and television"),
    Scope.TRAINING: _("courses for professionals and volunteers"),
    Scope.PHOTO: _("the photo, wherever the story may be read"),
}

CONSENT_WAYS = {
    ConsentWay.LINK: _("with the code of the receipt"),
    ConsentWay.SPOKEN: _("spoken, and written down by somebody else"),
}

ACTIONS = {"stories.await_teller": _("Wait for what the teller says")}

REFUSALS = {
    "no_scope": _("Choose who may read the story: at least one. Or say that it is not shared."),
    "too_young": _("Say first that the teller is 16 or older, or that a parent agrees."),
    "no_photo": _("There is no photo with this story; leave that choice out."),
    "photo_alone": _("A photo is only seen with its story. Choose also who may read that, or leave the photo out."),
    "not_the_witness": _("Only who reads in that neighbourhood writes down what the teller says."),
    "teller_may_answer": _("The teller may still answer up to and including %(day)s."),
    "prompt_question": _("Write the question on one line, in 1 to %(most)s characters."),
    "prompt_period": _("A question is asked for at least one day; choose a later last day."),
    "prompt_ended": _("This question is not asked any more."),
}
