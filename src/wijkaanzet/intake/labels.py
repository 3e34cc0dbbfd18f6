"""The words for what people tell, for what the readers do with it, and for what is refused."""

from django.utils.translation import gettext_lazy as _

from wijkaanzet.intake.rules import AttachmentKind, EntryKind, EntryStatus, Outcome, Route, StrengthKind, Tone
from wijkaanzet.intake.rules.anonymising import FoundKind

WITHDRAWN = _("withdrawn by the teller")

KINDS = {
    EntryKind.IDEA: _("idea"),
    EntryKind.STORY: _("story"),
    EntryKind.STRENGTH: _("what is strong here"),
    EntryKind.SIGNAL: _("concern"),
    EntryKind.SUGGESTION: _("suggestion"),
}

STRENGTHS = {
    StrengthKind.PEOPLE: _("people"),
    StrengthKind.PLACES: _("places"),
    StrengthKind.GROUPS: _("groups"),
    StrengthKind.SKILLS: _("what people can do"),
}

TONES = {
    Tone.GOOD: _("It is about something good"),
    Tone.MIXED: _("It is good and not good"),
    Tone.BAD: _("It is about something that is not good"),
}

ROUTES = {
    Route.WEB: _("on this site"),
    Route.DESK: _("at the desk"),
    Route.PHONE: _("by telephone"),
    Route.PAPER: _("on paper"),
    Route.VISIT: _("in a talk in the neighbourhood"),
}

STATUSES = {
    EntryStatus.RECEIVED: _("received"),
    EntryStatus.PREPARED: _("waits for a second reader"),
    EntryStatus.TO_TELL: _("the answer is to be told"),
    EntryStatus.ANSWERED: _("answered"),
    EntryStatus.WITHDRAWN: _("taken back"),
}

OUTCOMES = {
    Outcome.PLACED: _("it has its place"),
    Outcome.DECLINED: _("it has no place here"),
}

ATTACHMENTS = {
    AttachmentKind.PHOTO: _("photo"),
    AttachmentKind.AUDIO: _("recording"),
}

# What stands in a text in place of what may point at a person, between square brackets.
STAND_INS = {
    FoundKind.NAME: _("name"),
    FoundKind.ADDRESS: _("address"),
    FoundKind.PHONE: _("telephone number"),
    FoundKind.BSN: _("citizen service number"),
    FoundKind.NUMBER: _("number"),
    FoundKind.IBAN: _("account number"),
    FoundKind.EMAIL: _("e-mail address"),
    FoundKind.LINK: _("internet address"),
    FoundKind.DATE: _("date"),
    FoundKind.SCHOOL: _("school"),
    FoundKind.PLATE: _("number plate"),
}

ACTIONS = {
    "intake.read": _("Read what somebody tells"),
    "intake.read_again": _("Read as the second one what somebody tells"),
    "intake.tell_answer": _("Tell somebody the answer by telephone"),
}

REFUSALS = {
    "no_token": _("This form is not complete; open the page again and fill it in there."),
    "nothing_told": _("There is nothing to read or hear yet; write something, or choose a recording or a photo."),
    "told_too_long": _(
        "The text has %(length)s characters and may have %(most)s; make it shorter, or send it in parts."
    ),
    "contact_phone": _("This is no telephone number. Write it like 013 123 45 67, or leave it empty."),
    "place_elsewhere": _("This place does not belong to this neighbourhood; choose another one."),
    "knocked_too_often": _(
        "A lot was sent from here this hour; your text still stands here. Try again in an hour, or call us."
    ),
    "photo_unreadable": _("We cannot read this photo; choose a photo of the kind JPEG, PNG or WebP."),
    "photo_too_large": _("This photo has more than %(most)s million pixels; choose a smaller one."),
    "sound_unreadable": _("We cannot read this recording; choose a file of the kind MP3, M4A, OGG, WAV or WebM."),
    "no_title": _("Give it a title, so that people know what it is about."),
    "no_text": _("There is no text yet; write down what was told."),
    "no_strength_kind": _("Say what is strong here: people, places, groups, or what people can do."),
    "no_reason": _("Say what has to change, so that the other reader can go on."),
    "no_answer": _("Write an answer; everybody who sends something gets one."),
    "wrong_state": _("This step does not come next; perhaps somebody was before you. Open the page again."),
    "more_came": _("Another answer came while you were calling; read it here, and call again."),
    "wrong_kind": _("A story goes to its teller first, and only a story does; look again at what it is."),
    "draft_changed": _("The words were changed while you were reading; read them again first."),
    "same_reader": _("You made this ready yourself; somebody else must read it too."),
    "risk_too_high": _("Somebody can still be recognised; send it back and say what has to go, or decline it."),
    "finds_not_checked": _(
        "At %(number)s places a person may still be meant; look at them, and say that it is right or send it back."
    ),
}
