"""What people have on the table when they talk about who does what: the tables [staircase] and [spheres]."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeVar

from wijkaanzet.arrangements.rules.problems import ProblemKey, shown, suggestion
from wijkaanzet.arrangements.rules.table import LONGEST_NAME, Table

LONGEST_MEANING = 400
Read = TypeVar("Read")


@dataclass(frozen=True, kw_only=True)
class Tread:
    """One step of the staircase: what the municipality does, and what somebody who lives there may expect of it."""

    key: str
    name: str
    expect: str
    also_called: str = ""
    means: str = ""


@dataclass(frozen=True, kw_only=True)
class Principle:
    """One line beside the staircase: what the municipality organises, and on which steps it stands there."""

    key: str
    name: str
    steps: tuple[str, ...]
    direction: str = ""
    plain: str = ""
    """What it is about in the words of who lives there."""


@dataclass(frozen=True, kw_only=True)
class Staircase:
    """Overheidsparticipatietrap. How far the municipality goes itself, from leaving to others to seeing to it."""

    name: str
    steps: tuple[Tread, ...]
    principles: tuple[Principle, ...]
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Circle:
    """One of the circles that a conversation is about."""

    key: str
    name: str
    means: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question that is asked of each circle."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Spheres:
    """Gesprek over drie kringen. Which circles and questions lie on the table."""

    circles: tuple[Circle, ...]
    questions: tuple[Question, ...]


def usual_spheres() -> Spheres:
    """The conversation model of the twelve-municipality study (2022), in our words, for who wrote none of its own."""
    return Spheres(
        circles=(
            Circle(
                key="persoonlijk",
                name="De eigen kring",
                means="Iemand zelf en de mensen om hem heen: familie, vrienden, buren, mantelzorgers.",
            ),
            Circle(
                key="gemeenschappelijk",
                name="Groepen en clubs",
                means="Verenigingen, kerken en moskeeën, vrijwilligers en mensen die samen iets doen zonder papieren.",
            ),
            Circle(
                key="institutioneel",
                name="Plekken en beroepskrachten",
                means="Buurthuis en bibliotheek, hulp waar iedereen terechtkan, en wie daar zijn werk van maakt.",
            ),
        ),
        questions=(
            Question(key="waarover", text="Waar hebben we het vandaag over?"),
            Question(key="hoop", text="Wat hopen we dat hier gebeurt?"),
            Question(key="invloed", text="Wie heeft daar invloed op, en hoe?"),
            Question(key="rol", text="Wat kan de gemeente doen, en wie nog meer?"),
        ),
    )


def read_staircase(file: Table) -> Staircase | None:
    """The staircase of the file; None when it has none."""
    table = file.table("staircase")
    if "staircase" not in file:
        return None
    name, source = table.text("name", longest=LONGEST_NAME), table.text_or_empty("source")
    steps = tuple(_tread(row) for row in table.rows("steps", once="key", required=True))
    known = [step.key for step in steps]
    principles = tuple(_principle(row, known=known) for row in table.rows("principles", once="key", required=True))
    table.close()
    return Staircase(name=name, source=source, steps=steps, principles=principles)


def read_spheres(file: Table) -> Spheres:
    """The circles and questions of the file; the usual ones when it has none."""
    table = file.table("spheres")
    if "spheres" not in file:
        return usual_spheres()
    circles = tuple(
        _closed(row, Circle(key=row.slug("key"), name=row.text("name", longest=LONGEST_NAME), means=_means(row)))
        for row in table.rows("circles", once="key", required=True)
    )
    questions = tuple(
        _closed(row, Question(key=row.slug("key"), text=row.text("text")))
        for row in table.rows("questions", once="key", required=True)
    )
    table.close()
    return Spheres(circles=circles, questions=questions)


def stored_tools(staircase: Staircase | None, spheres: Spheres) -> dict[str, object]:
    """Both in the format of the file; what is empty is left out."""
    kept: dict[str, object] = {"spheres": _filled(asdict(spheres))}
    return kept if staircase is None else kept | {"staircase": _filled(asdict(staircase))}


def _tread(row: Table) -> Tread:
    tread = Tread(
        key=row.slug("key"),
        name=row.text("name", longest=LONGEST_NAME),
        expect=row.text("expect", longest=LONGEST_MEANING),
        also_called=row.text_or_empty("also_called"),
        means=row.text_or_empty("means", longest=LONGEST_MEANING),
    )
    return _closed(row, tread)


def _principle(row: Table, *, known: Sequence[str]) -> Principle:
    steps = row.slugs("steps")
    for step in steps:
        if step and step not in known:
            row.note(ProblemKey.UNKNOWN_STEP, "steps", value=shown(step), **suggestion(step, known))
    principle = Principle(
        key=row.slug("key"),
        name=row.text("name"),
        steps=tuple(step for step in known if step in steps),  # in the order of the staircase
        direction=row.text_or_empty("direction", longest=LONGEST_MEANING),
        plain=row.text_or_empty("plain", longest=LONGEST_NAME),
    )
    return _closed(row, principle)


def _means(row: Table) -> str:
    return row.text("means", longest=LONGEST_MEANING)


def _closed(row: Table, read: Read) -> Read:
    row.close()
    return read


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    """Without what was left out: an empty text in a file is a mistake."""
    return {key: _kept(value) for key, value in values.items() if value != ""}


def _kept(value: object) -> object:
    if isinstance(value, dict):
        return _filled(value)
    return [_kept(one) for one in value] if isinstance(value, tuple | list) else value
