"""What people do with a scan over HTTP: begin, fill, ask, comment, answer, publish; and nothing typed is lost."""

from html import unescape

import pytest
from django.test import Client
from django.utils.translation import gettext as _

from tests.conftest import AT
from tests.scans.scan_town import STRENGTHS, YEAR, ScanTown, build_town, figure, later, voice
from tests.web.division_town import browser
from tests.web.importing import words
from tests.web.scan_pages import Page, at, scan_in, send
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import operations
from wijkaanzet.scans.labels import REFUSALS
from wijkaanzet.scans.models import Scan, ScanComment, ScanItem, ScanSection
from wijkaanzet.scans.rules.scan import PROCESS, VOICE, HowSure, ScanPartKey, ScanStatus
from wijkaanzet.web.actions import places
from wijkaanzet.web.http import Request
from wijkaanzet.web.links import addresses

pytestmark = pytest.mark.django_db
PART = "onderdeel/strengths/"


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> ScanTown:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return build_town()


@pytest.fixture
def coordinator(town: ScanTown) -> Client:
    return browser(town.coordinator)


@pytest.fixture
def member(town: ScanTown) -> Client:
    return browser(town.member)


def refused(answer: Page, key: str) -> bool:
    """Whether the page says no with that sentence."""
    return answer.status_code == 409 and str(REFUSALS[key]).partition("%")[0] in unescape(words(answer))


def state(year: int = YEAR) -> ScanStatus:
    return ScanStatus(Scan.objects.get(year=year).status)


def section() -> ScanSection:
    return ScanSection.objects.get(section=STRENGTHS)


def here() -> Request:
    """A request for a page of Proefstad."""
    request = Request()
    request.address_prefix = "/proefstad"
    return request


