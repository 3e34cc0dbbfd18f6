"""What is asked of who tells something: what they want to tell, and little else."""

from collections.abc import Collection, Iterable, Mapping
from typing import ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkaanzet.intake.labels import REFUSALS, ROUTES, TONES
from wijkaanzet.intake.operations import Contact, Telling
from wijkaanzet.intake.rules import Route, Tone
from wijkaanzet.intake.rules.telling import LONGEST_MEANING, LONGEST_TEXT, LONGEST_TITLE
from wijkaanzet.kernel.telephone import is_telephone_number
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.long_text import LongTextField
from wijkaanzet.web.telling.beside import WHOLE, Beside

YES, NO = "yes", "no"
FILES = ("recording", "photo")
MORE = ("title", "meaning", "tone", "place")
TOO_LONG = _("This has %(show_value)s characters and may have %(limit_value)s. Make it shorter, or send it in parts.")
EMPTY_FILE = _("There is nothing in this file; choose another one.")


OF_SOMEBODY_ELSE = {
    "text": _("What do they tell?"),
    "title": _("Their own title"),
    "meaning": _("What makes this important to them?"),
    "may_share": _("May everybody read this, without their name?"),
    "email": _("Their e-mail address, for the answer"),
    "keep_told": _("Tell them later too what was done with it"),
}
"""What is asked of who writes it down."""


class TellText(LongTextField):
    """A text that is never cut off by the browser: what is too long is counted and said."""

    default_error_messages = {"max_length": TOO_LONG}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """Without a longest length: a browser would leave out the end of what is pasted, and say nothing."""
        return {}


