"""Calculating a division on its page: starts from what there is, counts to the cent, keeps it when asked."""

import re
from dataclasses import dataclass

import pytest
from django.test import Client

from tests.conftest import AT
from tests.helpers.books import books_are_right
from tests.helpers.snapshot import Snapshot
from tests.web.figures_2018 import bring_in
from wijkaanzet.areas.models import AreaPart, Division
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.demo import amersfoort, tilburg
from wijkaanzet.demo.build import build
from wijkaanzet.demo.profile import Profile
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.people.models import User
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.mapping import ColumnMapping

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Desk:
    """A policy officer at work in a municipality of the demo."""

    slug: str
    division: Division
    actor: Actor
    client: Client

    @property
    def url(self) -> str:
        return f"/{self.slug}/verdeling/nieuw/2018/"

    def filled_in(self, **changes: str) -> dict[str, str]:
        """What the page shows in its form, as a browser would send it."""
        form = self.client.get(self.url).context["form"]
        return {bound.html_name: str(bound.value() or "") for bound in form} | {"name": "Proef"} | changes


def desk_in(profile: Profile, *, figures: bool = True) -> Desk:
    """The municipality as the demo begins, with the figures for 2018 unless these come later."""
    municipality = build(profile)
    user = User.objects.get(username=f"{profile.slug}-policy_officer")
    actor = Actor(user_id=user.pk, channel=Channel.WEB)
    division = Division.objects.select_related("municipality").get(municipality=municipality)
    if figures:
        bring_in(division, actor)
    client = Client()
    client.force_login(user)
    return Desk(profile.slug, division, actor, client)


TILBURG = Snapshot(lambda: desk_in(tilburg.PROFILE))


@pytest.fixture(autouse=True)
def on_the_day_of_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture(name="desk")
def desk_in_tilburg() -> Desk:
    return TILBURG.put_back()


class TestStarting:
    def test_says_that_figures_come_first(self) -> None:
        desk = desk_in(tilburg.PROFILE, figures=False)
        page = desk.client.get(desk.url).content.decode()
        assert "Er zijn nog geen cijfers voor 2018" in page
        assert 'href="/tilburg/cijfers/inlezen/"' in page

    def test_shows_what_comes_out_of_last_years_choices(self, desk: Desk) -> None:
        outcome = desk.client.get(desk.url).context["page"].outcome
        assert outcome.total_cents == 15_000_000_00
        assert "De raad heeft nog geen kader voor 2018." in outcome.fits.text
        assert [row.label for row in outcome.areas.rows] == sorted(row.label for row in outcome.areas.rows)
        assert not AllocationRun.objects.filter(year=2018).exists()

    def test_takes_the_amounts_of_the_frame(self, desk: Desk) -> None:
        lines = {"jeugd": 3_400_000_00, "volwassenen": 6_900_000_00, "accommodaties": 4_800_000_00}
        budget.draft_frame(desk.division.municipality, year=2018, lines=lines, actor=desk.actor, at=AT)
        outcome = desk.client.get(desk.url).context["page"].outcome
        assert outcome.total_cents == 15_100_000_00
        assert (outcome.fits.tone, outcome.fits.text) == (
            "good",
            "Dit is precies het kader van 2018: €\xa015.100.000,00.",
        )

    def test_is_for_the_policy_officer_of_this_municipality_only(self, desk: Desk) -> None:
        for username in ("tilburg-controller", "tilburg-coordinator"):
            client = Client()
            client.force_login(User.objects.get(username=username))
            assert client.get(desk.url).status_code == 404
            assert client.post(desk.url, {"keep": ""}).status_code == 404
        assert Client().get(desk.url).status_code == 404


