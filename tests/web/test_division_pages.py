"""The list of divisions and the page of one: what is there for whom, in every state."""

import csv
import re
from io import StringIO

import pytest
from django.test import Client

from tests.budget.ledger_town import AT, YEAR, Town, open_town
from tests.factories import NOBODY, body_of, somebody
from tests.helpers.queries import assert_same_queries
from tests.web.division_town import LIST, advised, advised_town, adviser, browser, in_state, offered, place, words
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.access import own_runs, visible_runs
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import PROCESS, RunStatus
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel import clock, subjects
from wijkaanzet.kernel.money import parse_euros
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture(name="town")
def small_town() -> Town:
    return advised_town()


def divided_last_year(town: Town) -> AllocationRun:
    """The year before was divided too."""
    lines = {"jeugd": 600_000_000, "volwassenen": 900_000_000}
    frame = budget.draft_frame(town.municipality, year=YEAR - 1, lines=lines, actor=town.officer, at=AT)
    budget.decide_frame(frame, minutes=town.minutes(Step.FRAME), actor=town.council_clerk, at=AT)
    run = town.drafted_run(year=YEAR - 1, name="Vorig jaar")
    return town.decide(budget.propose(advised(town, run), actor=town.officer, at=AT))


class TestList:
    def test_tells_everybody_what_was_decided_and_leads_to_the_decision(self, town: Town) -> None:
        run = in_state(town, RunStatus.DECIDED)
        assert run.decision is not None
        decisions.publish(run.decision, actor=town.college_clerk, at=AT)
        answer = Client().get(LIST)
        assert answer.status_code == 200
        assert "€ 15.000.000,00" in words(answer)
        assert "Dat is precies het kader." in words(answer)
        assert f'href="{place(run)}"' in answer.content.decode()
        assert f'href="/tilburg/besluiten/{run.decision.public_id}/"' in answer.content.decode()

    def test_shows_a_visitor_nothing_that_is_not_decided(self, town: Town) -> None:
        hidden = [in_state(town, RunStatus.KEPT), town.drafted_run(), in_state(town, RunStatus.PROPOSED)]
        answer = Client().get(LIST)
        assert "Er is nog niets verdeeld" in words(answer)
        assert not any(run.public_id in answer.content.decode() for run in hidden)

    def test_shows_who_prepares_what_is_on_its_way_and_where_it_stands(self, town: Town) -> None:
        town.decided_frame({"jeugd": 700_000_000, "volwassenen": 900_000_000})
        in_state(town, RunStatus.KEPT)
        town.drafted_run()
        told = words(browser(town.officer).get(LIST))
        assert "bewaard als variant" in told
        assert "in voorbereiding" in told
        assert "Dat is € 1.000.000,00 minder dan het kader." in told

    def test_says_that_the_council_has_not_decided_on_the_frame(self, town: Town) -> None:
        town.drafted_run()
        told = words(browser(town.officer).get(LIST))
        assert "De raad heeft nog niet besloten over het kader van 2018." in told

    def test_has_the_newest_year_first(self, town: Town) -> None:
        divided_last_year(town)
        town.drafted_run()
        answer = browser(town.officer).get(LIST)
        assert re.findall(r'<h2 id="year-(\d+)"', answer.content.decode()) == ["2018", "2017"]

    def test_offers_a_new_division_to_the_policy_officer_only(self, town: Town) -> None:
        cycle.start_year(town.division, year=YEAR, actor=town.officer, at=AT)
        page = browser(town.officer).get(LIST).context["page"]
        assert [(one.label, one.href) for one in page.actions] == [
            ("Nieuwe verdeling van 2018", "/tilburg/verdeling/nieuw/2018/"),
            ("Kader 2018", "/tilburg/kader/2018/"),
            ("Tabellen met cijfers", "/tilburg/cijfers/inlezen/"),
        ]
        controller = somebody(Role.CONTROLLER, town.municipality)
        assert len(browser(controller).get(LIST).context["page"].actions) == 1

    def test_leads_who_sees_them_to_the_tables_of_figures(self, town: Town) -> None:
        way = 'href="/tilburg/cijfers/inlezen/"'
        checks = somebody(Role.CONTROLLER, town.municipality)
        assert all(way in browser(actor).get(LIST).content.decode() for actor in (town.officer, checks))
        assert way not in browser(None).get(LIST).content.decode()

    def test_offers_no_new_division_of_a_year_that_is_divided(self, town: Town) -> None:
        cycle.start_year(town.division, year=YEAR, actor=town.officer, at=AT)
        in_state(town, RunStatus.DECIDED)
        assert len(browser(town.officer).get(LIST).context["page"].actions) == 1  # the way to figures

    def test_costs_as_many_queries_with_a_hundred_and_one_variants(self, town: Town) -> None:
        run = town.drafted_run()
        values = {field.attname: getattr(run, field.attname) for field in AllocationRun._meta.concrete_fields}
        del values["id"], values["public_id"]

        def grow() -> None:
            AllocationRun.objects.bulk_create(AllocationRun(**values) for _ in range(100))

        client = browser(town.officer)
        assert_same_queries(client, LIST, grow)
        first, last = client.get(LIST), client.get(f"{LIST}?pagina=3")
        assert sum(len(year.rows) for year in first.context["page"].years) == 50
        assert "Pagina 3 van 3" in words(last)


