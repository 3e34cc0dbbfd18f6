"""Telling something without an account: what is asked, what is kept, and what happens with bad input."""

from io import BytesIO
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import gettext as _
from PIL import Image
from pytest_django import Settings

from tests.web.importing import client_of, words
from tests.web.telling import FIND, GPS, TELL, TEXT, code_in, entry_of, form, picture, sound, tell
from tests.web.world import World
from wijkaanzet.areas.models import Area, Place
from wijkaanzet.demo.build import START
from wijkaanzet.intake import queries
from wijkaanzet.intake.labels import REFUSALS
from wijkaanzet.intake.models import Attachment, Entry, Knock
from wijkaanzet.intake.rules import EntryStatus, Route, Tone
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.people.rules import Role
from wijkaanzet.stories.models import Prompt
from wijkaanzet.stories.rules import PROMPT
from wijkaanzet.web.telling.forms import TellingForm
from wijkaanzet.web.uploads import MEGABYTE

pytestmark = pytest.mark.django_db
ASKED_ONCE_MORE = "Is it a story? Then we ask you once more what we may do with it. Come back with your code."
SCRIPT = "<script>alert('x')</script> En <b>vet</b>."


@pytest.fixture(autouse=True)
def on_the_first_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


@pytest.fixture
def before() -> int:
    """How many things were told before the test."""
    return Entry.objects.count()


def noord() -> Area:
    return Area.objects.get(division__municipality__slug="tilburg", slug="noord")


def street(area: Area, name: str = "Besterd") -> Place:
    town = area.division.municipality
    return Place.objects.create(municipality=town, area=area, kind="street", name=name, starts_on=START.date())


class TestTelling:
    def test_asks_little_and_says_what_happens_next(self) -> None:
        answer = Client().get(f"{TELL}?wijk=noord")
        page = answer.context["page"]
        assert [one.name for one in (*page.first, *page.last)] == ["area", "text", "may_share", "email", "keep_told"]
        assert (page.files_open, page.more_open, page.first[0].value()) == (False, False, "noord")
        assert page.desk.phone in words(answer)
        assert "16 oktober 2017" in words(answer)

    def test_gives_a_receipt_with_the_code(self) -> None:
        answer = tell(title="Samen", meaning="Zo ken je elkaar.", tone="good", email="iemand@voorbeeld.nl")
        entry = entry_of(code_in(answer))
        told = queries.told_of(entry)
        assert told is not None
        assert (told.text, told.title, told.meaning, told.tone) == (TEXT, "Samen", "Zo ken je elkaar.", Tone.GOOD)
        assert (entry.status, entry.route, entry.area, entry.may_share) == ("received", "web", noord(), True)
        assert queries.contact_of(entry).email == "iemand@voorbeeld.nl"
        receipt = Client().get(answer["Location"])
        assert receipt.context["page"].is_new
        assert _(ASKED_ONCE_MORE) in words(receipt)
        assert "-".join(receipt.context["page"].groups) == code_in(answer)
        assert receipt.context["page"].link == f"http://testserver{FIND}{code_in(answer)}/"

    def test_may_be_about_the_whole_municipality_and_for_the_network_only(self) -> None:
        entry = entry_of(code_in(tell(area="-", may_share="no")))
        assert (entry.area, entry.may_share) == (None, False)

    def test_stands_beside_a_place_a_question_and_a_figure(self) -> None:
        place = street(noord())
        asked = Prompt.objects.create(
            municipality=place.municipality, area=noord(), question="Wie kent u?", starts_on=START.date()
        )
        page = f"{TELL}?vraag={asked.public_id}&cijfer=jonger-dan-15"
        shown = Client().get(page)
        assert (shown.context["page"].question, shown.context["page"].first[0].value()) == ("Wie kent u?", "noord")
        assert "Kinderen tot 15 jaar" in shown.context["page"].figure
        entry = entry_of(code_in(Client().post(page, form(place=place.public_id))))
        assert (entry.place, entry.figure) == (place, "jonger-dan-15")
        assert (entry.about_kind, entry.about_id) == (PROMPT, asked.pk)

    def test_shows_what_is_asked_here_now_until_one_is_chosen(self) -> None:
        town = noord().division.municipality
        for number in range(7):
            Prompt.objects.create(municipality=town, area=noord(), question=f"Vraag {number}?", starts_on=START.date())
        asked = Client().get(f"{TELL}?wijk=noord").context["page"].asked
        assert [one.label.startswith("Vraag") for one in asked] == [True] * 5
        assert not [one for one in Client().get(TELL).context["page"].asked if one.label.startswith("Vraag")]
        chosen = Client().get(asked[0].href).context["page"]
        assert (chosen.question, chosen.asked, chosen.first[0].value()) == (asked[0].label, (), "noord")
        assert tell(text="").context["page"].asked == (), "a link would lose what was typed"

    def test_leaves_out_what_is_not_known(self) -> None:
        page = f"{TELL}?vraag=bestaat1&cijfer=bestaat-niet&wijk=nergens"
        shown = Client().get(page).context["page"]
        assert (shown.question, shown.figure, shown.first[0].value()) == ("", "", "")
        entry = entry_of(code_in(Client().post(page, form())))
        assert (entry.about_kind, entry.figure) == ("", "")

    def test_keeps_no_account_of_who_is_logged_in_and_tells_something_self(self, world: World) -> None:
        entry = entry_of(code_in(tell(client_of(world, Role.RESIDENT))))
        log = AuditEntry.objects.get(subject_kind="intake.entry", subject_id=entry.pk)
        assert (entry.written_down_by, log.actor_id) == (None, None)

    def test_says_that_a_telephone_number_is_no_address_and_that_it_may_stay_empty(self) -> None:
        shown = tell(email="013 123 45 67").context["form"]
        assert list(shown.errors) == ["email"]
        assert str(shown.errors["email"][0]) == str(TellingForm.base_fields["email"].error_messages["invalid"])
        assert shown["email"].value() == "013 123 45 67"

    def test_keeps_a_recording_and_a_photo_without_words(self) -> None:
        entry = entry_of(code_in(tell(text="", recording=sound(), photo=picture())))
        assert [one.kind for one in queries.files_of(entry)] == ["audio", "photo"]


