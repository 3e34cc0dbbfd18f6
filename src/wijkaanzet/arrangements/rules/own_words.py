"""What a municipality means by its words: the tables [[own_words]]."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from wijkaanzet.arrangements.rules.table import LONGEST_NAME, Table

LONGEST_EXPLANATION = 600


@dataclass(frozen=True, kw_only=True)
class OwnWord:
    """Eigen woord. A word, what is meant by it here, and with whom and when that was agreed.

    Without `agreed_with` only the municipality itself writes it so.
    """

    term: str
    meaning: str
    agreed_with: tuple[str, ...] = ()
    on: date | None = None
    source: str = ""


def read_own_words(file: Table) -> tuple[OwnWord, ...]:
    """The words that the file explains, in its order."""
    return tuple(_own_word(row) for row in file.rows("own_words", once="term"))


def used(words: Iterable[OwnWord], texts: Iterable[str]) -> tuple[OwnWord, ...]:
    """Those of the words that stand in one of these texts, as whole words, whether written with capitals or not."""
    everything = "\n".join(texts)
    return tuple(word for word in words if _pattern(word.term).search(everything))


def stored_words(words: Iterable[OwnWord]) -> list[dict[str, object]]:
    """The words in the format of the file, days as ISO text."""
    return [_stored(word) for word in words]


def _stored(word: OwnWord) -> dict[str, object]:
    row: dict[str, object] = {key: value for key, value in asdict(word).items() if value not in ("", (), None)}
    if word.agreed_with:
        row["agreed_with"] = list(word.agreed_with)
    if word.on is not None:
        row["on"] = word.on.isoformat()
    return row


def _own_word(row: Table) -> OwnWord:
    word = OwnWord(
        term=row.text("term", longest=LONGEST_NAME),
        meaning=row.text("meaning", longest=LONGEST_EXPLANATION),
        agreed_with=row.texts("agreed_with"),
        on=row.day("on") if "on" in row else None,
        source=row.text_or_empty("source"),
    )
    row.close(also={"on"})
    return word


def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)
