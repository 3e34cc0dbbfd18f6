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
from wijkaanzet.arrangements.rules.lines import Lines
from wijkaanzet.arrangements.rules.problems import ArrangementErrors, Problem, ProblemKey
from wijkaanzet.arrangements.rules.reading import parse
from wijkaanzet.arrangements.rules.storing import from_content, to_content

__all__ = [
    "Arrangement",
    "ArrangementErrors",
    "Body",
    "BodyKind",
    "Cadence",
    "GovernanceModel",
    "Level",
    "LevelKey",
    "Lines",
    "MunicipalityIdentity",
    "Problem",
    "ProblemKey",
    "Rhythm",
    "Terms",
    "UnknownWord",
    "from_content",
    "parse",
    "to_content",
]