class TestWrittenDown:
    @pytest.mark.parametrize("role", [Role.COORDINATOR, Role.POLICY_OFFICER, Role.PROVIDER])
    def test_by_who_works_here_says_how_it_was_told(self, world: World, role: Role) -> None:
        client = client_of(world, role)
        entry = entry_of(code_in(tell(client, route_told="desk", phone="013 123 45 67", keep_told="on")))
        assert (entry.route, entry.written_down_by) == (Route.DESK, world.here[role])
        assert (queries.contact_of(entry).phone, entry.keep_told) == ("013 123 45 67", True)

    def test_speaks_of_who_tells_it_and_gives_nobody_to_call(self, world: World) -> None:
        answer = client_of(world, Role.COORDINATOR).get(f"{TELL}?wijk=noord")
        assert (answer.context["page"].for_another, answer.context["page"].desk) == (True, None)
        assert not Client().get(TELL).context["page"].for_another

    def test_ends_with_the_code_to_hand_over_and_the_next_one(self, world: World) -> None:
        client = client_of(world, Role.COORDINATOR)
        receipt = tell(client, route_told="desk")["Location"]
        assert client.get(receipt).context["page"].hands_over
        assert "Zonder de code horen zij geen antwoord." in words(client.get(receipt))
        others = (Client(), client_of(world, Role.POLICY_OFFICER))
        assert not any(one.get(receipt).context["page"].hands_over for one in others)
        assert not client.get(tell(client, route_told="web")["Location"]).context["page"].hands_over

    @pytest.mark.parametrize(
        ("left", "hears"),
        [
            ({"phone": "013 123 45 67"}, "Wij bellen hen ook met het antwoord."),
            ({"email": "kwik@example.org"}, "Zij krijgen het antwoord ook per e-mail."),
        ],
    )
    def test_says_how_who_told_it_hears_the_answer(self, world: World, left: dict[str, str], hears: str) -> None:
        client = client_of(world, Role.COORDINATOR)
        assert hears in words(client.get(tell(client, route_told="desk", **left)["Location"]))

    def test_asks_how_it_was_told(self, world: World) -> None:
        answer = tell(client_of(world, Role.COORDINATOR))
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == ["route_told"]

    @pytest.mark.parametrize("phone", ["abc", "013 1", "bel na 5 uur"])
    def test_with_a_number_that_nobody_can_call_is_said_and_nothing_is_lost(self, world: World, phone: str) -> None:
        answer = tell(client_of(world, Role.COORDINATOR), route_told="phone", phone=phone, keep_told="on")
        shown = answer.context["form"]
        assert (answer.status_code, list(shown.errors)) == (422, ["phone"])
        assert (shown["phone"].value(), shown["text"].value()) == (phone, TEXT)

    def test_has_no_limit(self, world: World, settings: Settings) -> None:
        settings.WZ_INTAKE_PER_HOUR = 1
        client = client_of(world, Role.COORDINATOR)
        assert {tell(client, route_told="visit", text=f"{TEXT} {n}").status_code for n in range(3)} == {302}

    def test_by_somebody_of_elsewhere_is_telling_it_self(self, world: World) -> None:
        client = client_of(world, Role.COORDINATOR, elsewhere=True)
        assert entry_of(code_in(tell(client, route_told="desk", phone="013 1"))).route == Route.WEB


