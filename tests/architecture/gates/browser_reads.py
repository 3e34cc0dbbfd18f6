"""A journey waits for what it wants to see: an assert reads the page once, maybe before the answer is there.

Write `expect(page.locator(…))` with `.to_have_text`, `.to_have_value` or `.to_have_count`, `expect(page).to_have_url`.
What axe finds, a width and the database may be asserted: a click ends when the next page is there.
"""

import ast
from collections.abc import Iterator

from tests.architecture.source import Finding, Source

looks_at = ("tests",)
READS = {
    "all_inner_texts",
    "all_text_contents",
    "get_attribute",
    "inner_html",
    "inner_text",
    "input_value",
    "is_checked",
    "is_disabled",
    "is_visible",
    "text_content",
    "title",
}
FINDS = {"locator", "get_by_label", "get_by_role", "get_by_text"}


def check(source: Source) -> Iterator[Finding]:
    if "/browser/" not in source.path:
        return
    for claim in ast.walk(source.tree):
        if isinstance(claim, ast.Assert):
            for node in ast.walk(claim.test):
                if what := _read_once(node):
                    yield Finding(source.path, claim.lineno, f"an assert reads {what} once")


def _read_once(node: ast.AST) -> str:
    """What is read of the page as it is at this moment; empty when the node does no such thing."""
    if isinstance(node, ast.Attribute) and node.attr == "url" and _ends_in(node.value, "page"):
        return "page.url"
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return ""
    name = node.func.attr
    counts = name == "count" and any(isinstance(one, ast.Attribute) and one.attr in FINDS for one in ast.walk(node))
    return name if name in READS or counts else ""


def _ends_in(node: ast.expr, name: str) -> bool:
    return (isinstance(node, ast.Name) and node.id == name) or (isinstance(node, ast.Attribute) and node.attr == name)