class TestCalculating:
    def test_keeps_nothing(self, desk: Desk) -> None:
        answer = desk.client.post(desk.url, desk.filled_in(**{"0-cents": "4.300.000", "calculate": ""}))
        assert answer.status_code == 200
        assert answer.context["page"].outcome.total_cents == 16_000_000_00
        assert not AllocationRun.objects.filter(year=2018).exists()
        assert not AuditEntry.objects.filter(action__startswith="budget.", at__gte=AT).exists()

    @pytest.mark.parametrize(
        ("frame", "line"),
        [
            ({}, "Samen €\xa016.000.000,00"),
            ({"jeugd": 16_000_000_00}, "Samen €\xa016.000.000,00: precies het kader"),
            ({"jeugd": 17_000_000_00}, "Samen €\xa016.000.000,00: €\xa01.000.000,00 nog niet verdeeld"),
            ({"jeugd": 15_999_999_99}, "Samen €\xa016.000.000,00: €\xa00,01 te veel"),
        ],
    )
    def test_repeats_the_sum_in_a_line_that_stays_above_the_questions(
        self, desk: Desk, frame: dict[str, int], line: str
    ) -> None:
        filled_in = desk.filled_in(**{"0-cents": "4.300.000", "calculate": ""})
        if frame:
            budget.draft_frame(desk.division.municipality, year=2018, lines=frame, actor=desk.actor, at=AT)
        page = desk.client.post(desk.url, filled_in).content.decode()
        assert re.findall(r'id="live-line">\s*(.+?)\s*</p>', page) == [line]

    @pytest.mark.done("3.run")
    def test_needs_no_name_as_long_as_nothing_is_kept(self, desk: Desk) -> None:
        answer = desk.client.post(desk.url, desk.filled_in(name=" ", **{"0-cents": "4.300.000"}))
        assert answer.status_code == 200
        assert answer.context["page"].outcome.total_cents == 16_000_000_00
        assert 'value="-"' not in answer.content.decode()

    def test_shows_the_difference_with_the_year_before_to_the_cent(self, desk: Desk) -> None:
        table = desk.client.post(desk.url, desk.filled_in(**{"0-cents": "4.300.000"})).context["page"].outcome.areas
        assert table.columns[-1] == "Verschil met 2017"
        before = sum(share.amount_cents for share in AllocationRun.objects.get(year=2017).shares.all())
        assert table.totals[-1] == table.totals[-2] - before

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"0-weight-1": "10"}, "De gewichten voor jeugd zijn samen 65%. Maak er 100% van."),
            ({"0-weight-1": "veel"}, "Vul een percentage in van 0 tot en met 100, zoals 12,5."),
            ({"0-cents": "6.00.000"}, "Vul een bedrag in, zoals 1.250.000 of 1.250.000,50."),
            ({"0-cents": "-5"}, "Vul een bedrag in dat niet lager is dan nul."),
            ({"name": ""}, "Geef deze berekening een naam."),
            ({"0-line-1-cents": "1000"}, "Schrijf op waar dit bedrag voor is."),
        ],
    )
    def test_says_what_is_not_right_and_keeps_what_was_filled_in(
        self, desk: Desk, changes: dict[str, str], sentence: str
    ) -> None:
        answer = desk.client.post(desk.url, desk.filled_in(**changes, **{"0-base": "123.456", "keep": ""}))
        page = answer.content.decode()
        assert answer.status_code == 422
        assert sentence in page
        assert 'value="123.456"' in page
        assert not AllocationRun.objects.filter(year=2018).exists()

    def test_says_what_cannot_be_divided(self, desk: Desk) -> None:
        answer = desk.client.post(desk.url, desk.filled_in(**{"0-base": "90.000.000"}))
        assert answer.status_code == 409
        assert "De vaste voeten van" in answer.content.decode()

    def test_a_forged_column_counts_for_nothing(self, desk: Desk) -> None:
        forged = {"0-weight-99": "100", "9-cents": "1.000.000", "year": "2030"}
        answer = desk.client.post(desk.url, desk.filled_in(**forged))
        assert answer.context["page"].outcome.total_cents == 15_000_000_00


