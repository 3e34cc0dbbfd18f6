"""What plans ask of others, on the page: of an organisation that is known here or anybody else, now or later."""

import pytest
from django.test import Client
from django.utils import translation

from tests.conftest import AT
from tests.factories import OrganisationFactory
from tests.helpers.queries import assert_same_queries
from tests.networks.table import later
from tests.plans.wishes import Wishes, lay_wishes
from tests.web.division_town import browser
from tests.web.priority_pages import at, read, text
from wijkaanzet.kernel import clock
from wijkaanzet.people.models import Organisation
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Ask
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.priorities import AskAnswer, AskStatus
from wijkaanzet.web.numbers import day

pytestmark = pytest.mark.django_db

SPRING = later(200).date()
LATER = {
    "kind": "later",
    "answer": "Na de winter.",
    "again_on_day": str(SPRING.day),
    "again_on_month": str(SPRING.month),
    "again_on_year": str(SPRING.year),
}


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> Wishes:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_wishes()


@pytest.fixture
def officer(wishes: Wishes) -> Client:
    return browser(wishes.officer)


def asked(wishes: Wishes, question: str = "Mag dat?", *, known: bool = True) -> Ask:
    """A question to the organisation that is known here, or to a department."""
    new = NewAsk(to_whom="" if known else "Afdeling Ruimte", question=question)
    organisation = wishes.welfare if known else None
    return plans.ask_others(wishes.priority, new=new, organisation=organisation, actor=wishes.coordinator, at=AT)


def where(ask: Ask) -> str:
    return f"/proefstad/vragen-aan-anderen/{ask.public_id}/"


def of_welfare(wishes: Wishes) -> str:
    return f"/proefstad/gevraagd/{wishes.welfare.pk}/"


class TestLater:
    def test_it_says_the_day_to_who_writes_along_and_to_who_answers(self, wishes: Wishes, officer: Client):
        ask = asked(wishes, known=False)
        assert officer.post(where(ask), LATER).status_code == 302
        with translation.override("nl"):
            when = day(SPRING)
        (line,) = browser(wishes.coordinator).get(at(wishes)).context["page"].parts[4].lines
        assert when in line.state.label
        assert when in read(officer, where(ask))

    def test_what_was_put_off_is_answered_anew(self, wishes: Wishes, officer: Client):
        ask = asked(wishes, known=False)
        officer.post(where(ask), LATER)
        page = officer.get(where(ask)).context
        assert "Na de winter." in page["page"].points
        seen = page["form"]["seen"].field.widget.now
        told = {"kind": "yes", "answer": "Ja, nu toch.", "seen": seen}
        assert officer.post(where(ask), told).status_code == 302
        kept = Ask.objects.get()
        assert (kept.status, kept.answer, kept.again_on) == (AskStatus.ANSWERED, "Ja, nu toch.", None)

    @pytest.mark.parametrize(
        ("changes", "status"),
        [
            ({"again_on_day": "", "again_on_month": "", "again_on_year": ""}, 409),
            ({"again_on_year": "1900"}, 409),
            ({"again_on_year": "9999"}, 409),
            ({"again_on_day": "31", "again_on_month": "2"}, 422),
            ({"again_on_month": ""}, 422),
        ],
    )
    def test_a_day_that_does_not_fit_is_said_beside_it_and_nothing_is_lost(
        self, wishes: Wishes, officer: Client, changes: dict[str, str], status: int
    ):
        answer = officer.post(where(asked(wishes)), {**LATER, **changes})
        form = answer.context["form"]
        assert (answer.status_code, list(form.errors)) == (status, ["again_on"])
        assert len(form.errors["again_on"]) == 1
        assert "Na de winter." in answer.content.decode()
        assert Ask.objects.get().answer == ""

    def test_an_answer_of_meanwhile_stays(self, wishes: Wishes, officer: Client):
        ask = asked(wishes)
        seen = officer.get(where(ask)).context["form"]["seen"].field.widget.now
        plans.answer_ask(
            ask, kind=AskAnswer.LATER, answer="Na de winter.", again_on=SPRING, actor=wishes.officer, at=AT
        )
        answer = officer.post(where(ask), {"kind": "no", "answer": "Nee.", "seen": seen})
        assert (answer.status_code, list(answer.context["form"].errors)) == (409, ["answer"])
        assert Ask.objects.get().answer == "Na de winter."


