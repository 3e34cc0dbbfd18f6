"""A plan over HTTP: begun, agreed, handed in, decided on, changed and looked back at; nothing typed is lost."""

from collections.abc import Mapping
from datetime import date

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import BodyFactory, somebody
from tests.plans.life import SUMMARY, Life, lay_life
from tests.web.division_town import browser
from tests.web.network_pages import Page, refused, text
from wijkaanzet.decisions.labels import STEPS
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Outcome, Step
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.models import Network
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Dissent, Edition, Plan, PlanAgreement, ReturnRemark
from wijkaanzet.plans.rules.plans import EDITION, PLAN, EditionStatus, PlanStatus
from wijkaanzet.web.http import Request
from wijkaanzet.web.links import addresses

pytestmark = pytest.mark.django_db
PERSON = "Fatima Jansen"
DECISION = {
    "meeting_on_day": "2",
    "meeting_on_month": "10",
    "meeting_on_year": "2017",
    "kind": "legal_act",
    "reasons": "Het past bij wat wij samen willen.",
}
REST = {
    "why": "Wij wachten op de school.",
    "look_again_on_day": "1",
    "look_again_on_month": "12",
    "look_again_on_year": "2017",
}
BAD = {
    "long": "a" * 100_000,
    "script": "<script>alert(1)</script>",
    "emoji": "🌳" * 20,
    "zero": "\x00\x07",
}


@pytest.fixture(name="life")
def life_today(monkeypatch: pytest.MonkeyPatch) -> Life:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_life()


@pytest.fixture
def coordinator(life: Life) -> Client:
    return browser(life.coordinator)


@pytest.fixture
def clerk(life: Life) -> Client:
    return browser(life.clerk)


def at(plan: Plan, step: str = "schrijven/") -> str:
    """The address of a page of a plan."""
    return f"/proefstad/plannen/{plan.public_id}/{step}"


def new(network: Network) -> str:
    return f"/proefstad/netwerken/{network.body.key}/plan/nieuw/"


def deciding(edition: Edition) -> str:
    return at(edition.plan, f"uitgave/{edition.number}/besluit/")


def status_of(plan: Plan) -> PlanStatus:
    return PlanStatus(Plan.objects.get(pk=plan.pk).status)


class TestWay:
    def test_from_nothing_to_an_adopted_plan_that_came_back_once(
        self, life: Life, coordinator: Client, clerk: Client
    ) -> None:
        answer = coordinator.post(new(life.table.network), {"first": "2018", "years": "4"})
        plan = Plan.objects.get()
        assert answer["Location"] == at(plan)
        assert (plan.starts_on, plan.ends_before) == (date(2018, 1, 1), date(2022, 1, 1))
        summary = plan.sections.get(key="summary")
        plans.write(summary, hand_in=plans.HandIn(base=0, text=SUMMARY), actor=life.coordinator, at=AT)
        voice = {"voice-1": "Liever eerst het park.", "by-1": "Vrienden van het park"}
        assert coordinator.post(at(plan, "instemmen/"), {"way": "consent", **voice})["Location"] == at(plan)
        assert coordinator.post(at(plan, "indienen/"))["Location"] == at(plan)
        first = Edition.objects.get()
        told = {**DECISION, "outcome": "returned", "remark-summary": "Zeg ook wie."}
        decision = clerk.post(deciding(first), told)
        assert decision.status_code == 302
        assert Decision.objects.get().public_id in decision["Location"]
        page = text(coordinator, at(plan))
        assert all(words in page for words in ("Zeg ook wie.", DECISION["reasons"]))
        assert coordinator.post(at(plan, "instemmen/"), {"way": "everybody"}).status_code == 302
        assert coordinator.post(at(plan, "indienen/")).status_code == 302
        second = Edition.objects.get(number=2)
        assert clerk.post(deciding(second), {**DECISION, "outcome": "adopted"}).status_code == 302
        assert status_of(plan) == PlanStatus.ADOPTED
        assert list(Dissent.objects.values_list("by_whom", flat=True)) == ["Vrienden van het park"]

    def test_a_plan_is_changed_and_looked_back_at_during_its_years(self, life: Life, coordinator: Client) -> None:
        plan = life.decided().plan
        assert coordinator.post(at(plan, "terugkijken/"))["Location"] == at(plan)
        why = "Er komt een nieuwe school."
        assert coordinator.post(at(plan, "wijzigen/"), {"why": why})["Location"] == at(plan)
        plan.refresh_from_db()
        assert (plan.status, plan.round, plan.change_why) == (PlanStatus.WRITING, 2, why)

    def test_a_plan_rests_and_goes_on(self, life: Life, coordinator: Client) -> None:
        plan = life.written()
        assert coordinator.post(at(plan, "rusten/"), REST)["Location"] == at(plan)
        assert REST["why"] in text(coordinator, at(plan))
        assert REST["why"] in text(coordinator, at(plan, "oppakken/"))
        assert coordinator.post(at(plan, "oppakken/"))["Location"] == at(plan)
        assert status_of(plan) == PlanStatus.WRITING

    def test_a_plan_of_nobody_is_ended(self, life: Life, coordinator: Client) -> None:
        plan = life.written()
        assert coordinator.post(at(plan, "beeindigen/"))["Location"] == at(plan)
        assert status_of(plan) == PlanStatus.ENDED


