"""What is asked about a network, its seats and who take part; how long words may be is for the rules to say."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.networks.labels import SEAT_KINDS
from wijkaanzet.networks.models import Seat
from wijkaanzet.networks.rules import Described, Named, NewSeat, SeatKind
from wijkaanzet.people.models import Organisation
from wijkaanzet.web.acts import ActForm

RESIDENT = "resident"
FOR_ONE = "organisation"


class ConfirmForm(ActForm):
    """Nothing is asked: the button says it."""


class DescribeForm(ActForm):
    """What a network is for, where its table stands and how it agrees; all may be empty."""

    purpose = forms.CharField(
        label=_("What do you come together for?"),
        help_text=_("In your own words, at most 300 characters. Everybody can read this."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    meeting_place = forms.CharField(
        label=_("Where do you mostly meet?"),
        help_text=_("For example the community centre. Never the home of a person."),
        required=False,
    )

    own_rule = forms.CharField(
        label=_("How do you agree with each other?"),
        help_text=_("For example: we talk until nobody is against it. You may leave this empty."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def described(self) -> Described:
        """What was filled in."""
        told = self.cleaned_data
        return Described(
            name=told.get("name", ""),
            purpose=told["purpose"],
            meeting_place=told["meeting_place"],
            own_rule=told["own_rule"],
        )


class NetworkForm(DescribeForm):
    """A new network; a name is enough."""

    name = forms.CharField(label=_("What is it called?"), error_messages={"required": _("Fill in a name.")})
    field_order = ("name", "purpose", "meeting_place", "own_rule")


class SeatForm(ActForm):
    """A place at the table."""

    name = forms.CharField(
        label=_("For whom is this seat?"),
        help_text=_("For example: resident, family doctor, school. Never the name of a person."),
        error_messages={"required": _("Fill in for whom this seat is.")},
    )
    kind = forms.ChoiceField(
        label=_("What kind of seat is it?"),
        choices=[(kind.value, SEAT_KINDS[kind]) for kind in SeatKind],
        initial=SeatKind.OPTIONAL.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of seat it is.")},
    )

    def __init__(self, data: QueryDict | None, *, organisations: Iterable[Organisation]) -> None:
        super().__init__(data)
        self.organisations = {str(one.pk): one for one in organisations}
        self.fields["organisation"] = forms.ChoiceField(
            label=_("Of which organisation is it?"), choices=_choices(self.organisations), required=False
        )

    @property
    def seat(self) -> NewSeat:
        """What was filled in."""
        return NewSeat(name=self.cleaned_data["name"], kind=SeatKind(self.cleaned_data["kind"]))

    @property
    def organisation(self) -> Organisation | None:
        """Whose seat it is; None when it is of nobody in particular."""
        return self.organisations.get(self.cleaned_data["organisation"])


class PlaceForm(ActForm):
    """As whom somebody takes part, and in which seat."""

    behalf = forms.ChoiceField(
        label=_("For whom does this person take part?"),
        choices=[(RESIDENT, _("As a resident")), (FOR_ONE, _("For an organisation, or in another way"))],
        initial=RESIDENT,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for whom this person takes part.")},
    )

    def __init__(self, data: QueryDict | None, *, seats: Iterable[Seat], organisations: Iterable[Organisation]) -> None:
        super().__init__(data)
        self.organisations = {str(one.pk): one for one in organisations}
        self.seats = {str(one.pk): one for one in seats}
        self.fields["organisation"] = forms.ChoiceField(
            label=_("For which organisation?"), choices=_choices(self.organisations), required=False
        )
        self.fields["seat"] = forms.ChoiceField(
            label=_("On which seat?"),
            choices=[("", _("On no seat in particular")), *((key, one.name) for key, one in self.seats.items())],
            required=False,
        )
        self.order_fields(self.field_order)

    @property
    def as_resident(self) -> bool:
        """Whether this person takes part as a resident."""
        return bool(self.cleaned_data["behalf"] == RESIDENT)

    @property
    def organisation(self) -> Organisation | None:
        """For which organisation this person takes part."""
        return self.organisations.get(self.cleaned_data["organisation"])

    @property
    def seat(self) -> Seat | None:
        """The seat that is taken."""
        return self.seats.get(self.cleaned_data["seat"])


class JoinForm(PlaceForm):
    """Somebody who takes part; a name is enough."""

    name = forms.CharField(
        label=_("What is this person called?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Fill in a name.")},
    )
    email = forms.CharField(
        label=_("E-mail address"),
        help_text=_("Invitations go there. Leave it empty for who rather hears it in another way."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=_("Telephone number"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    field_order = ("name", "behalf", "organisation", "seat", "email", "phone")

    @property
    def named(self) -> Named:
        """Who it is, and how that person is reached."""
        told = self.cleaned_data
        return Named(name=told["name"], email=told["email"], phone=told["phone"])


class AskForm(PlaceForm):
    """A letter with a code for somebody who may take part; nothing needs to be filled in."""

    for_whom = forms.CharField(
        label=_("For whom is the letter?"),
        help_text=_("So that you know it again. Only you see this. It is deleted when somebody uses the code."),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("for_whom", "behalf", "organisation", "seat")


class TakePartForm(ActForm):
    """Somebody who has a code says who that is; a name is enough."""

    name = forms.CharField(
        label=_("What is your name?"),
        help_text=_("Only who keeps the network sees your name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Fill in your name.")},
    )
    email = forms.CharField(
        label=_("Your e-mail address"),
        help_text=_("You may leave this empty. Then you hear it in another way when there is a meeting."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Your telephone number"),
        help_text=_("You may leave this empty."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )

    @property
    def named(self) -> Named:
        """Who it is, and how that person is reached."""
        told = self.cleaned_data
        return Named(name=told["name"], email=told["email"], phone=told["phone"])


class EndForm(ActForm):
    """One of what there is, chosen by its button: a seat that is taken away."""

    def __init__(self, data: QueryDict | None, *, name: str, ids: Iterable[int], chosen: int | None = None) -> None:
        super().__init__(data, initial={name: chosen}, auto_id=False)
        self.name = name
        self.ids = {str(one): one for one in ids}
        self.fields[name] = forms.ChoiceField(choices=[(key, key) for key in self.ids], widget=forms.HiddenInput)

    @property
    def chosen(self) -> int:
        """The id of the one that was chosen."""
        return self.ids[self.cleaned_data[self.name]]


def _choices(known: dict[str, Organisation]) -> list[tuple[str, object]]:
    return [("", _("None")), *((key, one.name) for key, one in known.items())]
