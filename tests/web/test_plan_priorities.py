"""The priorities of a plan over HTTP: everything of one on one page, residents first, and what may be done there."""

from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from tests.conftest import AT
from tests.factories import NOBODY
from tests.helpers.queries import assert_same_queries
from tests.plans.wishes import PAY, Wishes, lay_wishes
from tests.web.division_town import browser
from tests.web.priority_pages import SCRIPT, at, named, of_plan, photo, professionals, read, residents, text
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.labels import INFORMAL_ANSWERS
from wijkaanzet.plans.models import Ask, BaseCapacity, Contribution, Picture, Plan, Priority, Reason
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.plans import AgreementWay
from wijkaanzet.plans.rules.priorities import InformalAnswer, NewReason, ReasonKind
from wijkaanzet.plans.rules.sections import SectionKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> Wishes:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_wishes()


@pytest.fixture
def coordinator(wishes: Wishes) -> Client:
    return browser(wishes.coordinator)


class TestAdding:
    @pytest.mark.done("6.wish-without-figure")
    def test_a_few_words_are_enough_and_then_comes_the_question_what_residents_do(
        self, wishes: Wishes, coordinator: Client
    ):
        told = {"title": "Een veilig plein", "place_kind": "area"}
        answer = coordinator.post(of_plan(wishes, "prioriteit/nieuw/"), told)
        added = Priority.objects.get(title="Een veilig plein")
        assert answer["Location"] == of_plan(wishes, f"prioriteit/{added.public_id}/eerst-informeel/")

    def test_what_is_refused_stands_on_the_form_with_everything_that_was_filled_in(
        self, wishes: Wishes, coordinator: Client
    ):
        told = {"title": "Een veilig plein", "place_kind": "street", "place": ""}
        answer = coordinator.post(of_plan(wishes, "prioriteit/nieuw/"), told)
        assert answer.status_code == 409
        assert "Een veilig plein" in answer.content.decode()
        assert not Priority.objects.filter(title="Een veilig plein").exists()

    def test_a_name_is_shown_before_everybody_can_read_it(self, wishes: Wishes, coordinator: Client):
        told = {"title": "Hulp voor mevrouw De Vries", "place_kind": "area"}
        answer = coordinator.post(of_plan(wishes, "prioriteit/nieuw/"), told)
        assert answer.status_code == 422
        looked = answer.context["form"].fields["looked"].widget.attrs["value"]
        assert "Vries" in looked
        again = coordinator.post(of_plan(wishes, "prioriteit/nieuw/"), {**told, "looked": looked})
        assert again.status_code == 302

    @pytest.mark.parametrize("who", ["officer", "provider", None])
    def test_a_draft_is_not_there_for_who_does_not_write_along(self, wishes: Wishes, who: str | None):
        client = browser(getattr(wishes, who) if who else None)
        for path in (at(wishes), at(wishes, "wijzigen/"), of_plan(wishes, "basis/"), of_plan(wishes, "fotos/")):
            assert client.get(path).status_code == 404, path

    @pytest.mark.parametrize("who", ["area_manager", "sits"])
    def test_who_keeps_or_sits_at_the_table_writes_along(self, wishes: Wishes, who: str):
        assert "Samen eten" in read(browser(getattr(wishes.table, who)), at(wishes))


def ways_to_texts(client: Client, wishes: Wishes) -> list[str]:
    """Where the texts of the priority lead to on its page."""
    parts = client.get(at(wishes)).context["page"].parts
    return [text.link.href for part in parts for text in part.texts if text.link]


