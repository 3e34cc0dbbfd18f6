"""Why something is in a plan, as everybody reads it: what only some could read leaves no trace when it is gone."""

import pytest

from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans.models import Priority, Reason
from wijkaanzet.plans.queries import PriorityInFull, ReasonInFull, kept_of
from wijkaanzet.plans.rules.content import PlanContent, PriorityKept
from wijkaanzet.plans.rules.priorities import KnownBy, PlaceKind, ReasonKind
from wijkaanzet.scans.queries import ToldWords
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.scans.rules.scan import VOICE, Gone
from wijkaanzet.web.http import Request
from wijkaanzet.web.plan_reading.priorities import Setting, measured_in, priorities

TOLD = Subject(VOICE, 7)
ALONE = FrozenFigure(
    slug="eenzaam",
    label="Mensen die zich alleen voelen",
    kind=ColumnKind.PERCENTAGE,
    unit="van de bewoners",
    decimals=0,
    year=2016,
    source="GGD",
    value="40",
)


def told(*, for_everybody: bool) -> ToldWords:
    return ToldWords(
        public_id="abc",
        title="Het bankje",
        text="Daar zit ik graag.",
        meaning="",
        tone="",
        kind="",
        strength_kind="",
        place="",
        for_everybody=for_everybody,
    )


def kept(*, for_everybody: bool = True) -> PriorityKept:
    """A priority that rests on something that was told, and of which a figure will tell how it went."""
    priority = Priority(title="Samen", place_kind=PlaceKind.AREA, known_by=KnownBy.FIGURE, figure=ALONE.slug)
    reason = Reason(priority=priority, kind=ReasonKind.TOLD, subject_kind=TOLD.kind, subject_id=TOLD.id)
    full = PriorityInFull(
        priority=priority,
        sections={},
        reasons=(ReasonInFull(reason=reason, told=told(for_everybody=for_everybody)),),
        contributions=(),
        asks=(),
        pictures=(),
        known_by_figure=ALONE,
    )
    return kept_of(full)


def setting(found: ToldWords | Gone) -> Setting:
    request = Request()
    request.municipality = Municipality(name="Proefstad")
    return Setting(request=request, plan_id="abc", told={TOLD: found}, taken_back=(), pictures=())


def content(one: PriorityKept) -> PlanContent:
    return PlanContent(texts={}, priorities=(one,), base=(), agreement=None)


@pytest.mark.parametrize(("for_everybody", "heard"), [(True, 1), (False, 0)])
def test_who_could_not_read_what_was_told_hears_not_that_it_is_gone(*, for_everybody: bool, heard: int) -> None:
    (shown,) = priorities(content(kept(for_everybody=for_everybody)), setting(Gone.WITHDRAWN))
    assert [bool(one.gone) for one in shown.reasons] == [True] * heard


def test_the_figure_by_which_people_will_know_is_called_by_its_name() -> None:
    one = kept()
    (shown,) = priorities(content(one), setting(Gone.WITHDRAWN))
    assert measured_in(one) == ALONE
    assert ALONE.label in shown.known_by
    assert ALONE.slug not in shown.known_by
