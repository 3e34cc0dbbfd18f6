"""The sheets of the demo: circles and words in Tilburg, and the staircase of Oude IJsselstreek."""

import pytest
from django.test import Client

from tests.arrangements.files import shipped
from wijkaanzet.people.models import User
from wijkaanzet.plans.models import Plan, ToolSheet
from wijkaanzet.plans.queries.tools import marks_of
from wijkaanzet.plans.rules.tools import ToolKind, crosses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def shown(account: str, sheet: str):
    """The sheet of the first plan of a municipality, as somebody of it opens it."""
    town, client = account.rpartition("-")[0], Client()
    client.force_login(User.objects.get(username=account))
    plan = Plan.objects.filter(network__body__municipality__slug=town).earliest("pk")
    answer = client.get(f"/{town}/plannen/{plan.public_id}/{sheet}/")
    assert answer.status_code == 200
    return answer.context["page"]


@pytest.mark.done("6.three-spheres")
def test_who_sits_at_the_table_of_noord_reads_what_was_said_about_each_circle():
    page = shown("tilburg-network_member", "kringen")
    assert len(page.rows) == 4
    assert all(all(row.notes) for row in page.rows)


@pytest.mark.done("6.own-words")
def test_what_the_network_of_noord_means_by_a_word_is_read_with_its_plan():
    page = shown("tilburg-network_member", "woorden")
    said = {row.text: row.notes[0] for row in page.rows}
    assert said["sociale basis"].startswith("Voor ons is dat")
    assert said["nulde lijn"] == ""
    plan = Plan.objects.filter(network__body__municipality__slug="tilburg").earliest("pk")
    read = Client().get(f"/tilburg/plannen/{plan.public_id}/").context["page"].meanings
    assert [(one.term, one.here) for one in read] == [("sociale basis", said["sociale basis"])]


@pytest.mark.done("6.staircase")
def test_staircase_has_the_crosses_of_the_source_and_says_why_they_stand_there():
    staircase = shipped("oude-ijsselstreek").staircase
    assert staircase is not None
    assert marks_of(ToolSheet.objects.get(kind=ToolKind.STAIRCASE)) == crosses(staircase)
    page = shown("oude-ijsselstreek-area_manager", "trap")
    assert [(row.name, bool(row.why)) for row in page.rows] == [(one.name, True) for one in staircase.principles]
    assert page.buttons is not None