class TellingForm(ActForm):
    """What somebody tells."""

    area = forms.ChoiceField(
        label=_("Which neighbourhood is it about?"), error_messages={"required": _("Choose a neighbourhood.")}
    )
    text = TellText(
        label=_("What do you want to tell?"),
        help_text=_(
            "An idea, a story, something that is strong here, a concern or a suggestion. Write as you speak. "
            "Would you rather speak? Then leave this empty."
        ),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 9}),
    )
    recording = forms.FileField(
        label=_("Speak it in"),
        help_text=_("A sound recording of at most 50 MB: about three quarters of an hour."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "audio/*", "capture": True}),
        error_messages={"empty": EMPTY_FILE},
    )
    photo = forms.FileField(
        label=_("A photo"),
        help_text=_("JPEG, PNG or WebP. We remove place and time from it."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={"empty": EMPTY_FILE},
    )
    title = TellText(label=_("Your own title"), max_length=LONGEST_TITLE, required=False, widget=forms.TextInput())
    meaning = TellText(
        label=_("What makes this important to you?"),
        max_length=LONGEST_MEANING,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tone = forms.ChoiceField(
        label=_("Is it about something good or not good?"),
        choices=[*((tone.value, TONES[tone]) for tone in Tone), ("", _("I would rather not say"))],
        required=False,
        widget=forms.RadioSelect,
    )
    may_share = forms.ChoiceField(
        label=_("May everybody read this, without your name?"),
        choices=[(YES, _("Yes, everybody may read it")), (NO, _("No, only who work on this neighbourhood"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address, for the answer"),
        help_text=_("Without it you read the answer with a code that you get from us."),
        required=False,
        error_messages={
            "invalid": _(
                "Fill in an e-mail address such as naam@voorbeeld.nl, or leave this empty: then you get a code."
            )
        },
    )
    keep_told = forms.BooleanField(label=_("Mail me later too what was done with it"), required=False)
    refused_at: ClassVar[Mapping[str, str]] = {
        "nothing_told": "text",
        "place_elsewhere": "place",
        "photo_unreadable": "photo",
        "photo_too_large": "photo",
        "sound_unreadable": "recording",
    }

    def __init__(
        self,
        data: QueryDict | None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None,
        *,
        beside: Beside,
        left_out: Collection[str] = (),
        megabytes: float = 0,
    ) -> None:
        super().__init__(data, files, initial={"area": beside.area.slug if beside.area else ""})
        self.left_out, self.megabytes = left_out, megabytes
        self.fields["area"].choices = [  # type: ignore[attr-defined]  # a ChoiceField has them
            ("", _("choose a neighbourhood")),
            *((area.slug, area.name) for area in beside.areas),
            (WHOLE, _("the whole municipality")),
        ]
        if beside.places:
            self.fields["place"] = forms.ChoiceField(
                label=_("Which street or place is it about?"),
                help_text=_("The street stays with the network, unless nobody can be recognised by it."),
                choices=[("", _("no street or place")), *((one.public_id, one.name) for one in beside.places)],
                required=False,
                error_messages={"invalid_choice": _("This place is not in this neighbourhood; choose another one.")},
            )

    def clean(self) -> dict[str, object]:
        """What only the answers together, or the sending itself, can tell to be wrong."""
        told = super().clean() or self.cleaned_data
        for name in self.left_out:
            self.add_error(name if name in self.fields else None, _too_large(self.megabytes))
        if not any(told.get(name) or name in self.errors for name in ("text", *FILES)):
            self.add_error("text", REFUSALS["nothing_told"])
        if told.get("keep_told") and not self._reachable(told) and "email" not in self.errors:
            self.add_error("email", gettext("Fill in where we can mail you, or take the tick below away."))
        return told

    def _reachable(self, told: dict[str, object]) -> bool:
        return bool(told.get("email"))

    @property
    def route(self) -> Route:
        """How it reached us."""
        return Route.WEB

    @property
    def telling(self) -> Telling:
        """What is told."""
        told = self.cleaned_data
        tone = Tone(told["tone"]) if told["tone"] else None
        return Telling(text=told["text"], title=told["title"], meaning=told["meaning"], tone=tone)

    @property
    def contact(self) -> Contact:
        """Where the answer must go."""
        return Contact(email=self.cleaned_data["email"])

    def those(self, names: Iterable[str]) -> tuple[BoundField, ...]:
        """The questions with these names that are asked."""
        return tuple(self[name] for name in names if name in self.fields)

    def shows(self, names: Iterable[str]) -> bool:
        """Whether one of these has an answer or a mistake, and so must be in sight."""
        return any(bool(one.errors) or bool(self.is_bound and one.value()) for one in self.those(names))


class WrittenDownForm(TellingForm):
    """The same, by who writes it down for somebody else."""

    route_told = forms.ChoiceField(
        label=_("How was it told to you?"),
        choices=[
            *((route.value, ROUTES[route]) for route in (Route.DESK, Route.PHONE, Route.PAPER, Route.VISIT)),
            (Route.WEB.value, _("nobody told it: it is mine")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it was told to you.")},
    )
    phone = forms.CharField(
        label=_("Their telephone number, for the answer"),
        help_text=_("Only when there is no e-mail address. The coordinator calls to tell the answer."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        error_messages={"max_length": _("This is too long for a telephone number.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {**TellingForm.refused_at, "contact_phone": "phone"}

    def __init__(
        self,
        data: QueryDict | None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None,
        *,
        beside: Beside,
        left_out: Collection[str] = (),
        megabytes: float = 0,
    ) -> None:
        super().__init__(data, files, beside=beside, left_out=left_out, megabytes=megabytes)
        for name, label in OF_SOMEBODY_ELSE.items():
            self.fields[name].label = label
        self.fields["email"].help_text = _("Without it they read the answer with a code that you give to them.")
        self.fields["email"].error_messages["invalid"] = _(
            "Fill in an e-mail address such as naam@voorbeeld.nl, or leave this empty: then they get a code."
        )
        self.fields["email"].widget.attrs["autocomplete"] = "off"

    def clean_phone(self) -> str:
        """A number that can be called, or none."""
        phone: str = self.cleaned_data["phone"]
        if phone and not is_telephone_number(phone):
            raise forms.ValidationError(REFUSALS["contact_phone"])
        return phone

    def _reachable(self, told: dict[str, object]) -> bool:
        return bool(told.get("email") or told.get("phone")) or "phone" in self.errors

    @property
    def route(self) -> Route:
        """How it reached us."""
        return Route(self.cleaned_data["route_told"])

    @property
    def contact(self) -> Contact:
        """Where the answer must go."""
        return Contact(email=self.cleaned_data["email"], phone=self.cleaned_data["phone"])


class CodeForm(ActForm):
    """The code that somebody got."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Sixteen letters and digits, such as abcd-efgh-jkmn-pqrs. Capitals and spaces do not matter."),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages=dict.fromkeys(("required", "max_length"), _("Fill in your code: sixteen letters and digits.")),
    )


def _too_large(megabytes: float) -> str:
    words = gettext("This is too large: recording and photo together may have %(size)d MB. Choose a smaller one.")
    return words % {"size": megabytes}