class TestReading:
    def test_residents_come_before_professionals(self, wishes: Wishes, coordinator: Client):
        wishes.asked_welfare()
        wishes.ask()
        page = coordinator.get(at(wishes)).context["page"]
        assert [one.uid for one in page.parts] == ["why", "residents", "professionals", "bring", "others", "known"]
        bring = page.parts[3]
        assert [one.title.partition(":")[0] for one in bring.lines] == ["De kookgroep", "Stichting Welzijn"]

    def test_the_question_stands_open_until_it_is_answered(self, wishes: Wishes, coordinator: Client):
        before = coordinator.get(at(wishes)).context["page"].parts[1]
        assert (before.badge, bool(before.lead)) == (None, True)
        answer = coordinator.post(at(wishes, "eerst-informeel/"), {"informal": "nothing_yet", "informal_says": ""})
        assert answer["Location"] == at(wishes)
        after = coordinator.get(at(wishes)).context["page"].parts[1]
        assert (after.badge.tone, after.lead) == ("stone", "")

    def test_the_table_says_whether_the_question_was_asked(self, wishes: Wishes, coordinator: Client):
        def badge() -> str:
            (line,) = coordinator.get(of_plan(wishes, "schrijven/")).context["page"].priorities
            return str(line.informal.label)

        nobody_knows = INFORMAL_ANSWERS[InformalAnswer.NOTHING_YET]
        before = badge()
        wishes.answered(InformalAnswer.NOTHING_YET, "")
        assert (before != nobody_knows, badge()) == (True, nobody_knows)

    def test_reasons_and_answers_of_others_stand_there(self, wishes: Wishes, coordinator: Client):
        want = NewReason(kind=ReasonKind.WISH, says="Wij willen samen eten.")
        plans.set_reasons(wishes.priority, reasons=[want], actor=NOBODY, at=AT)
        new = NewAsk(to_whom="Afdeling Ruimte", question="Mag de tafel buiten?")
        ask = plans.ask_others(wishes.priority, new=new, actor=NOBODY, at=AT)
        officer, path = browser(wishes.officer), f"/proefstad/vragen-aan-anderen/{ask.public_id}/"
        officer.post(path, {"kind": "yes", "answer": "Ja, dat mag."})
        assert "Beantwoord: Ja" in read(officer, path), "who answered sees that there is an answer"
        shown = read(coordinator, at(wishes))
        assert all(one in shown for one in (want.says, new.to_whom, new.question, "Ja, dat mag."))

    def test_what_lies_with_who_decides_can_be_read_and_not_changed(self, wishes: Wishes, coordinator: Client):
        Plan.objects.update(status="submitted")
        page = coordinator.get(at(wishes)).context["page"]
        assert page.notice is not None
        assert [one.acts for one in (page, *page.parts)] == [()] * 7
        refused = coordinator.post(at(wishes, "laten-gaan/"), {"why": "Het is er al."})
        assert refused.status_code == 409

    def test_a_text_is_written_while_the_plan_is_open_and_then_tells_how_it_came_about(
        self, wishes: Wishes, coordinator: Client
    ):
        why = wishes.priority.sections.get(key=SectionKey.WHY)
        plans.write(why, hand_in=plans.HandIn(base=0, text="Wij eten vaak alleen."), actor=NOBODY, at=AT)
        sections = wishes.priority.sections.values_list("pk", flat=True)
        assert sorted(ways_to_texts(coordinator, wishes)) == sorted(
            of_plan(wishes, f"schrijven/{one}/") for one in sections
        )
        Plan.objects.update(status="adopted")
        (way,) = ways_to_texts(coordinator, wishes)
        assert way == of_plan(wishes, f"schrijven/{why.pk}/versies/"), "the other texts have no versions"
        assert coordinator.get(way).status_code == 200

    def test_costs_the_same_however_much_there_is(self, wishes: Wishes, coordinator: Client):
        wishes.asked_welfare()

        def grow() -> None:
            for _ in range(6):
                wishes.ask(PAY)
                new = NewAsk(to_whom="Ruimte", question="Mag dat?")
                plans.ask_others(wishes.priority, new=new, actor=NOBODY, at=AT)

        assert_same_queries(coordinator, at(wishes), grow, at_most=20)


