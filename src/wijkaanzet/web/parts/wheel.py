"""The wheel of the year: eight steps in a ring, and the pawn on the step that is now."""

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final, Literal, Self

from wijkaanzet.cycle.labels import STEP_MEANS
from wijkaanzet.cycle.labels import STEPS as LABELS
from wijkaanzet.web.parts.words import break_words, one_decimal

State = Literal["done", "now", "next"]

STEPS: Final = tuple((step.value, label) for step, label in LABELS.items())
MEANS: Final = {step.value: means for step, means in STEP_MEANS.items()}

OUTER: Final = 100.0
INNER: Final = 69.0
LABEL_AT: Final = OUTER + 8
GAP: Final = 0.028
LETTER: Final = 7.9
BOLD_LETTER: Final = 9.2
"""Width of one letter of a label, for the widest of the fonts a reader may have."""


@dataclass(frozen=True, kw_only=True)
class WheelStep:
    """One step of the year."""

    key: str
    label: str
    state: State
    means: str = ""
    """What happens in it, to follow the label."""


@dataclass(frozen=True, kw_only=True)
class Segment:
    """One step as it is drawn: its piece of the ring, its mark and its label."""

    step: WheelStep
    number: int
    path: str
    x: str
    y: str
    label_x: str
    label_y: str
    anchor: Literal["start", "end"]


@dataclass(frozen=True, kw_only=True)
class Wheel:
    """The year of one area or city: which steps are done, where the pawn stands and who is to move."""

    year: int
    steps: tuple[WheelStep, ...]
    who: str
    """The role or body that is to move, without article: "wijknetwerk"."""
    term: str = ""
    """Words for the term, "nog 22 dagen"; empty for residents and volunteers, who have none."""
    resting: str = ""
    """Why the year rests and when somebody looks again; empty when it does not rest."""
    uid: str = "wheel"
    """Must differ for two wheels on one page."""

    @classmethod
    def at(cls, now: str, *, year: int, who: str, term: str = "", resting: str = "") -> Self:
        """The usual eight steps with the pawn on the step with key `now`; all steps before it are done."""
        here = [key for key, _label in STEPS].index(now)
        steps = tuple(
            WheelStep(key=key, label=str(label), state=_state(place, here), means=str(MEANS[key]))
            for place, (key, label) in enumerate(STEPS)
        )
        return cls(year=year, steps=steps, who=who, term=term, resting=resting)

    @property
    def now(self) -> WheelStep | None:
        """The step where the pawn stands."""
        return next((step for step in self.steps if step.state == "now"), None)

    @property
    def centre(self) -> tuple[tuple[str, str], ...]:
        """The lines with who is to move, each with its height, around the middle of the wheel."""
        lines = break_words(self.who, width=13) or ("–",)
        top = 5.0 - 8.0 * (len(lines) - 1) - (4.0 if self.term else 0.0)
        return tuple((line, one_decimal(top + 16.0 * place)) for place, line in enumerate(lines))

    @property
    def long_word(self) -> bool:
        """One word that needs smaller letters to stay inside the ring."""
        return max(len(line) for line, _y in self.centre) > 12

    @property
    def head_y(self) -> str:
        """Height of the words above who is to move."""
        return one_decimal(float(self.centre[0][1]) - 17.0)

    @property
    def term_y(self) -> str:
        """Height of the term, under who is to move."""
        return one_decimal(float(self.centre[-1][1]) + 18.0)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The ring, clockwise from the top."""
        return tuple(_segment(step, place, len(self.steps)) for place, step in enumerate(self.steps))

    @property
    def view_box(self) -> str:
        """A frame with room for the longest label on either side, so that none is cut off on a phone."""
        room = {"start": 0.0, "end": 0.0}
        for piece in self.segments:
            letter = BOLD_LETTER if piece.step.state == "now" else LETTER
            reach = abs(float(piece.label_x)) + letter * len(piece.step.label)
            room[piece.anchor] = max(room[piece.anchor], reach, OUTER + 4)
        top = OUTER + 24
        return f"{-room['end']:.0f} {-top:.0f} {room['end'] + room['start']:.0f} {2 * top:.0f}"


def _state(place: int, here: int) -> State:
    if place == here:
        return "now"
    return "done" if place < here else "next"


def _segment(step: WheelStep, place: int, of: int) -> Segment:
    turn = 2 * pi / of
    start, end = place * turn, (place + 1) * turn
    middle = (start + end) / 2
    mark_x, mark_y = _point(middle, (OUTER + INNER) / 2)
    label_x, label_y = _point(middle, LABEL_AT)
    return Segment(
        step=step,
        number=place + 1,
        path=_ring_piece(start, end),
        x=one_decimal(mark_x),
        y=one_decimal(mark_y),
        label_x=one_decimal(label_x),
        label_y=one_decimal(label_y + 4),
        anchor="start" if label_x >= 0 else "end",
    )


def _ring_piece(start: float, end: float) -> str:
    """A piece of the ring between two angles; the gap is as wide inside as outside."""
    thin = GAP * OUTER / INNER
    a, b = _point(start + GAP, OUTER), _point(end - GAP, OUTER)
    c, d = _point(end - thin, INNER), _point(start + thin, INNER)
    return (
        f"M{a[0]:.1f} {a[1]:.1f}A{OUTER:.0f} {OUTER:.0f} 0 0 1 {b[0]:.1f} {b[1]:.1f}"
        f"L{c[0]:.1f} {c[1]:.1f}A{INNER:.0f} {INNER:.0f} 0 0 0 {d[0]:.1f} {d[1]:.1f}Z"
    )


def _point(angle: float, radius: float) -> tuple[float, float]:
    """Angles run clockwise from the top, as on a clock."""
    return radius * sin(angle), -radius * cos(angle)
