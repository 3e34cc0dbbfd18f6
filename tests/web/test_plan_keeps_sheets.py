"""Everybody reads an edition with the words and the expectations of its own day, on the site and on paper."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.translation import gettext

from tests.conftest import AT
from tests.factories import ARRANGEMENT, install
from tests.plans.life import Life, lay_life
from tests.plans.sheets import STAIRCASE, WORDS, staircase, together
from tests.web.division_town import browser
from tests.web.network_pages import text
from tests.web.test_plan_files import of_docx, of_pdf
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.tools import Cell, ToolKind

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.own-words")]
MEANS = "Een huis waar iedereen welkom is."
OLD_SCHOOL, NEW_SCHOOL, OF_THE_YEAR = "De oude school aan het plein.", "De nieuwe school.", "Elke dag."
SELF, CARED = "U doet het zelf.", "De gemeente doet het."


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> Life:
    """Proefstad, which explains two words and has a staircase."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    life = lay_life()
    install(ARRANGEMENT.replace("2016-01-01", "2017-07-01") + STAIRCASE + WORDS)
    return life


def here(plan: Plan, step: str = "") -> str:
    return f"/proefstad/plannen/{plan.public_id}/{step}"


def say(town: Life, plan: Plan | None, says: str, *, version: int = 0, days: int = 0) -> None:
    notes = {Cell("buurthuis"): says, Cell("vrije inloop"): OF_THE_YEAR}
    together(town, ToolKind.WORDS, notes, plan=plan, version=version, days=days)


def made_known(town: Life, plan: Plan) -> Plan:
    town.made_known(town.decided(town.submitted(town.agreed(plan))))
    plan.refresh_from_db()
    return plan


@pytest.fixture
def plan(town: Life) -> Plan:
    """A plan that holds, with a word of which was agreed what it means."""
    plan = town.written("Wij eten samen in het buurthuis.")
    say(town, plan, OLD_SCHOOL)
    return made_known(town, plan)


def otherwise(town: Life, plan: Plan) -> None:
    """Network and municipality both say something else since."""
    say(town, plan, NEW_SCHOOL, version=1)
    staircase(town, Cell("groen", "zorgen"), plan=plan)


def changed(town: Life, plan: Plan) -> Plan:
    """A change of the plan that holds since."""
    otherwise(town, plan)
    return made_known(town, plans.amend(plan, why="Er kwam een huis bij.", actor=town.coordinator, at=AT))


class TestPage:
    def test_says_what_the_network_agreed_beside_what_the_municipality_means(self, plan: Plan):
        shown = text(Client(), here(plan))
        assert MEANS in shown
        assert OLD_SCHOOL in shown
        assert OF_THE_YEAR not in shown  # the word does not stand in the plan

    def test_does_not_change_with_the_sheets(self, town: Life, plan: Plan):
        before = text(Client(), here(plan))
        otherwise(town, plan)
        install(ARRANGEMENT.replace("2016-01-01", AT.date().isoformat()))
        assert text(Client(), here(plan)) == before
        assert SELF in before

    def test_of_an_earlier_edition_says_what_that_one_said(self, town: Life, plan: Plan):
        changed(town, plan)
        earlier, now = text(Client(), here(plan, "uitgave/1/")), text(Client(), here(plan))
        assert [one in earlier for one in (OLD_SCHOOL, SELF, NEW_SCHOOL, CARED)] == [True, True, False, False]
        assert [one in now for one in (OLD_SCHOOL, SELF, NEW_SCHOOL, CARED)] == [False, False, True, True]

    def test_of_an_edition_that_kept_no_sheets_goes_on_showing_them_as_they_read(self, town: Life, plan: Plan):
        edition = Edition.objects.get()
        for name in ("words", "expected"):
            del edition.content["plan"][name]
        edition.save()
        otherwise(town, plan)
        shown = text(Client(), here(plan))
        assert NEW_SCHOOL in shown
        assert CARED in shown

    def test_shows_what_people_wrote_as_text_and_never_as_a_page(self, town: Life):
        plan = town.written("Wij eten samen in het buurthuis.")
        say(town, plan, "<script>alert(1)</script>")
        assert "<script>alert" not in Client().get(here(made_known(town, plan))).content.decode()

    def test_does_not_take_what_the_network_says_in_a_year_for_what_goes_with_the_plan(self, town: Life):
        plan = town.written("Wij eten samen in het buurthuis.")
        say(town, None, OLD_SCHOOL)
        assert OLD_SCHOOL not in text(Client(), here(made_known(town, plan)))


@pytest.mark.parametrize(("name", "read"), [("plan.pdf", of_pdf), ("plan.docx", of_docx)], ids=["PDF", "DOCX"])
def test_a_paper_says_the_same(town: Life, plan: Plan, name: str, read: Callable[[bytes], str]):
    otherwise(town, plan)
    answer = Client().get(here(plan, name))
    said = " ".join(read(answer.content).replace("\u200b", "").split())
    for one in ("buurthuis", MEANS, "de buurtraad", "Wijknota 2017", OLD_SCHOOL, SELF):
        assert one in said
    assert NEW_SCHOOL not in said
    assert CARED not in said


def test_the_difference_tells_which_words_mean_something_else(town: Life, plan: Plan):
    changed(town, plan)
    page = Client().get(here(plan, "verschil/")).context["page"]
    parts = {one.title: one for one in page.parts}
    (meant,) = parts[gettext("What we mean by these words")].texts
    assert meant.title == gettext("What the network agreed about “%(term)s”") % {"term": "buurthuis"}
    kinds = {piece.kind for line in meant.paragraphs for piece in line}
    assert {"added", "removed"} <= kinds
    assert parts[gettext("What may you expect of us?")].lines == (
        gettext("Now: %(line)s") % {"line": f"Groen in de straat: {CARED}"},
        gettext("Was: %(line)s") % {"line": f"Groen in de straat: {SELF}"},
    )


def test_who_writes_along_hears_that_somebody_said_what_a_word_means(town: Life):
    plan, client = town.opened(), browser(town.table.sits)
    client.post(here(plan, "gezien/"))
    say(town, plan, OLD_SCHOOL, days=1)
    lines = client.get(here(plan, "schrijven/")).context["page"].changes.lines
    assert [(one.href, one.facts) for one in lines] == [(here(plan, "woorden/"), (gettext("what is meant by a word"),))]


@pytest.mark.parametrize(
    ("status", "sheet", "sentence"),
    [
        (
            PlanStatus.AGREED,
            "woorden",
            "The network agreed with the plan. When you change something, the network has to agree again.",
        ),
        (
            PlanStatus.ADOPTED,
            "woorden",
            "The plan was handed in as it read then. What changes here comes in its next edition.",
        ),
        (
            PlanStatus.SUBMITTED,
            "trap",
            "The plan was handed in as it read then. What changes here comes in its next edition.",
        ),
        (PlanStatus.AGREED, "trap", ""),
        (PlanStatus.WRITING, "woorden", ""),
        (PlanStatus.ADOPTED, "kringen", ""),
    ],
)
def test_a_sheet_says_what_becomes_of_what_is_filled_in(town: Life, status: PlanStatus, sheet: str, sentence: str):
    page = browser(town.coordinator).get(here(town.brought_to(status), f"{sheet}/")).context["page"]
    assert page.head.facts[2:] == ((gettext(sentence),) if sentence else ())