class TestPage:
    def test_tells_the_total_the_course_and_the_sum(self, town: Town) -> None:
        run = in_state(town, RunStatus.DECIDED)
        told = words(Client().get(place(run)))
        for part in (
            "€ 15.000.000,00",
            "Dat is precies het kader.",
            "Uitgerekend",
            "Advies gevraagd",
            "Vastgesteld door het college",
            "Wat bij de hele stad blijft",
            "Oefencijfers, 2017",
            "Hoe is dit uitgerekend?",
        ):
            assert part in told

    def test_has_the_neighbourhoods_by_name_with_the_difference_to_the_year_before(self, town: Town) -> None:
        divided_last_year(town)
        run = town.drafted_run(total_cents=1_600_000_000)
        page = browser(town.officer).get(place(run)).context["page"]
        assert [row.label for row in page.areas.rows] == ["Wijk 0", "Wijk 1", "Wijk 2"]
        assert page.areas.columns[-2:] == ("Totaal", "Verschil met 2017")
        assert all(row.cents[-1] > 0 for row in page.areas.rows)
        assert sum(page.areas.totals[-1:]) == sum(row.cents[-2] for row in page.areas.rows) - self._last_year_to_areas()

    def _last_year_to_areas(self) -> int:
        before = AllocationRun.objects.get(year=YEAR - 1)
        return sum(before.shares.values_list("amount_cents", flat=True))

    def test_names_nothing_of_an_order_by_amount(self, town: Town) -> None:
        run = in_state(town, RunStatus.DECIDED)
        first, again = (Client().get(f"{place(run)}{query}") for query in ("", "?sorteer=bedrag&order=-amount"))
        assert first.context["page"].areas == again.context["page"].areas

    def test_says_whose_move_it_is_and_until_when(self, town: Town) -> None:
        run = in_state(town, RunStatus.PROPOSED)
        told = words(browser(town.officer).get(place(run)))
        assert "Een besluit van het college Tot en met 30 oktober 2017. Nu aan zet: het college" in told

    def test_says_who_is_invited_to_advise(self, town: Town) -> None:
        run = in_state(town, RunStatus.ADVICE_ASKED)
        told = words(browser(town.officer).get(place(run)))
        assert "Jongerenraad is uitgenodigd tot en met 13 november 2017." in told

    def test_tells_every_round_of_a_division_that_came_back(self, town: Town) -> None:
        run = in_state(town, RunStatus.RETURNED)
        run = budget.propose(run, actor=town.officer, at=AT)
        told = words(browser(town.officer).get(place(run)))
        assert told.count("Voorgelegd aan het college") == 2
        assert told.index("Teruggegeven door het college") > told.index("Voorgelegd aan het college")

    def test_says_which_figures_are_estimates(self, town: Town) -> None:
        run = town.drafted_run()
        run.estimates.create(
            area=town.areas[0], column="income_low", cbs_code="WK085500", cbs_name="Wijk 0", inhabitants=30
        )
        told = words(browser(town.officer).get(place(run)))
        assert "Wijk 0 (30 mensen)" in told


