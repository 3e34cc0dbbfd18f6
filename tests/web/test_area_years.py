"""The year that runs comes first on the pages of money, then the one that is decided and still to begin."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.budget.ledger_town import AT, YEAR, Town, open_town
from tests.helpers.queries import count_queries
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel import clock
from wijkaanzet.web.areas.years import Years, around

AREA, CITY = "/tilburg/wijken/wijk-0/", "/tilburg/"
LINES = {"jeugd": 600_000_000, "volwassenen": 900_000_000}

pytestmark = pytest.mark.django_db


@pytest.fixture(name="town")
def small_town(monkeypatch: pytest.MonkeyPatch) -> Town:
    """It is October 2017."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    return open_town()


def divided(town: Town, *years: int) -> dict[int, AllocationRun]:
    """The money of these years is divided and published."""
    found = {}
    for year in years:
        frame = budget.draft_frame(town.municipality, year=year, lines=LINES, actor=town.officer, at=AT)
        budget.decide_frame(frame, minutes=town.minutes(Step.FRAME), actor=town.council_clerk, at=AT)
        run = budget.propose(town.drafted_run(year=year), actor=town.officer, at=AT)
        found[year] = town.decide(run)
        decision = found[year].decision
        assert decision is not None
        decisions.publish(decision, actor=town.college_clerk, at=AT)
    return found


def in_year(monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(year, 10, 2, 9, 0, tzinfo=UTC))


def page(path: str = AREA) -> str:
    client = Client()
    client.post("/taal/", {"language": "en", "next": path})
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def reasons(html: str) -> list[str]:
    """The years that the page can explain, in the order in which they stand on it."""
    return re.findall(r'href="/tilburg/wijken/wijk-0/waarom/(\d+)/"', html)


class TestArea:
    def test_shows_the_running_year_first_and_then_the_coming_one_each_with_decision_and_reasons(self, town: Town):
        runs = divided(town, YEAR - 1, YEAR)
        html = page()
        assert "Where does the money of 2017 go?" in html
        assert html.index("Where does the money of 2017 go?") < html.index("This is how it will be in 2018")
        assert reasons(html) == ["2017", "2018"]
        places = [html.index(f"/tilburg/besluiten/{run.decision.public_id}/") for run in runs.values() if run.decision]
        assert len(places) == 2
        assert places == sorted(places)

    def test_shows_of_the_coming_year_exactly_what_was_decided(self, town: Town):
        divided(town, YEAR - 1)
        coming = divided(town, YEAR)[YEAR]
        table = Client().get(AREA).context["page"].coming.money
        assert table.totals == (sum(share.amount_cents for share in coming.shares.filter(area=town.areas[0])),)
        assert [row.label for row in table.rows] == ["Jeugd", "Volwassenen"]

    def test_shows_the_coming_year_alone_as_long_as_no_other_is_divided(self, town: Town):
        divided(town, YEAR)
        html = page()
        assert "Where does the money of 2018 go?" in html
        assert "This is how it will be" not in html

    @pytest.mark.parametrize(("year", "shown"), [(2018, "2018"), (2019, "2018"), (2017, "2017")])
    def test_moves_on_with_the_calendar_and_keeps_the_way_to_what_was(
        self, town: Town, monkeypatch: pytest.MonkeyPatch, year: int, shown: str
    ):
        divided(town, YEAR - 1, YEAR)
        in_year(monkeypatch, year)
        html = page()
        assert f"Where does the money of {shown} go?" in html
        assert reasons(html)[0] == shown
        assert set(reasons(html)) == {"2017", "2018"}
        assert ("Earlier years:" in html) == (shown == "2018")

    def test_has_no_bar_as_long_as_nothing_is_promised(self, town: Town):
        divided(town, YEAR - 1)
        assert "Your neighbourhood in one line" not in page()
        town.commit(town.pot(year=YEAR - 1), 100)
        assert "Your neighbourhood in one line" in page()

    def test_costs_one_query_more_for_the_coming_year(self, town: Town):
        divided(town, YEAR - 1)
        client = Client()
        client.get(AREA)
        before = count_queries(client, AREA)
        divided(town, YEAR)
        assert count_queries(client, AREA) == before + 1


class TestCity:
    def test_shows_the_running_year_and_leads_to_the_division_of_the_coming_one(self, town: Town):
        runs = divided(town, YEAR - 1, YEAR)
        html = page(CITY)
        assert "The money of 2017" in html
        assert "This is how it will be in 2018" in html
        assert f'href="/tilburg/verdeling/{runs[YEAR].public_id}/"' in html

    def test_says_nothing_of_a_coming_year_that_is_not_decided(self, town: Town):
        divided(town, YEAR - 1)
        town.proposed_run()
        assert "This is how it will be" not in page(CITY)


@pytest.mark.parametrize(
    ("year", "years", "running", "coming", "earlier"),
    [
        (2017, [], None, None, ()),
        (2017, [2017], 2017, None, ()),
        (2017, [2018], 2018, None, ()),
        (2017, [2018, 2019], 2018, 2019, ()),
        (2017, [2016, 2018], 2016, 2018, ()),
        (2018, [2016, 2017, 2018, 2020], 2018, 2020, (2017, 2016)),
        (2025, [2017, 2018], 2018, None, (2017,)),
    ],
)
def test_the_running_year_is_that_of_today_or_the_last_before_it(
    year: int, years: list[int], running: int | None, coming: int | None, earlier: tuple[int, ...]
):
    runs = {one: AllocationRun(year=one) for one in years}
    expected = Years(runs[running] if running else None, runs[coming] if coming else None, earlier)
    assert around(year, runs.values()) == expected