PAGES = ("schrijven/", "instemmen/", "indienen/", "rusten/", "oppakken/", "wijzigen/", "terugkijken/", "beeindigen/")
ASKS = {
    "instemmen/": {PlanStatus.WRITING},
    "indienen/": {PlanStatus.AGREED},
    "rusten/": {PlanStatus.WRITING},
    "oppakken/": {PlanStatus.RESTING},
    "wijzigen/": {PlanStatus.ADOPTED},
    "terugkijken/": {PlanStatus.ADOPTED},
    "beeindigen/": {PlanStatus.WRITING, PlanStatus.RESTING, PlanStatus.ADOPTED},
    "schrijven/": set(PlanStatus),
}


class TestWho:
    @pytest.mark.parametrize("status", PlanStatus)
    def test_each_page_asks_in_its_own_state_and_else_leads_back(self, life: Life, status: PlanStatus) -> None:
        plan, coordinator = life.brought_to(status), browser(life.coordinator)
        found = {page: coordinator.get(at(plan, page)).status_code for page in PAGES}
        assert found == {page: 200 if status in ASKS[page] else 302 for page in PAGES}

    @pytest.mark.parametrize("status", PlanStatus)
    @pytest.mark.parametrize(
        ("who", "writes", "keeps"),
        [
            ("coordinator", True, True),
            ("area_manager", True, True),
            ("sits", True, False),
            ("elsewhere", False, False),
            ("officer", False, False),
            ("visitor", False, False),
        ],
    )
    def test_a_draft_is_for_who_writes_along_in_every_state(
        self, life: Life, who: str, status: PlanStatus, writes: bool, keeps: bool
    ) -> None:
        plan = life.brought_to(status)
        client = Client() if who == "visitor" else browser(getattr(life.table, who))
        seen = {page for page in PAGES if client.get(at(plan, page)).status_code != 404}
        assert seen == (set(PAGES) if keeps else {"schrijven/"} if writes else set())
        acted = {page for page in PAGES[1:] if client.post(at(plan, page)).status_code != 404}
        assert acted == (set(PAGES[1:]) if keeps else set())
        assert client.get(new(life.table.network)).status_code == (200 if keeps else 404)

    def test_another_municipality_finds_nothing(self, life: Life, coordinator: Client) -> None:
        other = BodyFactory.create()
        plan = life.decided().plan
        for page in PAGES:
            path = at(plan, page).replace("proefstad", other.municipality.slug)
            assert coordinator.get(path).status_code == 404

    def test_only_the_clerk_of_the_body_that_decides_has_the_form(self, life: Life, clerk: Client) -> None:
        edition, municipality = life.submitted(), life.table.municipality
        council = BodyFactory.create(municipality=municipality, key="raad-2", kind="council", name="Andere raad")
        others = [somebody(Role.COUNCIL_CLERK, municipality, scope=council), life.coordinator, life.table.officer]
        assert [browser(one).get(deciding(edition)).status_code for one in others] == [404, 404, 404]
        assert Client().get(deciding(edition)).status_code == 404
        assert clerk.get(deciding(edition)).status_code == 200
        life.decided(edition)
        assert [browser(one).get(deciding(edition)).status_code for one in others] == [404, 404, 404]
        assert [browser(one).post(deciding(edition), DECISION).status_code for one in others] == [404, 404, 404]
        assert Decision.objects.get().public_id in clerk.get(deciding(edition))["Location"]