class TestWhoSees:
    @pytest.mark.parametrize(
        ("status", "roles"),
        [
            (RunStatus.DRAFT, {"officer"}),
            (RunStatus.KEPT, {"officer"}),
            (RunStatus.ADVICE_ASKED, {"officer", "adviser"}),
            (RunStatus.ADVISED, {"officer", "adviser"}),
            (RunStatus.PROPOSED, {"officer", "adviser", "clerk"}),
            (RunStatus.RETURNED, {"officer", "adviser", "clerk"}),
            (RunStatus.DECIDED, {"officer", "adviser", "clerk", "visitor", "elsewhere"}),
        ],
    )
    def test_a_division_in_each_state(self, town: Town, status: RunStatus, roles: set[str]) -> None:
        other = open_town(code="GM0307", slug="amersfoort")
        run = in_state(town, status)
        actors = {
            "officer": town.officer,
            "adviser": adviser(town),
            "clerk": town.college_clerk,
            "visitor": NOBODY,
            "elsewhere": other.officer,
        }
        seen = {who for who, actor in actors.items() if run in visible_runs(actor, town.municipality, on=TODAY)}
        owned = {who for who, actor in actors.items() if run in own_runs(actor, town.municipality, on=TODAY)}
        assert (seen, owned) == (roles, {"officer"})
        assert not visible_runs(town.officer, other.municipality, on=TODAY).filter(pk=run.pk).exists()

    def test_a_draft_is_not_there_for_anybody_else(self, town: Town) -> None:
        run = town.drafted_run()
        other = open_town(code="GM0307", slug="amersfoort")
        for actor in (None, adviser(town), town.college_clerk, other.officer):
            client = browser(actor)
            assert client.get(place(run)).status_code == client.get(place(run, "bedragen.csv")).status_code == 404
        assert browser(town.officer).get(place(run).replace("tilburg", "amersfoort")).status_code == 404

    def test_a_name_in_a_list_of_moves_follows_the_same_rule(self, town: Town) -> None:
        draft = Subject(PROCESS, town.drafted_run().pk)
        frame = Subject("budget.frame", town.drafted_frame().pk)
        told = {draft: "De verdeling van het geld van 2018", frame: "Het budgetkader van 2018"}
        assert set(subjects.labels([draft, frame], town.officer)) == set(told)
        assert subjects.labels([draft, frame], NOBODY) == subjects.labels([draft, frame], adviser(town)) == {}
        assert set(subjects.labels([draft, frame], town.council_clerk)) == {frame}


class TestBeside:
    def test_puts_another_variant_beside_it_by_neighbourhood(self, town: Town) -> None:
        other = in_state(town, RunStatus.KEPT)
        run = town.drafted_run(total_cents=1_600_000_000, name="Meer geld")
        answer = browser(town.officer).get(f"{place(run)}?met={other.public_id}")
        table = answer.context["page"].beside.areas
        assert [row.label for row in table.rows] == ["Wijk 0", "Wijk 1", "Wijk 2"]
        assert all(mine - others == rest for mine, others, rest in (row.cents for row in table.rows))
        assert answer.context["page"].beside.totals.totals == (1_600_000_000, 1_500_000_000)

    def test_shows_the_frame_by_earmark(self, town: Town) -> None:
        town.decided_frame()
        run = town.drafted_run()
        totals = browser(town.officer).get(place(run)).context["page"].beside.totals
        assert totals.columns == ("Deze verdeling", "Kader van de raad")
        assert all(row.cents[0] == row.cents[1] for row in totals.rows)

    def test_knows_no_variant_that_one_may_not_see_or_that_is_of_another_year(self, town: Town) -> None:
        run = in_state(town, RunStatus.DECIDED)
        draft, last_year = town.drafted_run(), divided_last_year(town)
        assert Client().get(f"{place(run)}?met={draft.public_id}").status_code == 404
        assert Client().get(f"{place(run)}?met={last_year.public_id}").status_code == 404
        assert Client().get(f"{place(run)}?met=x' OR 1=1").status_code == 404
        assert draft.public_id not in Client().get(place(run)).content.decode()

    def test_costs_as_many_queries_with_a_hundred_and_one_variants(self, town: Town) -> None:
        run, kept = town.drafted_run(), [in_state(town, RunStatus.KEPT) for _ in range(3)][-1]
        values = {field.attname: getattr(kept, field.attname) for field in AllocationRun._meta.concrete_fields}
        del values["id"], values["public_id"]

        def grow() -> None:
            AllocationRun.objects.bulk_create(AllocationRun(**values) for _ in range(100))

        assert_same_queries(browser(town.officer), place(run), grow)


