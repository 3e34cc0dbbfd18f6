"""`web` and `api` never write: a view reads through access and queries and calls at most one operation per request.

Move the write into <context>/operations.py and call that; put what belongs together into one operation, so that it
happens wholly or not at all. (For a plain dictionary use `|=` instead of `.update`.)
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import dotted, line_of
from tests.architecture.source import Finding, Source

looks_at = ("product",)
WRITES = {
    "save", "create", "bulk_create", "bulk_update", "delete", "update", "get_or_create", "update_or_create",
    "select_for_update", "raw",
}  # fmt: skip
MANAGERS = {"objects", "_base_manager", "_default_manager"}
DATABASE = {"django.db.transaction", "django.db.connection", "django.db.connections"}


def check(source: Source) -> Iterator[Finding]:
    if source.app not in {"web", "api"}:
        return
    for node in ast.walk(source.tree):
        for what, name in _writes(node):
            yield Finding(source.path, line_of(node), what, name)
    for function in source.functions():
        calls = sorted({line_of(node) for node in ast.walk(function) if _is_operation(source, node)})
        if len(calls) > 1:
            what = f"{function.name} calls {len(calls)} operations"
            yield Finding(source.path, calls[1], what, function.name)


def _writes(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
        yield f".{node.attr}: ask access or queries", node.attr
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
        yield f".{node.func.attr}(): call an operation", node.func.attr
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            if f"{node.module}.{alias.name}" in DATABASE:
                yield f"{alias.name}: an operation opens its own transaction", alias.name


def _is_operation(source: Source, node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    parts = dotted(source, node.func).split(".")
    return parts[0] == "wijkaanzet" and "operations" in parts[1:-1]
