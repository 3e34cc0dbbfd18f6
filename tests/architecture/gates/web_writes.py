"""`web` and `api` never write: a view reads through access and queries and calls at most one operation per request.

Move the write into <context>/operations.py and call that; put what belongs together into one operation, so that it
happens wholly or not at all: not one in a loop, not one in each of two helpers, and called by its own name. The views
of the demo keep this too. (For a plain dictionary use `|=` instead of `.update`.) What gets past this reading is caught
when it runs: tests/web/test_permissions.py refuses every statement that writes during a GET.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tests.architecture.names import is_operation, last, line_of
from tests.architecture.source import Finding, Source

looks_at = ("product",)
WRITES = {
    "save", "save_base", "create", "bulk_create", "bulk_update", "delete", "update", "get_or_create",
    "update_or_create", "select_for_update", "raw", "acreate", "asave", "adelete", "aupdate",
}  # fmt: skip
LINKS = {"add", "set", "remove", "clear"}  # of a set it is fine, of `group.members` it writes
MANAGERS = {"objects", "_base_manager", "_default_manager"}
DATABASE = {"django.db", "django.db.transaction", "django.db.connection", "django.db.connections"}
LOOPS = ast.For | ast.While | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def check(source: Source) -> Iterator[Finding]:
    if source.app not in {"web", "api"} and not (source.app == "demo" and source.is_room("views")):
        return
    for node in ast.walk(source.tree):
        for what, name in _writes(node):
            yield Finding(source.path, line_of(node), what, name)
    calls = Calls(source)
    for function in source.functions():
        done = calls.of(function)
        if len(done) > 1 and not any(calls.is_too_many(node) for node, _ in done):
            what = f"{function.name} calls more than one operation, or one more than once"
            yield Finding(source.path, done[1][1], what, function.name)
        for line in calls.aliases(function):
            yield Finding(source.path, line, "an operation under another name: call it by its own", function.name)


def _writes(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
        yield f".{node.attr}: ask access or queries", node.attr
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = node.func.value
        links = node.func.attr in LINKS and isinstance(owner, ast.Attribute) and last(owner.value) != "self"
        if node.func.attr in WRITES or links:
            yield f".{node.func.attr}(): call an operation", node.func.attr
    elif isinstance(node, ast.Import | ast.ImportFrom):
        module = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
        for alias in node.names:
            if module + alias.name in DATABASE:
                yield f"{alias.name}: an operation opens its own transaction", alias.name


@dataclass(frozen=True)
class Calls:
    """Which operations the functions of one file reach, also through each other."""

    source: Source

    @cached_property
    def functions(self) -> dict[str, ast.AST]:
        return {function.name: function for function in self.source.functions()}

    def of(self, node: ast.AST, *, above: tuple[ast.AST, ...] = ()) -> list[tuple[ast.AST, int]]:
        """The calls below a node that are or reach an operation, with their lines; in a loop each counts twice."""
        found: list[tuple[ast.AST, int]] = []
        for child in ast.iter_child_nodes(node):
            here = [(child, line_of(child))] if self._reaches(child, above) else []
            here += self.of(child, above=(*above, node))
            found += here * (2 if isinstance(child, LOOPS) else 1)
        return found

    def is_too_many(self, call: ast.AST) -> bool:
        """Whether this call is of a helper that is found at fault itself."""
        helper = self._helper(call)
        return helper is not None and len(self.of(helper)) > 1

    def aliases(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[int]:
        """Where the body of a function names an operation without calling it."""
        body = [node for statement in function.body for node in ast.walk(statement)]
        called = {id(node.func) for node in body if isinstance(node, ast.Call)}
        for node in body:
            if id(node) not in called and is_operation(self.source, node):
                yield line_of(node)

    def _reaches(self, node: ast.AST, above: tuple[ast.AST, ...]) -> bool:
        if isinstance(node, ast.Call) and is_operation(self.source, node.func):
            return True
        helper = self._helper(node)
        return helper is not None and helper not in above and bool(self.of(helper, above=above))

    def _helper(self, node: ast.AST) -> ast.AST | None:
        """The function of this file that a call is of: by its bare name or as a method of its own."""
        if not isinstance(node, ast.Call):
            return None
        if isinstance(node.func, ast.Attribute) and last(node.func.value) != "self":
            return None
        return self.functions.get(last(node.func))
