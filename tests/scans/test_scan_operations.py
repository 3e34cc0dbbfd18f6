"""A scan is started, filled, put before the network, answered for and published; every step has its move."""

from collections.abc import Callable

import pytest

from tests.conftest import AT
from tests.factories import NOBODY, at_once
from tests.scans.scan_town import (
    CONCERNS,
    STRENGTHS,
    WORDS,
    YEAR,
    ScanTown,
    build_town,
    figure,
    later,
    on,
    tale,
    voice,
)
from wijkaanzet.kernel import open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import AuditEntry, OpenMove, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject, labels
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body
from wijkaanzet.scans import access, operations, queries
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans.models import Scan, ScanComment, ScanItem
from wijkaanzet.scans.rules.scan import Chosen, FilledSection, HowSure, ScanPartKey, ScanStatus

PLANTED = "Roerdompgevoel"


@pytest.fixture
def town(db: None) -> ScanTown:
    return build_town()


def move_of(scan: Scan) -> OpenMove | None:
    return OpenMove.objects.filter(subject_kind="scans.scan", subject_id=scan.pk).first()


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as error:
        act()
    return error.value.key


class TestStarting:
    def test_every_part_is_there_and_the_coordinator_is_to_move(self, town: ScanTown):
        scan = town.started()
        assert set(scan.sections.values_list("section", flat=True)) == set(ScanPartKey)
        move = move_of(scan)
        assert move is not None
        assert (move.role, move.scope_id, move.action) == ("coordinator", town.area.pk, "scans.compose_scan")
        assert not list(open_moves.differences())

    def test_the_words_of_the_last_published_scan_come_along_and_nothing_else(self, town: ScanTown):
        town.lonely(40)
        town.published(figure(), words="Zo was het.")
        scan = town.started(year=YEAR + 1, at=later(365))
        section = scan.sections.get(section=STRENGTHS)
        assert (section.words, section.sure, section.items.count()) == ("Zo was het.", "", 0)

    def test_words_that_were_never_published_stay_where_they_are(self, town: ScanTown):
        town.fill(town.started(), STRENGTHS, words="Nog niet klaar.")
        assert set(town.started(year=YEAR + 1).sections.values_list("words", flat=True)) == {""}

    def test_a_year_has_one_scan_of_an_area(self, town: ScanTown):
        town.started()
        assert refused(town.started) == "scan_exists"
        town.started(area=town.figures.area("oost"))
        assert Scan.objects.count() == 2

    def test_a_scan_is_of_about_now(self, town: ScanTown):
        assert refused(lambda: town.started(year=YEAR + 2)) == "scan_year_too_far"


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_who_start_at_once_one_is_told_that_it_is_there():
    town = build_town()
    answers = at_once(town.started, town.started)
    assert sorted(type(one).__name__ for one in answers) == ["Refused", "Scan"]
    assert Scan.objects.count() == 1


class TestFilling:
    def test_words_sureness_and_items_are_replaced_in_one_act(self, town: ScanTown):
        town.lonely(40)
        scan, garden = town.started(), town.told()
        town.fill(scan, STRENGTHS, figure(), voice(garden, meaning="Een plek om te zijn."))
        filled = FilledSection("Nieuw.", HowSure.UNSURE, (voice(garden),))
        section = operations.fill_section(scan, section=STRENGTHS, filled=filled, actor=town.coordinator, at=AT)
        assert (section.words, section.sure) == ("Nieuw.", "unsure")
        assert [(one.position, one.what, one.meaning) for one in section.items.all()] == [
            (0, Subject("intake.entry", garden.pk), "")
        ]

    @pytest.mark.parametrize(
        ("choose", "key"),
        [
            (lambda town: figure("is-er-niet"), "figure_not_here"),
            (lambda town: voice(town.told(area=town.figures.area("oost"))), "not_to_choose"),
            (lambda town: Chosen(subject=Subject("intake.entry", 999)), "not_to_choose"),
            (lambda town: Chosen(subject=Subject("people.account", 1)), "not_to_choose"),
            (lambda town: voice(town.story().entry), "not_to_choose"),
        ],
    )
    def test_what_is_not_there_to_choose_is_refused_and_nothing_is_lost(
        self, town: ScanTown, choose: Callable[[ScanTown], Chosen], key: str
    ):
        scan = town.started()
        town.fill(scan, STRENGTHS, words=WORDS)
        chosen = choose(town)
        assert refused(lambda: town.fill(scan, STRENGTHS, chosen, words="Anders.")) == key
        assert scan.sections.get(section=STRENGTHS).words == WORDS

    def test_what_stands_there_may_stay_after_its_teller_took_it_back(self, town: ScanTown):
        scan, garden = town.started(), town.told()
        town.fill(scan, STRENGTHS, voice(garden))
        town.withdraw(garden)
        town.fill(scan, STRENGTHS, voice(garden), words="Nog steeds.")
        assert ScanItem.objects.count() == 1
        assert refused(lambda: town.fill(scan, CONCERNS, voice(garden))) == "not_to_choose"

    def test_the_log_holds_no_word_of_it(self, town: ScanTown):
        scan = town.started()
        town.fill(scan, STRENGTHS, words=PLANTED)
        said = town.comment(town.asked(scan), text=PLANTED)
        operations.answer_comment(said, answer=PLANTED, actor=town.coordinator, at=AT)
        rows = AuditEntry.objects.filter(subject_kind="scans.scan").order_by("id")
        assert [one.action.removeprefix("scans.scan.") for one in rows] == [
            "started", "filled", "commenting", "commented", "answered",
        ]  # fmt: skip
        assert not any(PLANTED in f"{one.detail} {one.reason}" for one in rows)


