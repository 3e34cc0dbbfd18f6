"""A plan to take away: the same words as on the page, safe to open, Dutch in every language of the site."""

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from tests.conftest import AT
from tests.factories import NOBODY
from tests.plans.whole import COOK, DISSENT, GUIDE, OWN, TEXTS, Whole
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Plan
from wijkaanzet.plans.rules.contributions import ContributionStatus, YesBy
from wijkaanzet.plans.rules.sections import SectionKey

pytestmark = pytest.mark.django_db
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def plan(whole: Whole) -> Plan:
    """A plan that everybody may read."""
    return whole.public(whole.written(whole.opened()))


def taken(client: Client, plan: Plan, name: str) -> Any:
    answer = client.get(f"/proefstad/plannen/{plan.public_id}/{name}")
    assert answer.status_code == 200
    return answer


def opened(content):
    return Document(BytesIO(content))


def of_pdf(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def of_docx(content: bytes) -> str:
    document = opened(content)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in document.paragraphs), *cells])


def closed_up(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


BOTH = pytest.mark.parametrize(("name", "said"), [("plan.pdf", of_pdf), ("plan.docx", of_docx)], ids=["PDF", "DOCX"])
Said = Callable[[bytes], str]


@BOTH
@pytest.mark.done("6.plan-on-paper")
def test_says_everything_that_stands_on_the_page(client: Client, plan: Plan, name: str, said: Said) -> None:
    found = closed_up(said(taken(client, plan, name).content))
    lines = [line for one in (*TEXTS.values(), *OWN.values()) for line in one.splitlines()]
    lines += [
        COOK.what,
        COOK.group,
        GUIDE.what,
        DISSENT,
        "Niemand hoeft alleen te eten.",
        "€ 1.200,00",
        "24 uur per week",
    ]
    assert [one for one in lines if closed_up(one) not in found] == []


@BOTH
def test_is_dutch_in_every_language_of_the_site(client: Client, plan: Plan, name: str, said: Said) -> None:
    client.post("/taal/", {"language": "en", "next": "/"})
    found = said(taken(client, plan, name).content)
    assert "Wat kost het?" in found
    assert "What does it cost?" not in found


@pytest.mark.parametrize(("name", "kind"), [("plan.pdf", "application/pdf"), ("plan.docx", DOCX)])
def test_is_a_file_to_keep_that_a_browser_does_not_guess_about(
    client: Client, plan: Plan, name: str, kind: str
) -> None:
    answer = taken(client, plan, name)
    assert answer["Content-Type"] == kind
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith('attachment; filename="proefstad-')
    assert "no-store" in answer["Cache-Control"]


def test_headings_skip_no_level_and_the_pictures_have_words(client: Client, plan: Plan) -> None:
    document = opened(taken(client, plan, "plan.docx").content)
    named = [one.style.name for one in document.paragraphs]
    levels = [int(one.split()[-1]) for one in named if one.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [one._inline.docPr.get("descr") for one in document.inline_shapes] == ["Mensen koken samen"] * 2


@BOTH
def test_holds_nothing_that_was_taken_back_since(client: Client, plan: Plan, name: str, said: Said) -> None:
    cook = Contribution.objects.get(priority__plan=plan, group=COOK.group)
    plans.answer_contribution(cook, answer=ContributionStatus.WITHDRAWN, by=YesBy.CODE, actor=NOBODY, at=AT)
    for picture in plan.pictures.all():
        plans.remove_picture(picture, actor=NOBODY, at=AT)
    content = taken(client, plan, name).content
    assert closed_up(COOK.what) not in closed_up(said(content))
    assert b"\xff\xd8\xff" not in content


@BOTH
@pytest.mark.done("6.bad-input-in-papers")
def test_strange_signs_of_people_do_no_harm(client: Client, whole: Whole, name: str, said: Said) -> None:
    plan = whole.written(whole.opened())
    strange = "<script>alert(1)</script> =1+1 #panic() \U0001f333 \u202e \x1f رحبا"
    summary = plan.sections.get(key=SectionKey.SUMMARY)
    whole.say([summary], {SectionKey.SUMMARY: strange})
    whole.public(plan)
    found = closed_up(said(taken(client, plan, name).content))
    assert closed_up("<script>alert(1)</script> =1+1 #panic()") in found