class TestRefused:
    @pytest.mark.parametrize(
        ("told", "status"),
        [
            ({"first": "", "years": "4"}, 422),
            ({"first": "2018", "years": "0"}, 422),
            ({"first": "2018", "years": "21"}, 422),
            ({"first": "1900", "years": "4"}, 409),
            ({"first": "2998", "years": "4"}, 409),
            ({"first": "9" * 100_000, "years": "4"}, 422),
            ({"first": "🌳", "years": "<script>"}, 422),
        ],
    )
    def test_years_that_cannot_be_are_said_and_stay_in_the_form(
        self, life: Life, coordinator: Client, told: dict[str, str], status: int
    ) -> None:
        answer = coordinator.post(new(life.table.network), told)
        assert (answer.status_code, Plan.objects.count()) == (status, 0)
        assert answer.context["form"]["first"].value() == told["first"]

    def test_too_many_years_say_how_many_can_be(self, life: Life, coordinator: Client) -> None:
        answer = coordinator.post(new(life.table.network), {"first": "2018", "years": "21"})
        assert answer.context["form"].errors["years"] == ["Een plan geldt hoogstens 20 jaar. Kies minder jaren."]

    @pytest.mark.parametrize("kind", BAD)
    @pytest.mark.parametrize(("page", "field"), [("rusten/", "why"), ("instemmen/", "voice-1"), ("instemmen/", "by-1")])
    def test_bad_words_are_kept_as_words_or_refused_with_a_sentence(
        self, life: Life, coordinator: Client, page: str, field: str, kind: str
    ) -> None:
        plan, told = life.written(), {**REST, "way": "consent", "voice-1": "Iets.", field: BAD[kind]}
        answer: Page = coordinator.post(at(plan, page), told)
        assert answer.status_code in {302, 409, 422}
        assert (kind == "long") == (answer.status_code == 409) or kind == "zero"
        if answer.status_code != 302:
            assert status_of(plan) == PlanStatus.WRITING
            assert answer.context["form"][field].value() == BAD[kind]
            assert "<script>alert" not in answer.content.decode()
        else:
            assert "<script>alert" not in coordinator.get(at(plan)).content.decode()

    def test_what_may_point_at_a_person_is_looked_at_first(self, life: Life, coordinator: Client) -> None:
        plan = life.written()
        told = {"way": "consent", "voice-1": f"Dat vindt {PERSON}."}
        answer: Page = coordinator.post(at(plan, "instemmen/"), told)
        assert (answer.status_code, PERSON in " ".join(answer.context["form"].errors["voice-1"])) == (422, True)
        looked = answer.context["form"].fields["looked"].widget.attrs["value"]
        assert coordinator.post(at(plan, "instemmen/"), {**told, "looked": looked}).status_code == 302

    @pytest.mark.parametrize("field", ["reasons", "remark-summary"])
    def test_what_a_clerk_writes_may_point_at_a_person_too(self, life: Life, clerk: Client, field: str) -> None:
        edition = life.submitted()
        told = {**DECISION, "outcome": "returned", "remark-summary": "Zeg ook wie.", field: f"Vraag het {PERSON}."}
        answer: Page = clerk.post(deciding(edition), told)
        assert (answer.status_code, PERSON in " ".join(answer.context["form"].errors[field])) == (422, True)
        assert not ReturnRemark.objects.exists()
        looked = answer.context["form"].fields["looked"].widget.attrs["value"]
        assert clerk.post(deciding(edition), {**told, "looked": looked}).status_code == 302
        assert ReturnRemark.objects.count() == 1

    @pytest.mark.parametrize(
        ("told", "key", "parameters"),
        [
            ({"way": "majority"}, "votes_missing", {}),
            ({"way": "majority", "in_favour": "4", "against": "4"}, "no_majority", {"in_favour": 4, "against": 4}),
            ({"way": "other", "rule": ""}, "own_rule_missing", {}),
            ({"way": "everybody", "voice-1": "Ik niet."}, "not_everybody", {}),
        ],
    )
    def test_a_way_of_agreeing_that_is_not_met_is_said(
        self, life: Life, coordinator: Client, told: dict[str, str], key: str, parameters: Mapping[str, object]
    ) -> None:
        plan = life.written()
        assert refused(coordinator.post(at(plan, "instemmen/"), told), key, **parameters)
        assert not PlanAgreement.objects.exists()

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"way": "majority", "in_favour": "4"}, "against"),
            ({"way": "consent", "by-2": "De straat"}, "voice-2"),
        ],
    )
    def test_what_is_filled_in_half_is_said_at_the_empty_answer(
        self, life: Life, coordinator: Client, told: dict[str, str], field: str
    ) -> None:
        answer = coordinator.post(at(life.written(), "instemmen/"), told)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
        assert not PlanAgreement.objects.exists()

    def test_a_plan_that_changed_meanwhile_is_not_handed_in(self, life: Life, coordinator: Client) -> None:
        plan = life.agreed()
        plans.open_for_change(plan, actor=life.coordinator, at=AT)
        answer = coordinator.post(at(plan, "indienen/"))
        assert refused(answer, "wrong_state")
        entry = AuditEntry.objects.filter(result="refused").latest("id")
        assert (entry.action, entry.subject_id, entry.reason) == ("plans.plan.submitted", plan.pk, "wrong_state")

    @pytest.mark.parametrize("first", Outcome)
    def test_what_a_clerk_sends_after_somebody_else_decided_stays_with_what_was_decided(
        self, life: Life, clerk: Client, first: Outcome
    ) -> None:
        edition = life.decided(outcome=first)
        told = {**DECISION, "outcome": "returned", "reasons": "Te kort.", "remark-summary": "Zeg ook wie."}
        answer: Page = clerk.post(deciding(edition), told)
        assert refused(answer, "already_decided")
        decision = Decision.objects.get()
        assert (answer.context["page"].decided.reasons, decision.outcome) == (decision.reasons, first)
        assert decision.public_id in answer.context["page"].decided.href
        assert answer.context["page"].read_href == ""
        kept = {name: answer.context["form"][name].value() for name in ("reasons", "remark-summary")}
        assert kept == {"reasons": "Te kort.", "remark-summary": "Zeg ook wie."}
        assert answer.context["page"].open

    def test_reasons_for_parts_of_an_adopted_plan_are_refused_and_stay(self, life: Life, clerk: Client) -> None:
        edition = life.submitted()
        answer: Page = clerk.post(
            deciding(edition), {**DECISION, "outcome": "adopted", "remark-summary": "Zeg ook wie."}
        )
        assert refused(answer, "remarks_when_adopted")
        assert answer.context["page"].open
        assert Edition.objects.get().status == EditionStatus.SUBMITTED