class TestWhom:
    def ask(self, wishes: Wishes, **told: str) -> tuple[int, list[str]]:
        """Ask it, and hear where something is wrong."""
        answer = browser(wishes.coordinator).post(at(wishes, "anderen-vragen/"), {"question": "Mag dat?", **told})
        return answer.status_code, [] if answer.status_code == 302 else list(answer.context["form"].errors)

    def test_an_organisation_of_the_list_is_asked_by_its_name(self, wishes: Wishes):
        assert self.ask(wishes, organisation=str(wishes.welfare.pk)) == (302, [])
        kept = Ask.objects.get()
        assert (kept.organisation, kept.to_whom) == (wishes.welfare, wishes.welfare.name)

    @pytest.mark.parametrize(
        ("known", "name", "says"),
        [
            (True, "Stichting Welzijn", "Stichting Welzijn antwoordt zelf, na inloggen."),
            (
                True,
                "Wonen Zuid",
                "Niemand van Wonen Zuid heeft nu een account. De beleidsmedewerker komt met het antwoord terug.",
            ),
            (False, "de school", "De beleidsmedewerker komt met het antwoord terug."),
        ],
    )
    def test_the_message_and_the_priority_say_who_answers(self, wishes: Wishes, known: bool, name: str, says: str):
        OrganisationFactory.create(municipality=wishes.table.municipality, name="Wonen Zuid")
        chosen = str(Organisation.objects.get(name=name).pk) if known else ""
        told = {"question": "Mag dat?", "organisation": chosen, "to_whom": "" if known else name}
        keeper = browser(wishes.coordinator)
        assert f"De vraag is gesteld. {says}" in text(keeper.post(at(wishes, "anderen-vragen/"), told, follow=True))
        (line,) = keeper.get(at(wishes)).context["page"].parts[4].lines
        assert line.facts == ("Mag dat?", says)

    def test_anybody_else_is_written_down(self, wishes: Wishes):
        assert self.ask(wishes, organisation="", to_whom="de school") == (302, [])
        kept = Ask.objects.get()
        assert (kept.organisation, kept.to_whom) == (None, "de school")

    def test_nobody_or_two_is_said_where_it_is_filled_in(self, wishes: Wishes):
        assert self.ask(wishes) == (422, ["to_whom"])
        assert self.ask(wishes, organisation=str(wishes.welfare.pk), to_whom="de school") == (409, ["to_whom"])
        assert self.ask(wishes, organisation="999999") == (422, ["organisation"])
        assert not Ask.objects.exists()


class TestProvider:
    def test_who_works_for_it_reads_what_is_asked_and_answers(self, wishes: Wishes):
        ask, provider = asked(wishes), browser(wishes.provider)
        assert of_welfare(wishes) in [one.href for one in provider.get("/proefstad/aan-zet/").context["page"].more]
        (line,) = provider.get(of_welfare(wishes)).context["page"].questions
        assert (line.title, [one.href for one in line.acts]) == ("Mag dat?", [where(ask)])
        done = provider.post(where(ask), {"kind": "yes", "answer": "Ja hoor."})
        assert done["Location"] == of_welfare(wishes)
        (line,) = provider.get(of_welfare(wishes)).context["page"].questions
        assert (line.says, line.acts) == ("Ja hoor.", ())

    def test_it_is_their_move_and_nobody_elses(self, wishes: Wishes, officer: Client):
        ask, provider = asked(wishes), browser(wishes.provider)
        (row,) = provider.get("/proefstad/aan-zet/").context["page"].rows
        assert (row.title, row.href) == ("Beantwoord de vraag uit het plan", where(ask))
        assert (bool(row.term), ask.to_whom in row.about) == (True, True)
        assert where(ask) not in read(officer, "/proefstad/aan-zet/")
        provider.post(where(ask), LATER)
        (row,) = provider.get("/proefstad/aan-zet/").context["page"].rows
        assert (row.title, row.term) == ("Geef opnieuw antwoord op wat u op “later” zette", "")

    def test_what_is_asked_of_others_is_not_there(self, wishes: Wishes):
        ask, provider = asked(wishes, known=False), browser(wishes.provider)
        assert provider.get(where(ask)).status_code == provider.post(where(ask), LATER).status_code == 404
        assert provider.get(of_welfare(wishes)).context["page"].questions == ()

    def test_what_it_costs_stays_the_same_however_much_is_asked(self, wishes: Wishes):
        asked(wishes)
        provider = browser(wishes.provider)

        def more() -> None:
            for number in range(9):
                asked(wishes, f"Mag dit ook {number}?")

        assert assert_same_queries(provider, of_welfare(wishes), more, at_most=30)
