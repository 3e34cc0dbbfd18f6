"""What is asked for priorities: of who brings something and of others; where each stands, and what it is called."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.codes import code_hash
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.networks.queries import keeper_scope
from wijkaanzet.people.models import Membership, Organisation
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.labels.priorities import ASK_NAME, CONTRIBUTION_NAME
from wijkaanzet.plans.models import Ask, Contribution, Plan, Priority
from wijkaanzet.plans.rules.asks import AskFacts
from wijkaanzet.plans.rules.contributions import Bringer, ContributionFacts, ContributionStatus
from wijkaanzet.plans.rules.plans import FINAL
from wijkaanzet.plans.rules.priorities import OPEN_ASKS, AskStatus

BODY = "priority__plan__network__body"
UNSEEN = Q(fell_away_on__isnull=False, looked_at_on__isnull=True)
"""What fell away from a plan, while who keeps it did not look at it yet."""


def with_plan_of_contribution(contributions: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """Contributions with who brings them, their priority, plan, network, area and municipality: no query more."""
    return contributions.select_related(
        "organisation", f"{BODY}__municipality", f"{BODY}__area__division__municipality"
    )


def with_plan_of_ask(asks: QuerySet[Ask]) -> QuerySet[Ask]:
    """Questions to others with their priority, plan, network, area and municipality: no query more."""
    return asks.select_related(f"{BODY}__municipality", f"{BODY}__area__division__municipality")


def contributions_of(plan: Plan) -> QuerySet[Contribution]:
    """Everything that is asked for a plan and was not let go with its priority."""
    standing = Contribution.objects.filter(priority__plan=plan, priority__dropped_on__isnull=True)
    return with_plan_of_contribution(standing)


def asked_for(priorities: QuerySet[Priority]) -> QuerySet[Contribution]:
    """What is asked for these priorities and waits for an answer, in the order in which it was asked."""
    waiting = Contribution.objects.filter(priority__in=priorities.values("pk"), status=ContributionStatus.ASKED)
    return with_plan_of_contribution(waiting).order_by("id")


def open_asks_for(priorities: QuerySet[Priority]) -> QuerySet[Ask]:
    """What is asked of others for these priorities and waits or is put off, in the order in which it was asked."""
    waiting = Ask.objects.filter(priority__in=priorities.values("pk"), status__in=OPEN_ASKS)
    return with_plan_of_ask(waiting).order_by("id")


def contribution_of_code(municipality: Municipality, code: str) -> Contribution | None:
    """What somebody is asked who has this code; None without a code, or when it is not known."""
    if not code:
        return None
    found = Contribution.objects.filter(**{f"{BODY}__municipality": municipality}, code_hash=code_hash(code))
    return with_plan_of_contribution(found).first()


def needs_letter(organisation: Organisation | None, *, on: date) -> bool:
    """Whether nobody of it can log in to say yes or no: residents, and an organisation without an account."""
    if organisation is None:
        return True
    if organisation.is_municipality:
        return False
    return not has_account(organisation, on=on)


def of_other_accounts(*, on: date) -> QuerySet[Contribution]:
    """What was asked by account of an organisation that has none any more, or has one again; by when it was asked."""
    asked = Contribution.objects.filter(
        status=ContributionStatus.ASKED, bringer=Bringer.ORGANISATION, code_hash=""
    ).filter(
        ~Exists(_accounts(on=on).filter(organisation=OuterRef("organisation"))) ^ Q(no_account_since__isnull=False)
    )
    return with_plan_of_contribution(asked).order_by("id")


def has_account(organisation: Organisation, *, on: date) -> bool:
    """Whether somebody logs in for it, and so can answer what it is asked; one query."""
    return _accounts(on=on).filter(organisation=organisation).exists()


def asks_of_other_accounts(*, on: date) -> QuerySet[Ask]:
    """What is asked of an organisation that has no account any more, or has one again; by when it was asked."""
    asked = Ask.objects.filter(status__in=OPEN_ASKS, organisation__isnull=False).filter(
        ~Exists(_accounts(on=on).filter(organisation=OuterRef("organisation"))) ^ Q(no_account_since__isnull=False)
    )
    return with_plan_of_ask(asked).order_by("id")


def fallen_away(priorities: QuerySet[Priority]) -> QuerySet[Contribution]:
    """What fell away from these priorities of a plan, and nobody looked at yet; by when it was asked."""
    return with_plan_of_contribution(
        Contribution.objects.filter(UNSEEN, priority__in=priorities.values("pk"))
    ).order_by("id")


def contribution_standing(contribution: Contribution) -> Standing:
    """Where one contribution stands; its plan, network and municipality are at hand."""
    return _standing(contribution, _answer_days(contribution.priority, contribution.status_since))


def contribution_standings() -> Iterator[Standing]:
    """Where all contributions stand that wait for somebody."""
    known: dict[tuple[int, date], int] = {}
    waiting = with_plan_of_contribution(Contribution.objects.filter(Q(status=ContributionStatus.ASKED) | UNSEEN))
    for one in waiting.order_by("id"):
        yield _standing(one, _known_days(known, one.priority, one.status_since))


def still_asked(ask: Ask) -> bool:
    """Whether an answer can still come, of a question that still matters; no query."""
    return ask.status in OPEN_ASKS and _needed(ask.priority)


def still_to_look_at(contribution: Contribution) -> bool:
    """Whether it fell away from a plan that still matters, and nobody looked at that yet; no query."""
    unseen = contribution.fell_away_on is not None and contribution.looked_at_on is None
    return unseen and _needed(contribution.priority)


def ask_standing(ask: Ask) -> Standing:
    """Where one question to others stands; its plan, network and municipality are at hand."""
    return _ask_standing(ask, _answer_days(ask.priority, ask.status_since))


def ask_standings() -> Iterator[Standing]:
    """Where all questions to others stand that wait for an answer."""
    known: dict[tuple[int, date], int] = {}
    for ask in with_plan_of_ask(Ask.objects.filter(status__in=OPEN_ASKS)).order_by("id"):
        yield _ask_standing(ask, _known_days(known, ask.priority, ask.status_since))


def contribution_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Questions to bring something, by who is asked and for what."""
    rows = Contribution.objects.filter(id__in=ids).select_related("organisation")
    return {one.pk: str(CONTRIBUTION_NAME) % {"who": who_brings(one), "what": one.what} for one in rows.order_by("id")}


