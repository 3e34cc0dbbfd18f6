"""The anonymous card that people may fill in at a meeting: four on a sheet, to cut."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, override

from wijkaanzet.web.documents.printable import breakable, printable
from wijkaanzet.web.documents.typesetting import typeset


@dataclass(frozen=True, kw_only=True)
class PaperQuestion:
    """A question with the answers that one can tick."""

    text: str
    answers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CardPaper:
    """The card of a network, in words that are already translated."""

    municipality: str
    network: str
    questions: tuple[PaperQuestion, ...]
    fictional: bool


def card_pdf(paper: CardPaper, *, language: str, made_at: datetime) -> bytes:
    """The card as a PDF (PDF/UA-1). `language` is that of the words in it ("nl", "en")."""
    with override(language):
        title = gettext("Who is here today?")
        words = {
            "lead": gettext("Without your name. You need not fill in anything. Put the card in the box."),
            "why": gettext("We count the cards and throw them away. So we see whom we miss."),
            "fictional": gettext("This card is made up, to practise with."),
        }
    data = {
        "author": printable(paper.municipality),
        "kicker": breakable(printable(paper.network)),
        "questions": [
            {"text": printable(one.text), "answers": list(map(printable, one.answers))} for one in paper.questions
        ],
        "fictional": paper.fictional,
    }
    return typeset("card", {"language": language, "title": title, "words": words, **data}, made_at=made_at)
