"""Reading frames: what the council made available for a year."""

from collections.abc import Collection

from wijkaanzet.budget.models import BudgetFrame, FrameLine
from wijkaanzet.budget.rules.frames import FrameStatus
from wijkaanzet.kernel.models import Municipality


def frame_of(municipality: Municipality, year: int) -> BudgetFrame | None:
    """The frame of a year, drafted or decided."""
    frames = BudgetFrame.objects.filter(municipality=municipality, year=year)
    return frames.select_related("municipality", "decision__body").first()


def lines_of_frame(frame: BudgetFrame) -> list[FrameLine]:
    """The amounts of a frame, by earmark."""
    return list(FrameLine.objects.filter(frame=frame).order_by("earmark"))


def decided_frame_cents(municipality: Municipality, year: int) -> dict[str, int]:
    """What the council decided for a year, in cents by earmark; empty before that."""
    lines = FrameLine.objects.filter(frame__municipality=municipality, frame__year=year)
    decided = lines.filter(frame__status=FrameStatus.DECIDED).order_by("earmark")
    return dict(decided.values_list("earmark", "amount_cents"))


def frame_years(ids: Collection[int]) -> dict[int, int]:
    """The year of each frame, by its own id."""
    return dict(BudgetFrame.objects.filter(id__in=ids).values_list("id", "year"))
