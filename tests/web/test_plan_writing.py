"""A plan is written together on pages: nothing that was sent is lost, and nothing of a draft leaks."""

from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from tests.conftest import AT
from tests.web.world import World
from tests.web.writing_world import a_reader
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import LastLooked, Plan, Section
from wijkaanzet.plans.operations import HandIn
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.sections import SectionKey

pytestmark = pytest.mark.django_db
MARK = "01234567-89ab-cdef-0123-456789abcdef"
TUIN = "Er is een buurttuin. De tuin is open."


@pytest.fixture(name="section")
def section_to_write(world: World) -> Section:
    plan = Plan.objects.filter(network__body__key="wijknetwerk", status=PlanStatus.WRITING).order_by("starts_on")[0]
    return Section.objects.select_related("plan").get(plan=plan, key=SectionKey.RISKS)


@pytest.fixture(name="writer")
def browser_of_a_writer(world: World) -> Client:
    return browser_of(world, Role.NETWORK_MEMBER)


def browser_of(world: World, role: Role) -> Client:
    client = Client()
    client.force_login(world.here[role])
    return client


def at(section: Section, page: str = "") -> str:
    return f"/tilburg/plannen/{section.plan.public_id}/schrijven/{section.pk}/{page}"


def read(client: Client, href: str) -> str:
    answer = client.get(href, follow=True)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def sent(client: Client, section: Section, text: str, *, base: int, **more: str):
    return client.post(at(section), {"text": text, "base": str(base), **more})


def of_others(section: Section, text: str, *, base: int) -> None:
    plans.write(section, hand_in=HandIn(base=base, text=text), actor=a_reader("test-ander"), at=AT)


def test_what_is_sent_stands_in_the_part(section: Section, writer: Client):
    answer = sent(writer, section, TUIN, base=0, draft=MARK, said_by="bewoners aan tafel")
    assert (answer.status_code, answer["Location"]) == (302, f"{at(section)}?bewaard={MARK}")
    page = read(writer, answer["Location"])
    assert TUIN in page
    assert "bewoners aan tafel" in page
    assert 'name="base" value="1"' in page


@pytest.mark.parametrize(("words", "messages"), [(150, 1), (151, 2)])
def test_a_summary_that_is_too_long_is_kept_and_said(section: Section, writer: Client, words: int, messages: int):
    summary = section.plan.sections.get(key=SectionKey.SUMMARY)
    answer = sent(writer, summary, "soep " * words, base=summary.version)
    said = [str(one) for one in get_messages(answer.wsgi_request)]
    assert (len(said), "151" in said[-1]) == (messages, messages == 2)
    summary.refresh_from_db()
    assert len(summary.text.split()) == words


def test_a_mark_that_no_browser_of_ours_made_does_not_come_back(section: Section, writer: Client):
    assert sent(writer, section, TUIN, base=0, draft="?x=1&next=//evil")["Location"] == at(section)


def test_what_two_wrote_in_other_sentences_stands_together(section: Section, writer: Client):
    of_others(section, TUIN, base=0)
    of_others(section, f"{TUIN} Er is soep.", base=1)
    answer = sent(writer, section, TUIN.replace("open", "elke dag open"), base=1)
    assert "Er is een buurttuin. De tuin is elke dag open. Er is soep." in read(writer, answer["Location"])


@pytest.mark.done("6.two-browsers-one-section")
def test_who_changes_the_same_sentence_sees_both_and_says_how_it_reads(section: Section, writer: Client):
    of_others(section, TUIN, base=0)
    of_others(section, TUIN.replace("open", "elke dag open"), base=1)
    answer = sent(writer, section, TUIN.replace("open", "nooit open"), base=1)
    beside = at(section, "ernaast/3/")
    assert answer["Location"] == beside
    page = read(writer, beside)
    assert "Er is een buurttuin. De tuin is elke dag open. De tuin is nooit open.</textarea>" in page
    assert beside in read(writer, at(section))
    answer = writer.post(beside, {"text": "De tuin is vaak open.", "base": "2"})
    assert answer["Location"] == at(section)
    section.refresh_from_db()
    assert section.text == "De tuin is vaak open."
    assert writer.get(beside)["Location"] == at(section)