@pytest.mark.done("5.bad-input")
class TestBadInput:
    @pytest.mark.parametrize(
        ("wrong", "status", "where"),
        [
            ({"text": " "}, 422, "text"),
            ({"token": ""}, 409, "__all__"),
            ({"token": "kort"}, 409, "__all__"),
            ({"area": ""}, 422, "area"),
            ({"area": "nergens"}, 422, "area"),
            ({"may_share": ""}, 422, "may_share"),
            ({"may_share": "misschien"}, 422, "may_share"),
            ({"email": "geen adres"}, 422, "email"),
            ({"keep_told": "on"}, 422, "email"),
            ({"text": "x" * 100_000}, 422, "text"),
            ({"title": "x" * 121}, 422, "title"),
            ({"meaning": "x" * 501}, 422, "meaning"),
            ({"text": "nul\x00"}, 422, "text"),
            ({"tone": "boos"}, 422, "tone"),
        ],
    )
    def test_gets_one_sentence_and_nothing_is_lost_or_kept(
        self, wrong: dict[str, Any], status: int, where: str, before: int
    ) -> None:
        answer = tell(**{"meaning": "Dit blijft staan.", **wrong})
        assert answer.status_code == status
        assert {name: len(errors) for name, errors in answer.context["form"].errors.items()} == {where: 1}
        assert wrong.get("text", TEXT) == answer.context["form"]["text"].value()
        assert wrong.get("meaning", "Dit blijft staan.") in answer.content.decode()
        assert Entry.objects.count() == before

    def test_a_hundred_thousand_characters_are_counted(self) -> None:
        answer = tell(text="é" * 100_000)
        counted = answer.context["form"].errors["text"][0]
        assert ("100.000" in counted, "20.000" in counted) == (True, True)
        assert "maxlength" not in str(answer.context["form"]["text"]), "a browser would cut off what is pasted"
        assert code_in(tell(text="é\r\n" * 10_000)), "a new line is one character"

    def test_an_empty_form_says_at_once_all_that_is_missing(self) -> None:
        errors = tell(area="", text="", may_share="").context["form"].errors
        assert list(errors) == ["area", "may_share", "text"]
        assert errors["text"] == [REFUSALS["nothing_told"]]

    def test_script_tags_are_text(self) -> None:
        refused = tell(text=SCRIPT, title=SCRIPT, may_share="").content.decode()
        assert "<script" not in refused
        assert refused.count("&lt;script&gt;") == 2
        told = queries.told_of(entry_of(code_in(tell(text=SCRIPT))))
        assert told is not None
        assert told.text == SCRIPT

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
    def test_a_photo_loses_where_it_was_made_and_who_made_it(self, kind: str) -> None:
        sent = picture(kind, with_place=True)
        with Image.open(BytesIO(sent.getvalue())) as before:
            assert before.getexif().get_ifd(GPS)
        photo = queries.photo_of(entry_of(code_in(tell(photo=sent))))
        assert photo is not None
        with Image.open(BytesIO(photo)) as kept:
            assert (kept.format, dict(kept.getexif()), kept.info.get("exif")) == ("JPEG", {}, None)
        assert b"Jansen" not in photo

    @pytest.mark.parametrize(
        ("name", "file"),
        [
            ("photo", SimpleUploadedFile("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")),
            ("photo", SimpleUploadedFile("x.jpg", b"\xff\xd8 no photo", "image/jpeg")),
            ("recording", SimpleUploadedFile("x.mp3", b"MZ a program", "audio/mpeg")),
        ],
    )
    def test_another_file_than_was_asked_is_refused(self, name: str, file: SimpleUploadedFile, before: int) -> None:
        file.seek(0)
        sent: dict[str, Any] = {name: file}
        answer = tell(**sent)
        assert (answer.status_code, answer.context["form"]["text"].value()) == (409, TEXT)
        assert answer.context["page"].choose_again
        assert (Entry.objects.count(), Attachment.objects.filter(entry__text="x").count()) == (before, 0)

    def test_an_empty_file_is_said(self) -> None:
        answer = tell(recording=SimpleUploadedFile("leeg.mp3", b""))
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["recording"])

    def test_fifty_megabytes_of_sound_are_kept_and_more_is_said_without_losing_words(self, before: int) -> None:
        entry = entry_of(code_in(tell(recording=sound(50 * MEGABYTE))))
        assert queries.files_of(entry)[0].size == 50 * MEGABYTE
        answer = tell(recording=sound(51 * MEGABYTE), photo=picture())
        assert (answer.status_code, answer.context["form"]["text"].value()) == (422, TEXT)
        assert "50 MB" in answer.context["form"].errors["recording"][0]
        assert Entry.objects.count() == before + 1

    def test_a_place_of_another_neighbourhood_is_refused(self) -> None:
        other = Area.objects.filter(division=noord().division).exclude(slug="noord").order_by("pk")[0]
        street(noord())
        answer = tell(place=street(other, "Elders").public_id)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["place"])
        assert answer.context["page"].more_open


