"""The form with the amounts of a year, one for each earmark of the municipality."""

from collections.abc import Mapping

from django.http import QueryDict
from django.utils.translation import gettext as _

from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.number_fields import EurosField


class FrameForm(ActForm):
    """Asks an amount for each earmark."""

    def __init__(self, data: QueryDict | None, *, names: Mapping[str, str], cents: Mapping[str, int]) -> None:
        super().__init__(data)
        for key, name in names.items():
            self.fields[f"amount-{key}"] = EurosField(
                label=name.capitalize(),
                initial=cents.get(key) or None,
                required=False,
                help_text=_("In euros. Leave empty when there is nothing for it."),
            )

    @property
    def lines(self) -> dict[str, int]:
        """The amounts that were filled in, in cents by earmark."""
        amounts = {name.removeprefix("amount-"): self.cleaned_data[name] for name in self.fields}
        return {key: cents for key, cents in amounts.items() if cents}