def test_a_text_that_is_kept_beside_may_stay_out(section: Section, writer: Client):
    of_others(section, TUIN, base=0)
    of_others(section, "Weg.", base=1)
    answer = sent(writer, section, "De tuin is groot.", base=1)
    assert writer.post(answer["Location"], {"leave": "1"})["Location"] == at(section)
    assert writer.post(answer["Location"], {"leave": "1"}).status_code == 409
    section.refresh_from_db()
    assert section.text == "Weg."
    assert "groot." in read(writer, at(section, "versies/"))


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize(
    ("text", "base", "status"),
    [("x" * 100_000, "0", 409), ("Goed", "99", 409), ("Goed", "", 422), ("Goed", "nul", 422), ("Goed", "-1", 422)],
)
def test_what_is_refused_still_stands_in_the_form(section: Section, writer: Client, text, base, status):
    answer = writer.post(at(section), {"text": text, "base": base})
    assert answer.status_code == status
    page = unescape(answer.content.decode())
    assert f"{text}</textarea>" in page
    assert "data-unsaved" in page
    assert not section.versions.exists()


@pytest.mark.done("6.bad-input")
def test_script_tags_and_emoji_are_shown_as_text(section: Section, writer: Client):
    sent(writer, section, "<script>alert('soep 🍲')</script>", base=0)
    for page in ("", "versies/", "opmerkingen/"):
        content = writer.get(at(section, page)).content.decode()
        assert "<script>alert" not in content
        assert "🍲" in content


def test_a_plan_that_rests_shows_the_text_and_keeps_what_was_sent_in_the_form(section: Section, writer: Client):
    of_others(section, TUIN, base=0)
    plans.rest(
        section.plan, why="Zomer", look_again_on=AT.date().replace(month=12), actor=a_reader("test-ander"), at=AT
    )
    assert "<textarea" not in read(writer, at(section))
    answer = sent(writer, section, "Toch nog iets.", base=1)
    assert answer.status_code == 409
    assert "Toch nog iets.</textarea>" in answer.content.decode()


def test_versions_say_what_was_added_and_taken_out(section: Section, writer: Client):
    of_others(section, TUIN, base=0)
    sent(writer, section, TUIN.replace("open", "dicht"), base=1)
    page = " ".join(read(writer, at(section, "versies/")).split())
    assert "<ins>" in page
    assert "<del>" in page
    assert f"{at(section)}?versie=1" in page
    assert f"{TUIN}</textarea>" in read(writer, f"{at(section)}?versie=1")
    assert TUIN.replace("open", "dicht") in read(writer, f"{at(section)}?versie=x")


def test_names_are_pointed_out_to_who_writes(section: Section, writer: Client):
    of_others(section, "Bel Fatima Jansen.", base=0)
    assert "<li>Fatima Jansen</li>" in read(writer, at(section))


def test_a_comment_stands_beside_the_part_until_somebody_did_something_with_it(section: Section, writer: Client):
    assert writer.post(at(section, "opmerkingen/"), {"text": " "}).status_code == 409
    assert writer.post(at(section, "opmerkingen/"), {"text": "x" * 100_000}).status_code == 409
    assert writer.post(at(section, "opmerkingen/"), {"text": "Wie opent de poort?"}).status_code == 302
    assert "Wie opent de poort?" in read(writer, at(section))
    settle = at(section, f"opmerkingen/{section.comments.get().pk}/klaar/")
    for _ in range(2):
        assert writer.post(settle).status_code == 302
    assert "Wie opent de poort?" not in read(writer, at(section))


def test_who_says_to_have_seen_the_plan_is_remembered(world: World, section: Section, writer: Client):
    for _ in range(2):
        writer.post(f"/tilburg/plannen/{section.plan.public_id}/gezien/")
    assert LastLooked.objects.get().user == world.here[Role.NETWORK_MEMBER]


def test_a_part_is_404_at_the_address_of_another_plan_or_municipality(section: Section, writer: Client):
    other = Plan.objects.exclude(pk=section.plan_id)[0]
    for href in (
        f"/tilburg/plannen/{other.public_id}/schrijven/{section.pk}/",
        at(section).replace("tilburg", "oude-ijsselstreek"),
        at(section, "ernaast/1/"),
    ):
        assert writer.get(href).status_code == 404


@pytest.mark.done("6.nothing-of-a-draft-leaks")
def test_nothing_of_a_draft_is_told_to_others(world: World, section: Section):
    of_others(section, "Geheime zin.", base=0)
    plan = f"/tilburg/plannen/{section.plan.public_id}/"
    paths = [
        at(section),
        at(section, "versies/"),
        at(section, "opmerkingen/"),
        plan,
        f"{plan}voorstellen/",
        f"{plan}schrijven/",
    ]
    clients = [Client(), *(browser_of(world, role) for role in (Role.RESIDENT, Role.PROVIDER, Role.COUNCIL_MEMBER))]
    answers = [client.get(path) for client in clients for path in paths]
    assert {one.status_code for one in answers} == {200, 404}
    assert not any("Geheime zin" in one.content.decode() for one in answers)


def test_a_script_of_ours_is_allowed_and_no_other(section: Section, writer: Client):
    answer = writer.get(at(section))
    assert "script-src 'self'" in answer["Content-Security-Policy"]