def test_a_plan_and_its_edition_are_found_from_what_points_at_them(life: Life) -> None:
    edition = life.made_known(life.decided())
    request = _request(life)
    found = addresses(request, [Subject(PLAN, edition.plan_id), Subject(EDITION, edition.pk)])
    read = [Client().get(path, follow=True) for path in found.values()]
    assert [(one.status_code, SUMMARY in one.content.decode()) for one in read] == [(200, True), (200, True)]


def test_the_clerk_and_the_coordinator_find_their_move(life: Life, coordinator: Client, clerk: Client) -> None:
    edition = life.submitted()
    assert deciding(edition) in clerk.get("/proefstad/aan-zet/").content.decode()
    life.decided(edition, outcome=Outcome.RETURNED)
    assert at(edition.plan) in coordinator.get("/proefstad/aan-zet/").content.decode()


def test_who_decides_reads_the_whole_edition_before_it_is_public(
    life: Life, coordinator: Client, clerk: Client
) -> None:
    edition = life.submitted()
    path = at(edition.plan, f"ingediend/{edition.number}/")
    assert SUMMARY in text(clerk, path)
    assert SUMMARY in text(coordinator, path)
    assert [one.get(path).status_code for one in (Client(), browser(life.table.elsewhere))] == [404, 404]
    assert SUMMARY not in text(Client(), at(edition.plan, ""))
    life.made_known(life.decided(edition))
    assert Client().get(path)["Location"] == at(edition.plan, f"uitgave/{edition.number}/")


def test_a_decision_on_a_plan_is_named_by_its_network_and_its_first_year(life: Life) -> None:
    life.made_known(life.decided())
    decision = Decision.objects.get()
    title = str(STEPS[Step.PLAN]) % {"year": 2018, "name": life.table.network.body.name}
    assert title in text(Client(), f"/proefstad/besluiten/{decision.public_id}/")
    assert title in text(Client(), "/proefstad/besluiten/")


def _request(life: Life) -> Request:
    request = Request()
    request.municipality, request.address_prefix = life.table.municipality, "/proefstad"
    return request
