"""What a name in a file stands for, read from its imports."""

import ast
from functools import cache

from tests.architecture.source import Source


@cache
def imported(source: Source) -> dict[str, str]:
    """Each local name an import makes, with the full dotted name it stands for."""
    found: dict[str, str] = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return found


def dotted(source: Source, node: ast.AST) -> str:
    """`timezone.now` -> `django.utils.timezone.now`; "" for what is not a plain name."""
    if isinstance(node, ast.Name):
        return imported(source).get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        owner = dotted(source, node.value)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def last(node: ast.AST) -> str:
    """The last word of a name or attribute: `row.total_cents` -> `total_cents`."""
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def text(node: ast.AST) -> str | None:
    """The value of a literal string."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def is_cents(name: str) -> bool:
    return name == "cents" or name.endswith("_cents")


def line_of(node: ast.AST) -> int:
    """The line a node begins on; a module and the like begin nowhere."""
    line: int = getattr(node, "lineno", 0)
    return line


def is_operation(source: Source, node: ast.AST) -> bool:
    """Whether a name stands for an operation; a capital marks what an operation takes, such as Minutes."""
    parts = dotted(source, node).split(".")
    return parts[0] == "wijkaanzet" and "operations" in parts[1:-1] and not parts[-1][:1].isupper()
