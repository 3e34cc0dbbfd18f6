"""What each step is called, and the answers that lie ready for who sent something."""

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind


class Step(StrEnum):
    """What a reader can do with something that was told."""

    PREPARE = "prepare"
    PLACE = "place"
    SEND_BACK = "send_back"
    TELL = "tell"
    SHARE = "share"
    DECLINE = "decline"
    TAKE_BACK = "take_back"


@dataclass(frozen=True)
class StepWords:
    """The heading of a step, what it means, its button, and what is said when it is done."""

    title: Promise
    text: Promise
    button: Promise
    done: Promise
    other_button: Promise | str = ""


STEPS = {
    Step.PREPARE: StepWords(
        gettext_lazy("Make it ready"),
        gettext_lazy(
            "Leave the words as they were told; only take out what points at a person. Somebody else reads on."
        ),
        gettext_lazy("Give it to the second reader"),
        gettext_lazy("It lies with the second reader."),
    ),
    Step.PLACE: StepWords(
        gettext_lazy("Read it as the second one"),
        gettext_lazy("You see the words as readers get them. After this what was told is deleted."),
        gettext_lazy("Give it its place"),
        gettext_lazy("It has its place, and who sent it gets an answer."),
    ),
    Step.SEND_BACK: StepWords(
        gettext_lazy("Send it back"),
        gettext_lazy("Does something have to change first? Then the first reader goes on with it."),
        gettext_lazy("Send it back to the first reader"),
        gettext_lazy("It lies with the first reader again."),
    ),
    Step.TELL: StepWords(
        gettext_lazy("Tell the answer"),
        gettext_lazy("Call, and tell the answer in your own words."),
        gettext_lazy("I told the answer"),
        gettext_lazy("The answer was told."),
    ),
    Step.SHARE: StepWords(
        gettext_lazy("Is the teller with you, or on the phone?"),
        gettext_lazy(
            "Read the text aloud and ask who may read it. Write down what the teller says: you are the witness."
        ),
        gettext_lazy("The teller says yes"),
        gettext_lazy("What the teller says is written down."),
        gettext_lazy("The teller says no"),
    ),
    Step.DECLINE: StepWords(
        gettext_lazy("Give it no place here"),
        gettext_lazy("Who sent it always gets an answer. After this what was told is deleted."),
        gettext_lazy("Send the answer"),
        gettext_lazy("Who sent it gets the answer."),
    ),
    Step.TAKE_BACK: StepWords(
        gettext_lazy("Take it back for who told it"),
        gettext_lazy(
            "Does who told it call or come to you to take it back? Ask first what was told and when, so that you know"
            " that it is this one. It is deleted at once, with the story that was made of it. This cannot be undone."
        ),
        gettext_lazy("Take it back"),
        gettext_lazy("It was taken back, and nothing of it is left."),
    ),
}

OFFER = StepWords(
    gettext_lazy("Read it as the second one"),
    gettext_lazy("You see the words as the teller gets them. After this what was told is deleted."),
    gettext_lazy("Let the teller look at it"),
    gettext_lazy("It lies with the teller. Nobody else reads it before the teller says so."),
)
"""A story goes to its teller first, so it has no place yet."""


def step_words(step: Step, entry: Entry) -> StepWords:
    """What a step is called for this entry."""
    return OFFER if step is Step.PLACE and entry.kind == EntryKind.STORY else STEPS[step]


RISKS = {
    1: gettext_lazy("Nobody can be recognised"),
    2: gettext_lazy("Only who knows the story already recognises somebody"),
    3: gettext_lazy("Somebody can be recognised"),
}


def answer_when_placed(entry: Entry) -> str:
    """The answer that lies ready when it has its place: in the language of the site, whatever the reader's own."""
    with translation.override(settings.LANGUAGE_CODE):
        if entry.kind == EntryKind.STORY:
            return _(
                "Thank you for your story. We read it with attention. Our version is ready: please read it, and say"
                " who may read it too. Nobody else sees it before that."
            )
        if entry.may_share:
            return _(
                "Thank you for telling us this. We read it with attention. Everybody can now read it on this site."
            )
        return _(
            "Thank you for telling us this. We read it with attention. The people who work on your neighbourhood"
            " together can now read it."
        )


def answer_when_declined() -> str:
    """The answer that lies ready when it finds no place here."""
    with translation.override(settings.LANGUAGE_CODE):
        return _(
            "Thank you for telling us this. We read it with attention. It gets no place on this site."
            " Do you want to know why, or do you have a question? Call us or walk in."
        )
