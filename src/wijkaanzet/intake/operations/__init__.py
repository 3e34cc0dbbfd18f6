"""Everything that is written of what people tell."""

from wijkaanzet.intake.operations.ending import clean, forget_sooner, more_came, tell, withdraw
from wijkaanzet.intake.operations.entering import ANSWERED, USED
from wijkaanzet.intake.operations.gate import Placed, decline, place
from wijkaanzet.intake.operations.reading import prepare, send_back
from wijkaanzet.intake.operations.receiving import Limit, Receipt, Sending, SentFile, receive
from wijkaanzet.intake.operations.telling_on import tell_used
from wijkaanzet.intake.rules.telling import Contact, Judged, Prepared, Telling

__all__ = [
    "ANSWERED",
    "USED",
    "Contact",
    "Judged",
    "Limit",
    "Placed",
    "Prepared",
    "Receipt",
    "Sending",
    "SentFile",
    "Telling",
    "clean",
    "decline",
    "forget_sooner",
    "more_came",
    "place",
    "prepare",
    "receive",
    "send_back",
    "tell",
    "tell_used",
    "withdraw",
]