class TestSession:
    def test_that_ended_loses_no_telephone_number_of_who_was_written_down(self, world: World, before: int) -> None:
        coordinator = client_of(world, Role.COORDINATOR)
        assert coordinator.get(TELL).status_code == 200
        Session.objects.all().delete()
        sent = form(route_told="phone", phone="06 12345678")
        answer = coordinator.post(TELL, sent, headers={"referer": f"http://testserver{TELL}"})
        assert (answer.status_code, answer["Location"]) == (302, f"/demo/?next={quote(TELL, safe='')}")
        assert Entry.objects.count() == before
        coordinator.force_login(world.here[Role.COORDINATOR])
        filled = coordinator.get(TELL).context["form"]
        assert (filled["phone"].value(), filled["text"].value()) == ("06 12345678", TEXT)


@pytest.mark.both_engines
def test_an_address_that_makes_no_sense_asks_no_question() -> None:
    assert Client().get(f"{TELL}?vraag=%00&wijk=%00&cijfer=%00").context["page"].question == ""


@pytest.mark.done("5.bad-input")
class TestTwice:
    def test_the_same_form_is_one_entry_with_one_code(self, before: int) -> None:
        sent = form(email="iemand@voorbeeld.nl")
        codes = {code_in(Client().post(TELL, {**sent, "photo": picture()})) for _ in range(3)}
        assert (len(codes), Entry.objects.count()) == (1, before + 1)

    def test_the_same_form_is_not_counted_twice(self, settings: Settings) -> None:
        settings.WZ_INTAKE_PER_HOUR = 1
        sent = form()
        assert {Client().post(TELL, sent).status_code for _ in range(3)} == {302}

    def test_what_is_changed_after_going_back_is_not_lost(self, before: int) -> None:
        sent = form()
        codes = [code_in(Client().post(TELL, {**sent, "text": text})) for text in (TEXT, f"{TEXT} En nog iets.")]
        assert (len(set(codes)), Entry.objects.count()) == (2, before + 2)

    def test_the_same_story_from_two_forms_is_two_entries_that_look_alike(self) -> None:
        one, other = (entry_of(code_in(tell())) for _ in range(2))
        assert one.pk != other.pk
        waiting = Entry.objects.filter(pk__in=[one.pk, other.pk], status=EntryStatus.RECEIVED)
        assert queries.alike(one, waiting) == [other]


@pytest.mark.done("5.receipts")
class TestLimit:
    def send(self, times: int, **who: Any) -> list[int]:
        return [Client().post(TELL, form(text=f"{TEXT} {n}"), **who).status_code for n in range(times)]

    def test_who_knocks_too_often_hears_so_and_keeps_the_text(self, settings: Settings) -> None:
        settings.WZ_INTAKE_PER_HOUR = 2
        assert self.send(3) == [302, 302, 409]
        answer = tell(text="Dit staat er nog.")
        assert (answer.status_code, answer.context["form"]["text"].value()) == (409, "Dit staat er nog.")
        assert self.send(1, REMOTE_ADDR="192.0.2.7") == [302]

    def test_no_address_is_kept(self) -> None:
        self.send(1, REMOTE_ADDR="192.0.2.7")
        knock = Knock.objects.get(municipality=Municipality.objects.get(slug="tilburg"))
        assert (len(knock.trace), "192" in knock.trace[:4]) == (64, False)
