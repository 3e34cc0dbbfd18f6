"""Who sees plans and editions, who writes along, and who keeps a plan."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijkaanzet.decisions.access import PREPARES
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import CLERKS
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.networks.access import joined_networks, own_networks, public_networks
from wijkaanzet.networks.models import Network
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import Organisation
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.models import Ask, Contribution, Edition, Picture, Plan, Priority, Section, Suggestion
from wijkaanzet.plans.queries import (
    with_network,
    with_plan_of_ask,
    with_plan_of_contribution,
    with_plan_of_section,
    with_plan_of_suggestion,
)
from wijkaanzet.plans.queries.published import known_decisions
from wijkaanzet.plans.rules.contributions import Bringer
from wijkaanzet.plans.rules.plans import EDITION, FINAL_EDITION, EditionStatus, PlanStatus
from wijkaanzet.plans.rules.sections import SuggestionStatus

_Rows = QuerySet[Priority] | QuerySet[Contribution] | QuerySet[Ask] | QuerySet[Section] | QuerySet[Suggestion]


def public_plans(municipality: Municipality) -> QuerySet[Plan]:
    """That a plan is there, whose it is and how far it came; what it says is public by `public_editions` only."""
    return with_network(Plan.objects.filter(network__body__municipality=municipality))


def public_editions(municipality: Municipality) -> QuerySet[Edition]:
    """The editions that were adopted, once the decision was made known; everybody may read them."""
    made_known = known_decisions().filter(municipality=municipality)
    return _editions(municipality).filter(status=EditionStatus.ADOPTED, pk__in=made_known.values("subject_id"))


def known_statuses(plans: Iterable[Plan]) -> dict[int, PlanStatus]:
    """How far everybody may know that each of these plans came, by its id; one query.

    What was decided on a plan lies there for everybody until the decision is made known.
    """
    found = {one.pk: PlanStatus(one.status) for one in plans}
    made_known = known_decisions().values("subject_id")
    newer = Edition.objects.filter(plan=OuterRef("plan"), pk__gt=OuterRef("pk"))
    decided = Edition.objects.filter(~Exists(newer), plan__in=found, status__in=FINAL_EDITION)
    waits = set(decided.exclude(pk__in=made_known).values_list("plan_id", flat=True))
    return {id_: PlanStatus.SUBMITTED if id_ in waits else status for id_, status in found.items()}


def kept_plans(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Plan]:
    """The plans of the networks that somebody keeps."""
    return public_plans(municipality).filter(network__in=own_networks(actor, municipality, on=on).values("pk"))


def own_plans(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Plan]:
    """The plans that somebody writes along: those of networks that this person keeps or takes part in."""
    return public_plans(municipality).filter(_writes(actor, municipality, "network__in", on=on))


def seen_editions(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Edition]:
    """What is public; all editions for who writes along and who prepares.

    For who decides what lies there, and if it came back before also that edition: they decide on what became of it.
    """
    held = list(memberships(actor, municipality, on=on).values_list("role", flat=True))
    see = Q(pk__in=public_editions(municipality).values("pk"))
    if PREPARES & set(held):
        return _editions(municipality)
    if {Role.EXECUTIVE_MEMBER, *CLERKS.values()} & set(held):
        see |= Q(status=EditionStatus.SUBMITTED) | _came_back()
    if actor.user_id is not None:
        see |= _writes(actor, municipality, "plan__network__in", on=on)
    return _editions(municipality).filter(see)


def editions_to_decide(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Edition]:
    """The editions that lie with a body for which somebody records; by which body is checked with the decision."""
    clerks = memberships(actor, municipality, on=on).filter(role__in=CLERKS.values())
    if not clerks.exists():
        return Edition.objects.none()
    return _editions(municipality).filter(status=EditionStatus.SUBMITTED)


def editions_decided(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Edition]:
    """The editions on which a body decided for which somebody records."""
    clerks = memberships(actor, municipality, on=on).filter(role__in=CLERKS.values())
    decisions = Decision.objects.filter(municipality=municipality, subject_kind=EDITION, body__in=clerks.values("body"))
    return _editions(municipality).filter(status__in=FINAL_EDITION, pk__in=decisions.values("subject_id"))


def visible_plans(actor: Actor, ids: Collection[int]) -> set[int]:
    """That a plan is there, anybody may know."""
    return set(Plan.objects.filter(id__in=ids).values_list("id", flat=True))


def visible_editions(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these editions somebody may see, in whichever municipality."""
    found: set[int] = set()
    for municipality in Municipality.objects.filter(bodies__network__plans__editions__in=ids).distinct().order_by("pk"):
        found |= set(seen_editions(actor, municipality, on=on).filter(id__in=ids).values_list("id", flat=True))
    return found


