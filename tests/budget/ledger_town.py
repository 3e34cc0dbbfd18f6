"""A small municipality with three areas, clerks and a holder: what the tests of money start from."""

import json
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from threading import Barrier

from django.db import connection

import wijkaanzet.arrangements
from tests.budget.division_inputs import MODEL
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.operations import NewArea, NewDivision, draw_division
from wijkaanzet.budget import operations, queries
from wijkaanzet.budget.models import Account, AllocationRun, BudgetFrame
from wijkaanzet.budget.operations.post import Transfer, post
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.ledger import AccountName, PostingKind
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body, Organisation, User
from wijkaanzet.people.rules import SITS_IN, Role
from wijkaanzet.scans.rules.figures_file import load_figures

AT = datetime(2017, 10, 2, 9, 0, tzinfo=UTC)
YEAR = 2018
LINES = {"jeugd": 600_000_000, "volwassenen": 900_000_000}
"""The frame that the model of the tests divides, to the cent."""
ARRANGEMENT = Path(wijkaanzet.arrangements.__file__).parent / "data" / "tilburg.toml"

NOBODY_ADVISES = {'advises = ["stedelijk-overleg"]': "advises = []"}


@dataclass(frozen=True)
class Town:
    """A municipality, its division, its areas, who acts in it and one organisation that holds money."""

    municipality: Municipality
    division: Division
    areas: list[Area]
    council_clerk: Actor
    college_clerk: Actor
    officer: Actor
    holder: Organisation

    def pot(self, area: int = 0, *, earmark: str = "jeugd", year: int = YEAR) -> AccountName:
        """The account of an area."""
        where = self.areas[area]
        return ledger.area(year, code=where.code, area_id=where.id, component="", earmark=earmark)

    def fund(self, pot: AccountName, cents: int) -> None:
        """Give an area money, by way of the city."""
        city = ledger.city(pot.year, pot.earmark)
        purpose = self.purpose(reference="begroting")
        for kind, transfer in (
            (PostingKind.APPROPRIATION, Transfer(ledger.source(pot.year), city, cents)),
            (PostingKind.ALLOCATION, Transfer(city, pot, cents)),
        ):
            post([transfer], kind=kind, municipality=self.municipality, purpose=purpose, at=AT)

    def purpose(self, number: int = 1, *, reference: str = "contract") -> operations.Purpose:
        """Something that the holder is accountable for."""
        return operations.Purpose(Subject("people.organisation", number), self.holder, reference=reference)

    def commit(self, pot: AccountName, cents: int, number: int = 1) -> object:
        """Promise money of a pot to the holder."""
        return operations.commit(pot, cents=cents, purpose=self.purpose(number), actor=self.officer, at=AT)

    def minutes(self, step: Step, outcome: Outcome = Outcome.ADOPTED) -> Minutes:
        """What the clerk wrote down of a meeting of the body that decides this step."""
        body = Body.objects.get(municipality=self.municipality, key="raad" if step is Step.FRAME else "college")
        return Minutes(body, step, Kind.LEGAL_ACT, AT.date(), outcome, reasons="Zoals voorgesteld.")

    def drafted_frame(self, lines: dict[str, int] | None = None) -> BudgetFrame:
        """A frame that the council has still to decide on."""
        return operations.draft_frame(self.municipality, year=YEAR, lines=lines or LINES, actor=self.officer, at=AT)

    def decided_frame(self, lines: dict[str, int] | None = None) -> BudgetFrame:
        """A frame that the council adopted."""
        frame = self.drafted_frame(lines)
        return operations.decide_frame(frame, minutes=self.minutes(Step.FRAME), actor=self.council_clerk, at=AT)

    def drafted_run(self, **changes: object) -> AllocationRun:
        """A calculated division."""
        text = json.dumps(json.loads(MODEL.read_text()) | {"components": []} | changes)
        model = load_model(text.encode())
        figures = load_figures(BytesIO(self.figures().encode()), model.figures, model.columns())
        used = operations.FiguresUsed(figures, source="Oefencijfers", year=2017, fictional=True)
        return operations.draft_run(self.division, model_text=text, used=used, actor=self.officer, at=AT)

    def proposed_run(self, **changes: object) -> AllocationRun:
        """A division that lies before the executive."""
        return operations.propose(self.drafted_run(**changes), actor=self.officer, at=AT)

    def decide(self, run: AllocationRun, outcome: Outcome = Outcome.ADOPTED) -> AllocationRun:
        """Let the clerk of the executive record what it decided."""
        minutes = self.minutes(Step.CITY_AREA, outcome)
        return operations.decide_allocation(run, minutes=minutes, actor=self.college_clerk, at=AT)

    def figures(self) -> str:
        """Figures of the two CBS areas of each area."""
        digits = self.municipality.code[2:]
        rows = [f"WK{digits}{n:02},Wijk {n},{3000 + 700 * n},{12 + n}.5,{8 + n}.1" for n in range(2 * len(self.areas))]
        return "\n".join(["code,name,population,pop_0_14,income_low", *rows])


