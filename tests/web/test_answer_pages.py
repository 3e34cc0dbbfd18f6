"""The answer behind a code: finding it, reading it, taking back what was told, and sharing a story."""

import logging
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from tests.web.importing import client_of, words
from tests.web.telling import FIND, JUDGED, TEXT, VISITOR, code_in, entry_of, offered, placed, received, tell
from tests.web.world import World
from wijkaanzet.areas.models import Area
from wijkaanzet.demo.build import START
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryStatus
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.people.rules import Role
from wijkaanzet.stories.models import Consent, Story
from wijkaanzet.stories.rules import Scope, StoryStatus
from wijkaanzet.web.codes.door import ANSWER

pytestmark = pytest.mark.django_db
UNKNOWN = "abcd-efgh-jkmn-pqrs"
SHARE = {"say": "share", "scopes": ["public", "report"], "of_age": "on"}


@pytest.fixture(autouse=True)
def on_the_first_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


@pytest.fixture
def code(world: World) -> str:
    """The code of something about Noord that came in with a photo."""
    area = Area.objects.get(division__municipality__slug="tilburg", slug="noord")
    return received(Municipality.objects.get(slug="tilburg"), area, photo=True)


def page_of(code: str, rest: str = "") -> str:
    return f"{FIND}{code}/{rest}"


def look(code: str) -> Any:
    return Client().get(page_of(code)).context["page"]


class TestFinding:
    @pytest.mark.parametrize("write", [str, str.upper, lambda code: " ".join(code), lambda code: f" {code}. "])
    def test_a_code_may_be_typed_in_many_ways(self, code: str, write: Any) -> None:
        answer = Client().post(FIND, {"code": write(code)})
        assert answer.status_code == 302
        assert Client().get(answer["Location"]).status_code == 200

    @pytest.mark.parametrize("wrong", [UNKNOWN, "", "abcd", "x" * 200, "<script>", "0000-0000-0000-0000"])
    def test_a_wrong_code_gets_one_sentence(self, wrong: str) -> None:
        answer = Client().post(FIND, {"code": wrong})
        assert (answer.status_code, len(answer.context["form"].errors["code"])) == (422, 1)

    @pytest.mark.parametrize("rest", ["", "intrekken/", "delen/"])
    @pytest.mark.parametrize("unknown", [UNKNOWN, "kort", "é"])
    def test_an_unknown_code_in_a_link_leads_to_where_it_is_typed(self, rest: str, unknown: str) -> None:
        client = Client()
        answer = client.get(page_of(unknown, rest))
        assert (answer.status_code, answer["Location"]) == (302, FIND)
        assert "no-store" in answer["Cache-Control"]
        assert str(ANSWER.unknown) in [str(said) for said in client.get(FIND).context["messages"]]

    def test_an_unknown_code_does_nothing_and_shows_no_photo(self) -> None:
        assert Client().get(page_of(UNKNOWN, "delen/foto/")).status_code == 404
        assert {Client().post(page_of(UNKNOWN, rest)).status_code for rest in ("intrekken/", "delen/")} == {404}

    def test_a_code_of_another_municipality_leads_nowhere(self, code: str) -> None:
        elsewhere = page_of(code).replace("tilburg", "oude-ijsselstreek")
        assert Client().get(elsewhere).status_code in (302, 404)
        assert Client().post(elsewhere.replace(f"{code}/", ""), {"code": code}).status_code in (404, 422)