def own_priorities(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Priority]:
    """The priorities of plans that somebody writes along."""
    own = own_plans(actor, municipality, on=on).values("pk")
    network = "plan__network__body"
    return Priority.objects.filter(plan__in=own).select_related(
        f"{network}__municipality", f"{network}__area__division__municipality"
    )


def seen_contributions(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Contribution]:
    """What is asked for plans that somebody writes along, and what this person is asked to answer."""
    own = own_plans(actor, municipality, on=on).values("pk")
    asked = own_contributions(actor, municipality, on=on).values("pk")
    return _contributions(municipality).filter(Q(priority__plan__in=own) | Q(pk__in=asked))


def own_contributions(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Contribution]:
    """What somebody is asked to bring: for the own organisation, or for the municipality by its policy officer."""
    held = memberships(actor, municipality, on=on)
    mine = Q(organisation__in=held.filter(role=Role.PROVIDER).values("organisation"))
    if held.filter(role=Role.POLICY_OFFICER).exists():
        mine |= Q(bringer=Bringer.MUNICIPALITY)
    return _contributions(municipality).filter(mine)


def answers_for(actor: Actor, contribution: Contribution, *, on: date) -> bool:
    """Whether somebody may say yes or no to a question with the own account."""
    municipality = contribution.priority.plan.network.body.municipality
    return own_contributions(actor, municipality, on=on).filter(pk=contribution.pk).exists()


def seen_asks(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Ask]:
    """What is asked of others: in the plans that somebody writes along, and what this person may answer."""
    own = own_plans(actor, municipality, on=on).values("pk")
    mine = asks_to_answer(actor, municipality, on=on).values("pk")
    return _asks(municipality).filter(Q(priority__plan__in=own) | Q(pk__in=mine))


def asks_to_answer(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Ask]:
    """What plans ask of others: all of it for the policy officer, who brings the answers; the own for a provider."""
    held = memberships(actor, municipality, on=on)
    if held.filter(role=Role.POLICY_OFFICER).exists():
        return _asks(municipality)
    return _asks(municipality).filter(organisation__in=held.filter(role=Role.PROVIDER).values("organisation"))


def asks_of_organisation(actor: Actor, organisation: Organisation, *, on: date) -> QuerySet[Ask]:
    """What plans ask of one organisation, for who may answer it."""
    return asks_to_answer(actor, organisation.municipality, on=on).filter(organisation=organisation)


def picture_content(actor: Actor, municipality: Municipality, *, plan: str, picture: str, on: date) -> bytes | None:
    """A photo by the public ids of its plan and itself, for who writes along or may read an edition that holds it."""
    here = Picture.objects.filter(plan__network__body__municipality=municipality, plan__public_id=plan)
    kept = here.filter(public_id=picture).first()
    if kept is None:
        return None
    editions = seen_editions(actor, municipality, on=on).filter(plan=kept.plan_id)
    held = editions.values_list("content__plan__pictures", flat=True)
    in_edition = any(one["public_id"] == picture for pictures in held for one in pictures)
    if in_edition or own_plans(actor, municipality, on=on).filter(pk=kept.plan_id).exists():
        return bytes(kept.content)
    return None