class TestKeeping:
    @pytest.mark.done("3.run")
    def test_makes_a_draft_of_what_was_chosen(self, desk: Desk) -> None:
        changes = {"0-cents": "3.400.000", "0-weight-1": "35", "0-weight-2": "35", "keep": ""}
        answer = desk.client.post(desk.url, desk.filled_in(**changes))
        run = AllocationRun.objects.get(year=2018)
        assert answer["Location"] == f"/tilburg/verdeling/{run.public_id}/"
        assert (run.status, run.name, run.total_cents) == (RunStatus.DRAFT, "Proef", 15_100_000_00)
        assert (run.figures_year, run.figures_source, run.figures_fictional) == (2017, "Oefencijfers", True)
        assert run.figure_import == FigureImport.objects.get(for_year=2018)
        everything = sum(one.amount_cents for table in (run.shares, run.city_lines) for one in table.all())
        assert everything == run.total_cents

    def test_a_new_line_for_the_city_gets_its_reason(self, desk: Desk) -> None:
        line = {"0-line-1-label": "Buurtsport", "0-line-1-cents": "50.000", "0-line-1-motive": "één team voor allen"}
        desk.client.post(desk.url, desk.filled_in(**line, keep=""))
        made = AllocationRun.objects.get(year=2018).city_lines.get(key="buurtsport")
        assert (made.amount_cents, made.motive) == (50_000_00, "één team voor allen")

    def test_several_variants_stand_side_by_side(self, desk: Desk) -> None:
        for name in ("Een", "Twee"):
            desk.client.post(desk.url, desk.filled_in(name=name, keep=""))
        assert set(AllocationRun.objects.filter(year=2018).values_list("name", flat=True)) == {"Een", "Twee"}

    def test_a_variant_starts_from_another(self, desk: Desk) -> None:
        desk.client.post(desk.url, desk.filled_in(**{"0-base": "111.111", "keep": ""}))
        run = AllocationRun.objects.get(year=2018)
        assert 'value="111.111"' in desk.client.get(f"{desk.url}?van={run.public_id}").content.decode()

    def test_figures_that_were_taken_back_are_not_counted_with(self, desk: Desk) -> None:
        filled_in = desk.filled_in(keep="")
        cycle.undo_figures(FigureImport.objects.get(for_year=2018), reason="verkeerd", actor=desk.actor, at=AT)
        assert "Er zijn nog geen cijfers" in desk.client.post(desk.url, filled_in).content.decode()
        assert not AllocationRun.objects.filter(year=2018).exists()

    @pytest.mark.parametrize("act", ["", "bewaren/"])
    def test_what_counted_with_figures_that_were_taken_back_is_not_offered_to_others(
        self, desk: Desk, act: str
    ) -> None:
        desk.client.post(desk.url, desk.filled_in(keep=""))
        run = AllocationRun.objects.get(year=2018)
        here = f"/tilburg/verdeling/{run.public_id}/"
        assert "De cijfers van deze verdeling zijn teruggedraaid" not in desk.client.get(here).content.decode()
        if act:
            desk.client.post(f"{here}{act}")
        cycle.undo_figures(FigureImport.objects.get(for_year=2018), reason="verkeerd", actor=desk.actor, at=AT)
        page = desk.client.get(here)
        shown = page.context["page"]
        assert "De cijfers van deze verdeling zijn teruggedraaid" in page.content.decode()
        assert [one.href for one in shown.acts] == ([] if act else [f"{here}bewaren/"])
        assert (shown.ask, shown.variant.kind) == (None, "primary")
        assert desk.client.get(f"{here}advies/").status_code == 409
        assert books_are_right()


class TestOwnCounts:
    """What the municipality counted itself came in last, with three people somewhere."""

    @pytest.fixture
    def own(self, desk: Desk) -> FigureImport:
        codes = AreaPart.objects.filter(area__division=desk.division).order_by("cbs_code").values_list("cbs_code")
        lines = [f"{code},{100 + n},{3 if n == 4 else 6473}" for n, (code,) in enumerate(codes)]
        content = "\n".join(["code,inwoners,daklozen", *lines]).encode()
        new = scans.Upload(content, "daklozen.csv", "Eigen telling", 2017, 2018, origin=Origin.OWN)
        table = scans.upload(desk.division, new=new, actor=desk.actor, at=AT)
        counts = (Column("inwoners", "Inwoners", ColumnKind.COUNT), Column("daklozen", "Daklozen", ColumnKind.COUNT))
        table = scans.map_columns(table, mapping=ColumnMapping("code", "", "inwoners", counts), actor=desk.actor, at=AT)
        return cycle.import_figures(table, actor=desk.actor, at=AT)

    def test_stand_in_no_page_or_file_of_money(self, desk: Desk, own: FigureImport) -> None:
        asked = f"{desk.url}?cijfers={own.public_id}"
        assert desk.client.post(asked, desk.filled_in(keep="")).status_code == 302
        run = AllocationRun.objects.get(year=2018)
        assert run.figure_import_id != own.pk
        here = f"/tilburg/verdeling/{run.public_id}/"
        for address in (desk.url, asked, here, f"{here}bedragen.csv", f"{desk.url}?van={run.public_id}"):
            answer = desk.client.get(address)
            text = answer.content.decode()
            assert answer.status_code == 200
            assert not [word for word in ("aklozen", "Eigen telling", "6473", "6.473") if word in text], address
        for file in ("2018.csv", "2018/cijfers.csv", "2018/verdeelmodel.json"):
            assert Client().get(f"/tilburg/verdeling/{file}").status_code == 404

    def test_are_no_figures_to_divide_with(self, desk: Desk, own: FigureImport) -> None:
        published = FigureImport.objects.exclude(pk=own.pk).get(for_year=2018)
        cycle.undo_figures(published, reason="verkeerd", actor=desk.actor, at=AT)
        assert "Er zijn nog geen cijfers voor 2018" in desk.client.get(desk.url).content.decode()


class TestComponents:
    def test_ask_for_the_parts_of_every_amount(self) -> None:
        desk = desk_in(amersfoort.PROFILE)
        wrong = desk.client.post(desk.url, desk.filled_in(**{"part-basis": "50", "keep": ""}))
        assert wrong.status_code == 422
        assert "De delen van het geld van een wijk zijn samen" in wrong.content.decode()
        desk.client.post(desk.url, desk.filled_in(keep=""))
        run = AllocationRun.objects.get(year=2018)
        assert set(run.shares.values_list("component", flat=True)) == {"basis", "variabel", "onvoorzien"}
