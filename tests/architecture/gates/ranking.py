"""No ranking: no page, export or address sorts areas, networks or partners by a figure.

Order by name or code. There is no sort parameter and no sort control, because a ranked list of neighbourhoods is a
verdict without a talk (house rule "No ranking").
"""

import ast
import re
from collections.abc import Iterator

from tests.architecture.names import is_cents, last, line_of, text
from tests.architecture.source import Finding, Source

looks_at = ("product", "templates")
PARAMETERS = {"sort", "order", "order_by", "ordering", "sorteer", "sortering", "volgorde"}
CONTROL = re.compile(r"""[?&](sort|order|sorteer|volgorde)=|name=["'](sort|order|sorteer|volgorde)["']|aria-sort""")
DICTSORT = re.compile(r"""\|dictsort(reversed)?:["'][\w.]*(cents|amount|value)["']""")
FIGURES = ("amount", "value", "score", "per_inhabitant")


def check(source: Source) -> Iterator[Finding]:
    if not source.path.endswith(".py"):
        for number, line in enumerate(source.lines, start=1):
            if CONTROL.search(line) or DICTSORT.search(line):
                yield Finding(source.path, number, "sorts or offers to sort: lists stand in order of name or code")
        return
    for node in ast.walk(source.tree):
        if source.app in {"web", "api"} and _reads_order(node):
            yield Finding(source.path, line_of(node), "reads an order from the address")
        elif isinstance(node, ast.Call) and _orders_by_figure(source, node):
            yield Finding(source.path, node.lineno, "orders by a figure: order by name or code")


def _orders_by_figure(source: Source, call: ast.Call) -> bool:
    if last(call.func) == "order_by":
        return any(_is_figure((text(arg) or "").lstrip("-").split("__")[-1]) for arg in call.args)
    if last(call.func) not in {"sorted", "sort"} or source.is_room("rules") or source.app == "kernel":
        return False  # a rule may order by size inside: largest remainder does
    return any(word.arg == "key" and _mentions_figure(word.value) for word in call.keywords)


def _mentions_figure(key: ast.AST) -> bool:
    return any(_is_figure(last(node)) for node in ast.walk(key))


def _is_figure(name: str) -> bool:
    return is_cents(name) or any(name.endswith(word) for word in FIGURES)


def _reads_order(node: ast.AST) -> bool:
    """`….GET["sort"]` or `….GET.get("sort")`, also getlist."""
    if isinstance(node, ast.Subscript):
        return last(node.value) == "GET" and text(node.slice) in PARAMETERS
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        return last(node.func.value) == "GET" and text(node.args[0]) in PARAMETERS
    return False