class TestMaking:
    def test_a_scan_is_begun_filled_discussed_answered_and_published(
        self, town: ScanTown, coordinator: Client, member: Client
    ):
        town.lonely(12)
        entry = town.told(title="De tuin")
        assert send(coordinator, "beginnen/")["Location"] == at("samenstellen/")
        told = {"words": "Wij groeten elkaar.", "sure": "fairly", f"voice-{entry.pk}": "on"}
        told |= {"figure-eenzaam": "on", "figure-eenzaam-meaning": "Dat klopt niet meer."}
        assert send(coordinator, PART, **told)["Location"] == at("samenstellen/")
        assert send(coordinator, "voorleggen/")["Location"] == at()
        assert send(member, "reageren/", about="strengths", text="De lift mist.")["Location"] == at()
        said = ScanComment.objects.get()
        where = f"{at()}#comment-{said.pk}"
        assert send(coordinator, "beantwoorden/", comment=str(said.pk), answer="Staat erbij.")["Location"] == where
        assert send(coordinator, "uitgeven/")["Location"] == at()
        shown = words(Client().get(at()))
        assert all(text in shown for text in ("Wij groeten elkaar.", "De tuin", "Dat klopt niet meer."))
        assert not any(text in shown for text in ("De lift mist.", "Staat erbij."))

    def test_a_part_keeps_its_words_what_is_chosen_and_what_it_means_in_order(
        self, town: ScanTown, coordinator: Client
    ):
        town.lonely(12)
        first, second = town.told(title="Een"), town.told(title="Twee")
        town.fill(town.started(), STRENGTHS, voice(second, "Stond er al."))
        told = {f"voice-{one.pk}": "on" for one in (first, second)} | {"figure-eenzaam": "on"}
        told |= {f"voice-{second.pk}-meaning": "Blijft staan.", "figure-inwoners-meaning": "Niet gekozen."}
        send(coordinator, PART, words="Regel een.\r\nRegel twee.", sure="sure", **told)
        assert (section().words, section().sure) == ("Regel een.\nRegel twee.", HowSure.SURE)
        kept = [(one.what, one.meaning) for one in ScanItem.objects.order_by("position")]
        assert kept == [
            (Subject(VOICE, second.pk), "Blijft staan."),
            (Subject(VOICE, first.pk), ""),
            ("eenzaam", ""),
        ]

    def test_the_form_shows_what_stands_there_and_what_can_be_chosen(self, town: ScanTown, coordinator: Client):
        town.lonely(12)
        inside, other = town.told(title="Erin"), town.told(title="Nog niet")
        town.fill(town.started(), STRENGTHS, voice(inside), figure())
        page = coordinator.get(at(PART)).context["page"]
        ticked = {row.label: row.ticked for group in (*page.told, *page.figures) for row in group.rows}
        assert ticked == {"“Erin”": True, "Eenzaam": True, f"“{other.title}”": False, "Inwoners": False}

    def test_what_is_gone_can_be_left_out(self, town: ScanTown, coordinator: Client):
        table, entry = town.lonely(12), town.told()
        town.fill(town.started(), STRENGTHS, voice(entry), figure())
        town.withdraw(entry)
        operations.undo(table, reason="Fout.", actor=town.officer, at=AT)
        assert [row.ticked for row in coordinator.get(at(PART)).context["page"].told[0].rows] == [True, True]
        assert refused(send(coordinator, "voorleggen/"), "figure_not_here")
        send(coordinator, PART, words="Wij groeten elkaar.")
        assert send(coordinator, "voorleggen/").status_code == 302
        assert not ScanItem.objects.exists()

    def test_the_overview_counts_what_waits_to_be_chosen(self, town: ScanTown, coordinator: Client):
        town.fill(town.started(), STRENGTHS, voice(town.told()))
        town.told(title="Nog niet")
        strong, *others = coordinator.get(at("samenstellen/")).context["page"].parts
        assert "1" in strong.waiting
        assert {one.waiting for one in others} == {""}
        assert strong.href == at(PART)

    def test_taken_back_it_can_be_written_again(self, town: ScanTown, coordinator: Client):
        scan_in(town, ScanStatus.COMMENTING)
        assert coordinator.get(at(PART))["Location"] == at("samenstellen/")
        assert send(coordinator, "terughalen/")["Location"] == at("samenstellen/")
        assert coordinator.get(at(PART)).status_code == 200
        assert state() is ScanStatus.DRAFT

    def test_it_says_first_who_is_invited_until_when_and_what_becomes_public(self, town: ScanTown, coordinator: Client):
        scan = town.started()
        town.fill(scan, STRENGTHS, voice(town.told(title="Open")), voice(town.told(title="Dicht", may_share=False)))
        asking = " ".join(coordinator.get(at("voorleggen/")).context["page"].points)
        assert all(text in asking for text in ("Netwerk Noord", "23 oktober 2017"))
        town.asked(scan)
        points = coordinator.get(at("uitgeven/")).context["page"].points
        assert [("“Open”" in one, "“Dicht”" in one) for one in points if "”" in one and "Wat" not in one] == [
            (True, False),
            (False, True),
        ]
        assert state() is ScanStatus.COMMENTING

    @pytest.mark.parametrize(("days", "says_so"), [(0, True), (21, True), (22, False)])
    def test_it_says_until_when_the_network_may_still_comment(
        self, town: ScanTown, monkeypatch: pytest.MonkeyPatch, days: int, says_so: bool
    ):
        scan_in(town, ScanStatus.COMMENTING)
        monkeypatch.setattr(clock, "now", lambda: later(days))
        points = browser(town.coordinator).get(at("uitgeven/")).context["page"].points
        assert any("23 oktober 2017" in one for one in points) is says_so

    def test_next_year_begins_with_the_words_of_this_year(self, town: ScanTown, coordinator: Client):
        town.published(words="Wij groeten elkaar.")
        (start,) = coordinator.get(at()).context["page"].starts
        assert coordinator.post(start.href)["Location"] == at("samenstellen/", year=2018)
        assert coordinator.get(at(PART, year=2018)).context["form"]["words"].value() == "Wij groeten elkaar."


