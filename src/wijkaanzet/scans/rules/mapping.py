"""What the columns of a table mean: which holds the code, the name, the inhabitants, a count or a percentage."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from wijkaanzet.scans.rules.bad_input import BadInput

LONGEST_HEADER = 200
LONGEST_LABEL = 80
LONGEST_UNIT = 40
LONGEST_ROUNDING = 80
SIGNS_OF_DECIMALS = (".", ",")


class ColumnRole(StrEnum):
    """Rol van een kolom. What a column of a table is for; only counts and percentages become figures."""

    IGNORE = "ignore"
    CODE = "code"
    NAME = "name"
    INHABITANTS = "inhabitants"
    COUNT = "count"
    PERCENTAGE = "percentage"


class ColumnKind(StrEnum):
    """Soort cijfer. A count adds up; a percentage goes through what it is a part of."""

    COUNT = "count"
    PERCENTAGE = "percentage"


ONE_EACH = (ColumnRole.CODE, ColumnRole.NAME, ColumnRole.INHABITANTS)
KINDS = {
    ColumnRole.INHABITANTS: ColumnKind.COUNT,
    ColumnRole.COUNT: ColumnKind.COUNT,
    ColumnRole.PERCENTAGE: ColumnKind.PERCENTAGE,
}


@dataclass(frozen=True)
class Column:
    """One column of figures: its header in the file, and what a reader must know of it."""

    key: str
    label: str
    kind: ColumnKind
    of: str = ""
    """The header of the count that a percentage is a part of."""
    unit: str = ""
    rounding: str = ""


@dataclass(frozen=True)
class ColumnMapping:
    """What a table means. The inhabitants stand among the columns too: they are a figure like the others."""

    code: str
    name: str
    inhabitants: str
    columns: tuple[Column, ...]
    decimal: str = "."

    def keys(self) -> tuple[str, ...]:
        """The headers of the columns that hold figures."""
        return tuple(column.key for column in self.columns)


@dataclass(frozen=True)
class Choice:
    """What was chosen for one column of the file."""

    key: str
    role: ColumnRole
    label: str = ""
    of: str = ""
    unit: str = ""
    rounding: str = ""


def mapping_of(choices: Sequence[Choice], *, decimal: str) -> ColumnMapping:
    """Make a mapping of the choices per column.

    Raises BadInput("not_one_code"), ("not_one_name") and ("not_one_people").
    """
    code, name, people = (_only(choices, role) for role in ONE_EACH)
    if code is None:
        raise BadInput("not_one_code")
    if name is None:
        raise BadInput("not_one_name")
    if people is None:
        raise BadInput("not_one_people")
    columns = tuple(
        Column(
            key=one.key,
            label=" ".join(one.label.split()),
            kind=KINDS[one.role],
            of=one.of if one.role is ColumnRole.PERCENTAGE else "",
            unit=" ".join(one.unit.split()),
            rounding=" ".join(one.rounding.split()),
        )
        for one in choices
        if one.role in KINDS
    )
    return ColumnMapping(code=code.key, name=name.key, inhabitants=people.key, columns=columns, decimal=decimal)


def check_mapping(mapping: ColumnMapping, header: Sequence[str]) -> None:
    """Hold a mapping against the header of its file. Raises BadInput with the first of `problems`."""
    for problem in problems(mapping, header):
        raise problem


def problems(mapping: ColumnMapping, header: Sequence[str]) -> Iterator[BadInput]:
    """Everything that is wrong with a mapping; `column` among the parameters says where."""
    if mapping.decimal not in SIGNS_OF_DECIMALS:
        yield BadInput("wrong_decimal")
    yield from _wrong_keys([mapping.code, mapping.name, *mapping.keys()], header)
    counts = {column.key for column in mapping.columns if column.kind is ColumnKind.COUNT}
    if mapping.inhabitants not in counts:
        yield BadInput("inhabitants_no_figure", column=mapping.inhabitants)
    labels = [column.label.casefold() for column in mapping.columns]
    for column in mapping.columns:
        yield from _wrong_words(column)
        if column.label and labels.count(column.label.casefold()) > 1:
            yield BadInput("label_twice", column=column.key, label=column.label)
        if column.of not in (counts if column.kind is ColumnKind.PERCENTAGE else {""}):
            yield BadInput("figure_of_what", column=column.key)


def fingerprint(mapping: ColumnMapping, *, sha256: str, years: tuple[int, int]) -> str:
    """The same file, read the same way for the same years, has the same fingerprint."""
    told = {"file": sha256, "years": list(years), "mapping": asdict(mapping)}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _wrong_keys(used: Sequence[str], header: Sequence[str]) -> Iterator[BadInput]:
    """Every column that is used stands once in the file, and has one task."""
    for key in used:
        if key not in header:
            yield BadInput("missing_column", where="1", column=key)
        elif header.count(key) > 1:
            yield BadInput("column_stands_twice", where="1", column=key)
        elif used.count(key) > 1:
            yield BadInput("column_used_twice", column=key)


def _wrong_words(column: Column) -> Iterator[BadInput]:
    if not column.label.strip():
        yield BadInput("label_missing", column=column.key)
    bounds = ((column.label, LONGEST_LABEL), (column.unit, LONGEST_UNIT), (column.rounding, LONGEST_ROUNDING))
    for words, most in bounds:
        if len(words) > most:
            yield BadInput("text_too_long", column=column.key, most=most)
        if not words.isprintable():
            yield BadInput("text_not_printable", column=column.key)


def _only(choices: Iterable[Choice], role: ColumnRole) -> Choice | None:
    """The one column with a role; None when there is none or more than one."""
    found = [one for one in choices if one.role is role]
    return found[0] if len(found) == 1 else None