class TestChanging:
    def test_a_place_and_a_day_to_look_back(self, wishes: Wishes, coordinator: Client):
        told = {"title": "Eten", "place_kind": "street", "place": "Dorpsstraat", "known_by": "look_back"}
        day = {"look_back_on_day": "1", "look_back_on_month": "6", "look_back_on_year": "2018"}
        answer = coordinator.post(at(wishes, "wijzigen/"), {**told, **day})
        assert answer.status_code == 302, text(answer)
        assert "1 juni 2018" in read(coordinator, at(wishes))

    def test_a_place_in_the_plan(self, wishes: Wishes, coordinator: Client):
        coordinator.post(of_plan(wishes, "prioriteit/nieuw/"), {"title": "Groen", "place_kind": "area"})
        coordinator.post(at(wishes, "plaats/"), {"to": "2"})
        assert [one.title for one in Priority.objects.order_by("position")] == ["Groen", "Samen eten"]

    def test_what_is_let_go_is_not_there_any_more(self, wishes: Wishes, coordinator: Client):
        coordinator.post(at(wishes, "laten-gaan/"), {"why": "Het is er al."})
        assert coordinator.get(at(wishes)).status_code == 404
        assert Priority.objects.get().dropped_why == "Het is er al."

    def test_changing_what_the_network_agreed_with_is_told_before(self, wishes: Wishes, coordinator: Client):
        coordinator.post(at(wishes, "eerst-informeel/"), {"informal": "want", "informal_says": "Wij willen eten."})
        agreed = plans.Agreed(way=AgreementWay.CONSENT)
        plans.agree(wishes.plan, agreed=agreed, actor=wishes.coordinator, at=AT)
        assert coordinator.get(at(wishes)).context["page"].notice is not None
        coordinator.post(at(wishes, "eerst-informeel/"), {"informal": "do", "informal_says": "Wij eten al."})
        assert Plan.objects.get().status == "writing"

    def test_wishes_are_kept_as_they_are_said(self, wishes: Wishes, coordinator: Client):
        answer = coordinator.post(at(wishes, "aanleiding/"), {"wish-0": "Wij willen dit.", "wish-2": "En dat."})
        assert answer.status_code == 302
        assert [one.says for one in Reason.objects.order_by("position")] == ["Wij willen dit.", "En dat."]
        again = coordinator.get(at(wishes, "aanleiding/")).context["form"]
        assert [again[f"wish-{number}"].value() for number in range(3)] == ["Wij willen dit.", "En dat.", ""]


class TestAsking:
    @pytest.mark.done("6.informal-first")
    def test_professionals_are_asked_after_the_question_what_residents_do(self, wishes: Wishes, coordinator: Client):
        told = professionals(wishes)
        refused = coordinator.post(at(wishes, "vragen/"), told)
        assert refused.status_code == 409
        assert "Een kok" in refused.content.decode()
        coordinator.post(at(wishes, "eerst-informeel/"), {"informal": "nothing_yet"})
        assert coordinator.post(at(wishes, "vragen/"), told)["Location"] == at(wishes)
        assert Contribution.objects.get().organisation == wishes.welfare

    def test_the_municipality_is_asked_for_money_of_the_neighbourhood(self, wishes: Wishes, coordinator: Client):
        told = {"organisation": "municipality", "kind": "money", "what": "Pannen", "cents": "1.250,50"}
        coordinator.post(at(wishes, "vragen/"), {**told, "from_area_money": "on"})
        kept = Contribution.objects.get()
        assert (kept.bringer, kept.cents, kept.from_area_money) == ("municipality", 125_050, True)

    def test_residents_are_told_of_the_right_to_challenge_and_not_assigned_paid_work(
        self, wishes: Wishes, coordinator: Client
    ):
        form = coordinator.get(at(wishes, "bewoners-vragen/")).context
        assert len(form["page"].points) == 3
        assert not {"organisation", "beyond_base", "from_area_money"} & set(form["form"].fields)

    def test_the_same_form_sent_twice_asks_once(self, wishes: Wishes, coordinator: Client):
        for _ in range(2):
            assert coordinator.post(at(wishes, "bewoners-vragen/"), residents()).status_code == 200
        assert Contribution.objects.count() == 1

    def test_others_are_asked_and_only_the_policy_officer_answers(self, wishes: Wishes, coordinator: Client):
        coordinator.post(at(wishes, "anderen-vragen/"), {"to_whom": "de gemeente", "question": "Mag dat?"})
        path = f"/proefstad/vragen-aan-anderen/{Ask.objects.get().public_id}/"
        assert coordinator.get(path).status_code == browser(wishes.provider).get(path).status_code == 404
        assert "Mag dat?" in read(browser(wishes.officer), path)


