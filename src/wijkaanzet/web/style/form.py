"""The sample form: it really checks what is filled in, and then forgets it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkaanzet.web.parts.day_field import DayField

NEIGHBOURHOODS = [("", _("Choose a neighbourhood")), ("noord", "Noord"), ("zuid", "Zuid")]
GROUPS = [("residents", _("Residents")), ("club", _("A club or foundation")), ("both", _("Both together"))]
NEEDS = [("room", _("A room")), ("hands", _("More hands")), ("money", _("Money"))]


class SampleForm(forms.Form):
    """One question of every kind; nothing personal, as the answers stand in the address."""

    club = forms.CharField(
        label=_("What is your club called?"),
        help_text=_("Make something up: this form keeps nothing."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": _("Fill in what your club is called.")},
    )
    idea = forms.CharField(
        label=_("What do you want to do?"),
        help_text=_("Two or three sentences are enough."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Tell what you want to do.")},
    )
    neighbourhood = forms.ChoiceField(
        label=_("In which neighbourhood?"),
        choices=NEIGHBOURHOODS,
        error_messages={"required": _("Choose the neighbourhood.")},
    )
    group = forms.ChoiceField(
        label=_("Who does it?"),
        choices=GROUPS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who does it.")},
    )
    needs = forms.MultipleChoiceField(
        label=_("What do you need?"),
        help_text=_("You may choose more than one."),
        choices=NEEDS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    people = forms.IntegerField(
        label=_("How many people join in?"),
        min_value=1,
        max_value=10_000,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Fill in a number, in digits.")},
    )
    start = DayField(
        label=_("When do you start?"),
        help_text=_("In digits. For example: day 14, month 3, year 2018."),
        error_messages={"required": _("Fill in the day on which you start.")},
    )
    agreed = forms.BooleanField(
        label=_("I talked about it with my neighbours"),
        error_messages={"required": _("Talk about it with your neighbours first, and tick the box.")},
    )


class SampleFileForm(forms.Form):
    """A place for a file; it stands apart, because the sample form sends no files."""

    budget = forms.FileField(
        label=_("Your budget"),
        help_text=_("A table or a photo of at most 5 MB. Here the file goes nowhere."),
        required=False,
        widget=forms.FileInput,
    )
