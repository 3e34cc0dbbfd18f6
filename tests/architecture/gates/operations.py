"""An operation takes at most one positional subject, the rest keyword-only, has a docstring and is one transaction.

Write `def grant(application, *, cents, actor, at)`, decorate it with `@transaction.atomic` (or let it do no
more than one call of an operation that is), and say in the docstring what it does in the words of the domain, what it
raises, and its source. It is never `async`: a transaction does not wait.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import dotted, is_operation, last
from tests.architecture.source import Finding, Source

looks_at = ("product",)
ATOMIC = {"transaction.atomic", "django.db.transaction.atomic"}
WRITES = {
    "save", "save_base", "create", "bulk_create", "bulk_update", "delete", "update", "get_or_create",
    "update_or_create",
}  # fmt: skip
LOOPS = ast.For | ast.While | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
Function = ast.FunctionDef | ast.AsyncFunctionDef


def check(source: Source) -> Iterator[Finding]:
    if not source.is_room("operations"):
        return
    functions = {node.name: node for node in source.tree.body if isinstance(node, Function)}
    for name, function in functions.items():
        here = (source.path, function.lineno)
        if isinstance(function, ast.AsyncFunctionDef):
            yield Finding(*here, f"{name}: an operation is not async", name)
        if name.startswith("_"):
            continue
        taken = [*function.args.posonlyargs, *function.args.args]
        if len(taken) > 1 or function.args.vararg:
            yield Finding(*here, f"{name}: make every argument after the first keyword-only", name)
        if not ast.get_docstring(function):
            yield Finding(*here, f"{name}: say in a docstring what it does and what it raises", name)
        if not _is_decorated(source, function) and not _is_one_transaction(source, function, functions):
            yield Finding(*here, f"{name}: decorate with @transaction.atomic", name)


def _is_decorated(source: Source, function: Function) -> bool:
    return any(_is_atomic(source, decorator) for decorator in function.decorator_list)


def _is_atomic(source: Source, node: ast.expr) -> bool:
    return dotted(source, node.func if isinstance(node, ast.Call) else node) in ATOMIC


def _is_one_transaction(source: Source, function: Function, beside: dict[str, Function]) -> bool:
    """Without a decorator: one block or one call that is a transaction, not in a loop, and no write outside it."""
    done = list(_acts(source, function, beside))
    return done == ["transaction"]


def _acts(source: Source, node: ast.AST, beside: dict[str, Function]) -> Iterator[str]:
    """What happens in a function, in order: "transaction" or "write"; what happens in a loop happens twice."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.With) and any(_is_atomic(source, item.context_expr) for item in child.items):
            yield "transaction"
            continue
        if isinstance(child, ast.Call):
            if is_operation(source, child.func) or _is_atomic_beside(source, child, beside):
                yield "transaction"
            elif isinstance(child.func, ast.Attribute) and last(child.func) in WRITES:
                yield "write"
        found = list(_acts(source, child, beside))
        yield from found * (2 if isinstance(child, LOOPS) else 1)


def _is_atomic_beside(source: Source, call: ast.Call, beside: dict[str, Function]) -> bool:
    other = beside.get(dotted(source, call.func))
    return other is not None and _is_decorated(source, other)
