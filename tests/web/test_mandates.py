"""Who decides what, as everybody may read it, is what is checked when something is decided."""

import re
from datetime import date

import pytest
from django.test import Client

from tests.conftest import AT
from tests.web.world import World
from wijkaanzet.arrangements.models import Arrangement
from wijkaanzet.decisions.operations import prepare
from wijkaanzet.decisions.rules import Kind, Step
from wijkaanzet.demo import amersfoort
from wijkaanzet.demo.build import NOBODY, build
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def text(page: str = "/tilburg/wie-beslist/") -> str:
    answer = Client().get(page)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_names_who_does_what_at_each_step_in_the_words_of_the_municipality():
    page = text()
    assert "Dit geldt sinds 1 januari 2016." in page
    assert "Maakt het voorstel Beleidsmedewerker Geeft advies Stedelijk strategisch overleg sociale basis" in page
    assert "Beslist College van B en W Legt het besluit vast" in page
    assert "Krijgt bericht Gemeenteraad" in page
    assert "Gemeentewet, artikel 189 en 190" in page


def test_shows_the_steps_that_the_municipality_has(world: World):
    build(amersfoort.PROFILE)
    assert "basiscapaciteit" not in text()
    page = text("/amersfoort/wie-beslist/")
    assert "basiscapaciteit, variabel budget, onvoorzien" in page
    assert "Beslist SBI-partner Legt het besluit vast op deze site nog niemand" in page


def test_the_decider_shown_is_the_only_one_who_may_decide():
    shown = re.findall(r"Beslist (.+?) Legt", text())
    assert shown == ["Gemeenteraad", "College van B en W", "College van B en W"]
    for step, name in zip((Step.FRAME, Step.CITY_AREA, Step.PLAN), shown, strict=True):
        for body in Body.objects.filter(municipality__slug="tilburg").select_related("municipality").order_by("key"):
            assert may_decide(body, step) == (body.name == name)


def may_decide(body: Body, step: Step) -> bool:
    subject = Subject("areas.division", 900_000 + body.pk)
    try:
        prepare(subject, body=body, step=step, kind=Kind.LEGAL_ACT, meeting_on=AT.date(), actor=NOBODY, at=AT)
    except Refused as refused:
        return refused.key != "no_mandate"
    return True


def test_lists_what_held_before_the_newest_first():
    row = Arrangement.objects.get(municipality__slug="tilburg")
    assert "Op deze site staan geen eerdere afspraken." in text()
    for first, last in ((date(2014, 1, 1), date(2015, 1, 1)), (date(2015, 1, 1), date(2016, 1, 1))):
        row.pk, row.starts_on, row.ends_before = None, first, last
        row.content = {**row.content, "valid": {"starts_on": first.isoformat()}}
        row.save(force_insert=True)
    page = text()
    newer = page.index("Van 1 januari 2015 tot en met 31 december 2015")
    assert newer < page.index("Van 1 januari 2014 tot en met 31 december 2014")
    assert "Dit geldt sinds 1 januari 2016." in page


def test_is_found_from_the_list_of_decisions():
    assert 'href="/tilburg/wie-beslist/"' in Client().get("/tilburg/besluiten/").content.decode()
