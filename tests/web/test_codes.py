"""The doors for a code: whichever somebody comes to, each code leads to where it belongs, and to no other town."""

import pytest
from django.test import Client
from django.utils.functional import Promise

from tests.conftest import AT
from tests.plans.wishes import Wishes, lay_wishes
from tests.web.telling import received
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.codes import spelled
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks import queries
from wijkaanzet.networks.operations import Asked, ForWhom
from wijkaanzet.web.codes.door import ANSWER, BRING, JOIN

pytestmark = pytest.mark.django_db
DOORS = ("antwoord", "meedoen", "inbreng")
UNKNOWN = "abcd-efgh-jkmn-pqrs"


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> Wishes:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_wishes()


def of_contribution(wishes: Wishes) -> tuple[str, str]:
    code = spelled(wishes.ask().code)
    return code, f"/proefstad/inbreng/code/{code}/"


def of_invitation(wishes: Wishes) -> tuple[str, str]:
    network = wishes.plan.network
    made = networks.invite_to_join(
        network, asked=Asked(for_whom=ForWhom(words="Buur")), actor=wishes.coordinator, at=AT
    )
    code = spelled(queries.invitation_words(made).code)
    return code, f"/proefstad/meedoen/{code}/"


def of_answer(wishes: Wishes) -> tuple[str, str]:
    area = wishes.plan.network.body.area
    assert area is not None
    code = spelled(received(wishes.plan.network.body.municipality, area))
    return code, f"/proefstad/antwoord/{code}/"


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("kind", [of_contribution, of_invitation, of_answer])
def test_every_door_knows_every_code(wishes: Wishes, door: str, kind) -> None:
    code, place = kind(wishes)
    assert Client().post(f"/proefstad/{door}/", {"code": code.upper()})["Location"] == place


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("code", ["", UNKNOWN, "x" * 101])
def test_what_is_no_code_is_said_and_a_telephone_number_stands_beside_it(wishes: Wishes, door: str, code: str) -> None:
    answer = Client().post(f"/proefstad/{door}/", {"code": code})
    assert answer.context["form"].errors["code"]
    assert answer.context["page"].lost
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("page", "unknown"),
    [("antwoord", ANSWER.unknown), ("meedoen", JOIN.unknown), ("inbreng/code", BRING.unknown)],
)
@pytest.mark.parametrize("code", [UNKNOWN, "kort", "é"])
def test_a_mistake_in_a_link_leads_to_the_door_that_says_so(
    wishes: Wishes, page: str, unknown: Promise, code: str
) -> None:
    client, door = Client(), f"/proefstad/{page.split('/')[0]}/"
    answer = client.get(f"/proefstad/{page}/{code}/")
    assert (answer.status_code, answer["Location"]) == (302, door)
    assert "noindex" in answer["X-Robots-Tag"]
    assert [str(one) for one in client.get(door).context["messages"]] == [str(unknown)]


@pytest.mark.parametrize("page", ["meedoen", "inbreng/code"])
def test_a_form_with_a_code_that_nobody_has_is_not_there(wishes: Wishes, page: str) -> None:
    assert Client().post(f"/proefstad/{page}/{UNKNOWN}/", {"answer": "yes"}).status_code == 404
