"""Pages stay true when things change: an arrangement ends, words are renamed, another division is decided."""

import re
from datetime import date

import pytest
from django.test import Client

from tests.web.world import World
from wijkaanzet.areas.models import Division
from wijkaanzet.arrangements.models import Arrangement
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.decisions.models import Decision
from wijkaanzet.kernel import public_ids

PAGES = ["/tilburg/", "/tilburg/wijken/", "/tilburg/wijken/noord/", "/tilburg/wijken/noord/waarom/2017/"]
FILES = ["/tilburg/verdeling/2017.csv", "/tilburg/verdeling/2017/cijfers.csv", "/tilburg/besluiten/"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def tilburg() -> Arrangement:
    return Arrangement.objects.get(municipality__slug="tilburg")


@pytest.mark.parametrize("path", [*PAGES, *FILES])
def test_a_page_outlives_its_arrangement(client: Client, tilburg: Arrangement, path: str):
    Arrangement.objects.filter(pk=tilburg.pk).update(ends_before=date(2017, 1, 1))
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_a_page_does_not_wait_for_an_arrangement_that_is_yet_to_start(client: Client, tilburg: Arrangement, path: str):
    Arrangement.objects.filter(pk=tilburg.pk).update(starts_on=date(2030, 1, 1))
    assert client.get(path).status_code == 200


def test_money_keeps_the_words_of_its_own_year(client: Client, tilburg: Arrangement):
    renamed = {**tilburg.content, "words": {**tilburg.content["words"], "earmark.jeugd": ["jonge mensen"]}}
    Arrangement.objects.filter(pk=tilburg.pk).update(ends_before=date(2017, 7, 1))
    tilburg.pk, tilburg.starts_on, tilburg.content = None, date(2017, 7, 1), renamed
    tilburg.save(force_insert=True)
    for path in PAGES[2:]:
        assert "Jeugd" in text(client, path)
        assert "jonge mensen" not in text(client, path).lower()


def test_an_earmark_without_a_word_is_shown_by_its_key(client: Client, world: World):
    AllocationRun.objects.get(municipality__slug="tilburg").shares.filter(earmark="jeugd").update(earmark="iets-anders")
    assert "Iets anders" in text(client, "/tilburg/")


def test_a_division_over_other_areas_does_not_push_the_own_one_aside(client: Client):
    run = AllocationRun.objects.get(municipality__slug="tilburg")
    other = Division.objects.create(
        municipality=run.municipality, key="anders", name="Anders", starts_on=date(2016, 1, 1)
    )
    assert run.decision is not None
    decision = Decision.objects.exclude(pk=run.decision.pk).filter(municipality=run.municipality).order_by("pk")[0]
    run.pk, run.public_id, run.division, run.decision = None, public_ids.new(), other, decision
    run.save(force_insert=True)
    assert client.get("/tilburg/verdeling/2017.csv").content.decode().count("Noord") > 1
    assert "Waarom krijgt Noord dit bedrag?" in text(client, "/tilburg/wijken/noord/")
    assert "8.351.000,00" in text(client, "/tilburg/")


@pytest.mark.done("2.estimates")
@pytest.mark.parametrize("page", ["", "waarom/2017/"])
def test_an_estimated_figure_is_called_an_estimate(client: Client, page: str):
    said = "Van Leijdal (640 mensen) is dit cijfer niet bekend."
    assert said in text(client, f"/tilburg/wijken/groenewoud-en-de-blaak/{page}")
    assert said not in text(client, f"/tilburg/wijken/noord/{page}")
