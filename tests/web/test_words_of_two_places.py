"""One English word, two Dutch ones: each place reads its own."""

import pytest
from django.utils import translation
from django.utils.functional import Promise

from wijkaanzet.cycle.labels import WHEN
from wijkaanzet.cycle.rules import When
from wijkaanzet.intake.labels import STATUSES as ENTRY_STATUSES
from wijkaanzet.intake.rules import EntryStatus
from wijkaanzet.networks.labels import INVITATION_STATUSES
from wijkaanzet.networks.rules import InvitationStatus
from wijkaanzet.plans.labels import ASK_ANSWERS, CONTRIBUTION_STATUSES
from wijkaanzet.plans.rules.contributions import ContributionStatus
from wijkaanzet.plans.rules.priorities import AskAnswer
from wijkaanzet.scans.labels.figures import STATUSES as IMPORT_STATUSES
from wijkaanzet.scans.rules.importing import FigureImportStatus


@pytest.mark.parametrize(
    ("label", "dutch"),
    [
        (ASK_ANSWERS[AskAnswer.LATER], "Later"),
        (WHEN[When.LATER], "Straks"),
        (CONTRIBUTION_STATUSES[ContributionStatus.WITHDRAWN], "teruggenomen"),
        (ENTRY_STATUSES[EntryStatus.WITHDRAWN], "teruggenomen"),
        (IMPORT_STATUSES[FigureImportStatus.UNDONE], "teruggedraaid"),
        (INVITATION_STATUSES[InvitationStatus.OVER], "voorbij"),
    ],
)
def test_a_state_reads_as_people_say_it_there(label: str | Promise, dutch: str) -> None:
    with translation.override("nl"):
        assert str(label) == dutch


def test_the_answers_to_a_question_read_as_its_form_calls_them() -> None:
    with translation.override("nl"):
        assert [str(ASK_ANSWERS[one]) for one in AskAnswer] == ["Ja", "Deels", "Later", "Nee"]
