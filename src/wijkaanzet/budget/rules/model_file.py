"""From the bytes of MODEL.json (format 1) to a Model, or to the first thing that is wrong with it."""

import codecs
import hashlib
from collections.abc import Iterable
from fractions import Fraction

from wijkaanzet.budget.rules.entries import FIRST_YEAR, LAST_YEAR
from wijkaanzet.budget.rules.json_node import Node, read_json
from wijkaanzet.budget.rules.model import (
    CityLine,
    CityPart,
    Component,
    Criterion,
    Earmark,
    EmptyArea,
    Floor,
    MissingRule,
    Model,
    UnitKind,
)
from wijkaanzet.budget.rules.result_file import decimal_text
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import FiguresLayout

FORMAT = "wijkaanzet-verdeelmodel"
VERSION = 1
MOST_EARMARKS = MOST_COMPONENTS = 20
MOST_CRITERIA = 50  # of an earmark
ENCODINGS = ("utf-8", "cp1252", "iso8859-1", "iso8859-15")


def load_model(content: bytes) -> Model:
    """Read an allocation model from its file. Raises BadInput with the path of the first wrong value."""
    root = read_json(content)
    names = ("format", "version", "name", "year", "total_cents", "rounding_cents")
    file = root.fields(*names, "figures", "empty_area", "earmarks", "components")
    if file["format"].value != FORMAT or file["version"].whole(1) != VERSION:
        raise BadInput("unknown_format", where="format", known=f"{FORMAT} {VERSION}")
    rounding_cents = file["rounding_cents"].whole(1, 10**9)
    model = Model(
        name=file["name"].text(),
        year=file["year"].whole(FIRST_YEAR, LAST_YEAR),
        total_cents=_in_units(file["total_cents"], rounding_cents),
        rounding_cents=rounding_cents,
        figures=_layout(file["figures"]),
        empty_area=file["empty_area"].choice(EmptyArea),
        earmarks=file["earmarks"].each(lambda node: _earmark(node, rounding_cents), most=MOST_EARMARKS),
        components=file["components"].each(_component, most=MOST_COMPONENTS),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    _keys_once(file["earmarks"], (earmark.key for earmark in model.earmarks))
    _keys_once(file["components"], (component.key for component in model.components))
    _sum_to_one(file["earmarks"], (earmark.share for earmark in model.earmarks))
    _one_use_of_a_column(file["earmarks"], model)
    if model.components:
        _sum_to_one(file["components"], (component.share for component in model.components))
    return model


def _one_use_of_a_column(node: Node, model: Model) -> None:
    """A column is a count or a percentage of one other column: else nobody can say how its areas add up."""
    uses: dict[str, set[str | None]] = {}
    for earmark in model.earmarks:
        for criterion in earmark.criteria:
            uses.setdefault(criterion.column, set()).add(criterion.of)
            if criterion.of is not None:
                uses.setdefault(criterion.of, set()).add(None)
    for column, found in uses.items():
        if len(found) > 1:
            raise node.bad("column_used_two_ways", column=column)


def _layout(node: Node) -> FiguresLayout:
    file = node.fields("delimiter", "decimal", "encoding", "missing", "code", "name", "inhabitants")
    if file["delimiter"].value not in (",", ";", "\t", "|"):
        raise file["delimiter"].bad("not_a_choice", options=", ; | tab")
    if file["decimal"].value not in (".", ","):
        raise file["decimal"].bad("not_a_choice", options=". ,")
    return FiguresLayout(
        delimiter=str(file["delimiter"].value),
        decimal=file["decimal"].text(),
        encoding=_encoding(file["encoding"]),
        missing=file["missing"].each(lambda item: item.text(may_be_empty=True)),
        code=file["code"].text(),
        name=file["name"].text(),
        inhabitants=file["inhabitants"].text(),
    )


def _encoding(node: Node) -> str:
    try:
        name = codecs.lookup(node.text()).name
    except (LookupError, ValueError):
        name = ""
    if name not in ENCODINGS:
        raise node.bad("not_a_choice", options=", ".join(ENCODINGS))
    return name


def _earmark(node: Node, rounding_cents: int) -> Earmark:
    file = node.fields("key", "share", "city", "base_cents", "criteria", "floor")
    criteria = file["criteria"].each(_criterion, most=MOST_CRITERIA)
    _keys_once(file["criteria"], (criterion.key for criterion in criteria))
    _sum_to_one(file["criteria"], (criterion.weight for criterion in criteria))
    floor = file["floor"].fields("cents", "cents_per_inhabitant")
    return Earmark(
        key=file["key"].key(),
        share=file["share"].fraction(),
        city=_city(file["city"], rounding_cents),
        base_cents=file["base_cents"].whole(0),
        criteria=criteria,
        floor=Floor(floor["cents"].whole(0), floor["cents_per_inhabitant"].whole(0)),
    )


def _city(node: Node, rounding_cents: int) -> CityPart:
    def line(item: Node) -> CityLine:
        fields = item.fields("key", "cents", "motive")
        return CityLine(fields["key"].key(), _in_units(fields["cents"], rounding_cents), fields["motive"].text())

    file = node.fields("share", "lines")
    lines = file["lines"].each(line)
    _keys_once(file["lines"], (one.key for one in lines))
    return CityPart(file["share"].fraction(), lines)


def _criterion(node: Node) -> Criterion:
    file = node.fields("key", "column", "kind", "weight", "missing", optional=["of"])
    kind = file["kind"].choice(UnitKind)
    if (kind is UnitKind.PERCENTAGE) != ("of" in file):
        raise node.bad("percentage_of_what")
    return Criterion(
        key=file["key"].key(),
        column=file["column"].text(),
        kind=kind,
        of=file["of"].text() if "of" in file else None,
        weight=file["weight"].fraction(),
        missing=file["missing"].choice(MissingRule),
    )


def _component(node: Node) -> Component:
    file = node.fields("key", "share")
    return Component(file["key"].key(), file["share"].fraction())


def _in_units(node: Node, rounding_cents: int) -> int:
    """An amount that is divided in whole rounding units has to be a whole number of them itself."""
    cents = node.whole(0)
    if cents % rounding_cents:
        raise node.bad("not_in_units", unit_cents=rounding_cents)
    return cents


def _keys_once(node: Node, keys: Iterable[str]) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise node.bad("key_stands_twice", name=key)
        seen.add(key)


def _sum_to_one(node: Node, shares: Iterable[Fraction]) -> None:
    total = sum(shares, Fraction(0))
    if total != 1:
        raise node.bad("does_not_sum_to_one", sum=_rounded(total))


def _rounded(total: Fraction) -> str:
    """A sum to read: with six decimals, and an ellipsis where it would look like the 1 that it is not."""
    text = decimal_text(total, 6).rstrip("0").rstrip(".")
    if text != "1":
        return text
    return "0.999999…" if total < 1 else "1.000000…"
