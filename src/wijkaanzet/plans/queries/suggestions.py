"""Suggestions for a plan: where they stand, and what was done with them."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import QuerySet

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.networks.queries import keeper_scope
from wijkaanzet.plans.labels.writing import SUGGESTION_NAME
from wijkaanzet.plans.models import Suggestion
from wijkaanzet.plans.rules.sections import SUGGESTION, SuggestionStatus
from wijkaanzet.plans.rules.suggestions import SuggestionFacts


def with_plan_of_suggestion(suggestions: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    """Suggestions with their words and plan, without a query more."""
    return suggestions.select_related(
        "entry__municipality", "priority", "plan__network__body__municipality", "plan__network__body__area__division"
    )


def newest_suggestions(suggestions: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    """Those that came last come first."""
    return with_plan_of_suggestion(suggestions).order_by("-id")


def suggestion_of(entry: Entry) -> Suggestion | None:
    """What something that was told became for a plan, if it was told for one."""
    return with_plan_of_suggestion(Suggestion.objects.filter(entry=entry)).first()


def answered_by(suggestion: Suggestion) -> date | None:
    """The last day on which the network answers a suggestion; None once it did."""
    moves = OpenMove.objects.filter(subject_kind=SUGGESTION, subject_id=suggestion.pk)
    return moves.values_list("due_on", flat=True).first()


def suggestion_standing(suggestion: Suggestion) -> Standing:
    """Where one suggestion stands; its plan, network, body and municipality are at hand."""
    municipality = suggestion.plan.network.body.municipality
    return _standing(suggestion, arrangements.nearest(municipality, on=suggestion.status_since).terms.answer_days)


def suggestion_standings() -> Iterator[Standing]:
    """Where all suggestions stand that wait for an answer."""
    known: dict[tuple[int, date], int] = {}
    for one in with_plan_of_suggestion(Suggestion.objects.filter(status=SuggestionStatus.WAITING)).order_by("id"):
        municipality = one.plan.network.body.municipality
        key = (municipality.pk, one.status_since)
        if key not in known:
            known[key] = arrangements.nearest(municipality, on=one.status_since).terms.answer_days
        yield _standing(one, known[key])


def suggestion_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """For which plan each suggestion is."""
    rows = Suggestion.objects.filter(id__in=ids).values_list("id", "plan__network__body__name")
    return {id_: str(SUGGESTION_NAME) % {"network": name} for id_, name in rows}


def suggestion_places(ids: Collection[int]) -> dict[int, str]:
    """The public id of the plan of each: its address."""
    return dict(Suggestion.objects.filter(id__in=ids).values_list("id", "plan__public_id"))


def entries_of(ids: Collection[int]) -> dict[int, int]:
    """The id of what was told, by the id of each suggestion; who may read its words is for `access`."""
    return dict(Suggestion.objects.filter(id__in=ids).values_list("id", "entry_id"))


def _standing(suggestion: Suggestion, answer_days: int) -> Standing:
    facts = SuggestionFacts(keeper_scope(suggestion.plan.network), suggestion.status_since, answer_days)
    municipality_id = suggestion.plan.network.body.municipality_id
    return Standing(suggestion.pk, municipality_id, SuggestionStatus(suggestion.status), facts)
