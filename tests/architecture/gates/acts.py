"""A page acts through `attempt`: what is refused is said on its form, and a form that is sent twice acts once.

Hand it the operation as something that takes who acts: `lambda actor, at: operations.record(…, actor=actor, at=at)`.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import is_operation
from tests.architecture.source import Finding, Source

looks_at = ("product",)
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def check(source: Source) -> Iterator[Finding]:
    if source.app == "web" and not source.is_room("management"):
        for call in _loose(source, source.tree):
            name = source.function_at(call.lineno)
            yield Finding(source.path, call.lineno, f"{name} calls an operation by itself: hand it to attempt", name)


def _loose(source: Source, node: ast.AST) -> Iterator[ast.Call]:
    """The calls of an operation that are in no function that takes who acts."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTIONS) and "actor" in {one.arg for one in (*child.args.args, *child.args.kwonlyargs)}:
            continue
        if isinstance(child, ast.Call) and is_operation(source, child.func):
            yield child
        yield from _loose(source, child)