class TestFile:
    def test_adds_up_to_the_total_also_of_a_draft(self, town: Town) -> None:
        run = town.drafted_run()
        answer = browser(town.officer).get(place(run, "bedragen.csv"))
        rows = csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
        assert sum(parse_euros(row["bedrag_euro"]) for row in rows) == run.total_cents


class TestOffers:
    @pytest.mark.parametrize(
        ("status", "acts"),
        [
            (RunStatus.DRAFT, {"advies", "bewaren"}),
            (RunStatus.KEPT, {"oppakken"}),
            (RunStatus.ADVICE_ASKED, set()),
            (RunStatus.ADVISED, {"voorleggen", "bewaren"}),
            (RunStatus.PROPOSED, set()),
            (RunStatus.RETURNED, {"voorleggen", "advies", "bewaren"}),
            (RunStatus.DECIDED, set()),
        ],
    )
    def test_the_policy_officer_what_fits_the_state(self, town: Town, status: RunStatus, acts: set[str]) -> None:
        run = in_state(town, status)
        assert offered(browser(town.officer).get(place(run)), run) == acts

    def test_to_propose_at_once_where_nobody_advises(self) -> None:
        town = open_town()
        run = town.drafted_run()
        assert offered(browser(town.officer).get(place(run)), run) == {"voorleggen", "bewaren"}

    def test_to_go_on_without_advice_only_after_the_day(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        run = in_state(town, RunStatus.ADVICE_ASKED)
        for day, acts in ((13, set()), (14, {"zonder-advies"})):
            monkeypatch.setattr(clock, "now", lambda day=day: AT.replace(month=11, day=day))
            assert offered(browser(town.officer).get(place(run)), run) == acts

    def test_to_calculate_on_from_it_until_the_year_is_divided(self, town: Town) -> None:
        kept = in_state(town, RunStatus.KEPT)
        way = f'href="/tilburg/verdeling/nieuw/{YEAR}/?van={kept.public_id}"'
        assert way in browser(town.officer).get(place(kept)).content.decode()
        assert way not in browser(town.college_clerk).get(place(kept)).content.decode()
        in_state(town, RunStatus.DECIDED)
        assert way not in browser(town.officer).get(place(kept)).content.decode()

    def test_no_variant_to_take_up_once_the_year_is_divided(self, town: Town) -> None:
        kept = in_state(town, RunStatus.KEPT)
        in_state(town, RunStatus.DECIDED)
        assert offered(browser(town.officer).get(place(kept)), kept) == set()

    def test_nothing_to_anybody_else(self, town: Town) -> None:
        run = in_state(town, RunStatus.RETURNED)
        controller = somebody(Role.CONTROLLER, town.municipality)
        member = somebody(Role.EXECUTIVE_MEMBER, town.municipality, scope=body_of(town.municipality, "college"))
        for actor in (controller, member, town.college_clerk, adviser(town)):
            answer = browser(actor).get(place(run))
            assert (answer.status_code, offered(answer, run)) == (200, set())