def visible_priorities(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Of these priorities those of plans that somebody writes along, in whichever municipality."""
    here = Municipality.objects.filter(bodies__network__plans__priorities__in=ids).distinct().order_by("pk")
    return _ids(own_priorities(actor, one, on=on).filter(pk__in=ids) for one in here)


def visible_contributions(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these questions somebody may see, in whichever municipality."""
    here = Municipality.objects.filter(bodies__network__plans__priorities__contributions__in=ids)
    return _ids(seen_contributions(actor, one, on=on).filter(pk__in=ids) for one in here.distinct().order_by("pk"))


def visible_asks(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these questions to others somebody may see, in whichever municipality."""
    here = Municipality.objects.filter(bodies__network__plans__priorities__asks__in=ids).distinct().order_by("pk")
    return _ids(seen_asks(actor, one, on=on).filter(pk__in=ids) for one in here)


def own_sections(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Section]:
    """The parts of the plans that somebody writes along."""
    own = own_plans(actor, municipality, on=on).values("pk")
    return with_plan_of_section(Section.objects.filter(plan__in=own))


def public_suggestions(municipality: Municipality) -> QuerySet[Suggestion]:
    """The suggestions that were answered, also those that were not taken over; their words are `public_entries`."""
    return _suggestions(municipality).filter(status=SuggestionStatus.ANSWERED)


def own_suggestions(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Suggestion]:
    """All suggestions for the plans that somebody writes along."""
    return _suggestions(municipality).filter(plan__in=own_plans(actor, municipality, on=on).values("pk"))


def kept_suggestions(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Suggestion]:
    """The suggestions that somebody answers: those for plans of networks that this person keeps."""
    return _suggestions(municipality).filter(plan__in=kept_plans(actor, municipality, on=on).values("pk"))


def visible_sections(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these parts somebody writes along, in whichever municipality."""
    here = Municipality.objects.filter(bodies__network__plans__sections__in=ids).distinct().order_by("pk")
    return _ids(own_sections(actor, one, on=on).filter(pk__in=ids) for one in here)


def visible_suggestions(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these suggestions somebody may know of, in whichever municipality."""
    here = Municipality.objects.filter(bodies__network__plans__suggestions__in=ids).distinct().order_by("pk")
    return _ids(
        _suggestions(one).filter(
            Q(pk__in=public_suggestions(one).values("pk")) | Q(pk__in=own_suggestions(actor, one, on=on).values("pk")),
            pk__in=ids,
        )
        for one in here
    )


def sheet_networks(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Network]:
    """The networks whose sheets somebody sees and fills in: those that this person keeps or takes part in."""
    return public_networks(municipality).filter(_writes(actor, municipality, "pk__in", on=on))


def staircase_networks(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Network]:
    """The networks whose staircase somebody sees: the same, and all of them for the policy officer."""
    if memberships(actor, municipality, on=on).filter(role=Role.POLICY_OFFICER).exists():
        return public_networks(municipality)
    return sheet_networks(actor, municipality, on=on)


def sets_staircase(actor: Actor, network: Network, *, on: date) -> bool:
    """Whether somebody says for the municipality on which step it stands: policy officer and area manager."""
    held = memberships(actor, network.body.municipality, on=on)
    here = Q(role=Role.AREA_MANAGER, area__isnull=False, area=network.body.area_id)
    return held.filter(Q(role=Role.POLICY_OFFICER) | here).exists()


def _suggestions(municipality: Municipality) -> QuerySet[Suggestion]:
    return with_plan_of_suggestion(Suggestion.objects.filter(plan__network__body__municipality=municipality))


def _ids(found: Iterable[_Rows]) -> set[int]:
    return {id_ for rows in found for id_ in rows.values_list("pk", flat=True)}


def _contributions(municipality: Municipality) -> QuerySet[Contribution]:
    here = Contribution.objects.filter(priority__plan__network__body__municipality=municipality)
    return with_plan_of_contribution(here)


def _asks(municipality: Municipality) -> QuerySet[Ask]:
    return with_plan_of_ask(Ask.objects.filter(priority__plan__network__body__municipality=municipality))


def _came_back() -> Q:
    """Editions that were returned, of which the next one lies there for a decision."""
    again = Edition.objects.filter(plan=OuterRef("plan"), number=OuterRef("number") + 1, status=EditionStatus.SUBMITTED)
    return Q(Exists(again), status=EditionStatus.RETURNED)


def _editions(municipality: Municipality) -> QuerySet[Edition]:
    editions = Edition.objects.filter(plan__network__body__municipality=municipality)
    return editions.select_related("plan__network__body__municipality", "plan__network__body__area__division")


def _writes(actor: Actor, municipality: Municipality, field: str, *, on: date) -> Q:
    own = own_networks(actor, municipality, on=on).values("pk")
    return Q(**{field: own}) | Q(**{field: joined_networks(actor, municipality, on=on).values("pk")})
