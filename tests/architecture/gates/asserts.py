"""A test asserts something: a test without a claim is green whatever the product does.

Write an `assert`, `pytest.raises`, Playwright's `expect`, or call a helper whose name begins with assert_ or verdict.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import last
from tests.architecture.source import Finding, Source

looks_at = ("tests",)
CLAIMS = ("assert", "verdict", "raises", "warns", "expect", "fail")


def check(source: Source) -> Iterator[Finding]:
    if not source.path.rsplit("/", 1)[-1].startswith("test_"):
        return
    for function in source.functions():
        if not function.name.startswith("test_"):
            continue
        if not any(_claims(node) for node in ast.walk(function)):
            yield Finding(source.path, function.lineno, f"{function.name} asserts nothing", function.name)


def _claims(node: ast.AST) -> bool:
    return isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and last(node.func).startswith(CLAIMS))
