"""What a reader looks for among what people told: where, of which kind, and with which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.intake.labels import KINDS
from wijkaanzet.intake.rules import EntryKind

SLUGS: Final = {
    EntryKind.STORY: "verhaal",
    EntryKind.STRENGTH: "kracht",
    EntryKind.SIGNAL: "zorg",
    EntryKind.IDEA: "idee",
    EntryKind.SUGGESTION: "suggestie",
}
"""Kinds as they stand in an address and in a file."""
BY_SLUG: Final = {slug: kind for kind, slug in SLUGS.items()}
LONGEST_SEARCH: Final = 100


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Where, of which kind and with which words; what is left out is not asked."""

    area: str = ""
    """The address of an area."""
    kind: EntryKind | None = None
    words: str = ""

    @property
    def everything(self) -> bool:
        """Whether nothing is asked."""
        return self == Wanted()

    def parameters(self) -> dict[str, str]:
        """As it stands in an address."""
        found = {"wijk": self.area, "soort": SLUGS[self.kind] if self.kind else "", "zoek": self.words}
        return {name: value for name, value in found.items() if value}

    def query(self) -> str:
        """What follows an address, with its question mark; empty when nothing is asked."""
        return f"?{urlencode(self.parameters())}" if not self.everything else ""


class WantedForm(forms.Form):
    """The questions above the list; it changes nothing and is sent as an address."""

    soort = forms.ChoiceField(
        label=_("What it is"),
        required=False,
        choices=[("", _("Everything")), *((slug, KINDS[kind]) for kind, slug in SLUGS.items())],
        error_messages={"invalid_choice": _("This kind is not there; choose one from the list.")},
    )
    zoek = forms.CharField(
        label=_("Words in it"),
        required=False,
        max_length=LONGEST_SEARCH,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def __init__(self, data: QueryDict, *, areas: Mapping[str, str]) -> None:
        super().__init__(data)
        self.fields["wijk"] = forms.ChoiceField(
            label=_("Neighbourhood"),
            required=False,
            choices=[("", _("All neighbourhoods")), *areas.items()],
            error_messages={"invalid_choice": _("This neighbourhood is not there; choose one from the list.")},
        )
        self.order_fields(["wijk", "soort", "zoek"])

    @property
    def wanted(self) -> Wanted:
        """What is looked for; only when everything that was asked is right."""
        told = self.cleaned_data
        return Wanted(area=told["wijk"], kind=BY_SLUG.get(told["soort"]), words=told["zoek"])
