"""No ranking: no page, export or address sorts areas, networks or partners by a figure.

Order by name, code or day: ALLOWED in tests/architecture/gates/ranking.py says which fields a list may stand in order
of, and a new name there is a decision. There is no sort parameter and no sort control, because a ranked list of
neighbourhoods is a verdict without a talk (house rule "No ranking").
"""

import ast
import re
from collections.abc import Iterator

from tests.architecture.names import is_cents, last, line_of, text
from tests.architecture.source import Finding, Source

looks_at = ("product", "templates")
ALLOWED = {
    "name", "code", "slug", "key", "id", "pk", "position", "year", "earmark", "component", "kind", "role", "column",
    "cbs_code", "ends_before", "area", "username", "tile_column", "tile_row", "label", "title",
}  # fmt: skip
ALLOWED_ENDS = ("_on", "_at", "_id")
PARAMETERS = {"sort", "order", "order_by", "ordering", "sorteer", "sortering", "volgorde"}
CONTROL = re.compile(r"""[?&](sort|order|sorteer|volgorde)=|name=["'](sort|order|sorteer|volgorde)["']|aria-sort""")
DICTSORT = re.compile(r"\|\s*dictsort(reversed)?\b")
FIGURES = (
    "amount", "value", "score", "per_inhabitant", "inhabitants", "population", "total", "balance", "share", "count",
)  # fmt: skip
QUERY_ORDERS = {"order_by", "latest", "earliest"}
ORDERS = {"sorted", "sort", "min", "max"}
HEAPS = {"nlargest", "nsmallest"}
SAME_TEXT = {"lower", "casefold", "str", "strip"}


def check(source: Source) -> Iterator[Finding]:
    if not source.path.endswith(".py"):
        for number, line in enumerate(source.lines, start=1):
            if CONTROL.search(line) or DICTSORT.search(line):
                yield Finding(source.path, number, "sorts or offers to sort: the page gives its list in order")
        return
    for node in ast.walk(source.tree):
        place = line_of(node)
        if source.app in {"web", "api"} and _reads_order(node):
            yield Finding(source.path, place, "reads an order from the address", source.function_at(place))
        elif isinstance(node, ast.Call) and _orders_by_figure(source, node):
            what = "orders by a figure: order by name, code or day"
            yield Finding(source.path, place, what, source.function_at(place))


def _orders_by_figure(source: Source, call: ast.Call) -> bool:
    fields = [word.value for word in call.keywords if word.arg == "order_by"]  # Window(…, order_by=…)
    if last(call.func) in QUERY_ORDERS and isinstance(call.func, ast.Attribute):
        fields += call.args
    if not all(map(_is_allowed_field, fields)):
        return True
    if source.is_room("rules") or source.app == "kernel":
        return False  # a rule may order by size inside: largest remainder does
    return last(call.func) in HEAPS or (last(call.func) in ORDERS and _sorts_by_figure(source, call))


def _sorts_by_figure(source: Source, call: ast.Call) -> bool:
    keys = [word.value for word in call.keywords if word.arg == "key"]
    if source.app in {"web", "api"}:
        return not all(map(_is_plain, keys)) if keys else _sorts_figures(call)
    return any(map(_mentions_figure, keys))


def _is_allowed_field(field: ast.expr) -> bool:
    """A text, or an expression such as F("ends_before").asc(): every field in it may give an order."""
    found = [name for node in ast.walk(field) if (name := text(node)) is not None]
    return bool(found) and all(_is_allowed(name.lstrip("-").split("__")[-1]) for name in found)


def _is_allowed(name: str) -> bool:
    return name in ALLOWED or name.endswith(ALLOWED_ENDS)


def _is_plain(key: ast.expr) -> bool:
    """Whether a key of sorted() is made of names, codes and days only."""
    if isinstance(key, ast.Lambda):
        return _is_plain_part(key.body)
    if isinstance(key, ast.Call) and last(key.func) in {"attrgetter", "itemgetter"}:
        return all(map(_is_allowed_field, key.args))
    return last(key) in SAME_TEXT


def _is_plain_part(part: ast.expr) -> bool:
    if isinstance(part, ast.Tuple):
        return all(map(_is_plain_part, part.elts))
    if isinstance(part, ast.Attribute):
        return _is_allowed(part.attr)
    if isinstance(part, ast.Subscript):
        return _is_allowed(text(part.slice) or "")
    if isinstance(part, ast.Call):
        owner = [part.func.value] if isinstance(part.func, ast.Attribute) else []
        return last(part.func) in SAME_TEXT and all(map(_is_plain_part, [*owner, *part.args]))
    return isinstance(part, ast.Name)  # the thing itself


def _sorts_figures(call: ast.Call) -> bool:
    """sorted((area.cents, area.name) for area in areas): the first of each is what it orders by."""
    made = [arg.elt for arg in call.args[:1] if isinstance(arg, ast.GeneratorExp | ast.ListComp | ast.SetComp)]
    return last(call.func) == "sorted" and any(map(_mentions_figure, made))


def _mentions_figure(key: ast.AST) -> bool:
    return any(_is_figure(last(node) or text(node) or "") for node in ast.walk(key))


def _is_figure(name: str) -> bool:
    return is_cents(name) or name.endswith(FIGURES)


def _reads_order(node: ast.AST) -> bool:
    """`….GET["sort"]` or `….GET.get("sort")`, also getlist."""
    if isinstance(node, ast.Subscript):
        return last(node.value) == "GET" and text(node.slice) in PARAMETERS
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        return last(node.func.value) == "GET" and text(node.args[0]) in PARAMETERS
    return False
