"""The plans of the demo: written, agreed with, handed in, returned, mended, adopted and changed during their years.

All of it stands in the file `<municipality>-plans.toml` and goes through operations, day after day.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from wijkaanzet.cycle import operations as cycle
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.demo.profile import morning
from wijkaanzet.demo.sheets import fill_in
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.models import Network
from wijkaanzet.people.models import Body, Organisation
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Edition, Plan, Priority, Section
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.base import NewBase
from wijkaanzet.plans.rules.contributions import (
    Bringer,
    ContributionKind,
    ContributionStatus,
    NewContribution,
    Per,
    YesBy,
)
from wijkaanzet.plans.rules.plans import EDITION, AgreementWay
from wijkaanzet.plans.rules.priorities import (
    AskAnswer,
    InformalAnswer,
    KnownBy,
    NewPriority,
    NewReason,
    PlaceKind,
    ReasonKind,
)
from wijkaanzet.scans.rules.scan import STORY
from wijkaanzet.stories.models import Story

DATA: Final = Path(__file__).parent / "data"
SOMEBODY: Final = Actor(user_id=None, channel=Channel.DEMO)

Told = Mapping[str, Any]
Actors = Mapping[Role, Actor]
Acts = list[tuple[date, Callable[[], object]]]


def plan_all(municipality: Municipality, actors: Actors) -> None:
    """Let every network of the file write its plan, in the order of the days."""
    told = tomllib.loads((DATA / f"{municipality.slug}-plans.toml").read_text(encoding="utf-8"))
    acts: Acts = []
    for one in told["plan"]:
        acts += _Writing(municipality, actors, one).acts()
    for _day, act in sorted(acts, key=lambda one: one[0]):
        act()


@dataclass
class _Writing:
    """One plan, and what it holds so far."""

    municipality: Municipality
    actors: Actors
    told: Told
    public_id: str = ""
    priorities: dict[str, Priority] = field(default_factory=dict)

    def acts(self) -> Acts:
        """What happens on which day."""
        found: Acts = [(self.told["opened"], self._open)]
        for one in self.told.get("priority", ()):
            found.append((one["added"], partial(self._add, one)))
            found += [(what["yes"], partial(self._agree_to, one, what)) for what in _promised(one)]
            found += [(ask["answered"], partial(self._answer, one, ask)) for ask in one.get("asks", ())]
        for one in self.told.get("round", ()):
            found += self._round(one)
        for one in self.told.get("sheet", ()):
            found.append((one["on"], partial(self._fill_in, one)))
        if "looked_back" in self.told:
            found.append((self.told["looked_back"], self._look_back))
        return found

    @property
    def plan(self) -> Plan:
        """As it is now."""
        return Plan.objects.select_related("network__body__municipality").get(public_id=self.public_id)

    @property
    def keeper(self) -> Actor:
        """Who coordinates its network."""
        return self.actors[Role.COORDINATOR]

    def _open(self) -> None:
        at = morning(self.told["opened"])
        network = Network.objects.get(body__municipality=self.municipality, body__key=self.told["network"])
        years = {"starts_on": self.told["starts"], "ends_before": self.told["ends"]}
        plan = plans.open_plan(network, **years, actor=self.keeper, at=at)
        self.public_id = plan.public_id
        for key, text in self.told.get("texts", {}).items():
            self._write(key, text, on=self.told["opened"])
        base = [
            NewBase(organisation_id=self._organisation(one["who"]).pk, what=one["what"], hours_a_week=one.get("hours"))
            for one in self.told.get("base", ())
        ]
        if base:
            plans.set_base(self.plan, base=base, actor=self.keeper, at=at)

    def _write(self, key: str, text: str, *, on: date, priority: Priority | None = None) -> None:
        section = Section.objects.get(plan=self.plan, priority=priority, key=key)
        hand_in = plans.HandIn(base=section.version, text=text.strip(), said_by="mensen aan tafel")
        plans.write(section, hand_in=hand_in, actor=self.keeper, at=morning(on))

    def _add(self, one: Told) -> None:
        at, actor = morning(one["added"]), self.keeper
        new = NewPriority(
            title=one["title"],
            place_kind=PlaceKind(one.get("place_kind", "area")),
            place=one.get("place", ""),
            function=one.get("function", ""),
            theme=one.get("theme", ""),
            known_by=KnownBy(one["known_by"]) if "known_by" in one else None,
            figure=one.get("figure", ""),
            look_back_on=one.get("look_back_on"),
        )
        priority = plans.add_priority(self.plan, new=new, actor=actor, at=at)
        self.priorities[one["title"]] = priority
        says = InformalAnswer(one["informal"])
        plans.answer_informally(priority, informal=says, says=one.get("informal_says", ""), actor=actor, at=at)
        reasons = [self._reason(why) for why in one["why"]]
        plans.set_reasons(priority, reasons=reasons, actor=actor, at=at)
        for key, text in one.get("texts", {}).items():
            self._write(key, text, on=one["added"], priority=priority)
        for what in one.get("brings", ()):
            self._ask(priority, what, on=one["added"])
        for ask in one.get("asks", ()):
            new_ask = NewAsk(to_whom=ask.get("to_whom", ""), question=ask["question"])
            known = self._organisation(ask["who"]) if "who" in ask else None
            plans.ask_others(priority, new=new_ask, organisation=known, actor=actor, at=at)

    def _reason(self, why: Told) -> NewReason:
        if "figure" in why:
            return NewReason(kind=ReasonKind.FIGURE, figure=why["figure"], says=why.get("says", ""))
        if "story" in why:
            story = Story.objects.get(municipality=self.municipality, title=why["story"])
            return NewReason(kind=ReasonKind.TOLD, subject=Subject(STORY, story.pk), says=why.get("says", ""))
        return NewReason(kind=ReasonKind.WISH, says=why["says"])

    def _ask(self, priority: Priority, what: Told, *, on: date) -> None:
        bringer = Bringer.RESIDENTS if "group" in what else Bringer.ORGANISATION
        new = NewContribution(
            bringer=bringer,
            kind=ContributionKind(what["kind"]),
            what=what["what"],
            group=what.get("group", ""),
            cents=what.get("cents"),
            from_area_money="cents" in what and "money_from" not in what,
            money_from=what.get("money_from", ""),
            earmark=what.get("earmark", ""),
            hours=what.get("hours"),
            per=Per(what["per"]) if "per" in what else None,
            beyond_base=what.get("beyond_base", False),
            until=what.get("until"),
        )
        organisation = self._organisation(what["who"]) if "who" in what else None
        plans.ask_contribution(priority, new=new, organisation=organisation, actor=self.keeper, at=morning(on))

    def _agree_to(self, one: Told, what: Told) -> None:
        """Who was asked says yes: residents with their code, an organisation with its account or its code."""
        contribution = Contribution.objects.select_related("priority__plan__network__body__municipality").get(
            priority=self.priorities[one["title"]], what=what["what"]
        )
        by = YesBy.CODE if contribution.code_hash else YesBy.ACCOUNT
        actor = SOMEBODY if by is YesBy.CODE else self.actors[Role.PROVIDER]
        plans.answer_contribution(
            contribution,
            answer=ContributionStatus.CONFIRMED,
            by=by,
            says=what.get("says", ""),
            actor=actor,
            at=morning(what["yes"]),
        )

    def _answer(self, one: Told, ask: Told) -> None:
        found = self.priorities[one["title"]].asks.get(question=ask["question"])
        officer, at = self.actors[Role.POLICY_OFFICER], morning(ask["answered"])
        told = {"kind": AskAnswer(ask["kind"]), "answer": ask["answer"], "again_on": ask.get("again")}
        plans.answer_ask(found, **told, actor=officer, at=at)

    def _round(self, one: Told) -> Acts:
        """One time that the plan is agreed with, handed in and decided on."""
        steps: dict[str, Callable[[], object]] = {
            "amended": partial(self._amend, one),
            "agreed": partial(self._agree, one),
            "submitted": partial(self._submit, one),
            "decided": partial(self._decide, one),
            "published": partial(self._publish, one),
        }
        return [(one[day], act) for day, act in steps.items() if day in one]

    def _amend(self, one: Told) -> None:
        plans.amend(self.plan, why=one["why"], actor=self.keeper, at=morning(one["amended"]))

    def _agree(self, one: Told) -> None:
        for key, text in one.get("texts", {}).items():
            self._write(key, text, on=one["agreed"])
        for title, texts in one.get("mended", {}).items():
            for key, text in texts.items():
                self._write(key, text, on=one["agreed"], priority=self.priorities[title])
        agreed = plans.Agreed(
            way=AgreementWay(one["way"]),
            rule=one.get("rule", ""),
            in_favour=one.get("in_favour"),
            against=one.get("against"),
            dissents=[plans.NewDissent(text=it["text"], by_whom=it["by_whom"]) for it in one.get("dissents", ())],
        )
        plans.agree(self.plan, agreed=agreed, actor=self.keeper, at=morning(one["agreed"]))

    def _submit(self, one: Told) -> None:
        at = morning(one["submitted"])
        plans.submit(self.plan, shortfall_from=one.get("shortfall_from", ""), actor=self.keeper, at=at)

    def _decide(self, one: Told) -> None:
        returned = "remarks" in one
        minutes = decisions.Minutes(
            body=Body.objects.get(municipality=self.municipality, kind="executive"),
            step=Step.PLAN,
            kind=Kind.LEGAL_ACT,
            meeting_on=one["decided"],
            outcome=Outcome.RETURNED if returned else Outcome.ADOPTED,
            reasons=one["reasons"],
        )
        remarks = [
            plans.Remark(text=it["text"], about=self._about(it.get("about", ""))) for it in one.get("remarks", ())
        ]
        clerk, at = self.actors[Role.COLLEGE_CLERK], morning(one["decided"])
        plans.decide(self._edition, minutes=minutes, remarks=remarks, actor=clerk, at=at)

    def _about(self, about: str) -> str:
        """A remark is about a part by its key, or about a priority by its title."""
        return self.priorities[about].public_id if about in self.priorities else about

    def _publish(self, one: Told) -> None:
        clerk, at = self.actors[Role.COLLEGE_CLERK], morning(one["published"])
        about = Decision.objects.select_related("body", "municipality")
        editions = self.plan.editions.values("pk")  # what came back is of the round before already
        decided = about.filter(subject_kind=EDITION, subject_id__in=editions, step=Step.PLAN)
        cycle.make_known(decided.order_by("-id")[0], actor=clerk, at=at)

    def _fill_in(self, sheet: Told) -> None:
        fill_in(self.plan, sheet, actors=self.actors)

    def _look_back(self) -> None:
        plans.look_back(self.plan, actor=self.keeper, at=morning(self.told["looked_back"]))

    @property
    def _edition(self) -> Edition:
        return Edition.objects.select_related("plan__network__body__municipality").get(
            plan=self.plan, number=self.plan.round
        )

    def _organisation(self, name: str) -> Organisation:
        return Organisation.objects.get(municipality=self.municipality, name=name)


def _promised(one: Told) -> list[Told]:
    return [what for what in one.get("brings", ()) if "yes" in what]
