"""A test asserts something: a test without a claim is green whatever the product does.

Write an `assert`, `pytest.raises`, Playwright's `expect`, or call a helper whose name begins with assert_ or verdict.
The claim says something about the product: `assert True` and `assert "text"` hold whatever happens.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import last
from tests.architecture.source import Finding, Source

looks_at = ("tests",)
CLAIMS = {"raises", "warns", "expect", "fail", "verdict"}


def check(source: Source) -> Iterator[Finding]:
    if not source.path.rsplit("/", 1)[-1].startswith("test_"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assert) and _always_holds(node.test):
            yield Finding(source.path, node.lineno, "asserts what holds whatever happens")
    for function in source.functions():
        if not function.name.startswith("test_"):
            continue
        if not any(_claims(node) for node in ast.walk(function)):
            yield Finding(source.path, function.lineno, f"{function.name} asserts nothing", function.name)


def _claims(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert):
        return True
    name = last(node.func) if isinstance(node, ast.Call) else ""
    return name in CLAIMS or name.startswith("assert")


def _always_holds(claim: ast.expr) -> bool:
    """A literal that is not empty, and something held against itself."""
    if isinstance(claim, ast.Compare) and len(claim.ops) == 1 and isinstance(claim.ops[0], ast.Eq | ast.Is):
        acts = any(isinstance(node, ast.Call) for node in ast.walk(claim))  # doing it twice may differ
        return not acts and ast.dump(claim.left) == ast.dump(claim.comparators[0])
    if isinstance(claim, ast.BoolOp) and isinstance(claim.op, ast.Or):
        return any(map(_always_holds, claim.values))
    if isinstance(claim, ast.UnaryOp):
        return isinstance(claim.operand, ast.Constant)
    if isinstance(claim, ast.Tuple | ast.List | ast.Set):
        return bool(claim.elts)
    if isinstance(claim, ast.Dict):
        return bool(claim.values)
    return isinstance(claim, ast.JoinedStr | ast.Lambda) or (isinstance(claim, ast.Constant) and bool(claim.value))
