"""Who reads a scan in which state, what it says on one screen, and what it costs."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.translation import gettext as _

from tests.conftest import AT
from tests.factories import AreaFactory, DivisionFactory
from tests.helpers.plain_dutch import findings
from tests.helpers.queries import assert_same_queries
from tests.scans.scan_town import CONCERNS, STRENGTHS, YEAR, ScanTown, build_town, figure, later, tale, voice
from tests.web.division_town import browser
from tests.web.importing import words
from tests.web.scan_pages import AREA, HERE, WHO, Page, actor, at, scan_in
from wijkaanzet.areas.models import Area
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.kernel import clock
from wijkaanzet.scans import operations
from wijkaanzet.scans.labels import GONE, HOW_SURE, PARTS, SCAN_STATUSES, SINCE
from wijkaanzet.scans.models import Scan, ScanSection
from wijkaanzet.scans.rules.frozen import Since
from wijkaanzet.scans.rules.scan import FilledSection, Gone, HowSure, ScanPartKey, ScanStatus
from wijkaanzet.stories.rules import Scope

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>"
MAKING = ("samenstellen/", "onderdeel/strengths/", "voorleggen/", "uitgeven/", "beantwoorden/")
POSTS = (*MAKING[1:], "beginnen/", "terughalen/", "reageren/")


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> ScanTown:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return build_town()


@pytest.fixture
def visitor() -> Client:
    return Client()


class TestWho:
    @pytest.mark.parametrize("page", ["", "2017/", "2017.json"])
    def test_of_two_divisions_with_the_same_name_it_is_the_one_that_began_last(
        self, town: ScanTown, visitor: Client, page: str
    ):
        old = town.published(words="Zo was het.")
        began = old.area.division.starts_on + timedelta(days=400)
        division = DivisionFactory.create(municipality=town.figures.municipality, key="nieuw", starts_on=began)
        area = AreaFactory.create(division=division, slug=town.area.slug)
        new = town.started(area=area)
        operations.fill_section(
            new, section=STRENGTHS, filled=FilledSection(words="Zo is het."), actor=town.coordinator, at=AT
        )
        operations.publish_scan(town.asked(new), actor=town.coordinator, at=AT)
        answer = visitor.get(f"{AREA}{page}", follow=True)
        assert (answer.status_code, "Zo is het." in answer.content.decode()) == (200, True)

    @pytest.mark.parametrize("status", [ScanStatus.DRAFT, ScanStatus.COMMENTING])
    def test_before_it_is_published_only_who_works_there_sees_it(self, town: ScanTown, status: ScanStatus):
        scan_in(town, status)
        seen = {who: browser(actor(town, who)).get(at()).status_code for who in ("visitor", *WHO)}
        assert seen == {**dict.fromkeys(WHO, 200), "visitor": 404, "elsewhere": 404}

    def test_once_published_everybody_sees_it(self, town: ScanTown):
        scan_in(town, ScanStatus.PUBLISHED)
        assert {browser(actor(town, who)).get(at()).status_code for who in ("visitor", *WHO)} == {200}

    @pytest.mark.parametrize("status", list(ScanStatus))
    def test_only_the_coordinator_and_the_area_manager_make_it(self, town: ScanTown, status: ScanStatus):
        scan_in(town, status)
        for who in ("visitor", "professional", "member", "officer", "elsewhere"):
            client = browser(actor(town, who))
            assert {client.get(at(step)).status_code for step in MAKING} == {404}, who
            others = [step for step in POSTS if step != "reageren/"]
            assert {client.post(at(step)).status_code for step in others} == {404}, who

    @pytest.mark.parametrize("who", ["visitor", "elsewhere"])
    @pytest.mark.parametrize("status", list(ScanStatus))
    def test_who_does_not_work_there_says_nothing_of_it(self, town: ScanTown, who: str, status: ScanStatus):
        scan_in(town, status)
        client = browser(actor(town, who))
        assert {client.get(at("reageren/")).status_code, client.post(at("reageren/")).status_code} == {404}

    @pytest.mark.parametrize("status", [ScanStatus.DRAFT, ScanStatus.COMMENTING])
    def test_a_visitor_learns_nothing_of_a_draft(self, town: ScanTown, visitor: Client, status: ScanStatus):
        scan_in(town, status)
        everywhere = (AREA, "/proefstad/wijken/noord/", "/proefstad/verteld/", f"/proefstad/wijkscans/{YEAR}/")
        shown = [visitor.get(path) for path in everywhere]
        assert not any("Mensen kennen elkaar." in one.content.decode() for one in shown)
        assert shown[-1].status_code == 404
        assert shown[0].status_code == 200

    def test_of_another_year_or_neighbourhood_there_is_none(self, town: ScanTown, visitor: Client):
        scan_in(town, ScanStatus.PUBLISHED)
        assert visitor.get(at(year=2018)).status_code == 404
        assert visitor.get(HERE.replace("noord", "oost") + "/").status_code == 404
        assert browser(town.coordinator).get(at("onderdeel/weaknesses/")).status_code == 404


class TestWay:
    def test_without_a_scan_it_invites_to_tell(self, town: ScanTown, visitor: Client):
        shown = visitor.get(AREA)
        assert "/proefstad/vertel/?wijk=noord" in shown.content.decode()
        assert shown.context["page"].starts == ()
        assert [one.year for one in browser(town.coordinator).get(AREA).context["page"].starts] == [2017, 2018]

    def test_it_leads_to_the_newest_or_to_the_one_that_is_made(self, town: ScanTown, visitor: Client):
        town.published()
        town.started(year=2018)
        assert visitor.get(AREA)["Location"] == at()
        assert browser(town.member).get(AREA)["Location"] == at(year=2018)
        assert browser(town.elsewhere).get(AREA)["Location"] == at()

    def test_the_page_of_the_neighbourhood_leads_to_the_newest_published_one(self, town: ScanTown, visitor: Client):
        before = visitor.get("/proefstad/wijken/noord/").context["page"].scan
        town.published()
        town.started(year=2018)
        after = visitor.get("/proefstad/wijken/noord/").context["page"].scan
        assert (before.href, after.href) == (AREA, at())
        assert "2017" in after.label

    def test_earlier_scans_are_at_hand(self, town: ScanTown, visitor: Client):
        town.published()
        town.published(year=2018, at=later(40))
        shown = visitor.get(at(year=2018)).context["page"]
        assert [one.href for one in shown.earlier] == [at()]
        assert {one.kind for one in shown.downloads} == {"PDF", "CSV", "JSON"}


class TestOneScreen:
    def test_what_is_strong_comes_first_then_worries_then_what_is_not_known(self, town: ScanTown, visitor: Client):
        scan_in(town, ScanStatus.PUBLISHED)
        text = words(visitor.get(at()))
        places = [text.index(str(PARTS[key])) for key in ScanPartKey]
        assert places == sorted(places)

    def test_a_figure_says_its_source_and_of_which_day_it_is(self, town: ScanTown, visitor: Client):
        scan_in(town, ScanStatus.PUBLISHED)
        town.lonely(50, year=2017)
        (shown,) = visitor.get(at()).context["page"].strengths.figures
        card = shown.card
        assert (card.number, card.period, card.href) == ("12,0%", "2016", "/proefstad/wijken/noord/cijfers/eenzaam/")
        assert card.source
        assert card.interval
        assert card.note == _("As it was on %(day)s.") % {"day": "2 oktober 2017"}
        assert shown.meaning == "Veel mensen zijn alleen."
        assert card.discussed

    def test_a_figure_that_was_taken_back_stays_without_a_link(self, town: ScanTown, visitor: Client):
        table = town.lonely(12)
        town.published(figure())
        operations.undo(table, reason="Fout.", actor=town.officer, at=AT)
        (shown,) = visitor.get(at()).context["page"].strengths.figures
        assert (shown.card.number, shown.card.href) == ("12,0%", "")

    def test_what_was_told_is_quoted_with_the_way_to_all_of_it(self, town: ScanTown, visitor: Client):
        entry, story = town.told(title="De tuin"), town.story(title="Samen koken")
        town.published(voice(entry, "Iedereen hoort erbij."), tale(story))
        first, second = visitor.get(at()).context["page"].strengths.quotes
        assert first.href == f"/proefstad/verteld/{entry.public_id}/"
        assert second.href == f"/proefstad/verteld/{story.public_id}/"
        assert visitor.get(first.href).status_code == 200
        assert (first.title, first.meaning) == ("De tuin", "Iedereen hoort erbij.")

    @pytest.mark.done("5.withdrawn")
    def test_what_its_teller_took_back_says_only_that(self, town: ScanTown, visitor: Client):
        entry, story = town.told(title="De tuin"), town.story(title="Samen koken")
        town.published(voice(entry, "Iedereen hoort erbij."), tale(story, "Zo is het."))
        for one in (entry, story):
            town.withdraw(one)
        for who in ("visitor", "member"):
            shown = words(browser(actor(town, who)).get(at()))
            assert shown.lower().count(str(GONE[Gone.WITHDRAWN]).lower()) == 2
            assert not any(text in shown for text in ("De tuin", "Samen koken", "Iedereen hoort erbij", "Zo is het."))

    def test_what_is_not_for_everybody_is_only_for_who_works_there(self, town: ScanTown, visitor: Client):
        entry, story = town.told(title="Stil", may_share=False), town.story({Scope.NETWORK}, title="Zacht")
        town.published(voice(entry), tale(story))
        assert visitor.get(at()).context["page"].strengths.quotes == ()
        seen = browser(town.member).get(at()).context["page"].strengths.quotes
        assert [(one.title, one.only_here) for one in seen] == [("Stil", True), ("Zacht", True)]

    def test_it_says_how_sure_people_are_and_who_made_it(self, town: ScanTown, visitor: Client):
        scan = town.started()
        filled = FilledSection("Wij groeten elkaar.", HowSure.FAIRLY)
        operations.fill_section(scan, section=STRENGTHS, filled=filled, actor=town.coordinator, at=AT)
        operations.publish_scan(town.asked(scan), actor=town.coordinator, at=AT)
        text = words(visitor.get(at()))
        assert str(HOW_SURE[HowSure.FAIRLY]) in text
        assert "Netwerk Noord" in text

    def test_what_people_wrote_stays_text(self, town: ScanTown):
        town.lonely(12)
        scan = town.started()
        town.fill(scan, STRENGTHS, figure(meaning=SCRIPT), voice(town.told(title=SCRIPT)), words=SCRIPT)
        town.comment(town.asked(scan), text=SCRIPT)
        for step in ("", "samenstellen/", "uitgeven/"):
            html = browser(town.coordinator).get(at(step)).content.decode()
            assert "<script" not in html
        assert browser(town.coordinator).get(at()).content.decode().count("&lt;script&gt;alert(1)") >= 4

    def test_comments_are_for_who_works_there(self, town: ScanTown, visitor: Client):
        scan = scan_in(town, ScanStatus.COMMENTING)
        said = [town.comment(scan, text="De lift mist.", section=CONCERNS), town.comment(scan, text="Mooi zo.")]
        seen = words(browser(town.professional).get(at()))
        assert "De lift mist." in seen
        assert "Mooi zo." in seen
        for one in said:
            operations.answer_comment(one, answer="Staat erbij.", actor=town.coordinator, at=AT)
        operations.publish_scan(scan, actor=town.coordinator, at=AT)
        shown = words(visitor.get(at()))
        assert not any(text in shown for text in ("De lift mist.", "Mooi zo.", "Staat erbij."))

    def test_a_banner_says_in_which_state_it_is(self, town: ScanTown):
        scan = scan_in(town, ScanStatus.DRAFT)
        shown = browser(town.member).get(at())
        assert str(SCAN_STATUSES[ScanStatus.DRAFT]) in words(shown)
        assert shown.context["page"].commenting is None
        town.asked(scan)
        shown = browser(town.member).get(at())
        assert str(SCAN_STATUSES[ScanStatus.COMMENTING]) in words(shown)
        assert "23 oktober 2017" in words(shown)
        assert shown.context["page"].commenting is not None

    def test_it_stays_nowhere_on_the_way(self, town: ScanTown, visitor: Client):
        scan_in(town, ScanStatus.PUBLISHED)
        assert "no-store" in visitor.get(at())["Cache-Control"]

    @pytest.mark.parametrize("path", [AREA, HERE + "/", f"/proefstad/wijkscans/{YEAR}/"])
    def test_it_is_plain_dutch(self, town: ScanTown, visitor: Client, path: str):
        if path != AREA:
            scan_in(town, ScanStatus.PUBLISHED)
        assert findings(visitor.get(path).content.decode()) == []


class TestChanges:
    def test_the_next_scan_says_in_sentences_what_is_otherwise(self, town: ScanTown, visitor: Client):
        town.lonely(12)
        gone, new = town.told(title="De tuin"), town.told(title="Het plein")
        town.published(figure(), voice(gone))
        town.lonely(40, year=2017)
        town.published(figure(), voice(new), year=2018, at=later(40), words="Wij zijn met meer.")
        changes = visitor.get(at(year=2018)).context["page"].changes
        assert (changes.year, changes.href) == (YEAR, at())
        (part,) = changes.parts
        assert part.title == str(PARTS[STRENGTHS])
        text = " ".join(part.lines)
        assert all(name in text for name in ("“De tuin”", "“Het plein”", "12,0%", "40,0%", str(SINCE[Since.HIGHER])))

    def test_the_first_scan_has_nothing_to_be_held_against(self, town: ScanTown, visitor: Client):
        town.published()
        assert visitor.get(at()).context["page"].changes is None

    def test_the_same_scan_again_says_that_nothing_changed(self, town: ScanTown, visitor: Client):
        town.published()
        town.published(year=2018, at=later(40))
        assert visitor.get(at(year=2018)).context["page"].changes.parts == ()


class TestYear:
    def test_scans_stand_by_name_of_the_neighbourhood(self, town: ScanTown, visitor: Client):
        for slug in ("zuid", "noord", "oost"):
            town.figures.area(slug)
            scan = town.started(area=town.figures.area(slug))
            town.fill(scan, STRENGTHS, words=f"Dit is {slug}.")
            operations.publish_scan(town.asked(scan), actor=town.coordinator, at=AT)
        town.started(area=town.figures.area("west"))
        shown = visitor.get(f"/proefstad/wijkscans/{YEAR}/").context["page"]
        assert [one.area for one in shown.rows] == ["Noord", "Oost", "Zuid"]
        assert shown.rows[0].words == "Dit is noord."

    def test_a_year_without_scans_is_not_there(self, town: ScanTown, visitor: Client):
        assert visitor.get("/proefstad/wijkscans/2017/").status_code == 404


class TestQueries:
    def test_a_full_scan_costs_as_many_as_a_small_one(self, town: ScanTown, visitor: Client):
        entries = [town.told(kind, title=f"Stem {number}") for number in range(4) for kind in (EntryKind.IDEA,)]
        stories = [town.story(title=f"Verhaal {number}") for number in range(4)]
        town.lonely(12)
        scan = town.started()
        town.fill(scan, STRENGTHS, figure(), voice(entries[0]), tale(stories[0]))
        town.comment(town.asked(scan))

        def grow() -> None:
            taken = operations.take_back(scan, actor=town.coordinator, at=AT)
            for key in ScanPartKey:
                town.fill(taken, key, figure(), *map(voice, entries), *map(tale, stories))
            asked = town.asked(taken)
            for number in range(40):
                town.comment(asked, text=f"Reactie {number}", section=CONCERNS)

        assert_same_queries(browser(town.coordinator), at(), grow, at_most=25)

    @pytest.mark.parametrize("step", ["samenstellen/", "onderdeel/strengths/"])
    def test_making_one_costs_the_same_with_a_hundred_and_one_things_to_choose(self, town: ScanTown, step: str):
        town.lonely(12)
        entry, story = town.told(), town.story()
        town.fill(town.started(), STRENGTHS, figure(), voice(entry), tale(story))

        def grow() -> None:
            for number in range(101):
                entry.pk, entry.public_id, entry.code_hash = None, f"stem{number:08}", f"{number:064}"
                entry._state.adding = True
                entry.save()

        assert_same_queries(browser(town.coordinator), at(step), grow, at_most=30)

    def test_a_list_of_a_hundred_and_one_scans_costs_the_same(self, town: ScanTown, visitor: Client):
        town.published()

        def grow() -> None:
            for number in range(101):
                area = Area.objects.create(
                    division=town.area.division, code=f"N{number}", slug=f"n-{number}", name=f"N {number}"
                )
                scan = Scan.objects.create(
                    area=area,
                    year=YEAR,
                    status=ScanStatus.PUBLISHED,
                    status_since=AT.date(),
                    started_on=AT.date(),
                    published_on=AT.date(),
                    commenting_until=date(2017, 10, 2) + timedelta(days=21),
                )
                ScanSection.objects.bulk_create(ScanSection(scan=scan, section=key) for key in ScanPartKey)

        assert_same_queries(visitor, f"/proefstad/wijkscans/{YEAR}/", grow, at_most=10)


def test_addresses_of_another_municipality_are_not_there(town: ScanTown, visitor: Client):
    scan_in(town, ScanStatus.PUBLISHED)
    shown: Page = visitor.get(at().replace("proefstad", "nergens"))
    assert shown.status_code == 404