class TestAsking:
    def test_the_network_of_the_area_is_invited(self, town: ScanTown):
        scan = town.asked(town.started())
        move = move_of(scan)
        assert move is not None
        assert (move.role, move.scope_kind, move.scope_id) == ("network_member", "body", scan.network_id)
        assert (move.lapses_on, move.falls_back_to) == (scan.commenting_until, "coordinator")
        assert not list(open_moves.differences())

    def test_without_a_network_the_coordinator_publishes(self, town: ScanTown):
        scan = town.asked(town.started(area=town.figures.area("oost")))
        move = move_of(scan)
        assert move is not None
        assert (move.role, move.action, move.due_on) == ("coordinator", "scans.publish_scan", scan.commenting_until)

    def test_a_network_that_comes_later_does_not_change_who_was_asked(self, town: ScanTown):
        area = town.figures.area("oost")
        scan = town.asked(town.started(area=area))
        people.open_network(area, key="oost", name="Netwerk Oost", actor=NOBODY, at=AT)
        assert not list(open_moves.differences())
        assert Body.objects.filter(scans=scan).count() == 0

    def test_taken_back_it_is_a_draft_again_and_keeps_what_was_said(self, town: ScanTown):
        scan = town.asked(town.started())
        town.comment(scan)
        scan = operations.take_back(scan, actor=town.coordinator, at=later(3))
        assert (scan.status, scan.commenting_until, scan.network) == (ScanStatus.DRAFT, None, None)
        town.fill(scan, STRENGTHS, words="Beter.", at=later(3))
        assert scan.comments.count() == 1
        assert not list(open_moves.differences())

    def test_a_figure_that_was_taken_back_must_be_left_out_first(self, town: ScanTown):
        table, scan = town.lonely(40), town.started()
        town.fill(scan, STRENGTHS, figure())
        scans.undo(table, reason="fout", actor=town.officer, at=AT)
        assert refused(lambda: town.asked(scan)) == "figure_not_here"
        town.fill(scan, STRENGTHS)
        assert town.asked(scan).status == ScanStatus.COMMENTING


class TestCommenting:
    @pytest.mark.parametrize("who", ["member", "coordinator", "area_manager", "professional", "officer"])
    def test_who_works_on_the_area_may_comment(self, town: ScanTown, who: str):
        scan = town.asked(town.started())
        actor: Actor = getattr(town, who)
        said = operations.comment(scan, section=CONCERNS, text=" Er mist iets. ", actor=actor, at=AT)
        assert (said.text, said.section, said.author_id) == ("Er mist iets.", "concerns", actor.user_id)

    @pytest.mark.parametrize("who", ["elsewhere", "nobody"])
    def test_others_may_not(self, town: ScanTown, who: str):
        scan = town.asked(town.started())
        actor = getattr(town, who, NOBODY)
        act = lambda: operations.comment(scan, section=None, text="x", actor=actor, at=AT)  # noqa: E731
        assert refused(act) == "not_asked"

    def test_only_while_the_network_is_asked(self, town: ScanTown):
        assert refused(lambda: town.comment(town.started())) == "wrong_state"
        assert refused(lambda: town.comment(town.published(year=YEAR + 1))) == "wrong_state"

    def test_an_answer_can_be_written_anew_until_it_is_published(self, town: ScanTown):
        scan = town.started()
        town.fill(scan, STRENGTHS)
        said = town.comment(town.asked(scan))
        for answer in ("Doen we.", "Doen we toch niet."):
            operations.answer_comment(said, answer=answer, actor=town.coordinator, at=AT)
        assert ScanComment.objects.get().answer == "Doen we toch niet."
        operations.publish_scan(scan, actor=town.coordinator, at=AT)
        act = lambda: operations.answer_comment(said, answer="Nee.", actor=town.coordinator, at=AT)  # noqa: E731
        assert refused(act) == "wrong_state"


