"""The paper of a meeting, read back: before it what lies behind each point, afterwards the report; never a name."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from django.test import Client
from django.utils.translation import gettext as _
from pypdf import PdfReader

from tests.conftest import AT
from tests.networks.table import EMAIL, MEETING_ON, NAME, PLANTED, Table, later
from tests.plans.life import SUMMARY, Life
from tests.plans.whole import SECRET, TEXTS, Whole
from tests.web.division_town import browser
from tests.web.network_pages import of, text
from tests.web.writing_world import suggest
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.operations import AgendaLine
from wijkaanzet.networks.rules import AGREEMENT, INVITATION, AgreementStatus
from wijkaanzet.plans.models import Ask, Contribution, Plan, Priority
from wijkaanzet.plans.rules.contributions import CONTRIBUTION
from wijkaanzet.plans.rules.plans import EDITION, PLAN
from wijkaanzet.plans.rules.priorities import ASK, PRIORITY
from wijkaanzet.plans.rules.sections import SUGGESTION, SectionKey

pytestmark = pytest.mark.django_db
MORE = "At the table you hear more about this."
HANDED_IN = "The plan was handed in. There will be a decision on it."
REPORTED = networks.Reported(
    minutes="De tuin groeit.\nWij eten samen.",
    agreements=[networks.NewAgreement(text="Lampen kopen.", by_whom="de werkgroep", look_again_on=later(60).date())],
)


@pytest.fixture(autouse=True)
def _the_day_on_which_tests_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


def paper(meeting: Meeting, client: Client | None = None) -> PdfReader:
    """What somebody prints of a meeting; a visitor unless told otherwise."""
    answer = (client or Client()).get(of(meeting, "agenda.pdf"))
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(answer.content))


def said(reader: PdfReader) -> str:
    """What stands on it, on one line and without the places where a line may break."""
    whole = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(whole.replace("\u200b", "").split())


def about(table: Table, *subjects: Subject) -> Meeting:
    """A meeting to which people are invited, with a point about each of these."""
    meeting = table.planned()
    lines: Sequence[AgendaLine] = [AgendaLine(title=f"Punt {n}", subject=one) for n, one in enumerate(subjects, 1)]
    networks.set_agenda(meeting, lines=lines, actor=table.coordinator, at=AT)
    return networks.invite(meeting, actor=table.coordinator, at=AT)


@pytest.fixture(name="reported")
def meeting_with_a_report(table: Table) -> Meeting:
    """A meeting with a point and what came of it, minutes and an agreement."""
    table.member(NAME, email=EMAIL)
    meeting = table.planned()
    networks.set_agenda(meeting, lines=[AgendaLine(title="De tuin", note="geheim")], actor=table.coordinator, at=AT)
    networks.invite(meeting, actor=table.coordinator, at=AT)
    held = networks.hold(meeting, attended=networks.Attended(), actor=table.coordinator, at=MEETING_ON)
    told = networks.Reported(
        minutes=REPORTED.minutes, agreements=REPORTED.agreements, outcomes={held.items.get().pk: "Wij harken samen."}
    )
    return networks.report(held, reported=told, actor=table.coordinator, at=MEETING_ON)


@pytest.mark.done("6.agenda-pack")
class TestReport:
    def test_holds_minutes_outcomes_and_agreements_under_its_own_title(self, reported: Meeting):
        reader = paper(reported)
        whole = said(reader)
        parts = ("De tuin groeit.", "Wij eten samen.", "De tuin", "Wij harken samen.", "Lampen kopen.", "de werkgroep")
        assert [one for one in parts if one not in whole] == []
        assert reader.metadata is not None
        assert reader.metadata.title == _("Report of the meeting on %(day)s") % {"day": "maandag 23 oktober 2017"}
        assert "/StructTreeRoot" in reader.root_object  # tagged, so that it can be read aloud
        assert reader.xmp_metadata is not None
        assert "pdfuaid" in reader.xmp_metadata.stream.get_data().decode()

    @pytest.mark.parametrize("who", [None, "coordinator"])
    def test_holds_no_name_and_no_note_for_whoever_prints_it(self, table: Table, reported: Meeting, who: str | None):
        whole = said(paper(reported, browser(getattr(table, who) if who else None)))
        assert [one for one in (*PLANTED, "geheim") if one in whole] == []

    def test_is_what_the_links_say(self, reported: Meeting):
        page = text(Client(), of(reported))
        assert _("The report to print") in page
        assert _("The agenda to print") not in page
        assert f"-{_('report')}-2017-10-23.pdf" in Client().get(of(reported, "agenda.pdf"))["Content-Disposition"]

    def test_says_what_became_of_an_agreement(self, table: Table, reported: Meeting):
        networks.settle_agreement(
            reported.agreements.get(),
            status=AgreementStatus.DONE,
            what_became="Zij branden.",
            actor=table.coordinator,
            at=MEETING_ON,
        )
        assert "Zij branden." in said(paper(reported))

    def test_of_a_meeting_without_an_agenda_is_a_report_too(self, table: Table):
        reported = networks.report(table.held(), reported=REPORTED, actor=table.coordinator, at=MEETING_ON)
        assert "Lampen kopen." in said(paper(reported))


@pytest.mark.done("6.agenda-pack")
class TestPack:
    def test_holds_the_text_of_an_agreement(self, table: Table):
        (kept,) = table.agreed(REPORTED.agreements)
        whole = said(paper(about(table, Subject(AGREEMENT, kept.pk))))
        assert "Lampen kopen." in whole
        assert "opgepakt door de werkgroep" in whole

    @pytest.mark.parametrize("kind", [PLAN, EDITION])
    def test_says_where_a_plan_stands_and_nothing_of_a_draft(self, life: Life, kind: str):
        edition = life.submitted(life.agreed(life.written(f"{SUMMARY} {SECRET}")))
        subject = Subject(kind, edition.plan_id if kind == PLAN else edition.pk)
        meeting = about(life.table, subject)
        for client in (Client(), browser(life.coordinator)):
            whole = said(paper(meeting, client))
            assert _(HANDED_IN) in whole
            assert SECRET not in whole

    def test_holds_what_everybody_reads_of_a_plan(self, life: Life, whole: Whole):
        plan = whole.amended(whole.public(whole.written(whole.opened())), word=SECRET)
        printed = said(paper(about(life.table, *everything_of(plan))))
        read = [TEXTS[SectionKey.SUMMARY], "Samen eten", "Wij koken elke week samen.", "Een kok die het voordoet"]
        asked = ["Mag de tafel buiten staan?", "Wie loopt er al samen?"]
        assert [one for one in (*read, *asked) if one not in printed] == []
        assert SECRET not in printed

    def test_of_a_plan_that_is_written_holds_only_the_questions_to_everybody(self, life: Life, whole: Whole):
        plan = whole.written(whole.opened())
        meeting = about(life.table, *everything_of(plan))
        for client in (Client(), browser(life.coordinator)):
            printed = said(paper(meeting, client))
            assert all(one in printed for one in ("Iemand om mee te wandelen", "Wie loopt er al samen?", _(MORE)))
            assert not [one for one in ("Samen eten", "Een kok die", "Mag de tafel", "Een fornuis") if one in printed]

    @pytest.mark.parametrize("shared", [True, False])
    def test_holds_the_words_of_a_suggestion_that_its_teller_shares(self, life: Life, shared: bool):
        one, _code = suggest(life.written(), text="Zet een bankje bij de vijver.", may_share=shared)
        meeting = about(life.table, Subject(SUGGESTION, one.pk))
        for client in (Client(), browser(life.coordinator)):
            assert ("Zet een bankje bij de vijver." in said(paper(meeting, client))) is shared

    def test_of_what_is_not_public_says_that_more_is_told_at_the_table(self, table: Table):
        asked = networks.Asked(for_whom=networks.ForWhom(words="Mevrouw Roerdomp"))
        made = networks.invite_to_join(table.network, asked=asked, actor=table.coordinator, at=AT)
        printed = said(paper(about(table, Subject(INVITATION, made.pk)), browser(table.coordinator)))
        assert _(MORE) in printed
        assert "Roerdomp" not in printed

    def test_says_nothing_more_of_what_people_typed_themselves(self, table: Table):
        meeting = table.planned()
        networks.set_agenda(meeting, lines=[AgendaLine(title="De tuin")], actor=table.coordinator, at=AT)
        assert _(MORE) not in said(paper(meeting, browser(table.coordinator)))


def everything_of(plan: Plan) -> list[Subject]:
    """The plan, and each priority and question in it."""
    found = {
        PRIORITY: Priority.objects.filter(plan=plan),
        CONTRIBUTION: Contribution.objects.filter(priority__plan=plan),
        ASK: Ask.objects.filter(priority__plan=plan),
    }
    parts = [Subject(kind, one.pk) for kind, rows in found.items() for one in rows.order_by("pk")]
    return [Subject(PLAN, plan.pk), *parts]