class TestBase:
    def test_who_is_there_in_any_case_is_kept_line_by_line(self, wishes: Wishes, coordinator: Client):
        told = {"organisation-0": str(wishes.welfare.pk), "what-0": "Opbouwwerk", "hours-0": "24"}
        coordinator.post(of_plan(wishes, "basis/"), told)
        assert BaseCapacity.objects.get().hours_a_week == 24
        coordinator.post(of_plan(wishes, "basis/"), {**told, "what-0": ""})
        assert not BaseCapacity.objects.exists()

    def test_a_line_without_who_is_said_beside_it(self, wishes: Wishes, coordinator: Client):
        answer = coordinator.post(of_plan(wishes, "basis/"), {"what-1": "Opbouwwerk"})
        assert answer.status_code == 422
        assert "organisation-1" in answer.context["form"].errors


class TestPictures:
    def sent(self, wishes: Wishes, client: Client, content: BytesIO, **changes: str) -> Picture:
        told = {"alt": "Een tafel op straat", "consent": "Niemand is te herkennen.", **changes}
        answer = client.post(of_plan(wishes, "fotos/"), {"photo": content, **told})
        assert answer.status_code == 302, text(answer)
        return Picture.objects.latest("pk")

    def test_a_photo_is_drawn_anew_without_its_maker(self, wishes: Wishes, coordinator: Client):
        one = self.sent(wishes, coordinator, photo(), priority=wishes.priority.public_id)
        answer = coordinator.get(of_plan(wishes, f"foto/{one.public_id}.jpg"))
        assert answer["Content-Type"] == "image/jpeg"
        with Image.open(BytesIO(answer.content)) as shown:
            assert (shown.size, len(shown.getexif())) == ((40, 30), 0)
        assert b"Kwikstaart" not in answer.content

    def test_a_photo_of_a_draft_is_of_who_writes_along(self, wishes: Wishes, coordinator: Client):
        one = self.sent(wishes, coordinator, photo())
        for actor in (None, wishes.officer, wishes.provider, wishes.table.elsewhere):
            assert browser(actor).get(of_plan(wishes, f"foto/{one.public_id}.jpg")).status_code == 404

    def test_a_photo_of_another_plan_is_not_there(self, wishes: Wishes, coordinator: Client):
        one = self.sent(wishes, coordinator, photo())
        assert coordinator.get(f"/proefstad/plannen/anders/foto/{one.public_id}.jpg").status_code == 404

    def test_a_photo_is_deleted_for_good(self, wishes: Wishes, coordinator: Client):
        one = self.sent(wishes, coordinator, photo())
        Plan.objects.update(status="adopted")
        coordinator.post(of_plan(wishes, f"fotos/{one.public_id}/weg/"))
        assert not Picture.objects.exists()

    def test_a_script_as_words_of_a_photo_stays_words(self, wishes: Wishes, coordinator: Client):
        self.sent(wishes, coordinator, photo(), alt=SCRIPT)
        assert SCRIPT not in coordinator.get(of_plan(wishes, "fotos/")).content.decode()

    def test_a_file_that_is_no_photo_is_refused_and_the_words_stay(self, wishes: Wishes, coordinator: Client):
        told = {"photo": named(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg"), "alt": "Een tafel"}
        answer = coordinator.post(of_plan(wishes, "fotos/"), {**told, "consent": "Gevraagd."})
        assert answer.status_code == 409
        assert "Een tafel" in answer.content.decode()
