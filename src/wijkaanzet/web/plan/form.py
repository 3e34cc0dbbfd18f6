"""On which day the network starts."""

from collections.abc import Mapping
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.day_field import DayField


class StartForm(ActForm):
    """One question."""

    start = DayField(
        label=_("On which day does the network start?"),
        help_text=_("In digits. For example: day 15, month 1, year 2018."),
        error_messages={"required": _("Fill in the day on which the network starts.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {"start_out_of_reach": "start"}
