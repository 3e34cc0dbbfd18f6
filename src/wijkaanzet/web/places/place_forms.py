"""What is asked about a place: its kind and name, and the day on which it begins or ends."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.areas.labels import PLACE_KINDS
from wijkaanzet.areas.models import Place
from wijkaanzet.areas.rules.codes import LONGEST_NAME
from wijkaanzet.areas.rules.places import LONGEST_NOTE, NewPlace, PlaceKind
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.day_field import DayField

IN_AREA = (PlaceKind.STREET, PlaceKind.HOTSPOT, PlaceKind.GROUP)


class CommunityForm(ActForm):
    """A community of the whole municipality."""

    name = forms.CharField(
        label=_("What is it called?"),
        help_text=_("Never the address of a person: no number of a house and no postcode."),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Fill in a name.")},
    )
    note = forms.CharField(
        label=_("What should others know about it?"),
        help_text=_("Everybody can read this. Write nothing about a person."),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    starts_on = DayField(
        label=_("From which day on is it there?"), error_messages={"required": _("Fill in from which day on.")}
    )
    refused_at: ClassVar[Mapping[str, str]] = {
        "place_name": "name",
        "place_exists": "name",
        "place_is_address": "name",
        "place_note": "note",
    }

    def __init__(self, data: QueryDict | None, *, today: date) -> None:
        super().__init__(data, initial={"starts_on": today})

    @property
    def new(self) -> NewPlace:
        """What was filled in."""
        told = self.cleaned_data
        return NewPlace(PlaceKind(told.get("kind", PlaceKind.COMMUNITY)), told["name"], told["note"])


class PlaceForm(CommunityForm):
    """A street, hotspot or group of one area."""

    field_order = ("kind", "name", "note", "starts_on")
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(kind.value, PLACE_KINDS[kind]) for kind in IN_AREA],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {**CommunityForm.refused_at, "place_needs_area": "kind"}


class EndForm(ActForm):
    """Which place ends, and when."""

    ends_before = DayField(
        label=_("From which day on is it not there any more?"),
        error_messages={"required": _("Fill in from which day on it is not there any more.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {"place_ended": "ends_before", "place_ends_early": "ends_before"}

    def __init__(self, data: QueryDict | None, *, places: Iterable[Place]) -> None:
        super().__init__(data)
        self.fields["place"] = forms.ChoiceField(
            label=_("Which one?"),
            choices=[(place.public_id, place.name) for place in places if place.ends_before is None],
            error_messages={"required": _("Choose which one.")},
        )
        self.order_fields(["place"])
