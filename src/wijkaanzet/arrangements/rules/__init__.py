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
from wijkaanzet.arrangements.rules.lines import Lines
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
    "Every",
    "GovernanceModel",
    "Level",
    "LevelKey",
    "Lines",
    "MunicipalityIdentity",
    "Problem",
    "ProblemKey",
    "Rhythm",
    "Step",
    "Terms",
    "UnknownWord",
    "from_content",
    "parse",
    "to_content",
]
