"""What a plan says now, as an edition would hold it; and what its editions hold."""

from dataclasses import replace
from datetime import date

from wijkaanzet.plans.models import Edition, Plan, PlanAgreement, Section
from wijkaanzet.plans.queries.kept import base_kept, pictures_kept, priorities_kept
from wijkaanzet.plans.queries.kept_sheets import words_kept
from wijkaanzet.plans.rules.content import AgreementKept, DissentKept, PlanContent
from wijkaanzet.plans.rules.content_json import from_json
from wijkaanzet.plans.rules.sections import OF_THE_PLAN, SectionKey


def content_of(plan: Plan, *, on: date) -> PlanContent:
    """A whole plan as it reads on a day; the same number of queries however many priorities."""
    content = PlanContent(
        texts=texts_kept(plan),
        priorities=priorities_kept(plan, on=on),
        base=base_kept(plan),
        agreement=agreement_kept(plan),
        pictures=pictures_kept(plan),
        change_why=plan.change_why,
    )
    return replace(content, words=words_kept(plan, content, on=on))


def texts_kept(plan: Plan) -> dict[SectionKey, str]:
    """The texts of the whole, in the order of the plan; one query."""
    rows = Section.objects.filter(plan=plan, priority__isnull=True).values_list("key", "text")
    texts = {SectionKey(key): text for key, text in rows if text.strip()}
    return {key: texts[key] for key in OF_THE_PLAN if key in texts}


def held_by(edition: Edition) -> PlanContent:
    """What an edition holds."""
    return from_json(edition.content)


def agreement_of(plan: Plan) -> PlanAgreement | None:
    """How the network agreed with what the plan says now; None while it did not. One query, two with other voices."""
    found = PlanAgreement.objects.filter(plan=plan, over_on__isnull=True)
    return found.select_related("meeting").prefetch_related("dissents").first()


def agreement_kept(plan: Plan) -> AgreementKept | None:
    """How the network agreed, with the other voices."""
    agreement = agreement_of(plan)
    if agreement is None:
        return None
    dissents = sorted(agreement.dissents.all(), key=lambda one: one.pk)
    return AgreementKept(
        agreed_on=agreement.agreed_on,
        way=agreement.way,
        rule=agreement.rule,
        in_favour=agreement.in_favour,
        against=agreement.against,
        dissents=tuple(DissentKept(one.text, one.by_whom) for one in dissents),
    )