def open_town(
    *,
    code: str = "GM0855",
    slug: str = "tilburg",
    areas: int = 3,
    changes: dict[str, str] | None = None,
    advised: bool = False,
) -> Town:
    """Build the municipality through operations; with `advised` its arrangement asks a body for advice."""
    nobody = Actor(user_id=None, channel=Channel.JOB)
    since = datetime(2017, 1, 2, 9, 0, tzinfo=UTC)
    text = ARRANGEMENT.read_text(encoding="utf-8").replace("GM0855", code)
    text = text.replace('slug = "tilburg", name = "Tilburg"', f'slug = "{slug}", name = "{slug.title()}"')
    for old, new in ({} if advised else NOBODY_ADVISES).items() | (changes or {}).items():
        text = text.replace(old, new)
    municipality = people.install_arrangement(text, file_name="a.toml", actor=nobody, at=since).municipality
    drawn = [
        NewArea(
            code=f"T{n}",
            slug=f"wijk-{n}",
            name=f"Wijk {n}",
            tile=(n, 1),
            parts={f"WK{code[2:]}{2 * n + part:02}": f"Wijk {2 * n + part}" for part in range(2)},
        )
        for n in range(areas)
    ]
    drawing = NewDivision(key="toegangsgebied", name="Wijken", year=2017, fictional=True, areas=drawn)
    draw_division(municipality, new=drawing, actor=nobody, at=since)
    for role, key in ((Role.COUNCIL_CLERK, "raad"), (Role.COLLEGE_CLERK, "college"), (Role.POLICY_OFFICER, "")):
        user = people.open_account(username=f"{slug}-{role}", email="", actor=nobody, at=since)
        body = Body.objects.get(municipality=municipality, key=key) if key else None
        if body is not None and body.kind not in SITS_IN[role]:
            continue  # where the changes make another body of it, nobody records for it
        day = since.date()
        people.give_role(user, role=role, municipality=municipality, scope=body, starts_on=day, actor=nobody, at=since)
    people.add_organisation(municipality, name="De Brug", actor=nobody, at=since)
    return town_again(slug)


def town_again(slug: str) -> Town:
    """The municipality that was built before, perhaps by another process."""
    division = Division.objects.select_related("municipality").get(municipality__slug=slug)

    def somebody(role: Role) -> Actor:
        return Actor(user_id=User.objects.get(username=f"{slug}-{role}").pk, channel=Channel.WEB)

    return Town(
        municipality=division.municipality,
        division=division,
        areas=list(Area.objects.filter(division=division).select_related("division").order_by("code")),
        council_clerk=somebody(Role.COUNCIL_CLERK),
        college_clerk=somebody(Role.COLLEGE_CLERK),
        officer=somebody(Role.POLICY_OFFICER),
        holder=Organisation.objects.select_related("municipality").get(
            municipality=division.municipality, name="De Brug"
        ),
    )


def balance(account: AccountName) -> int:
    """What an account says it holds; 0 when it was never used."""
    return sum(Account.objects.filter(name=account.name).values_list("balance_cents", flat=True))


def ledger_is_right() -> bool:
    """Whether verify_ledger has nothing to say; fails with what it says."""
    wrong = list(queries.imbalances())
    assert not wrong, wrong
    return True


def race(acts: Iterable[Callable[[], object]]) -> list[str]:
    """Let everybody act in the same moment, each on a connection of its own: "yes" or the key of the refusal.

    Any other exception is raised here: a client must never meet a deadlock, a lock or a constraint.
    """
    waiting = list(acts)
    barrier = Barrier(len(waiting))

    def one(act: Callable[[], object]) -> str:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=60)
            act()
        except Refused as refused:
            return refused.key
        finally:
            connection.close()
        return "yes"

    with ThreadPoolExecutor(max_workers=len(waiting)) as pool:
        return sorted(pool.map(one, waiting))
