"""What is asked about a network and its seats; how long words may be is for the rules to say."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.networks.labels import SEAT_KINDS
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import Described, NewSeat, SeatKind
from wijkaanzet.people.models import Body, Organisation
from wijkaanzet.web.acts import ActForm


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

    @property
    def public(self) -> dict[str, str]:
        """What everybody will read, by question."""
        return {name: self.cleaned_data[name] for name in ("purpose", "meeting_place", "own_rule")}


class NetworkForm(DescribeForm):
    """A new network; a name is enough."""

    name = forms.CharField(label=_("What is it called?"), error_messages={"required": _("Fill in a name.")})
    field_order = ("name", "purpose", "meeting_place", "own_rule")
    refused_at: ClassVar[Mapping[str, str]] = {"network_without_name": "name", "name_taken": "name"}


class SignForm(DescribeForm):
    """Which body is a network already, and what it says of itself."""

    field_order = ("body", "purpose", "meeting_place", "own_rule")
    refused_at: ClassVar[Mapping[str, str]] = {"network_exists": "body", "no_network_body": "body"}

    def __init__(self, data: QueryDict | None, *, bodies: Iterable[Body]) -> None:
        super().__init__(data)
        self.bodies = {str(one.pk): one for one in bodies}
        self.fields["body"] = forms.ChoiceField(
            label=_("Which one?"),
            choices=[(key, one.name) for key, one in self.bodies.items()],
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose which one.")},
        )
        self.order_fields(self.field_order)

    @property
    def body(self) -> Body:
        """The one that was chosen."""
        return self.bodies[self.cleaned_data["body"]]

    @property
    def described(self) -> Described:
        """What was filled in, under the name that it has."""
        return replace(super().described, name=self.body.name)


class EntrustForm(ActForm):
    """Which party coordinates a network."""

    refused_at: ClassVar[Mapping[str, str]] = {"network_without_coordinator": "party", "other_tenant": "party"}

    def __init__(self, data: QueryDict | None, *, organisations: Iterable[Organisation], now: int | None) -> None:
        super().__init__(data, initial={"party": now or ""})
        self.organisations = {str(one.pk): one for one in organisations}
        self.fields["party"] = forms.ChoiceField(
            label=_("Who coordinates this network?"),
            choices=[
                ("", _("The coordinator of the neighbourhood")),
                *((key, one.name) for key, one in self.organisations.items()),
            ],
            required=False,
        )

    @property
    def organisation(self) -> Organisation | None:
        """The party; None for the coordinator of the neighbourhood."""
        return self.organisations.get(self.cleaned_data["party"])


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
    refused_at: ClassVar[Mapping[str, str]] = {
        "seat_without_name": "name",
        "seat_of_two": "speaks_for",
        "seat_for_no_other": "speaks_for",
    }

    def __init__(
        self, data: QueryDict | None, *, organisations: Iterable[Organisation], networks: Iterable[Network] = ()
    ) -> None:
        super().__init__(data)
        self.organisations = {str(one.pk): one for one in organisations}
        self.networks = {str(one.pk): one for one in networks}
        self.fields["organisation"] = forms.ChoiceField(
            label=_("Of which organisation is it?"), choices=organisation_choices(self.organisations), required=False
        )
        if self.networks:
            self.fields["speaks_for"] = forms.ChoiceField(
                label=_("For which network does somebody speak here?"),
                choices=[("", _("for none")), *((key, one.body.name) for key, one in self.networks.items())],
                required=False,
            )

    @property
    def speaks_for(self) -> Network | None:
        """For which network somebody sits there; None when for none."""
        return self.networks.get(self.cleaned_data.get("speaks_for", ""))

    @property
    def seat(self) -> NewSeat:
        """What was filled in."""
        return NewSeat(name=self.cleaned_data["name"], kind=SeatKind(self.cleaned_data["kind"]))

    @property
    def organisation(self) -> Organisation | None:
        """Whose seat it is; None when it is of nobody in particular."""
        return self.organisations.get(self.cleaned_data["organisation"])


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


def organisation_choices(known: dict[str, Organisation]) -> list[tuple[str, object]]:
    """Organisations to choose from, or none of them."""
    return [("", _("None")), *((key, one.name) for key, one in known.items())]
