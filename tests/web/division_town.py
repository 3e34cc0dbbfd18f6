"""A small municipality in which two bodies advise, and browsers of everybody who has to do with a division."""

import re
from datetime import datetime
from typing import Protocol

from django.test import Client

from tests.budget.ledger_town import AT, Town, open_town
from tests.factories import body_of, somebody
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.operations import PointAnswer
from wijkaanzet.decisions.rules import Follow, Outcome
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.people.models import User
from wijkaanzet.people.rules import Role

TWO_ADVISE = {
    "[levels.city-area]": 'jongerenraad = { kind = "advisory", name = "Jongerenraad" }\n[levels.city-area]',
    'advises = ["stedelijk-overleg"]': 'advises = ["stedelijk-overleg", "jongerenraad"]',
}
ADVISERS = ("jongerenraad", "stedelijk-overleg")
POINTS = ["Houd een vaste basis.", "Kijk ook naar jongeren."]
LIST = "/tilburg/verdeling/"


class Answer(Protocol):
    """What a browser gets."""

    @property
    def content(self) -> bytes: ...


def advised_town() -> Town:
    """Tilburg in small, where two bodies advise on a division."""
    return open_town(advised=True, changes=TWO_ADVISE)


def adviser(town: Town, key: str = "jongerenraad") -> Actor:
    """Somebody who advises for a body."""
    return somebody(Role.ADVISER, town.municipality, scope=body_of(town.municipality, key))


def browser(actor: Actor | None) -> Client:
    """A browser of somebody, or of a visitor."""
    client = Client()
    if actor is not None:
        client.force_login(User.objects.get(pk=actor.user_id or 0))
    return client


def place(run: AllocationRun, act: str = "") -> str:
    """The address of a division, or of an act on it."""
    return f"{LIST}{run.public_id}/{act}"


def words(answer: Answer) -> str:
    """What a reader reads of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode().replace("\u00a0", " ")))


def offered(answer: Answer, run: AllocationRun) -> set[str]:
    """The acts that a page of a division offers: the addresses of its forms and links, without the division's own."""
    found = re.findall(rf'(?:action|href)="{place(run)}([a-z-]+)/"', answer.content.decode())
    return set(found)


def refusals() -> list[tuple[str, str]]:
    """What was refused, by act and reason, the oldest first."""
    rows = AuditEntry.objects.filter(result="refused").order_by("id")
    return list(rows.values_list("action", "reason"))


def asked(town: Town, run: AllocationRun | None = None) -> AllocationRun:
    """A division on which both bodies are asked for advice."""
    return budget.ask_advice(run or town.drafted_run(), question="Is dit eerlijk?", actor=town.officer, at=AT)


def request_to(key: str) -> AdviceRequest:
    """The newest request to a body."""
    return AdviceRequest.objects.filter(body__key=key).select_related("body__municipality").order_by("-pk")[0]


def given(town: Town, key: str = "jongerenraad") -> AdviceRequest:
    """The advice of a body, in two points."""
    return decisions.give_advice(request_to(key), points=POINTS, actor=adviser(town, key), at=AT)


def advised(town: Town, run: AllocationRun | None = None) -> AllocationRun:
    """A division of which all advice is answered."""
    run = asked(town, run)
    answer = PointAnswer(Follow.PARTLY, "Dat past voor een deel.")
    for key in ADVISERS:
        run = budget.answer_advice(
            run, request=given(town, key), answers={1: answer, 2: answer}, actor=town.officer, at=AT
        )
    return run


def in_state(town: Town, status: RunStatus) -> AllocationRun:
    """A division in a state, reached by operations."""
    match status:
        case RunStatus.DRAFT:
            return town.drafted_run()
        case RunStatus.KEPT:
            return budget.keep(town.drafted_run(), actor=town.officer, at=AT)
        case RunStatus.ADVICE_ASKED:
            return asked(town)
        case RunStatus.ADVISED:
            return advised(town)
        case RunStatus.PROPOSED:
            return budget.propose(advised(town), actor=town.officer, at=AT)
    town.decided_frame()
    outcome = Outcome.ADOPTED if status is RunStatus.DECIDED else Outcome.RETURNED
    return town.decide(in_state(town, RunStatus.PROPOSED), outcome)


def day_after(request: AdviceRequest) -> datetime:
    """The first moment after an invitation."""
    return datetime(request.lapses_on.year, request.lapses_on.month, request.lapses_on.day + 1, 9, tzinfo=AT.tzinfo)