class TestRefused:
    def test_words_that_are_too_long_come_back_whole_with_their_length(self, town: ScanTown, coordinator: Client):
        entry = town.told()
        town.started()
        long = "a" * 1_501
        answer = send(coordinator, PART, words=long, sure="unsure", **{f"voice-{entry.pk}": "on"})
        assert refused(answer, "scan_words_too_long")
        assert "1501" in words(answer).replace(".", "")
        form = answer.context["form"]
        assert (form["words"].value(), form["sure"].value(), form[f"voice-{entry.pk}"].value()) == (
            long,
            "unsure",
            True,
        )
        assert (section().words, section().sure) == ("", "")

    def test_a_meaning_that_is_too_long_comes_back_whole(self, town: ScanTown, coordinator: Client):
        town.lonely(12)
        town.started()
        told = {"figure-eenzaam": "on", "figure-eenzaam-meaning": "b" * 501}
        answer = send(coordinator, PART, words="Wij.", **told)
        assert refused(answer, "scan_meaning_too_long")
        assert "b" * 501 in answer.content.decode()
        assert any(group.open for group in answer.context["page"].figures)

    def test_more_than_twelve_things_are_no_choice(self, town: ScanTown, coordinator: Client):
        entries = [town.told(title=f"Stem {number}") for number in range(13)]
        town.started()
        answer = send(coordinator, PART, words="Wij.", **{f"voice-{one.pk}": "on" for one in entries})
        assert refused(answer, "too_many_items")
        assert sum(row.ticked for group in answer.context["page"].told for row in group.rows) == 13

    def test_what_is_no_answer_is_said_at_its_question(self, town: ScanTown, coordinator: Client):
        town.started()
        answer = send(coordinator, PART, words="Wij groeten elkaar.", sure="surely")
        assert answer.status_code == 422
        assert answer.context["form"]["words"].value() == "Wij groeten elkaar."
        assert section().words == ""

    def test_while_the_network_looks_words_stay_and_what_was_typed_too(self, town: ScanTown, coordinator: Client):
        scan_in(town, ScanStatus.COMMENTING)
        answer = send(coordinator, PART, words="Te laat getypt.")
        assert answer.status_code == 409
        assert answer.context["form"]["words"].value() == "Te laat getypt."
        assert section().words == "Mensen kennen elkaar."

    def test_what_is_of_another_neighbourhood_cannot_be_chosen(self, town: ScanTown, coordinator: Client):
        elsewhere = town.told(title="Oost", area=town.figures.area("oost"))
        town.started()
        send(coordinator, PART, words="Wij.", **{f"voice-{elsewhere.pk}": "on"})
        assert not ScanItem.objects.exists()

    def test_a_year_has_one_scan(self, town: ScanTown, coordinator: Client):
        town.started()
        assert refused(send(coordinator, "beginnen/"), "scan_exists")
        assert refused(coordinator.post(at("beginnen/", year=2030)), "scan_year_too_far")
        assert AuditEntry.objects.filter(action__contains="scans.scan.started").count() == 3
        assert Scan.objects.count() == 1

    def test_nothing_is_published_without_strengths_or_with_a_comment_open(self, town: ScanTown, coordinator: Client):
        scan = town.asked(town.started())
        assert refused(send(coordinator, "uitgeven/"), "no_strengths")
        taken = operations.take_back(scan, actor=town.coordinator, at=AT)
        town.fill(taken, STRENGTHS)
        town.comment(town.asked(taken))
        assert refused(send(coordinator, "uitgeven/"), "comment_unanswered")
        assert state() is ScanStatus.COMMENTING

    @pytest.mark.parametrize("step", ["voorleggen/", "terughalen/", "uitgeven/"])
    def test_a_published_scan_stays_as_it_is(self, town: ScanTown, coordinator: Client, step: str):
        scan_in(town, ScanStatus.PUBLISHED)
        assert send(coordinator, step).status_code == 409
        assert state() is ScanStatus.PUBLISHED
        assert coordinator.get(at("samenstellen/"))["Location"] == at()


