"""The own yes over HTTP: by the code of a letter without an account, or by the account of who is asked."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from tests.conftest import AT
from tests.factories import NOBODY
from tests.plans.wishes import COOK, PAY, Wishes, lay_wishes
from tests.web.division_town import browser
from tests.web.network_pages import refused
from tests.web.priority_pages import at, code_on, of, professionals, read, residents, text
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.codes import spelled
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Membership
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.labels import ASKED_NO_MORE, CONTRIBUTION_STATUSES, YES_BY
from wijkaanzet.plans.models import Contribution, Plan
from wijkaanzet.plans.rules.contributions import CONTRIBUTION, ContributionStatus, YesBy
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.priorities import NewPriority, PlaceKind
from wijkaanzet.web.numbers import day

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.own-yes")]
FIND = "/proefstad/inbreng/"


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> Wishes:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_wishes()


@pytest.fixture
def coordinator(wishes: Wishes) -> Client:
    return browser(wishes.coordinator)


def behind(code: str) -> str:
    """The address that a letter opens."""
    return f"{FIND}code/{spelled(code)}/"


class TestByCode:
    def test_the_code_is_shown_once_and_the_letter_holds_it(self, wishes: Wishes, coordinator: Client):
        shown = coordinator.post(at(wishes, "bewoners-vragen/"), residents())
        code, one = code_on(shown), Contribution.objects.get()
        assert "no-store" in shown["Cache-Control"]
        again = coordinator.get(of(one, "brief/"))
        assert code_on(again) == ""
        paper = coordinator.post(of(one, "brief.pdf"), {"code": code})
        assert paper["Content-Type"] == "application/pdf"
        assert paper.content.startswith(b"%PDF")

    def test_a_letter_is_made_for_its_own_code_only(self, wishes: Wishes, coordinator: Client):
        one = wishes.ask().contribution
        for code in ("", "a" * 16, "2345-6789-abcd-efgh"):
            assert coordinator.post(of(one, "brief.pdf"), {"code": code})["Location"] == at(wishes)

    def test_who_has_the_code_says_yes_without_an_account(self, wishes: Wishes, coordinator: Client):
        code, visitor = wishes.ask().code, Client()
        found = visitor.post(FIND, {"code": spelled(code).upper()})
        assert found["Location"] == behind(code)
        assert "De kookgroep" in read(visitor, behind(code))
        visitor.post(behind(code), {"answer": "yes", "says": "Wij beginnen in mei."})
        one = Contribution.objects.get()
        assert (one.status, one.answered_with, one.says) == ("confirmed", "code", "Wij beginnen in mei.")
        shown = read(coordinator, at(wishes))
        assert "Wij beginnen in mei." in shown
        assert str(YES_BY[YesBy.CODE]) in shown

    def test_the_code_works_where_one_joins_a_network_too(self, wishes: Wishes):
        code = wishes.ask().code
        assert Client().post("/proefstad/meedoen/", {"code": spelled(code)})["Location"] == behind(code)

    def test_the_page_of_the_code_says_until_when_and_where_the_plan_is(self, wishes: Wishes):
        one = wishes.ask()
        said = read(Client(), behind(one.code))
        assert "Daarna gaat het netwerk verder." in said
        assert "Lees het hele plan" not in said
        Plan.objects.update(status=PlanStatus.ADOPTED)
        assert "Lees het hele plan" in read(Client(), behind(one.code))

    def test_of_a_draft_who_is_asked_reads_this_priority_until_there_is_an_answer(self, wishes: Wishes):
        plans.change_priority(
            wishes.priority,
            new=NewPriority(title="Samen eten", place_kind=PlaceKind.STREET, place="Dorpsstraat"),
            actor=wishes.coordinator,
            at=AT,
        )
        wishes.answered()
        plans.add_priority(wishes.plan, new=NewPriority(title="Een bank"), actor=wishes.coordinator, at=AT)
        told = "Samen eten", "Dorpsstraat", "Wij willen samen koken.", "Een bank"
        code, visitor = wishes.ask().code, Client()
        said = read(visitor, behind(code))
        assert [one in said for one in told] == [True, True, True, False]
        visitor.post(behind(code), {"answer": "no"})
        said = read(visitor, behind(code))
        assert [one in said for one in told] == [True, False, False, False]

    def test_nobody_is_known_by_the_code_that_was_used(self, wishes: Wishes):
        code = wishes.ask().code
        browser(wishes.provider).post(behind(code), {"answer": "yes"})
        (entry,) = AuditEntry.objects.filter(action="plans.contribution.confirmed")
        assert (entry.actor_id, entry.request_id) == (None, "")
        assert Contribution.objects.get().answered_by is None

    @pytest.mark.parametrize("answers", [["yes"], ["no"], ["yes", "back"]])
    def test_the_own_words_stand_on_the_own_page(self, wishes: Wishes, answers: list[str]):
        code, visitor = wishes.ask().code, Client()
        assert visitor.get(behind(code)).context["page"].said == ""
        for one in answers:
            visitor.post(behind(code), {"answer": one, "says": f"Graag: {one}!"})
        assert f"Graag: {answers[-1]}!" in read(visitor, behind(code))

    def test_a_no_is_fine_and_stands(self, wishes: Wishes):
        code, visitor = wishes.ask().code, Client()
        visitor.post(behind(code), {"answer": "no"})
        again = visitor.post(behind(code), {"answer": "yes"})
        assert again.status_code == 409
        assert Contribution.objects.get().status == "declined"

    def test_a_yes_is_taken_back_with_the_same_code(self, wishes: Wishes):
        code, visitor = wishes.ask().code, Client()
        visitor.post(behind(code), {"answer": "yes"})
        assert visitor.get(behind(code)).context["page"].back
        visitor.post(behind(code), {"answer": "back"})
        assert Contribution.objects.get().status == "withdrawn"

    def test_a_yes_is_taken_back_after_the_network_took_it_out_of_its_plan(self, wishes: Wishes):
        asked, visitor = wishes.ask(), Client()
        visitor.post(behind(asked.code), {"answer": "yes"})
        plans.withdraw_contribution(asked.contribution, actor=wishes.coordinator, at=AT)
        assert "Het netwerk haalde dit op" in read(visitor, behind(asked.code))
        assert visitor.post(behind(asked.code), {"answer": "back"}).status_code == 302
        assert not visitor.get(behind(asked.code)).context["page"].back

    def test_a_yes_comes_in_while_the_plan_lies_with_who_decides(self, wishes: Wishes):
        code = wishes.ask().code
        Plan.objects.update(status="submitted")
        assert Client().post(behind(code), {"answer": "yes"}).status_code == 302

    @pytest.mark.parametrize("code", ["a" * 16, "kort", "<script>", "x" * 5_000])
    def test_a_code_that_nobody_got_opens_nothing(self, wishes: Wishes, code: str):
        wishes.ask()
        answer = Client().post(FIND, {"code": code})
        assert answer.status_code == 422
        assert "code" in answer.context["form"].errors

    def test_the_page_is_kept_by_nobody(self, wishes: Wishes):
        answer = Client().get(behind(wishes.ask().code))
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex, nofollow"

    def test_a_name_in_what_is_said_is_shown_before_everybody_reads_it(self, wishes: Wishes):
        code = wishes.ask().code
        answer = Client().post(behind(code), {"answer": "yes", "says": "Vraag naar mevrouw De Vries."})
        assert answer.status_code == 422
        assert Contribution.objects.get().status == "asked"
        told = {"answer": "yes", "says": "Vraag naar mevrouw De Vries."}
        looked = answer.context["form"].fields["looked"].widget.attrs["value"]
        assert Client().post(behind(code), {**told, "looked": looked}).status_code == 302


class TestByAccount:
    def path(self, one: Contribution) -> str:
        return f"{FIND}{one.public_id}/"

    def test_an_organisation_says_yes_after_logging_in(self, wishes: Wishes):
        one, provider = wishes.asked_welfare().contribution, browser(wishes.provider)
        assert "Stichting Welzijn" in read(provider, self.path(one))
        provider.post(self.path(one), {"answer": "yes", "says": "Graag!"})
        assert Contribution.objects.get().answered_by_id == wishes.provider.user_id
        assert "Graag!" in read(provider, self.path(one))

    def test_the_policy_officer_says_it_for_the_municipality(self, wishes: Wishes):
        one = wishes.ask(PAY).contribution
        browser(wishes.officer).post(self.path(one), {"answer": "yes"})
        assert Contribution.objects.get().status == "confirmed"

    def test_the_page_says_until_when_an_answer_is_hoped_for(self, wishes: Wishes, monkeypatch: pytest.MonkeyPatch):
        one, provider = wishes.asked_welfare().contribution, browser(wishes.provider)
        due_on = OpenMove.objects.get(subject_kind=CONTRIBUTION, subject_id=one.pk).due_on
        assert due_on is not None
        before = provider.get(self.path(one)).context["page"].text
        monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=100))
        after = provider.get(self.path(one)).context["page"].text
        assert (day(due_on) in before, day(due_on) in after, before == after) == (True, True, False)

    def test_a_letter_for_an_organisation_is_not_for_a_group(self, wishes: Wishes, coordinator: Client):
        Membership.objects.filter(organisation=wishes.welfare).delete()
        wishes.answered()
        organisation = coordinator.post(at(wishes, "vragen/"), professionals(wishes)).context["page"]
        group = coordinator.post(at(wishes, "bewoners-vragen/"), residents()).context["page"]
        assert organisation.code
        assert organisation.give != group.give

    @pytest.mark.parametrize("new", [COOK, PAY])
    def test_a_coordinator_cannot_say_it_for_them(self, wishes: Wishes, coordinator: Client, new):
        one = wishes.ask(new).contribution
        for method in (coordinator.get, coordinator.post):
            assert method(self.path(one)).status_code == 404
        assert Contribution.objects.get().status == "asked"

    def test_your_move_leads_there(self, wishes: Wishes):
        one = wishes.asked_welfare().contribution
        assert self.path(one) in browser(wishes.provider).get("/proefstad/aan-zet/").content.decode()


class TestNoAnswer:
    def test_once_it_lapsed_the_coordinator_goes_on_without_or_asks_again(
        self, wishes: Wishes, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        first = wishes.ask()
        one = first.contribution
        assert coordinator.post(of(one, "verder-zonder/")).status_code == 409
        monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=50))
        labels = [act.label for act in coordinator.get(at(wishes)).context["page"].parts[3].lines[0].acts]
        assert len(labels) == 3
        coordinator.post(of(one, "verder-zonder/"))
        assert Contribution.objects.get().status == "lapsed"
        again = coordinator.post(of(one, "brief/"), {"token": "u" * 24})
        assert code_on(again) not in {"", first.code}
        assert Client().get(behind(first.code))["Location"] == "/proefstad/inbreng/"

    @pytest.mark.parametrize("logs_in", [True, False])
    def test_the_coordinator_goes_on_without_also_when_the_plan_was_adopted(
        self, wishes: Wishes, coordinator: Client, monkeypatch: pytest.MonkeyPatch, *, logs_in: bool
    ):
        one = (wishes.asked_welfare() if logs_in else wishes.ask()).contribution
        Plan.objects.update(status=PlanStatus.ADOPTED)
        monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=50))
        acts = coordinator.get(at(wishes)).context["page"].parts[3].lines[0].acts
        assert [act.href for act in acts] == [of(one, "verder-zonder/")]
        coordinator.post(acts[0].href)
        assert Contribution.objects.get().status == "lapsed"

    def test_nothing_about_residents_says_that_they_are_late(
        self, wishes: Wishes, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        code = wishes.ask().code
        monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=90))
        for page in (read(coordinator, at(wishes)), read(Client(), behind(code))):
            assert not re.search(r"\b(te laat|verstreken|overschreden)\b", page)

    def test_what_the_network_takes_out_is_asked_no_longer(self, wishes: Wishes, coordinator: Client):
        asked = wishes.ask()
        coordinator.post(of(asked.contribution, "intrekken/"))
        answer = Client().post(behind(asked.code), {"answer": "yes", "says": "Wij doen graag mee."})
        assert refused(answer, "contribution_not_asked")
        page = answer.context["page"]
        assert (page.state.label, page.typed) == (str(ASKED_NO_MORE), "Wij doen graag mee.")
        said = text(answer)
        assert "Wij doen graag mee." in said
        assert str(CONTRIBUTION_STATUSES[ContributionStatus.WITHDRAWN]) not in said
        assert str(ASKED_NO_MORE) in read(coordinator, at(wishes))


def test_who_keeps_the_plan_makes_a_letter_or_goes_on_once_nobody_has_an_account(
    wishes: Wishes, coordinator: Client, monkeypatch: pytest.MonkeyPatch
):
    one = wishes.asked_welfare().contribution
    ways = [of(one, "brief/"), of(one, "verder-zonder/")]
    before = coordinator.get(at(wishes)).content.decode()
    assert [way in before for way in ways] == [False, False]
    held = Membership.objects.get(organisation=wishes.welfare)
    people.end_role(held, ends_before=(AT + timedelta(days=7)).date(), actor=NOBODY, at=AT)
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=7))
    call_command("follow_accounts", stdout=StringIO())
    after = coordinator.get(at(wishes)).content.decode()
    assert [way in after for way in ways] == [True, True]
    assert at(wishes) in coordinator.get("/proefstad/aan-zet/").content.decode()
    code = code_on(coordinator.post(ways[0], {"token": "t" * 24}))
    Client().post(behind(code), {"answer": "yes"})
    assert Contribution.objects.get().status == "confirmed"
