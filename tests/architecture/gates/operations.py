"""An operation takes at most one positional subject, the rest keyword-only, has a docstring and is one transaction.

Write `def grant(application, *, cents, actor, at)`, decorate it with `@transaction.atomic` (or let it call an operation
that is), and say in the docstring what it does in the words of the domain, what it raises, and its source.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import dotted
from tests.architecture.source import Finding, Source

looks_at = ("product",)
ATOMIC = {"transaction.atomic", "django.db.transaction.atomic"}


def check(source: Source) -> Iterator[Finding]:
    if not source.is_room("operations"):
        return
    functions = {node.name: node for node in source.tree.body if isinstance(node, ast.FunctionDef)}
    for name, function in functions.items():
        if name.startswith("_"):
            continue
        here = (source.path, function.lineno)
        taken = [*function.args.posonlyargs, *function.args.args]
        if len(taken) > 1 or function.args.vararg:
            yield Finding(*here, f"{name}: make every argument after the first keyword-only", name)
        if not ast.get_docstring(function):
            yield Finding(*here, f"{name}: say in a docstring what it does and what it raises", name)
        if not _is_atomic(source, function, functions):
            yield Finding(*here, f"{name}: decorate with @transaction.atomic", name)


def _is_atomic(source: Source, function: ast.FunctionDef, beside: dict[str, ast.FunctionDef]) -> bool:
    for node in [*function.decorator_list, *ast.walk(function)]:
        called = dotted(source, node.func if isinstance(node, ast.Call) else node)
        if called in ATOMIC:
            return True
        if not isinstance(node, ast.Call):
            continue
        parts = called.split(".")
        if parts[0] == "wijkaanzet" and "operations" in parts:
            return True
        other = beside.get(called)
        if other and other is not function and any(dotted(source, _bare(d)) in ATOMIC for d in other.decorator_list):
            return True
    return False


def _bare(decorator: ast.expr) -> ast.expr:
    return decorator.func if isinstance(decorator, ast.Call) else decorator
