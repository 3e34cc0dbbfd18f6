"""What is looked for among the roles of a municipality: which role, ended ones too or not, and a name."""

from collections.abc import Mapping
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.rules import Role

LONGEST_SEARCH: Final = 100
ENDED: Final = "ook-eindigde"


class LookingForm(forms.Form):
    """The questions above the list; it changes nothing and is sent as an address."""

    rol = forms.ChoiceField(
        label=_("Role"),
        required=False,
        choices=lambda: [("", _("All roles")), *((role.value, capfirst(str(ROLES[role]))) for role in Role)],
        error_messages={"invalid_choice": _("This role is not there; choose one from the list.")},
    )
    toon = forms.ChoiceField(
        label=_("Which ones"),
        required=False,
        choices=[("", _("Now and later")), (ENDED, _("Also what ended in the last 90 days"))],
        error_messages={"invalid_choice": _("Choose one of the two.")},
    )
    zoek = forms.CharField(
        label=_("Account, neighbourhood, network or organisation"),
        required=False,
        max_length=LONGEST_SEARCH,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)

    @property
    def role(self) -> str:
        """The role that is looked for; empty for all of them."""
        return str(self.cleaned_data["rol"])

    @property
    def ended_too(self) -> bool:
        """Whether roles that ended lately are asked for too."""
        return bool(self.cleaned_data["toon"] == ENDED)

    @property
    def words(self) -> str:
        """What stands in the name of the account or of what the role is over; empty for anything."""
        return str(self.cleaned_data["zoek"])

    def parameters(self) -> Mapping[str, str]:
        """What is asked, as it stands in an address."""
        return {name: value for name, value in self.cleaned_data.items() if value}
