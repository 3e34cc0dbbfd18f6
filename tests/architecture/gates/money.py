"""Money is integer cents, and only kernel.money divides it.

Keep amounts in `*_cents` (BigIntegerField). Divide with kernel.money.split, which never loses a cent. Euros exist
only in forms, templates and exports: parse and show them with kernel.money and the template tags.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import is_cents, last
from tests.architecture.source import Finding, Source

looks_at = ("product",)
MONEY = ("amount", "cents", "euro", "price", "budget", "total", "cost", "money", "balance", "reserve")
DIVISIONS = (ast.Div, ast.FloorDiv)


def check(source: Source) -> Iterator[Finding]:
    yield from _fields(source)
    if source.inside[:2] == ("kernel", "money.py") or "templatetags" in source.inside:
        return
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.BinOp):
            continue
        sides = (node.left, node.right)
        if isinstance(node.op, DIVISIONS) and _holds_cents(node.left) and not _counts(node):
            yield Finding(source.path, node.lineno, "divides cents: use kernel.money.split or a Fraction")
        elif isinstance(node.op, ast.Mult) and any(map(_is_hundred, sides)) and any(map(_is_money, sides)):
            yield Finding(source.path, node.lineno, "changes euros and cents by hand: use kernel.money")


def _fields(source: Source) -> Iterator[Finding]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute | ast.Name) and last(node) == "FloatField":
            yield Finding(source.path, node.lineno, "FloatField: keep cents as BigIntegerField, shares as two integers")
        elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Call):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            name = last(targets[0]).lower()
            if last(node.value.func) == "DecimalField" and any(word in name for word in MONEY):
                yield Finding(source.path, node.lineno, f"{name} is a DecimalField: SQLite keeps that as a float", name)


def _counts(division: ast.BinOp) -> bool:
    """Counting how many whole rounding units an amount holds loses nothing: the unit divides it, checked on reading."""
    unit = last(division.right)
    return isinstance(division.op, ast.FloorDiv) and (unit == "unit" or is_cents(unit))


def _is_money(node: ast.AST) -> bool:
    return _holds_cents(node) or "euro" in last(node)


def _is_hundred(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value == 100


def _holds_cents(node: ast.AST) -> bool:
    """A name or attribute that holds cents, also between brackets with other terms; not what a call makes of it."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        return _holds_cents(node.left) or _holds_cents(node.right)
    return is_cents(last(node).lower())
