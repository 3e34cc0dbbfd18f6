"""Who fetches all pages and files of figures that were counted here, of every version, places no small count."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import inf

import pytest
from django.test import Client

from tests.scans.disclosure.attack import Attacker, Fact
from tests.scans.disclosure.towns import RULES, Group, SmallTown, broken, small_sets
from tests.scans.figure_town import LATER, PEOPLE, FigureTown, buurt, open_town, wijk
from tests.web.figure_pages import data_of, draw_borders, page_of, read, rows_of, tables_of, words
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.kernel import clock
from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import HIDDEN
from wijkaanzet.scans.queries import guarded
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.disclosure.primary import (
    HiddenReason,
    Published,
    PublishedPercentage,
    judge_count,
    judge_percentage,
)
from wijkaanzet.scans.rules.disclosure.publish import total
from wijkaanzet.scans.rules.disclosure.thresholds import Denominator, PublicationRules
from wijkaanzet.scans.rules.showing import OwnColumn

pytestmark = [pytest.mark.django_db, pytest.mark.done("4.difference-attack")]

CITY = "GM0001"
PUPILS = Column("n", "Cursisten", ColumnKind.COUNT)
YOUNG = Column("jong", "Jongeren", ColumnKind.PART, of="inwoners")
FIGURES = (PUPILS, YOUNG)
HALF = Fraction(RULES.rounding_base, 2)
Count = dict[str, int]


@dataclass(frozen=True)
class Secret:
    """A town by chance: who was counted per CBS area, and the neighbourhoods of two divisions with other borders."""

    wijken: dict[str, list[str]]
    """Each wijk with its buurten."""
    first: dict[str, list[str]]
    second: dict[str, list[str]]
    counts: Count
    """Pupils per cell: a buurt, what a wijk counts besides its buurten, and the municipality besides its wijken."""
    young: Count
    people: Count

    def cells(self, code: str) -> list[str]:
        """All that lies in a CBS area."""
        if code == CITY:
            return [CITY, *(cell for one in self.wijken for cell in self.cells(one))]
        return [code, *self.wijken.get(code, [])]

    def rows(self) -> dict[str, dict[str, object]]:
        """The table: of every level what it counts."""
        columns = {"n": self.counts, "jong": self.young, "inwoners": self.people}
        codes = [CITY, *self.wijken, *(one for many in self.wijken.values() for one in many)]
        return {
            code: {key: sum(cells[cell] for cell in self.cells(code)) for key, cells in columns.items()}
            for code in codes
        }

    def group(self, parts: list[str]) -> Group:
        """The cells of a neighbourhood."""
        return dict.fromkeys((cell for part in parts for cell in self.cells(part)), Fraction(1))


def secret(rnd: random.Random) -> Secret:
    """A town in which many counts are small."""
    wijken = {wijk(n): [buurt(m, n) for m in range(rnd.choice([0, 0, 2, 3]))] for n in range(rnd.randint(3, 5))}
    cells = [CITY, *(cell for code, inside in wijken.items() for cell in (code, *inside))]
    typical = rnd.choice([2, 5, 12])
    counts = {cell: int(rnd.expovariate(1 / typical)) for cell in cells}
    counts |= {code: rnd.choice([0, 0, counts[code]]) for code in [CITY, *(one for one in wijken if wijken[one])]}
    people = {cell: rnd.choice([0, 30, 60, 200]) + counts[cell] for cell in cells}
    young = {cell: rnd.randint(0, min(people[cell], 3 * typical)) for cell in cells}
    return Secret(
        wijken,
        divided(rnd, list(wijken), "w"),
        divided(rnd, [one for code, inside in wijken.items() for one in inside or [code]], "d"),
        counts,
        young,
        people,
    )


def divided(rnd: random.Random, codes: list[str], name: str) -> dict[str, list[str]]:
    """Neighbourhoods of these CBS areas."""
    found: dict[str, list[str]] = {}
    for code in codes:
        found.setdefault(f"{name}{rnd.randrange(len(codes))}", []).append(code)
    return dict(sorted(found.items()))


def corrected(rnd: random.Random, before: Secret) -> Secret:
    """The same town, with a few people more or less in some cells."""
    moved = {cell: max(0, count + rnd.choice([0, 0, 1, -1, 4])) for cell, count in before.counts.items()}
    people = {cell: before.people[cell] + moved[cell] - before.counts[cell] for cell in moved}
    return Secret(before.wijken, before.first, before.second, moved, before.young, people | _at_least(people, before))


def _at_least(people: Count, before: Secret) -> Count:
    return {cell: max(number, before.young[cell]) for cell, number in people.items()}


@dataclass
class Visitor:
    """Somebody who keeps all that was ever shown: per version of a table what each neighbourhood has."""

    client: Client
    town: FigureTown
    seen: dict[tuple[str, str, int], set[str]] = field(default_factory=dict)
    """By version of the table, place and year: everything that stood there, whether page, table or file."""

    def visit(self, version: Mapping[int, str]) -> None:
        """Fetch everything; `version` says which table of each year is the newest."""
        for one in FIGURES:
            self._files(one.slug, version)
        for area in Area.objects.order_by("name"):
            read(self.client, page_of(area.slug))
            for row in rows_of(self.client, f"/proefstad/wijken/{area.slug}/cijfers.csv"):
                if row["cijfer_code"] != "inwoners":
                    self._note(version, row["cijfer_code"], row["wijk"], row["jaar"], row["waarde"], row)
            for one in FIGURES:
                self._page(area, one.slug, version)

    def _files(self, figure: str, version: Mapping[int, str]) -> None:
        for row in rows_of(self.client, f"/proefstad/cijfers/{figure}.csv"):
            self._note(version, figure, row["wijk"], row["jaar"], row["waarde"], row)
        for year in data_of(self.client, f"/proefstad/cijfers/{figure}.json")["jaren"]:
            value = year["waarde_gemeente"]
            self._note(version, figure, CITY, year["jaar"], "" if value is None else f"{value}", {})
            for told in year["wijken"]:
                self._note(version, figure, told["wijk"], year["jaar"], _exact(told["waarde"]), _why(told))
        within = data_of(self.client, f"/proefstad/cijfers/{figure}.geojson")
        for one in within["features"]:
            told = one["properties"]
            self._note(version, figure, told["wijk"], within["jaar"], _exact(told["waarde"]), _why(told))

    def _page(self, area: Area, figure: str, version: Mapping[int, str]) -> None:
        html = read(self.client, page_of(area.slug, figure))
        for header, *rows in tables_of(html):
            if "Op de kaart" in header:
                for row in rows:
                    name = row[0].removesuffix(" (u bent hier)")
                    self._note(version, figure, name, max(version), row[1], {})
            elif header[0] == "Jaar":
                for row in rows:
                    value = "" if row[1] == "geen cijfer" else row[1].split(" ")[0]
                    self._note(version, figure, area.name, row[0][:4], value, {})

    def _note(
        self, version: Mapping[int, str], figure: str, place: str, year: object, value: str, row: Mapping[str, str]
    ) -> None:
        key = (f"{version[int(str(year))]}-{figure}", place, int(str(year)))
        for text in (value, row.get("waarde_exact", ""), row.get("waarom_geen_waarde", "")):
            if text:
                self.seen.setdefault(key, set()).add(text)

    def told(self, version: str, place: str) -> set[Fraction]:
        """Every number that was told of a place, in its own precision."""
        texts = {
            text
            for (known, where, _), found in self.seen.items()
            if (known, where) == (version, place)
            for text in found
        }
        return {number for text in texts if (number := _number(text)) is not None}

    def is_small(self, version: str, place: str) -> bool:
        """Whether somewhere stood that too few were counted."""
        texts = {
            text
            for (known, where, _), found in self.seen.items()
            if (known, where) == (version, place)
            for text in found
        }
        return str(HIDDEN[HiddenReason.TOO_FEW_COUNTED]) in texts


def _exact(value: float | None) -> str:
    return "" if value is None else str(value)


def _why(told: Mapping[str, str]) -> dict[str, str]:
    return {"waarom_geen_waarde": told["waarom_geen_waarde"]}


def _number(text: str) -> Fraction | None:
    """A number as it stands on a page or in a file; None for words."""
    try:
        return Fraction(text.removesuffix("%").replace(",", "."))
    except ValueError:
        return None


def places(known: Secret) -> dict[str, Group]:
    """Every place of which something is told, by its name, with its cells."""
    areas = {name.capitalize(): known.group(parts) for name, parts in {**known.first, **known.second}.items()}
    return {**areas, CITY: known.group([CITY])}


def count_facts(visitor: Visitor, version: str, known: Secret) -> Iterator[Fact]:
    """What was learned of the number of pupils of each place, by who also heard what was shown before rounding."""
    counts = _fractions(known.counts)
    for place, cells in places(known).items():
        numbers = visitor.told(f"{version}-cursisten", place)
        if not numbers:
            most = Fraction(4) if visitor.is_small(f"{version}-cursisten", place) else inf
            yield Fact(cells, Fraction(1), most)
            continue
        exact = total(counts, cells) or Fraction(0)
        yield Fact(cells, exact, exact)
        for number in numbers:  # each surface tells something; when they differ, so much the better for the attacker
            yield Fact(cells, number - HALF, number + HALF)


def share_facts(visitor: Visitor, version: str, known: Secret) -> Iterator[Fact]:
    """What was learned of the number of young people, by who knows how many live everywhere."""
    young, people = _fractions(known.young), _fractions(known.people)
    for place, cells in places(known).items():
        base = total(people, cells) or Fraction(0)
        if visitor.told(f"{version}-jongeren", place):
            exact = total(young, cells) or Fraction(0)
            yield Fact(cells, exact, exact)
        else:
            most = Fraction(4) if visitor.is_small(f"{version}-jongeren", place) else base
            yield Fact(cells, Fraction(0), most)


def found_out(visitor: Visitor, version: str, known: Secret) -> list[object]:
    """The small numbers of a version that the visitor places within a narrower range than from 1 to 4."""
    divisions = {"all": places(known)}
    counted = SmallTown(_fractions(known.counts), divisions)
    found: list[object] = [*broken(counted, list(count_facts(visitor, version, known)), RULES)]
    bases, young = _fractions(known.people), _fractions(known.young)
    attacker = Attacker(list(share_facts(visitor, version, known)), sorted(young), bases)
    rest = {cell: bases[cell] - count for cell, count in young.items()}
    for town in (SmallTown(young, divisions), SmallTown(rest, divisions)):
        for target in small_sets(town, RULES):
            least, most = attacker.bounds(target)
            if most - least < min(3, total(bases, target) or 0):
                found.append((target, least, most))
    return found


def _fractions(numbers: Count) -> dict[str, Fraction]:
    return {cell: Fraction(number) for cell, number in numbers.items()}


def lived(seed: int, client: Client) -> tuple[Visitor, dict[str, Secret]]:
    """Three tables come in for both divisions, one after the other, and each time somebody looks at everything."""
    rnd = random.Random(seed)
    first = secret(rnd)
    versions = {"first": first, "corrected": corrected(rnd, first), "next": corrected(rnd, first)}
    town = open_town(first.first)
    second = town.also("dorpen", first.second)
    draw_borders(town)
    visitor = Visitor(client, town)
    newest: dict[int, str] = {}
    for version, year in (("first", 2016), ("corrected", 2016), ("next", 2017)):
        newest[year] = version
        for division in (town.division, second):
            put(town, division, versions[version], year)
        visitor.visit(newest)
    return visitor, versions


def put(town: FigureTown, division: Division, known: Secret, year: int) -> None:
    town.own(known.rows(), PEOPLE, PUPILS, YOUNG, year=year, division=division)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: LATER)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.full) for seed in range(1, 12))])
def test_everything_that_was_ever_shown_gives_no_small_count_away(client: Client, seed: int):
    visitor, versions = lived(seed, client)
    shown = [place for key, place, _ in visitor.seen if visitor.told(key, place)]
    assert 0 < len(shown) < len(visitor.seen), "something is shown and something is hidden"
    for version, known in versions.items():
        assert found_out(visitor, version, known) == [], version
    for division in Division.objects.all():
        assert queries.usable(division, for_year=2027) == [], "the lines of a sum would show every count"


@pytest.mark.full
@pytest.mark.parametrize("seed", [0, 1])
def test_the_same_attacker_opens_the_town_of_who_only_hides_what_is_small(
    client: Client, seed: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(guarded, "own_figures", naive)
    visitor, versions = lived(seed, client)
    assert [version for version, known in versions.items() if found_out(visitor, version, known)]


def naive(column: OwnColumn, rules: PublicationRules) -> Mapping[str, Published | PublishedPercentage]:
    """A publisher who looks at each figure by itself."""
    counts = dict(column.counts)
    groups = {name: dict(parts) for _, family in column.families for name, parts in family}
    if column.bases is None:
        return {name: judge_count(total(counts, parts), rules) for name, parts in groups.items()}
    bases = dict(column.bases)
    return {
        name: judge_percentage(total(counts, parts), total(bases, parts), rules, denominator=Denominator.PEOPLE)
        for name, parts in groups.items()
    }


class TestDigits:
    """Numbers that stand nowhere by chance."""

    HIDDEN = (6473, 8191)

    def everything(self, client: Client, town: FigureTown, *figures: str) -> Iterator[tuple[str, str]]:
        """Every address of figures with what it answers."""
        for area in Area.objects.order_by("name"):
            yield page_of(area.slug), read(client, page_of(area.slug))
            path = f"/proefstad/wijken/{area.slug}/cijfers.csv"
            yield path, read(client, path)
            for figure in figures:
                path = page_of(area.slug, figure)
                yield path, read(client, path)
        for figure in figures:
            for kind in ("csv", "json", "geojson"):
                path = f"/proefstad/cijfers/{figure}.{kind}"
                yield path, read(client, path)

    def written(self, *numbers: float) -> list[str]:
        """Numbers as they are written anywhere."""
        return [
            form for one in numbers for form in (f"{one}", f"{one}".replace(".", ","), f"{one:,}".replace(",", "."))
        ]

    def assert_absent(self, client: Client, town: FigureTown, numbers: list[str], *figures: str) -> None:
        draw_borders(town)
        pages = list(self.everything(client, town, *figures))
        assert len(pages) > 10
        for path, text in pages:
            assert not [number for number in numbers if number in text or number in words(text)], path

    def test_of_a_count_that_is_hidden_to_guard_another_nothing_is_written(self, client: Client):
        town = open_town()
        counts = (3, self.HIDDEN[0], 7_000, 9_000)
        town.own({wijk(n): {"n": count} for n, count in enumerate(counts)}, PUPILS)
        assert town.told("oost", "cursisten").shown.hidden is HiddenReason.SECONDARY
        self.assert_absent(client, town, self.written(6473, 6475), "cursisten")

    def test_nor_of_the_share_and_of_what_it_is_of(self, client: Client):
        town = open_town()
        women = Column("v", "Vrouwen", ColumnKind.PART, of="n", low="van", high="tot", respondents="r")
        counts = ((3, 1), (6473, 4096), (17_000, 9_000), (19_000, 8_000))
        cells = {
            wijk(n): {"n": of, "v": part, "van": 37.11, "tot": 91.93, "r": 7753} for n, (of, part) in enumerate(counts)
        }
        town.own(cells, PUPILS, women)
        numbers = self.written(6473, 6475, 4096, 4095, 7753, round(409600 / 6473, 1), round(409600 / 6473, 2))
        self.assert_absent(client, town, numbers, "cursisten", "vrouwen")

    @pytest.mark.parametrize("people", [1, 20, 49])
    def test_of_a_published_share_of_a_few_people_nothing_is_written(self, client: Client, people: int):
        town = open_town()
        told = Column("p", "Eenzaam", ColumnKind.PERCENTAGE, of="inwoners", low="van", high="tot", respondents="r")
        cells = {
            wijk(n): {"inwoners": 900 if n else people, "p": 20 if n else 37.77, "van": 12.34, "tot": 56.78, "r": 7753}
            for n in range(4)
        }
        for n in range(1, 4):
            cells[wijk(n)] |= {"van": 10, "tot": 30, "r": 80}
        town.put(cells, PEOPLE, told)
        assert "te weinig mensen" in words(read(client, page_of("noord", "eenzaam")))
        self.assert_absent(
            client, town, self.written(37.77, 37.8, 12.34, 12.3, 56.78, 56.8, 7753), "eenzaam", "inwoners"
        )

    def test_the_row_of_the_municipality_is_never_told_to_the_letter(self, client: Client):
        town = open_town()
        rows = {wijk(n): {"n": count} for n, count in enumerate((300, 400, 500, 600))} | {CITY: {"n": 1803}}
        town.own(rows, PUPILS)
        self.assert_absent(client, town, self.written(1803), "cursisten")