class TestSecret:
    @pytest.mark.parametrize("rest", ["", "intrekken/", "delen/", "delen/foto/"])
    def test_no_copy_of_a_page_stays_behind(self, code: str, rest: str) -> None:
        offered(entry_of(code))
        answer = Client().get(page_of(code, rest))
        assert answer.status_code == 200
        assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
        assert (answer["X-Robots-Tag"], answer["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
        assert rest == "delen/foto/" or '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()

    def test_the_code_is_in_no_log(self, code: str, caplog: pytest.LogCaptureFixture, capfd: Any) -> None:
        with caplog.at_level(logging.DEBUG):
            for rest in ("", "intrekken/", "delen/", "nergens/"):
                Client().get(page_of(code, rest))
            Client().post(page_of(code, "intrekken/"))
            Client().post(FIND, {"code": code})
        out, err = capfd.readouterr()
        assert "route=" in out or "route" in caplog.text
        logged = [*map(str, AuditEntry.objects.values_list("detail", "reason", "action")), out, err]
        assert not [line for line in logged if code in line or code.replace("-", "") in line]

    def test_only_a_hash_of_it_is_kept(self, code: str) -> None:
        plain = code.replace("-", "")
        assert not [one for one in Entry.objects.values() if plain in str(one)]


class TestAnswer:
    def test_says_where_it_stands_from_receipt_to_answer(self, code: str) -> None:
        first = look(code)
        assert [event.state for event in first.timeline.events] == ["done", "now", "next"]
        assert (first.timeline.events[-1].on, first.answer, first.is_new) == (date(2017, 10, 16), "", False)
        entry = placed(entry_of(code))
        then = look(code)
        assert [event.state for event in then.timeline.events] == ["done", "done"]
        assert then.answer == JUDGED.answer
        assert (first.answer_title, "2 oktober 2017" in then.answer_title) == ("", True)
        assert [(one.label, one.href) for one in then.places] == [
            ("Samen eten", f"/tilburg/verteld/{entry.public_id}/")
        ]

    def test_is_read_where_not_everybody_may_read_what_was_told(self) -> None:
        code = code_in(tell(may_share="no"))
        placed(entry_of(code))
        assert (look(code).places, look(code).answer) == ((), JUDGED.answer)
        assert "alleen" in look(code).read_by

    def test_is_there_for_what_was_declined_too(self, world: World, code: str) -> None:
        reader = replace(VISITOR, user_id=world.here[Role.COORDINATOR].pk)
        intake.decline(entry_of(code), answer="Dit past hier niet.\n<b>Bel</b> ons.", actor=reader, at=START)
        answer = Client().get(page_of(code))
        assert "&lt;b&gt;Bel&lt;/b&gt;" in answer.content.decode()
        assert answer.context["page"].places == ()

    def test_waits_for_a_telephone_call(self, world: World) -> None:
        client = client_of(world, Role.COORDINATOR)
        code = code_in(tell(client, route_told="phone", phone="013 123 45 67"))
        placed(entry_of(code))
        assert [event.state for event in look(code).timeline.events] == ["done", "done", "now"]


class TestTakingBack:
    def test_asks_first_and_then_it_is_gone(self, code: str) -> None:
        entry = placed(entry_of(code))
        assert Client().get(page_of(code, "intrekken/")).status_code == 200
        assert Client().post(page_of(code, "intrekken/"), follow=True).status_code == 200
        entry.refresh_from_db()
        assert (entry.status, entry.title, entry.text, entry.answer) == (EntryStatus.WITHDRAWN, "", "", "")
        page = look(code)
        assert "2 oktober 2017" in page.taken_back
        assert (page.timeline, page.answer, page.withdraw_href, page.places) == (None, "", "", ())
        assert Client().get(f"/tilburg/verteld/{entry.public_id}/").status_code == 404

    def test_a_second_time_changes_nothing(self, code: str) -> None:
        assert [Client().post(page_of(code, "intrekken/")).status_code for _ in range(2)] == [302, 409]
        assert Client().get(page_of(code, "intrekken/")).status_code == 302

    def test_takes_the_story_along(self, code: str) -> None:
        story = offered(entry_of(code))
        Client().post(page_of(code, "delen/"), SHARE)
        assert Client().post(page_of(code, "intrekken/")).status_code == 302
        story.refresh_from_db()
        assert (story.status, story.text, story.photo) == (StoryStatus.WITHDRAWN, "", None)
        assert entry_of(code).status == EntryStatus.WITHDRAWN
        assert Client().get(page_of(code, "delen/")).status_code == 404

    def test_is_done_by_nobody_that_is_known(self, world: World, code: str) -> None:
        """Also when it is refused the second time; nor can the log of requests tell who it was."""
        resident = client_of(world, Role.RESIDENT)
        assert [resident.post(page_of(code, "intrekken/")).status_code for _ in range(2)] == [302, 409]
        written = AuditEntry.objects.filter(subject_kind="intake.entry", subject_id=entry_of(code).pk)
        assert [one.result for one in written.order_by("id")] == ["done", "done", "refused"]
        assert {(one.actor_id, one.request_id) for one in written} == {(None, "")}


@pytest.mark.done("5.consent")
class TestSharing:
    @pytest.fixture
    def story(self, code: str) -> Story:
        return offered(entry_of(code))

    def test_shows_the_edited_story_with_nothing_ticked(self, code: str, story: Story) -> None:
        assert look(code).asks_share
        answer = Client().get(page_of(code, "delen/"))
        page = answer.context["page"]
        assert (page.title, page.text, page.meaning) == ("Samen eten", TEXT, "Zo kent men elkaar.")
        assert ("1 oktober 2019" in page.until, "13 november 2017" in page.answer_before) == (True, True)
        assert "checked" not in answer.content.decode()
        with Image.open(BytesIO(Client().get(page.photo_href).content)) as photo:
            assert photo.format == "JPEG"

    def test_is_shared_for_what_was_chosen(self, code: str, story: Story) -> None:
        answer = Client().post(page_of(code, "delen/"), SHARE, follow=True)
        assert [one.label for one in answer.context["page"].places] == ["Samen eten"]
        assert {one.scope for one in Consent.objects.filter(story=story)} == {Scope.PUBLIC, Scope.REPORT}
        assert Client().get(page_of(code, "delen/foto/")).status_code == 404, "nobody agreed to the photo"

    @pytest.mark.parametrize(
        ("told", "status", "where"),
        [
            ({"of_age": "on"}, 422, "scopes"),
            ({"scopes": ["public"]}, 422, "of_age"),
            ({"scopes": ["nobody"], "of_age": "on"}, 422, "scopes"),
            ({"scopes": ["photo", "press"], "of_age": "on"}, 409, "scopes"),
        ],
    )
    def test_is_refused_with_one_sentence(
        self, code: str, story: Story, told: dict[str, Any], status: int, where: str
    ) -> None:
        answer = Client().post(page_of(code, "delen/"), {"say": "share", **told})
        assert (answer.status_code, list(answer.context["form"].errors)) == (status, [where])
        story.refresh_from_db()
        assert story.status == StoryStatus.OFFERED

    def test_is_not_shared_when_the_teller_says_no(self, code: str, story: Story) -> None:
        answer = Client().post(page_of(code, "delen/"), {"say": "keep"}, follow=True)
        story.refresh_from_db()
        assert (story.status, story.sealed, story.photo) == (StoryStatus.NOT_SHARED, None, None)
        assert "niet gedeeld" in words(answer)
        assert answer.context["page"].share_href == ""

    def test_can_be_changed_later(self, code: str, story: Story) -> None:
        Client().post(page_of(code, "delen/"), SHARE)
        page = Client().get(page_of(code, "delen/")).context["page"]
        assert (page.is_shared, page.questions[0].value()) == (True, ["public", "report"])
        told = {"say": "share", "scopes": ["network"], "of_age": "on"}
        answer = Client().post(page_of(code, "delen/"), told, follow=True)
        assert answer.context["page"].places == ()
        open_now = Consent.objects.filter(story=story, ended_on__isnull=True)
        assert [one.scope for one in open_now] == [Scope.NETWORK]
        assert Client().post(page_of(code, "delen/"), {"say": "keep"}).status_code == 409
