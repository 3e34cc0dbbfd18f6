"""The published wijken of Tilburg, as anybody reads them: of twenty inhabitants no share is told anywhere."""

from typing import Any

import pytest
from django.test import Client

from tests.scans.real_files import ACTOR, AT, RIVM, WIJKEN_2022, brought_in, first, opened, real
from tests.web.figure_pages import JUDGED, data_of, own_words, read, rows_of, tables_of, words
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.operations import recompose
from wijkaanzet.areas.operations.borders import import_borders
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.kernel import clock
from wijkaanzet.scans import queries
from wijkaanzet.scans.models import Figure
from wijkaanzet.scans.rules.columns import ColumnKind

pytestmark = [pytest.mark.django_db, pytest.mark.done("4.real-files")]

TWENTY = ("WK085561", "WK085541", "WK085562", "WK085565")
"""The wijken with 20, 25, 25 and 45 inhabitants in 2022."""
FEW = "te weinig mensen"


@pytest.fixture
def tilburg(monkeypatch: pytest.MonkeyPatch) -> Division:
    """The wijken of 2022 in their borders, with the figures of CBS."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    division = first(opened(), WIJKEN_2022, year=2022).division
    text = real("wijken_2022_tilburg_amersfoort_oij.geojson")
    import_borders(division, text=text, source="CBS", year=2022, actor=ACTOR, at=AT)
    return division


def shares(division: Division) -> dict[str, str]:
    """Every figure that is no count, with the column that holds it."""
    columns = queries.public_columns(division)
    return {one.slug: one.key for one in columns if one.kind != ColumnKind.COUNT}


def test_nothing_but_counts_is_told_of_wijken_with_fewer_than_fifty_people(tilburg: Division, client: Client):
    brought_in(tilburg, RIVM[2020], year=2020)
    figures = shares(tilburg)
    assert len(figures) > 20
    small = {area.name: area for area in Area.objects.filter(code__in=TWENTY)}
    assert len(small) == 4
    for area in small.values():
        for row in rows_of(client, f"/tilburg/wijken/{area.slug}/cijfers.csv"):
            if row["cijfer_code"] in figures:
                told = [row[key] for key in ("waarde", "waarde_exact", "van_95", "tot_95", "uitkomst", "zekerheid")]
                assert told == [""] * 6, (area.name, row["cijfer"])
                assert FEW in row["waarom_geen_waarde"] or "niet bekend" in row["waarom_geen_waarde"]
        assert JUDGED.search(own_words(read(client, f"/tilburg/wijken/{area.slug}/cijfers/"))) is None
    for figure in figures:
        told = data_of(client, f"/tilburg/cijfers/{figure}.json")
        places = [one for year in told["jaren"] for one in year["wijken"]]
        places += [one["properties"] for one in data_of(client, f"/tilburg/cijfers/{figure}.geojson")["features"]]
        nothing = [one for one in places if one["wijk"] in small]
        assert nothing
        assert {(one["waarde"], one["van_95"], one["tot_95"]) for one in nothing} == {(None, None, None)}, figure
    large_wijk_is_told(client)


def large_wijk_is_told(client: Client) -> None:
    """Beside the city; what a model made is not compared."""
    area = Area.objects.get(code="WK085538")
    rows = {
        (row["cijfer_code"], row["jaar"]): row for row in rows_of(client, f"/tilburg/wijken/{area.slug}/cijfers.csv")
    }
    young = rows["jonger-dan-15", "2022"]
    assert (young["waarde_exact"], bool(young["uitkomst"])) == ("13", True)
    lonely = rows["eenzaam", "2020"]
    assert (lonely["uitkomst"], lonely["waarde_gemeente"]) == ("", "49,10")


def test_map_funnel_and_card_say_why(tilburg: Division, client: Client):
    area = Area.objects.get(code=TWENTY[0])
    published = Figure.objects.filter(cbs_code=area.code, column__slug="65-en-ouder").exclude(value="")
    figure = "jonger-dan-15"
    assert Figure.objects.filter(cbs_code=area.code, column__slug=figure).exclude(value="").exists()
    assert published.exists(), "the publisher gives them, so it is we who leave them out"
    answer = client.get(f"/tilburg/wijken/{area.slug}/cijfers/{figure}/")
    page: Any = answer.context["page"]
    assert page.card.value is None
    assert FEW in page.card.missing
    (spot,) = [one for one in page.funnel.points if one.name == area.name]
    assert (spot.value, spot.people) == (None, None)
    assert FEW in spot.missing
    (shape,) = [one for one in page.map.outlines if one.name == area.name]
    assert shape.shade.doubt == "too_few"
    on_map = next(table for table in tables_of(answer.content.decode()) if "Op de kaart" in table[0])
    assert FEW in {row[0]: row[1] for row in on_map}[f"{area.name} (u bent hier)"]
    assert FEW in words(answer.content.decode())


def test_of_two_wijken_together_a_share_is_told_again(tilburg: Division, client: Client):
    """The wijken with 25 and 7,040 inhabitants as one neighbourhood: large enough, and made up of both."""
    parts = {area.code: [Part(area.code, area.name)] for area in Area.objects.filter(division=tilburg)}
    parts["WK085510"] += parts.pop(TWENTY[1])
    Area.objects.get(code=TWENTY[1]).delete()
    recompose(tilburg, year=2022, parts=parts, actor=ACTOR, at=AT, replace=True)
    (row,) = [
        one
        for one in rows_of(client, "/tilburg/wijken/binnenstad/cijfers.csv")
        if (one["cijfer_code"], one["jaar"]) == ("jonger-dan-15", "2022")
    ]
    assert (row["delen"], row["waarde"]) == ("2", "3%")
    assert row["waarde_exact"] == "1408/471"
