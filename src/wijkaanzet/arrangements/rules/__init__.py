"""What an arrangement may say and how its file is read; plain Python."""

from wijkaanzet.arrangements.rules.arrangement import (
    Arrangement,
    Body,
    BodyKind,
    Cadence,
    GovernanceModel,
    Level,
    LevelKey,
    MunicipalityIdentity,
    Rhythm,
    Terms,
    UnknownWord,
)
from wijkaanzet.arrangements.rules.calendar import Beat, Every, Step
from wijkaanzet.arrangements.rules.conversation import Circle, Principle, Question, Spheres, Staircase, Tread
from wijkaanzet.arrangements.rules.lines import Lines
from wijkaanzet.arrangements.rules.own_words import OwnWord, used
from wijkaanzet.arrangements.rules.problems import ArrangementErrors, Problem, ProblemKey
from wijkaanzet.arrangements.rules.reading import parse
from wijkaanzet.arrangements.rules.storing import from_content, to_content

__all__ = [
    "Arrangement",
    "ArrangementErrors",
    "Beat",
    "Body",
    "BodyKind",
    "Cadence",
    "Circle",
    "Every",
    "GovernanceModel",
    "Level",
    "LevelKey",
    "Lines",
    "MunicipalityIdentity",
    "OwnWord",
    "Principle",
    "Problem",
    "ProblemKey",
    "Question",
    "Rhythm",
    "Spheres",
    "Staircase",
    "Step",
    "Terms",
    "Tread",
    "UnknownWord",
    "from_content",
    "parse",
    "to_content",
    "used",
]
