"""How what somebody tells is read by two people and answered. Plain Python."""

from wijkaanzet.intake.rules.entries import (
    FINAL,
    NEXT,
    PROCESS,
    SETTLED,
    AttachmentKind,
    EntryFacts,
    EntryKind,
    EntryStatus,
    Outcome,
    Route,
    StrengthKind,
    Tone,
    move,
)

__all__ = [
    "FINAL",
    "NEXT",
    "PROCESS",
    "SETTLED",
    "AttachmentKind",
    "EntryFacts",
    "EntryKind",
    "EntryStatus",
    "Outcome",
    "Route",
    "StrengthKind",
    "Tone",
    "move",
]
