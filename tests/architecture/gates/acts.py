"""A page acts through `attempt`: what is refused is said on its form, and a form that is sent twice acts once.

Hand it the operation as something that takes who acts: `lambda actor, at: operations.record(…, actor=actor, at=at)`.
"""

import ast
from collections.abc import Iterator
from functools import cache, partial

from tests.architecture.names import is_operation, last
from tests.architecture.source import Finding, Source

looks_at = ("product",)
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def check(source: Source) -> Iterator[Finding]:
    if source.app == "web" and not source.is_room("management"):
        for call in _loose(source, source.tree):
            name = source.function_at(call.lineno)
            yield Finding(source.path, call.lineno, f"{name} calls an operation by itself: hand it to attempt", name)


def _loose(source: Source, node: ast.AST) -> Iterator[ast.Call]:
    """The calls of an operation, or of what does one here, that are in no function that takes who acts."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTIONS) and _takes_actor(child):
            continue
        if isinstance(child, ast.Call) and (is_operation(source, child.func) or last(child.func) in _act_here(source)):
            yield child
        yield from _loose(source, child)


@cache
def _act_here(source: Source) -> frozenset[str]:
    """The functions of this file that take who acts and do an operation; what stands inside one is seen there."""
    found = (one for one in source.tree.body if isinstance(one, ast.FunctionDef) and _takes_actor(one))
    return frozenset(one.name for one in found if any(map(partial(_is_act, source), ast.walk(one))))


def _is_act(source: Source, node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and is_operation(source, node.func)


def _takes_actor(node: FUNCTIONS) -> bool:
    return "actor" in {one.arg for one in (*node.args.args, *node.args.kwonlyargs)}
