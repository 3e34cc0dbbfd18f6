"""Where plans and their editions stand, to compute their moves from; and what they are called."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import LevelKey
from wijkaanzet.decisions.rules import CLERKS
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.queries import keeper_scope
from wijkaanzet.people.models import Body
from wijkaanzet.plans.labels.life import EDITION_NAME, PLAN_NAME
from wijkaanzet.plans.models import Edition, Plan, Priority
from wijkaanzet.plans.rules.moves import EditionFacts, PlanFacts, PlanTerms
from wijkaanzet.plans.rules.plans import FINAL, EditionStatus, PlanStatus, next_look_back


def with_network(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Plans together with their network, its name, area and municipality, without a query more."""
    return plans.select_related("network__body__municipality", "network__body__area__division__municipality")


def deciding_body(municipality: Municipality, *, on: date) -> Body:
    """The body that decides on plans by the arrangement of a day; two queries.

    Raises Refused: ("no_arrangement"), ("nobody_decides_plans").
    """
    level = arrangements.current(municipality, on=on).level(LevelKey.PLAN)
    body = Body.objects.filter(municipality=municipality, key=level.decides if level else "").first()
    if body is None:
        raise Refused("nobody_decides_plans", municipality=municipality.name)
    return body


def standing(plan: Plan) -> Standing:
    """Where one plan stands; its network, body, area and municipality are at hand."""
    came_back = plan.pk in _came_back(Plan.objects.filter(pk=plan.pk))
    return _standing(plan, _Deciding(plan.network.body.municipality, plan.status_since), came_back=came_back)


def standings() -> Iterator[Standing]:
    """Where all plans stand that still wait for somebody."""
    known: dict[tuple[int, date], _Deciding] = {}
    waiting = with_network(Plan.objects.exclude(status__in=FINAL))
    came_back = _came_back(Plan.objects.filter(status=PlanStatus.WRITING))
    for plan in waiting.order_by("id"):
        yield _standing(plan, _deciding(known, plan, plan.status_since), came_back=plan.pk in came_back)


def edition_standing(edition: Edition) -> Standing:
    """Where one edition stands; its plan, network, body and municipality are at hand."""
    return _edition_standing(edition, _Deciding(edition.plan.network.body.municipality, edition.status_since))


def edition_standings() -> Iterator[Standing]:
    """Where all editions stand that wait for a decision."""
    known: dict[tuple[int, date], _Deciding] = {}
    waiting = Edition.objects.filter(status=EditionStatus.SUBMITTED).select_related("plan__network__body__municipality")
    for edition in waiting.order_by("id"):
        yield _edition_standing(edition, _deciding(known, edition.plan, edition.status_since))


def plan_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Plans by the name of their network and their years."""
    plans = Plan.objects.filter(id__in=ids).select_related("network__body")
    return {plan.pk: str(PLAN_NAME) % _words(plan) for plan in plans.order_by("id")}


def edition_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Editions by the name of their plan and their number."""
    editions = Edition.objects.filter(id__in=ids).select_related("plan__network__body")
    return {one.pk: str(EDITION_NAME) % {**_words(one.plan), "number": one.number} for one in editions.order_by("id")}


def plan_places(ids: Collection[int]) -> dict[int, str]:
    """The public id of each plan, by which its pages are found."""
    return dict(Plan.objects.filter(id__in=ids).values_list("id", "public_id"))


def edition_places(ids: Collection[int]) -> dict[int, tuple[str, int]]:
    """The public id of the plan and the number of each edition: its address."""
    rows = Edition.objects.filter(id__in=ids).values_list("id", "plan__public_id", "number")
    return {id_: (public_id, number) for id_, public_id, number in rows}


def edition_years(ids: Collection[int]) -> dict[int, int]:
    """The first year of the plan of each edition, by the id of the edition."""
    return dict(Edition.objects.filter(id__in=ids).values_list("id", "plan__starts_on__year"))


def edition_networks(ids: Collection[int]) -> dict[int, str]:
    """The name of the network whose plan it is, by the id of the edition."""
    return dict(Edition.objects.filter(id__in=ids).values_list("id", "plan__network__body__name"))