def ask_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Questions to others, by whom is asked and for which priority."""
    rows = Ask.objects.filter(id__in=ids).values_list("id", "to_whom", "priority__title")
    return {id_: str(ASK_NAME) % {"who": who, "priority": title} for id_, who, title in rows}


def contribution_ids(ids: Collection[int]) -> dict[int, str]:
    """The public id of each contribution."""
    return dict(Contribution.objects.filter(id__in=ids).values_list("id", "public_id"))


def ask_ids(ids: Collection[int]) -> dict[int, str]:
    """The public id of each question to others."""
    return dict(Ask.objects.filter(id__in=ids).values_list("id", "public_id"))


def contribution_places(ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """The public ids of the plan and the priority of each contribution."""
    rows = Contribution.objects.filter(id__in=ids)
    found = rows.values_list("id", "priority__plan__public_id", "priority__public_id")
    return {id_: (plan, priority) for id_, plan, priority in found}


def ask_places(ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """The public ids of the plan and the priority of each question to others."""
    found = Ask.objects.filter(id__in=ids).values_list("id", "priority__plan__public_id", "priority__public_id")
    return {id_: (plan, priority) for id_, plan, priority in found}


def who_brings(contribution: Contribution) -> str:
    """The group or the organisation; never a person."""
    return contribution.organisation.name if contribution.organisation else contribution.group


def _accounts(*, on: date) -> QuerySet[Membership]:
    """The roles by which somebody logs in for an organisation; a closed account is none."""
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    return Membership.objects.filter(running, role=Role.PROVIDER, starts_on__lte=on, user__is_active=True)


def _answer_days(priority: Priority, since: date) -> int:
    return arrangements.nearest(priority.plan.network.body.municipality, on=since).terms.answer_days


def _known_days(known: dict[tuple[int, date], int], priority: Priority, since: date) -> int:
    """Asked once for every municipality and day."""
    key = (priority.plan.network.body.municipality_id, since)
    if key not in known:
        known[key] = _answer_days(priority, since)
    return known[key]


def _standing(contribution: Contribution, answer_days: int) -> Standing:
    network = contribution.priority.plan.network
    facts = ContributionFacts(
        bringer=Bringer(contribution.bringer),
        scope=keeper_scope(network),
        municipality_id=network.body.municipality_id,
        organisation_id=contribution.organisation_id,
        since=contribution.status_since,
        answer_days=answer_days,
        lapses_on=contribution.lapses_on,
        no_account_since=contribution.no_account_since,
        fell_away_on=contribution.fell_away_on if still_to_look_at(contribution) else None,
    )
    return Standing(contribution.pk, network.body.municipality_id, ContributionStatus(contribution.status), facts)


def _ask_standing(ask: Ask, answer_days: int) -> Standing:
    municipality_id = ask.priority.plan.network.body.municipality_id
    facts = AskFacts(
        municipality_id,
        ask.status_since,
        answer_days,
        needed=_needed(ask.priority),
        again_on=ask.again_on,
        organisation_id=ask.organisation_id,
        no_account_since=ask.no_account_since,
    )
    return Standing(ask.pk, municipality_id, AskStatus(ask.status), facts)


def _needed(priority: Priority) -> bool:
    """Whether a priority for which something is asked stands, and its plan is not over."""
    return priority.dropped_on is None and priority.plan.status not in FINAL
