"""To which theme, function and goal a priority belongs: in the municipality's words, a detail wherever it is read."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from tests.conftest import AT
from tests.plans.life import TODAY
from tests.plans.whole import OWN, Whole
from tests.web.division_town import browser
from tests.web.network_pages import text
from wijkaanzet.arrangements.models import Arrangement
from wijkaanzet.kernel import clock
from wijkaanzet.plans.models import Plan, Priority
from wijkaanzet.plans.rules.sections import SectionKey

pytestmark = pytest.mark.django_db
NONE: dict[str, list[str]] = {"functions": [], "themes": [], "goals": []}
LISTS = {"functions": ["ontmoeting"], "themes": ["samen-leven"], "goals": ["g1"]}
OWN_WORDS = {"theme": ["opgave", "opgaven"], "goal.g1": ["niemand alleen"]}
SAID = "opgave samen leven, functie ontmoeting, doel niemand alleen"


def lists(known: dict[str, list[str]], own: dict[str, list[str]]) -> Arrangement:
    """What the municipality has on its lists, and what it calls them."""
    arrangement = Arrangement.objects.get()
    arrangement.content |= {**known, "words": own}
    arrangement.save()
    return arrangement


def of_docx(content: bytes) -> str:
    return " ".join(one.text for one in Document(BytesIO(content)).paragraphs)


def of_pdf(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture
def plan(whole: Whole) -> Plan:
    """A plan that everybody may read, of which one priority was put somewhere by a professional."""
    lists(LISTS, OWN_WORDS)
    plan = whole.written(whole.opened())
    Priority.objects.filter(title="Samen eten").update(function="ontmoeting", theme="samen-leven", goal="g1")
    return whole.public(plan)


def at(plan: Plan, step: str = "") -> str:
    return f"/proefstad/plannen/{plan.public_id}/{step}"


def belongs(client: Client, plan: Plan) -> list[str]:
    return [one.belongs for one in client.get(at(plan)).context["page"].priorities]


def test_everybody_reads_it_in_words_of_the_municipality_after_all_else(client: Client, plan: Plan) -> None:
    said = text(client, at(plan))
    assert belongs(client, plan) == [SAID, "", ""]
    assert (
        said.index(OWN[SectionKey.HOW_WE_KNOW])
        < said.index(f"Hoort bij: {SAID}")
        < said.index("Een groen plein", said.index(SAID))
    )


@pytest.mark.parametrize(("name", "read"), [("plan.pdf", of_pdf), ("plan.docx", of_docx)], ids=["PDF", "DOCX"])
def test_it_stands_on_paper_too(client: Client, plan: Plan, name: str, read: Callable[[bytes], str]) -> None:
    said = " ".join(read(client.get(at(plan, name)).content).replace("\u200b", "").split())
    assert f"Hoort bij: {SAID}" in said


def test_who_writes_along_reads_it_with_the_priority(plan: Plan, whole: Whole) -> None:
    supper = Priority.objects.get(title="Samen eten")
    assert f"Hoort bij: {SAID}" in text(browser(whole.keeper), at(plan, f"prioriteit/{supper.public_id}/"))


def test_what_a_later_arrangement_has_no_more_keeps_the_word_that_it_had(client: Client, plan: Plan) -> None:
    before, since = Arrangement.objects.get(), TODAY - timedelta(days=1)
    Arrangement.objects.update(ends_before=since)
    before.pk, before.starts_on = None, since
    before.content = {**before.content, **NONE, "words": {}, "valid": {"starts_on": since.isoformat()}}
    before.save()
    assert belongs(client, plan) == [SAID, "", ""]


def test_what_stands_in_no_list_is_not_shown_by_its_key(client: Client, plan: Plan) -> None:
    lists(NONE, {})
    assert belongs(client, plan) == ["", "", ""]
    assert "g1" not in text(client, at(plan))
