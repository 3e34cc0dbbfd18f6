"""Money is integer cents, and only kernel.money divides it.

Keep amounts in `*_cents` (BigIntegerField). Divide with kernel.money.split, which never loses a cent; count with a
Fraction where the sum is exact. Never round: no `//`, `int()`, `round()`, `divmod()` or float on what holds cents.
Euros exist only in forms, templates and exports: parse and show them with kernel.money and the template tags.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import is_cents, last, line_of, text
from tests.architecture.source import Finding, Source

looks_at = ("product",)
MONEY = ("amount", "cents", "euro", "price", "budget", "total", "cost", "money", "balance", "reserve")
DIVISIONS = (ast.Div, ast.FloorDiv)
ROUNDERS = {
    "int", "round", "divmod", "floor", "ceil", "trunc", "quantize", "floordiv", "truediv", "__floordiv__",
    "__truediv__", "__divmod__", "__round__", "float", "fsum",
}  # fmt: skip
KEEPERS = {"abs", "sum", "min", "max", "int", "round", "sorted", "next"}  # what they give of cents is cents
EXACT = {"Fraction", "Decimal"}


def check(source: Source) -> Iterator[Finding]:
    yield from _fields(source)
    if source.inside[:2] == ("kernel", "money.py"):
        return
    for node in ast.walk(source.tree):
        if what := _breaks(node):
            yield Finding(source.path, line_of(node), what, source.function_at(line_of(node)))


def _breaks(node: ast.AST) -> str:
    """What a node does to cents that may lose some; "" when all is well."""
    if isinstance(node, ast.Call) and last(node.func) in ROUNDERS:
        owner = [node.func.value] if isinstance(node.func, ast.Attribute) else []
        if any(_holds_cents(part, exact=True) for part in [*node.args, *owner]):
            return f"{last(node.func)}() of cents: use kernel.money.split"
    if isinstance(node, ast.AugAssign):
        return _loses(ast.BinOp(node.target, node.op, node.value))
    return _loses(node) if isinstance(node, ast.BinOp) else ""


def _loses(sum_: ast.BinOp) -> str:
    sides = (sum_.left, sum_.right)
    if isinstance(sum_.op, DIVISIONS):
        floors = isinstance(sum_.op, ast.FloorDiv)
        divides = _holds_cents(sum_.left, exact=floors) and not _counts(sum_)
        return "divides cents: use kernel.money.split or a Fraction" if divides else ""
    if not isinstance(sum_.op, ast.Mult):
        return ""
    if any(map(_is_hundred, sides)) and any(map(_is_money, sides)):
        return "changes euros and cents by hand: use kernel.money"
    if any(map(_is_float, sides)) and any(map(_holds_cents, sides)):
        return "a float loses cents: use a Fraction and kernel.money.split"
    return ""


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
    counted = division.left.operand if isinstance(division.left, ast.UnaryOp) else division.left
    plain = isinstance(counted, ast.Name | ast.Attribute | ast.Call)
    return isinstance(division.op, ast.FloorDiv) and plain and (unit == "unit" or is_cents(unit))


def _is_money(node: ast.AST) -> bool:
    return _holds_cents(node) or "euro" in last(node)


def _is_hundred(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value == 100


def _is_float(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, float)


def _holds_cents(node: ast.AST, *, exact: bool = False) -> bool:
    """Whether an expression is an amount in cents or made of one; with `exact` also when it is a Fraction of cents."""
    if isinstance(node, ast.Name | ast.Attribute):
        return is_cents(last(node).lower())
    if isinstance(node, ast.Subscript) and is_cents(text(node.slice) or ""):
        return True
    return any(_holds_cents(part, exact=exact) for part in _made_of(node, exact=exact))


def _made_of(node: ast.AST, *, exact: bool) -> list[ast.expr]:
    """The parts of an expression that its unit comes from: of a division what is divided, of a call what it keeps."""
    if isinstance(node, ast.BinOp):
        return [node.left] if isinstance(node.op, (*DIVISIONS, ast.Mod)) else [node.left, node.right]
    if isinstance(node, ast.Call):
        keepers = KEEPERS | EXACT if exact else KEEPERS
        return node.args if last(node.func) in keepers else [node.func]
    if isinstance(node, ast.BoolOp):
        return node.values
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    return [getattr(node, name) for name in ("value", "elt", "operand") if isinstance(getattr(node, name, 0), ast.expr)]
