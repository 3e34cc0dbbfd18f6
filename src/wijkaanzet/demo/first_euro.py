"""The first euro of a new year, walked over HTTP: every role does its own part, and only through pages.

From a table of figures and the frame of the council by way of advice to a decision, the council's room and the plan of
a neighbourhood; at the end a visitor finds the new amount, and the lines add up to it.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import Final

from django.core.files.base import ContentFile

from wijkaanzet.demo.visitor import Seen, Stumbled, Visitor
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.money import parse_euros

YEAR: Final = 2018
POINTS: Final = ("Houd in elke wijk een plek voor ontmoeting.", "Kijk na een jaar samen of het klopt.")
REASONS: Final = "De verdeling volgt het kader en het advies."


@dataclass(frozen=True)
class NewYear:
    """What the walk fills in for one municipality: the frame in euros by earmark, and who works where.

    Without a frame to fill in the council decided on it in an earlier year.
    """

    slug: str
    name: str
    frame: dict[str, str]
    area: str
    advised: bool
    total_cents: int


CITIES: Final = (
    NewYear("amersfoort", "Amersfoort", frame={}, area="soesterkwartier", advised=False, total_cents=7_556_470_00),
    NewYear(
        "tilburg",
        "Tilburg",
        frame={"jeugd": "3.300.000", "volwassenen": "6.900.000", "accommodaties": "4.800.000"},
        area="noord",
        advised=True,
        total_cents=15_000_000_00,
    ),
)


def first_euro(url: str, city: NewYear) -> Iterator[str]:
    """Walk the new year of one municipality; yields a line per step. Raises Stumbled."""
    walk = _Walk(url, city)
    yield walk.frame()
    walk.figures()
    yield f"{city.name}: a table of figures is explained and imported, and is public at once"
    run = walk.divide()
    yield f"{city.name}: a division is calculated, and its total is the frame"
    if city.advised:
        walk.advise(run)
        yield f"{city.name}: advice is asked, given in two points, and both are answered"
    decision = walk.decide(run)
    yield f"{city.name}: the division is proposed, decided and published"
    walk.tell(decision)
    yield f"{city.name}: the council was told, and reads it in its room"
    walk.open_plan()
    yield f"{city.name}: the coordinator had one move, and opened the plan"
    walk.read(decision)
    yield f"{city.name}: a visitor sees the new amount, and its lines add up to the cent"


@dataclass
class _Walk:
    """Everybody of one municipality, each with a browser of their own."""

    url: str
    city: NewYear
    people: dict[str, Visitor] = field(default_factory=dict)

    def as_role(self, role: str) -> Visitor:
        """Somebody who stepped into a role."""
        if role not in self.people:
            visitor = self.people[role] = Visitor(self.url)
            page = visitor.open("/demo/")
            visitor.send(page, "inloggen/", {"persona": f"{self.city.slug}-{role}"})
        return self.people[role]

    def at(self, path: str) -> str:
        """An address in this municipality."""
        return f"/{self.city.slug}/{path}"

    def to_do(self, role: str, href: str) -> None:
        """Hold that a page is what this role is led to."""
        if f'href="{href}"' not in self.as_role(role).get(self.at("aan-zet/")):
            raise Stumbled(f"{self.at('aan-zet/')}: {role} is not led to {href}")

    def frame(self) -> str:
        """The frame of the year, unless the council decided on it before; says which of the two it was."""
        if not self.city.frame:
            return self._frame_from_before()
        officer, clerk = self.as_role("policy_officer"), self.as_role("council_clerk")
        path = self.at(f"kader/{YEAR}/")
        amounts = {f"amount-{key}": euros for key, euros in self.city.frame.items()}
        officer.send(officer.open(path), next(iter(amounts)), amounts)
        self.to_do("council_clerk", f"{path}besluit/")
        self._publish(clerk, self._record(clerk, f"{path}besluit/"))
        return f"{self.city.name}: the frame of {YEAR} is prepared, decided by the council, and published"

    def _frame_from_before(self) -> str:
        path = self.at(f"kader/{YEAR}/")
        found = [parse_euros(euros) for euros in re.findall(r"€\s[\d.]+,\d{2}", Visitor(self.url).get(path))]
        if self.city.total_cents not in found:
            raise Stumbled(f"{path}: the frame is not {self.city.total_cents} cents")
        return f"{self.city.name}: the frame of {YEAR} was decided by the council in an earlier year"

    def figures(self) -> None:
        officer = self.as_role("policy_officer")
        imports = self.at("cijfers/inlezen/")
        self.to_do("policy_officer", imports)
        table = ContentFile(officer.get(f"/demo/cijfers/{self.city.slug}.csv").encode(), name="oefening.csv")
        told = {"source": "Oefencijfers", "year": str(YEAR - 1), "for_year": str(YEAR), "fictional": "on"}
        page = officer.send(officer.open(imports), "source", told, file=table)
        checked = officer.send(page, "koppelen/")
        officer.send(checked, f"{page.path.rstrip('/').rsplit('/', 1)[-1]}/inlezen/")
        if "nog niet besproken" not in Visitor(self.url).get(self.at(f"wijken/{self.city.area}/cijfers/")):
            raise Stumbled("the figures are not public, or not marked as not yet discussed")

    def divide(self) -> Seen:
        officer = self.as_role("policy_officer")
        page = officer.open(self.at(f"verdeling/nieuw/{YEAR}/"))
        if "Dit is precies het kader" not in page.text:
            raise Stumbled(f"{page.path}: the total is not the frame")
        run = officer.send(page, "keep", {"name": "Voorstel", "keep": ""})
        if Visitor(self.url).open(run.path, expect=404).text == run.text:
            raise Stumbled(f"{run.path}: a draft is public")
        return run

    def advise(self, run: Seen) -> None:
        officer, adviser = self.as_role("policy_officer"), self.as_role("adviser")
        ask = officer.open(f"{run.path}advies/")
        officer.send(ask, "question", {"question": "Is dit eerlijk verdeeld?"})
        found = re.search(rf'href="({self.at("advies/")}\w+/)"', adviser.get(self.at("aan-zet/")))
        if found is None:
            raise Stumbled(f"{self.at('aan-zet/')}: the adviser is not invited")
        points = {f"point-{n}": text for n, text in enumerate(POINTS, start=1)}
        adviser.send(adviser.open(found[1]), "point-1", points)
        self.to_do("policy_officer", found[1])
        follow = {"follow-1": "fully", "answer-1": "Elke wijk houdt een basis.", "follow-2": "partly"}
        answers = {**follow, "answer-2": "Dat doen we bij het jaarverslag."}
        officer.send(officer.open(found[1]), "follow-1", answers)

    def decide(self, run: Seen) -> Seen:
        officer, clerk = self.as_role("policy_officer"), self.as_role("college_clerk")
        self.to_do("policy_officer", run.path)
        officer.send(officer.open(run.path), "voorleggen/")
        self.to_do("college_clerk", f"{run.path}besluit/")
        return self._publish(clerk, self._record(clerk, f"{run.path}besluit/"))

    def _record(self, clerk: Visitor, path: str) -> Seen:
        today = clock.today()
        day = {"meeting_on_day": today.day, "meeting_on_month": today.month, "meeting_on_year": today.year}
        given = {key: str(value) for key, value in day.items()}
        return clerk.send(clerk.open(path), "outcome", {"outcome": "adopted", "reasons": REASONS, **given})

    def _publish(self, clerk: Visitor, decision: Seen) -> Seen:
        Visitor(self.url).open(decision.path, expect=404)
        published = clerk.send(decision, "bekendmaken/")
        if REASONS not in Visitor(self.url).get(published.path):
            raise Stumbled(f"{published.path}: the reasons are not public")
        return published

    def tell(self, decision: Seen) -> None:
        clerk, member = self.as_role("council_clerk"), self.as_role("council_member")
        clerk.send(clerk.open(self.at("raad/")), "gemeld/raad/")
        if f'href="{decision.path}"' not in member.get(self.at("raad/")):
            raise Stumbled(f"{self.at('raad/')}: the council does not see the decision")

    def open_plan(self) -> None:
        coordinator = self.as_role("coordinator")
        path = self.at(f"wijken/{self.city.area}/plan/{YEAR}/")
        moves = re.findall(rf'href="({self.at("wijken/")}[a-z-]+/plan/\d+/)"', coordinator.get(self.at("aan-zet/")))
        if moves != [path]:
            raise Stumbled(f"{self.at('aan-zet/')}: the coordinator has {moves}, expected one move")
        today = clock.today()
        day = {"start_day": today.day, "start_month": today.month, "start_year": today.year + 1}
        coordinator.send(coordinator.open(path), "start_day", {key: str(value) for key, value in day.items()})

    def read(self, decision: Seen) -> None:
        """Every neighbourhood has an amount of the new year; with what stays with the city that is the frame."""
        visitor = Visitor(self.url)
        why = visitor.get(self.at(f"wijken/{self.city.area}/waarom/{YEAR}/"))
        answer = re.search(r'class="wz-answer">\s*<span class="wz-money">([^<]+)<', why)
        if answer is None:
            raise Stumbled(f"{self.city.area}: no amount for {YEAR}")
        cents = parse_euros(answer[1].replace("\u00a0", " "))
        lines = sum(_euros(visitor.get(self.at(f"wijken/{self.city.area}/waarom/{YEAR}.csv"))))
        whole = sum(_euros(visitor.get(self.at(f"verdeling/{YEAR}.csv"))))
        if (lines, whole) != (cents, self.city.total_cents):
            raise Stumbled(f"{YEAR}: {lines} and {whole} cents, expected {cents} and {self.city.total_cents}")
        if self.city.advised and POINTS[1] not in visitor.get(decision.path):
            raise Stumbled(f"{decision.path}: the advice is not part of the decision")
        if decision.path not in visitor.get(self.at("besluiten/")):
            raise Stumbled("the decision is not in the list")


def _euros(text: str) -> Iterator[int]:
    rows = csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";")
    return (parse_euros(row["bedrag_euro"]) for row in rows)
