"""A concordance: a table that says what became of the CBS areas of a year in a later one. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from wijkaanzet.areas.rules.changes import Change
from wijkaanzet.areas.rules.codes import is_cbs_code
from wijkaanzet.areas.rules.composition import is_weight
from wijkaanzet.areas.rules.region_years import FIRST_YEAR
from wijkaanzet.areas.rules.table_file import LONGEST_SHOWN, Columns, Row, read_table, text_of
from wijkaanzet.kernel.refusals import Refused

LARGEST_KB: Final = 2_000
"""A file of all wijken and buurten of the country is smaller."""
LONGEST_BASIS: Final = 80
LONGEST_SOURCE: Final = 120
COLUMNS: Final = Columns(
    needed={
        "from_code": ("van", "from", "van code", "from code", "oud", "oude code"),
        "to_code": ("naar", "to", "naar code", "to code", "nieuw", "nieuwe code"),
        "weight": ("gewicht", "weight", "aandeel"),
    },
    optional={},
)


@dataclass(frozen=True)
class Origin:
    """Between which region years a concordance goes, on what its weights rest, and whose it is."""

    from_year: int
    to_year: int
    basis: str
    """Such as "addresses" or "inhabitants"."""
    source: str


def check_origin(origin: Origin, *, this_year: int) -> None:
    """Raises Refused: ("concordance_years"), ("concordance_basis"), ("concordance_source")."""
    if not FIRST_YEAR <= origin.from_year < origin.to_year <= this_year + 1:
        raise Refused("concordance_years", first=FIRST_YEAR, last=this_year + 1)
    if not _is_text(origin.basis, LONGEST_BASIS):
        raise Refused("concordance_basis", longest=LONGEST_BASIS)
    if not _is_text(origin.source, LONGEST_SOURCE):
        raise Refused("concordance_source", longest=LONGEST_SOURCE)


def read_concordance(data: bytes, *, municipality: str) -> list[Change]:
    """The changes of a file that concern a municipality; `municipality` is its CBS code.

    All that an area went to is kept when a part of it was or became this municipality's, so that weights stay one
    together. Raises Refused with the line: ("concordance_code"), ("concordance_levels"), ("concordance_twice"),
    ("table_bad_weight"); ("concordance_sum"), ("concordance_elsewhere"), and what `read_table` and `text_of` refuse.
    """
    changes: dict[tuple[str, str], Change] = {}
    for row in read_table(text_of(data, largest_kb=LARGEST_KB), columns=COLUMNS):
        one = _change(row)
        if (one.from_code, one.to_code) in changes:
            raise Refused("concordance_twice", line=row.line, old=one.from_code, new=one.to_code)
        changes[one.from_code, one.to_code] = one
    check_sums(changes.values())
    ours = {one.from_code for one in changes.values() if _touches(one, municipality)}
    if not ours:
        raise Refused("concordance_elsewhere", municipality=municipality)
    return [one for one in changes.values() if one.from_code in ours]


def check_sums(changes: Iterable[Change]) -> None:
    """Raises Refused ("concordance_sum") for a code whose weights are not exactly 1 together."""
    totals: dict[str, Decimal] = {}
    for one in changes:
        totals[one.from_code] = totals.get(one.from_code, Decimal()) + one.weight
    for code, total in totals.items():
        if total != 1:
            raise Refused("concordance_sum", code=code, total=str(total))


def _change(row: Row) -> Change:
    old, new = row.needed("from_code").upper(), row.needed("to_code").upper()
    for code in (old, new):
        if not is_cbs_code(code) or code.startswith("NL"):
            raise Refused("concordance_code", line=row.line, value=code[:LONGEST_SHOWN])
    if old[:2] != new[:2]:
        raise Refused("concordance_levels", line=row.line, old=old, new=new)
    row.needed("weight")
    weight = row.weight("weight")
    if not is_weight(weight):
        raise Refused("table_bad_weight", line=row.line, value=str(weight))
    return Change(old, new, weight)


def _touches(one: Change, municipality: str) -> bool:
    return municipality[2:] in (one.from_code[2:6], one.to_code[2:6])


def _is_text(value: str, longest: int) -> bool:
    return bool(value.strip()) and len(value) <= longest and value.isprintable()
