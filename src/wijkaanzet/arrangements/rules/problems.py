"""What can be wrong with an arrangement file, with the place where it stands."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

SHOWN = 60  # characters of a wrong value that are repeated to its writer


class ProblemKey(StrEnum):
    """Every problem that the reader or the loader can name; the sentences stand in `arrangements/labels.py`."""

    TOO_LONG = "too_long"
    NOT_UTF8 = "not_utf8"
    SYNTAX = "syntax"
    UNREADABLE = "unreadable"
    UNKNOWN_FORMAT = "unknown_format"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown_key"
    NOT_TEXT = "not_text"
    NOT_LIST = "not_list"
    NOT_NUMBER = "not_number"
    NOT_DATE = "not_date"
    NOT_TABLE = "not_table"
    NOT_ROWS = "not_rows"
    EMPTY_TEXT = "empty_text"
    LONG_TEXT = "long_text"
    CONTROL_CHARACTER = "control_character"
    OUT_OF_RANGE = "out_of_range"
    UNKNOWN_CHOICE = "unknown_choice"
    BAD_CODE = "bad_code"
    BAD_SLUG = "bad_slug"
    RESERVED_SLUG = "reserved_slug"
    DOUBLE_KEY = "double_key"
    REVERSED_PERIOD = "reversed_period"
    UNKNOWN_WORD = "unknown_word"
    WORD_FORMS = "word_forms"
    DOUBLE_WORD = "double_word"
    UNKNOWN_BODY = "unknown_body"
    UNKNOWN_STEP = "unknown_step"
    UNKNOWN_ROLE = "unknown_role"
    CANNOT_DECIDE = "cannot_decide"
    LEVEL_WITHOUT_COMPONENTS = "level_without_components"
    OVERLAP = "overlap"
    SAME_START = "same_start"
    OTHER_MUNICIPALITY = "other_municipality"
    SLUG_TAKEN = "slug_taken"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where (file, line, path of keys) and what (key, parameters)."""

    file: str
    line: int
    path: tuple[str, ...]
    key: ProblemKey
    parameters: Mapping[str, str]


class ArrangementErrors(Exception):
    """The file cannot be used; carries every problem found, so that its writer corrects it in one go."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__("; ".join(f"{p.file}:{p.line}: {'.'.join(p.path)}: {p.key}" for p in self.problems))


def shown(value: object) -> str:
    """A wrong value as it is repeated in the sentence: on one line, not longer than helps."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def suggestion(value: str, known: Iterable[str]) -> dict[str, str]:
    """The known value that was probably meant, as a parameter; empty when nothing is near."""
    near = difflib.get_close_matches(value[:SHOWN], sorted(known), n=1)
    return {"suggestion": near[0]} if near else {}
