"""From a column that the registry of tables knows to what is proposed for it."""

from collections.abc import Mapping
from typing import Final

from wijkaanzet.scans.rules.catalogue import Indicator, IndicatorKind, RecognisedColumn, Transform, indicator
from wijkaanzet.scans.rules.columns import LONGEST_UNIT, ColumnRole
from wijkaanzet.scans.rules.mapping import Choice

OF: Final = "inwoners"
"""The indicator that counts everybody."""
_ROLES = {
    IndicatorKind.COUNT: ColumnRole.COUNT,
    IndicatorKind.PERCENTAGE: ColumnRole.PERCENTAGE,
    IndicatorKind.RATE: ColumnRole.RATE,
    IndicatorKind.MEAN: ColumnRole.MEAN,
    IndicatorKind.MEDIAN: ColumnRole.MEDIAN,
    IndicatorKind.INDEX: ColumnRole.INDEX,
    IndicatorKind.CLASS: ColumnRole.INDEX,  # a class of parts is no class of the whole either
}
_TIMES = {
    Transform.AS_IS: "1",
    Transform.TIMES_THOUSAND: "1000",
    Transform.TIMES_HUNDRED: "100",
    Transform.RATE_TO_PERCENTAGE: "1/10",
}


def choice_of_indicator(found: RecognisedColumn, *, headers: Mapping[str, str], inhabitants: bool) -> Choice | None:
    """What a known column counts, in the words of the catalogue; None when it takes a sum that we do not make.

    `headers` gives the header of each indicator of this table: what a share is of must stand in it too.
    """
    known = indicator(found.indicator)
    of = headers.get(known.of, "")
    if found.transform is Transform.COUNT_TO_PERCENTAGE:
        return _choice(found, known, ColumnRole.PART, of=of) if of else None
    if found.transform not in _TIMES:
        return None
    role = ColumnRole.INHABITANTS if inhabitants else _ROLES[known.kind]
    bare = role in (ColumnRole.COUNT, ColumnRole.INHABITANTS, ColumnRole.MEDIAN, ColumnRole.INDEX)
    return _choice(found, known, role, of="" if bare else of)


def _choice(found: RecognisedColumn, known: Indicator, role: ColumnRole, *, of: str) -> Choice:
    return Choice(
        key=found.header,
        role=role,
        label=known.label,
        of=of,
        unit=known.unit[:LONGEST_UNIT],
        rounding="",
        indicator=known.key,
        times=_TIMES.get(found.transform, "1"),
    )
