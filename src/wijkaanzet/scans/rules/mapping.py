"""What the columns of a table mean: which holds the code, the name, the inhabitants, and which hold figures."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.columns import (
    BESIDE,
    BOUND,
    KINDS,
    LONGEST_LABEL,
    LONGEST_ROUNDING,
    LONGEST_UNIT,
    WEIGHED,
    Column,
    ColumnKind,
    ColumnRole,
    slug_of,
)
from wijkaanzet.scans.rules.importing import Origin

SIGNS_OF_DECIMALS = (".", ",")
AT_MOST_ONE = (ColumnRole.CODE, ColumnRole.NAME, ColumnRole.INHABITANTS, ColumnRole.CHANGED)
TOO_MANY = {
    ColumnRole.NAME: "not_one_name",
    ColumnRole.INHABITANTS: "not_one_people",
    ColumnRole.CHANGED: "two_changed",
}


@dataclass(frozen=True)
class ColumnMapping:
    """What a table means. The inhabitants stand among the columns too: they are a figure like the others."""

    code: str
    name: str
    """Empty when the table has only codes."""
    inhabitants: str
    """Empty when the table does not count them: then no money can be divided with it."""
    columns: tuple[Column, ...]
    decimal: str = "."
    only: tuple[tuple[str, str], ...] = ()
    """Only rows with these values count: header and value, such as the age or the year that is meant."""
    changed: str = ""
    """The column in which CBS says whether the borders changed since the year before."""

    def keys(self) -> tuple[str, ...]:
        """The headers of the columns that hold figures."""
        return tuple(column.key for column in self.columns)

    def beside(self) -> dict[str, tuple[str, str, str]]:
        """For each figure the headers of its lower bound, its upper bound and its respondents."""
        return {one.key: (one.low, one.high, one.respondents) for one in self.columns}


@dataclass(frozen=True)
class ToldWith:
    """What was told with a file: figures that the municipality counted are guarded, those of CBS are not."""

    source: str
    table: str
    origin: Origin
    provisional: bool
    fictional: bool
    year: int
    region_year: int
    for_year: int


@dataclass(frozen=True)
class Choice:
    """What was chosen for one column of the file."""

    key: str
    role: ColumnRole
    label: str = ""
    """What is counted; for a column with one value that counts, that value."""
    of: str = ""
    unit: str = ""
    rounding: str = ""
    indicator: str = ""
    times: str = "1"


def mapping_of(choices: Sequence[Choice], *, decimal: str) -> ColumnMapping:
    """Make a mapping of the choices per column.

    Raises BadInput("not_one_code"), ("not_one_name"), ("not_one_people"), ("two_changed") and ("no_figures").
    """
    found = {role: [one.key for one in choices if one.role is role] for role in AT_MOST_ONE}
    if len(found[ColumnRole.CODE]) != 1:
        raise BadInput("not_one_code")
    for role, key in TOO_MANY.items():
        if len(found[role]) > 1:
            raise BadInput(key)
    beside = {(one.of, one.role): one.key for one in choices if one.role in BESIDE}
    columns = tuple(_column(one, beside) for one in choices if one.role in KINDS)
    if not columns:
        raise BadInput("no_figures")
    code, name, people, changed = ("".join(found[role]) for role in AT_MOST_ONE)
    only = tuple((one.key, " ".join(one.label.split())) for one in choices if one.role is ColumnRole.ONLY)
    return ColumnMapping(code, name, people, columns, decimal, only, changed)


def _column(choice: Choice, beside: Mapping[tuple[str, ColumnRole], str]) -> Column:
    """A choice as a column; respondents without a column of their own are those of the whole table."""
    kind = KINDS[choice.role]
    low, high, respondents = (beside.get((choice.key, role), "") for role in BESIDE)
    of_all = beside.get(("", ColumnRole.RESPONDENTS), "") if kind is not ColumnKind.COUNT else ""
    return Column(
        key=choice.key,
        label=" ".join(choice.label.split()),
        kind=kind,
        of=choice.of if kind in WEIGHED else "",
        unit=" ".join(choice.unit.split()),
        rounding=" ".join(choice.rounding.split()),
        indicator=choice.indicator,
        times=choice.times,
        low=low,
        high=high,
        respondents=respondents or of_all,
    )


def check_mapping(mapping: ColumnMapping, header: Sequence[str]) -> None:
    """Hold a mapping against the header of its file. Raises BadInput with the first of `problems`."""
    for problem in problems(mapping, header):
        raise problem


def problems(mapping: ColumnMapping, header: Sequence[str]) -> Iterator[BadInput]:
    """Everything that is wrong with a mapping; `column` among the parameters says where."""
    if mapping.decimal not in SIGNS_OF_DECIMALS:
        yield BadInput("wrong_decimal")
    yield from _wrong_keys(mapping, header)
    counts = {column.key for column in mapping.columns if column.kind is ColumnKind.COUNT}
    if mapping.inhabitants and mapping.inhabitants not in counts:
        yield BadInput("inhabitants_no_figure", column=mapping.inhabitants)
    slugs = [column.slug for column in mapping.columns]
    labels = [slug_of(column.label) for column in mapping.columns]
    for column in mapping.columns:
        yield from _wrong_words(column)
        if column.label and (slugs.count(column.slug) > 1 or labels.count(slug_of(column.label)) > 1):
            yield BadInput("label_twice", column=column.key, label=column.label)
        if column.of not in _may_be_of(column, counts):
            yield BadInput("figure_of_what", column=column.key)
    for key, value in mapping.only:
        if not value or len(value) > LONGEST_LABEL or not value.isprintable():
            yield BadInput("only_which_rows", column=key)


def fingerprint(mapping: ColumnMapping, *, sha256: str, told: ToldWith) -> str:
    """The same file, read the same way and with the same told of it, has the same fingerprint."""
    whole = {"file": sha256, "told": asdict(told), "mapping": asdict(mapping)}
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def _may_be_of(column: Column, counts: set[str]) -> set[str]:
    """A part needs its count; a percentage, rate or mean may be of something that the table does not count."""
    if column.kind not in WEIGHED:
        return {""}
    return counts - {column.key} if column.kind in BOUND else {"", *counts}


def _wrong_keys(mapping: ColumnMapping, header: Sequence[str]) -> Iterator[BadInput]:
    """Every column that is used stands once in the file, and has one task."""
    beside = {key for keys in mapping.beside().values() for key in keys if key}
    told = [mapping.name, mapping.changed, *(key for key, _ in mapping.only), *sorted(beside)]
    used = [mapping.code, *(key for key in told if key), *mapping.keys()]
    for key in used:
        if key not in header:
            yield BadInput("missing_column", where="1", column=key)
        elif header.count(key) > 1:
            yield BadInput("column_stands_twice", where="1", column=key)
        elif used.count(key) > 1:
            yield BadInput("column_used_twice", column=key)


def _wrong_words(column: Column) -> Iterator[BadInput]:
    if not column.label.strip() or not column.slug:
        yield BadInput("label_missing", column=column.key)
    bounds = ((column.label, LONGEST_LABEL), (column.unit, LONGEST_UNIT), (column.rounding, LONGEST_ROUNDING))
    for words, most in bounds:
        if len(words) > most:
            yield BadInput("column_words_too_long", column=column.key, most=most)
        if not words.isprintable():
            yield BadInput("text_not_printable", column=column.key)


def unused(choices: Iterable[Choice]) -> Iterator[BadInput]:
    """Columns that say how sure another one is, while that one is no figure."""
    figures = {one.key for one in choices if one.role in KINDS}
    for one in choices:
        if one.role in BESIDE and one.of not in figures and not (one.role is ColumnRole.RESPONDENTS and not one.of):
            yield BadInput("beside_what", column=one.key)
