"""What several people wrote in a plan, and what was suggested for it: what the tests of these pages start from."""

from tests.conftest import AT
from tests.factories import NOBODY
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.intake.rules.telling import Prepared
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import User
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Comment, Plan, Section, SectionVersion, Suggestion
from wijkaanzet.plans.operations import HandIn
from wijkaanzet.plans.rules.plans import PLAN
from wijkaanzet.plans.rules.sections import SectionKey, VersionKind

PAGES = {
    "plan-section", "plan-versions", "plan-beside", "plan-comments", "plan-comment-settle",
    "plan-seen", "plan-suggestions", "plan-suggestion",
}  # fmt: skip
"""The pages on which a plan is written together."""
SUGGESTED = "Zet een bankje bij de vijver."


def write_along(plan: Plan) -> Plan:
    """Two people changed one sentence of a plan, one said something about it, and somebody suggested something."""
    section = Section.objects.select_related("plan").get(plan=plan, key=SectionKey.THERE_IS)
    writer, other = (a_reader(f"test-schrijver-{n}") for n in (1, 2))
    for base, text, who in [
        (0, "De tuin is open.", writer), (1, "De tuin is elke dag open.", writer), (1, "De tuin is nooit open.", other),
    ]:  # fmt: skip
        plans.write(section, hand_in=HandIn(base=base, text=text), actor=who, at=AT)
    plans.comment(section, text="Mooi zo!", actor=other, at=AT)
    suggest(plan)
    return plan


def suggest(
    plan: Plan, *, text: str = SUGGESTED, may_share: bool = True, email: str = "", phone: str = ""
) -> tuple[Suggestion, str]:
    """Something that came in for a plan and was read by two; with the code of who sent it."""
    municipality = plan.network.body.municipality
    sending = intake.Sending(
        token=f"the-form-of-{text}-{plan.pk}",
        told=intake.Telling(text=text),
        may_share=may_share,
        area=plan.network.body.area,
        about=Subject(PLAN, plan.pk),
        contact=intake.Contact(email=email, phone=phone),
    )
    receipt = intake.receive(municipality, sending=sending, actor=NOBODY, at=AT)
    prepared = Prepared(kind=EntryKind.SUGGESTION, title="Een bankje", text=text)
    first, second = a_reader("test-eerste-lezer"), a_reader("test-tweede-lezer")
    entry = intake.prepare(receipt.entry, prepared=prepared, actor=first, at=AT)
    judged = intake.Judged(risk=1, answer="Dank u wel.", finds_checked=True)
    plans.let_in(entry, judged=judged, actor=second, at=AT)
    return Suggestion.objects.select_related("plan", "entry").get(entry=receipt.entry), receipt.code


def a_reader(name: str) -> Actor:
    """Somebody with an account."""
    user, _ = User.objects.get_or_create(username=name, defaults={"password": "!"})
    return Actor(user_id=user.pk, channel=Channel.WEB)


def parts_of_writing(plan: Plan, name: str) -> dict[str, object]:
    """What stands for the parts of the address of a page on which a plan is written."""
    section = Section.objects.get(plan=plan, priority__isnull=True, key=SectionKey.THERE_IS)
    found: dict[str, object] = {"public_id": plan.public_id, "number": section.pk}
    if name == "plan-suggestion":
        found["number"] = Suggestion.objects.filter(plan=plan).order_by("pk")[0].pk
    if name == "plan-beside":
        found["version"] = SectionVersion.objects.get(section=section, kind=VersionKind.BESIDE).number
    if name == "plan-comment-settle":
        found["comment"] = Comment.objects.filter(section=section).order_by("pk")[0].pk
    return found