class TestPublishing:
    def test_strengths_first(self, town: ScanTown):
        scan = town.started()
        town.fill(scan, CONCERNS)
        scan = town.asked(scan)
        assert refused(lambda: operations.publish_scan(scan, actor=town.coordinator, at=AT)) == "no_strengths"

    @pytest.mark.parametrize("may_share", [True, False])
    def test_a_strength_that_nobody_can_read_is_none(self, town: ScanTown, may_share: bool):
        scan, garden = town.started(), town.told(may_share=may_share)
        town.fill(scan, STRENGTHS, voice(garden), words="")
        scan = town.asked(scan)
        if may_share:
            town.withdraw(garden)
        assert refused(lambda: operations.publish_scan(scan, actor=town.coordinator, at=AT)) == "no_strengths"

    def test_every_comment_has_an_answer_first(self, town: ScanTown):
        scan = town.started()
        town.fill(scan, STRENGTHS)
        said = town.comment(town.asked(scan))
        assert refused(lambda: operations.publish_scan(scan, actor=town.coordinator, at=AT)) == "comment_unanswered"
        operations.answer_comment(said, answer="Doen we.", actor=town.coordinator, at=AT)
        published = operations.publish_scan(scan, actor=town.coordinator, at=later(2))
        assert (published.status, published.published_on) == (ScanStatus.PUBLISHED, on(later(2)))
        assert move_of(published) is None
        assert not list(open_moves.differences())

    @pytest.mark.parametrize(
        "act",
        [
            lambda town, scan: town.fill(scan, STRENGTHS, words="Anders."),
            lambda town, scan: town.asked(scan),
            lambda town, scan: operations.take_back(scan, actor=town.coordinator, at=AT),
            lambda town, scan: operations.publish_scan(scan, actor=town.coordinator, at=AT),
            lambda town, scan: town.comment(scan),
        ],
    )
    def test_what_is_published_never_changes(self, town: ScanTown, act: Callable[[ScanTown, Scan], object]):
        scan = town.published()
        assert refused(lambda: act(town, scan)) == "wrong_state"
        assert scan.sections.get(section=STRENGTHS).words == WORDS

    def test_a_draft_is_not_published_before_the_network_saw_it(self, town: ScanTown):
        scan = town.started()
        town.fill(scan, STRENGTHS)
        assert refused(lambda: operations.publish_scan(scan, actor=town.coordinator, at=AT)) == "wrong_state"

    def test_who_wanted_to_hear_what_was_done_with_it_gets_a_message(self, town: ScanTown):
        garden, story, other = town.told(email="a@example.nl"), town.story(email="b@example.nl"), town.told()
        scan = town.published(voice(garden), tale(story), voice(other))
        told = OutboxMessage.objects.filter(kind="intake.used").values_list("subject_id", flat=True)
        assert set(told) == {garden.pk, story.entry_id}
        assert queries.used_in(Subject("intake.entry", garden.pk)) == [scan]
        assert queries.used_in(Subject("stories.story", story.pk)) == [scan]


class TestWhoSeesIt:
    @pytest.mark.parametrize(
        ("who", "sees", "makes", "comments"),
        [
            ("coordinator", True, True, True),
            ("area_manager", True, True, True),
            ("professional", True, False, True),
            ("member", True, False, True),
            ("officer", True, False, True),
            ("elsewhere", False, False, False),
            ("nobody", False, False, False),
        ],
    )
    def test_before_it_is_published_who_works_there(
        self, town: ScanTown, who: str, sees: bool, makes: bool, comments: bool
    ):
        actor, municipality, day = getattr(town, who, NOBODY), town.figures.municipality, on()
        scan = town.asked(town.started())
        assert access.seen_scans(actor, municipality, on=day).exists() is sees
        assert access.own_scans(actor, municipality, on=day).exists() is makes
        assert access.scans_to_comment(actor, municipality, on=day).exists() is comments
        assert access.sees_all_of(actor, town.area, on=day) is sees
        assert access.may_compose(actor, town.area, on=day) is makes
        assert (Subject("scans.scan", scan.pk) in labels([Subject("scans.scan", scan.pk)], actor)) is sees
        assert not access.public_scans(municipality).exists()

    @pytest.mark.parametrize("who", ["member", "elsewhere", "nobody"])
    def test_once_published_everybody_sees_it_and_nobody_comments(self, town: ScanTown, who: str):
        actor, municipality = getattr(town, who, NOBODY), town.figures.municipality
        scan = town.published()
        subject = Subject("scans.scan", scan.pk)
        assert list(access.seen_scans(actor, municipality, on=on())) == [scan]
        assert list(access.public_scans(municipality)) == [scan]
        assert not access.scans_to_comment(actor, municipality, on=on()).exists()
        assert labels([subject], actor) == {subject: f"Noord {YEAR}"}
        assert queries.scan_places([scan.pk]) == {scan.pk: ("noord", YEAR)}


def test_what_people_said_of_something_that_was_taken_back_does_not_come_back(town: ScanTown):
    """Who had the form open when it was taken back sends it again."""
    scan, entry = town.started(), town.told()
    chosen = voice(entry, meaning="De moeder van Ali zegt dit.")
    town.fill(scan, STRENGTHS, chosen)
    operations.take_back_told(entry, actor=NOBODY, at=AT)
    town.fill(scan, STRENGTHS, chosen)
    assert [one.meaning for one in ScanItem.objects.all()] == [""]
