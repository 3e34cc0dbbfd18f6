"""What belongs together and is filled in half is said at the question that is still empty."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import QueryDict

from tests.conftest import AT
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.models import Meeting
from wijkaanzet.plans.rules.contributions import ContributionKind
from wijkaanzet.plans.rules.plans import AgreementWay
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.messages.forms import StandInForm
from wijkaanzet.web.networks.meeting_forms import ReportForm
from wijkaanzet.web.plan_life.forms import AgreeForm
from wijkaanzet.web.plan_priorities.asking_forms import ResidentsForm

AGREED = {"way": next(iter(AgreementWay)).value}
ASKED = {"group": "De kookgroep", "kind": ContributionKind.HOURS.value, "what": "Koken"}


def sent(told: dict[str, str]) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update(told)
    return data


def agree(told: dict[str, str]) -> ActForm:
    return AgreeForm(sent({**AGREED, **told}), rule="", meetings=[], now="")


def ask(told: dict[str, str]) -> ActForm:
    return ResidentsForm(sent({**ASKED, **told}), token="")


def report(told: dict[str, str]) -> ActForm:
    return ReportForm(sent(told), meeting=Meeting(starts_at=AT, minutes=""), items=[], standing=[])


HALF: list[tuple[Any, dict[str, str], str]] = [
    (agree, {"in_favour": "5"}, "against"),
    (agree, {"against": "5"}, "in_favour"),
    (agree, {"in_favour": "5", "against": "-3"}, "against"),
    (agree, {"in_favour": "5001", "against": "3"}, "in_favour"),
    (agree, {"by-2": "De ouders"}, "voice-2"),
    (ask, {"hours": "4"}, "per"),
    (ask, {"per": "week"}, "hours"),
    (report, {"by-2": "De kookgroep"}, "text-2"),
    (report, {"text-1": "Wij koken.", "by-3": "De kookgroep"}, "text-3"),
]


@pytest.mark.parametrize(("form", "told", "field"), HALF, ids=[f"{told}" for _, told, _ in HALF])
@pytest.mark.done("6.bad-input")
def test_it_is_said_at_the_empty_question(form: Any, told: dict[str, str], field: str) -> None:
    assert {name: len(errors) for name, errors in form(told).errors.items()} == {field: 1}


@pytest.mark.parametrize(("form", "told"), [(agree, {"in_favour": "5", "against": "0"}), (ask, {}), (report, {})])
def test_what_is_whole_or_left_open_is_fine(form: Any, told: dict[str, str]) -> None:
    assert form(told).errors == {}


@pytest.mark.parametrize(
    ("refused", "field"),
    [
        (Refused("standing_in_was"), "first"),
        (Refused("standing_in_ends_too_early", starts_on=AT.date()), "last"),
        (Refused("no_role_then", last=AT.date() + timedelta(days=3)), "last"),
    ],
    ids=["begins before today", "ends before it begins", "the role ends before"],
)
def test_a_day_on_which_nobody_can_stand_in_is_said_at_that_day(refused: Refused, field: str) -> None:
    form = StandInForm(sent({}), held=[], municipality=None, today=date(2017, 10, 2))  # type: ignore[arg-type]
    form.refuse(refused)
    assert len(form[field].errors) == 2, "the first one is that nothing was filled in"