class TestComments:
    @pytest.mark.parametrize("who", ["coordinator", "area_manager", "professional", "member", "officer"])
    def test_who_works_there_says_what_they_think(self, town: ScanTown, who: str):
        scan_in(town, ScanStatus.COMMENTING)
        assert send(browser(getattr(town, who)), "reageren/", about="", text="Mooi zo.").status_code == 302
        said = ScanComment.objects.get()
        assert (said.section, said.text, said.author_id) == ("", "Mooi zo.", getattr(town, who).user_id)

    def test_a_link_beside_a_part_asks_about_that_part(self, town: ScanTown, member: Client):
        scan_in(town, ScanStatus.COMMENTING)
        part = member.get(at()).context["page"].concerns
        asked = member.get(at() + part.comment_href.partition("#")[0]).context["page"].commenting
        assert asked["about"].value() == ScanPartKey.CONCERNS
        assert member.get(f"{at()}?onderdeel=iets").context["page"].commenting["about"].value() == ""

    def test_an_empty_comment_is_asked_for_again(self, town: ScanTown, member: Client):
        scan_in(town, ScanStatus.COMMENTING)
        answer = send(member, "reageren/", about="concerns", text="")
        assert answer.status_code == 422
        assert answer.context["form"]["about"].value() == "concerns"

    @pytest.mark.parametrize("status", [ScanStatus.DRAFT, ScanStatus.PUBLISHED])
    def test_at_another_time_it_is_refused_and_comes_back(self, town: ScanTown, member: Client, status: ScanStatus):
        scan_in(town, status)
        answer = send(member, "reageren/", about="", text="Nog iets over de lift.")
        assert answer.status_code == 409
        assert "Nog iets over de lift." in answer.content.decode()
        assert not ScanComment.objects.exists()

    def test_one_that_is_too_long_comes_back_whole(self, town: ScanTown, member: Client):
        scan_in(town, ScanStatus.COMMENTING)
        answer = send(member, "reageren/", about="", text="c" * 2_001)
        assert refused(answer, "comment_too_long")
        assert "c" * 2_001 in answer.content.decode()

    def test_an_answer_that_is_too_long_comes_back_at_its_own_comment(self, town: ScanTown, coordinator: Client):
        scan = scan_in(town, ScanStatus.COMMENTING)
        first, second = town.comment(scan, text="Een."), town.comment(scan, text="Twee.")
        answer = send(coordinator, "beantwoorden/", comment=str(second.pk), answer="d" * 1_001)
        assert refused(answer, "comment_answer_too_long")
        rows = {one.uid: one.form for one in answer.context["page"].comments}
        assert rows[f"comment-{second.pk}"]["answer"].value() == "d" * 1_001
        assert rows[f"comment-{first.pk}"]["answer"].value() == ""

    def test_a_comment_of_another_scan_cannot_be_answered_here(self, town: ScanTown, coordinator: Client):
        other = town.started(year=2018)
        elsewhere = town.comment(town.asked(other))
        scan_in(town, ScanStatus.COMMENTING)
        assert send(coordinator, "beantwoorden/", comment=str(elsewhere.pk), answer="Nee.").status_code == 422
        elsewhere.refresh_from_db()
        assert elsewhere.answer == ""

    def test_only_who_makes_it_gets_a_place_to_answer(self, town: ScanTown, coordinator: Client, member: Client):
        town.comment(scan_in(town, ScanStatus.COMMENTING))
        forms = [client.get(at()).context["page"].comments[0].form for client in (coordinator, member)]
        assert [one is not None for one in forms] == [True, False]
        mine = [client.get(at()).context["page"].comments[0].who for client in (coordinator, member)]
        assert mine[1] == _("You, on %(day)s") % {"day": "2 oktober 2017"}
        assert mine[0] != mine[1]


class TestMoves:
    def test_a_move_leads_to_where_it_is_answered(self, town: ScanTown):
        def where() -> list[str]:
            moves = OpenMove.objects.filter(subject_kind=PROCESS)
            return list(places(here(), moves).values())

        scan = town.started()
        assert where() == [at("samenstellen/")]
        town.asked(scan)
        assert where() == [at()]

    def test_without_a_network_its_maker_publishes(self, town: ScanTown):
        scan = town.asked(town.started(area=town.figures.area("oost")))
        found = places(here(), OpenMove.objects.filter(subject_kind=PROCESS, subject_id=scan.pk))
        assert list(found.values()) == [at("samenstellen/").replace("noord", "oost")]

    def test_a_scan_has_an_address(self, town: ScanTown):
        subject = Subject(PROCESS, town.started().pk)
        assert addresses(here(), [subject]) == {subject: at()}