def years_of(plan: Plan) -> str:
    """The year of a plan, or its first and last one."""
    last = (plan.ends_before or plan.starts_on) - timedelta(days=1)
    return str(plan.starts_on.year) if last.year <= plan.starts_on.year else f"{plan.starts_on.year}-{last.year}"


def worked_on(plan: Plan) -> date:
    """The day on which somebody last worked on a plan: a meeting of that day or later had the words as they are."""
    return max(plan.changed_on, plan.status_since)


def next_look(plan: Plan, *, after: date) -> date:
    """When the network of a plan looks back after a day: by the arrangement of that day, or on the day of a priority.

    Two queries.
    """
    cadence = arrangements.nearest(plan.network.body.municipality, on=after).cadence
    looked = plan.looked_back_on or date.min
    days = _standing_with_a_day([plan.pk]).values_list("look_back_on", flat=True)
    wanted = [day for day in days if day is not None and day > looked]
    return next_look_back(after, cadence.review, wanted=wanted, ends_before=plan.ends_before or date.max)


def to_look_back_at(plans: Collection[int], *, today: date) -> dict[int, tuple[str, ...]]:
    """The priorities of each plan whose day to look back has come, in their order, until people did; one query."""
    found: dict[int, tuple[str, ...]] = {}
    since = Q(plan__looked_back_on__isnull=True) | Q(look_back_on__gt=F("plan__looked_back_on"))
    for one in _standing_with_a_day(plans).filter(since, look_back_on__lte=today):
        found[one.plan_id] = (*found.get(one.plan_id, ()), one.title)
    return found


def _standing_with_a_day(plans: Collection[int]) -> QuerySet[Priority]:
    """The priorities that stand and have a day on which people look back, in their order."""
    standing = Priority.objects.filter(plan__in=plans, dropped_on__isnull=True, look_back_on__isnull=False)
    return standing.order_by("plan_id", "position", "id")


class _Deciding:
    """Who decides on plans by the arrangement that was there on a day, and within which terms."""

    def __init__(self, municipality: Municipality, on: date) -> None:
        arrangement = arrangements.nearest(municipality, on=on)
        level = arrangement.level(LevelKey.PLAN)
        body = Body.objects.filter(municipality=municipality, key=level.decides if level else "").first()
        terms = arrangement.terms
        self.body_id = body.pk if body else 0
        self.clerk = CLERKS.get(body.kind, "") if body else ""
        self.terms = PlanTerms(terms.write_days, terms.answer_days, terms.decide_days)


def _deciding(known: dict[tuple[int, date], _Deciding], plan: Plan, since: date) -> _Deciding:
    """Asked once for every municipality and day."""
    municipality = plan.network.body.municipality
    key = (municipality.pk, since)
    if key not in known:
        known[key] = _Deciding(municipality, since)
    return known[key]


def _came_back(plans: QuerySet[Plan]) -> set[int]:
    """Which of these plans came back in the round before; one query."""
    before = Edition.objects.filter(plan__in=plans, number=F("plan__round") - 1, status=EditionStatus.RETURNED)
    return set(before.values_list("plan_id", flat=True))


def _standing(plan: Plan, deciding: _Deciding, *, came_back: bool) -> Standing:
    facts = PlanFacts(
        scope=keeper_scope(plan.network),
        clerk=deciding.clerk,
        since=plan.status_since,
        terms=deciding.terms,
        rest_why=plan.rest_why,
        look_again_on=plan.look_again_on,
        returned=came_back,
    )
    return Standing(plan.pk, plan.network.body.municipality_id, PlanStatus(plan.status), facts)


def _edition_standing(edition: Edition, deciding: _Deciding) -> Standing:
    facts = EditionFacts(deciding.body_id, deciding.clerk, edition.status_since, deciding.terms.decide_days)
    return Standing(edition.pk, edition.plan.network.body.municipality_id, EditionStatus(edition.status), facts)


def _words(plan: Plan) -> dict[str, object]:
    return {"network": plan.network.body.name, "years": years_of(plan)}
