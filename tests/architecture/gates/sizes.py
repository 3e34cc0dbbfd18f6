"""A file fits on a few screens and a function on one: 300 lines a file, 40 a function, 400 a test file, 120 a template.

Aim at 200 and 20. Split by purpose (a module that outgrows its file becomes a package of the same name); an exception
is named in pyproject.toml under [tool.wijkaanzet.gates.sizes] with its reason.
"""

from collections.abc import Iterator

from tests.architecture.source import Finding, Source

looks_at = ("product", "tests", "tools", "templates")
FILE, TEST_FILE, TEMPLATE, FUNCTION = 300, 400, 120, 40


def limit(source: Source) -> int:
    if not source.path.endswith(".py"):
        return TEMPLATE
    return TEST_FILE if source.path.startswith("tests/") else FILE


def check(source: Source) -> Iterator[Finding]:
    if len(source.lines) > limit(source):
        yield Finding(source.path, 1, f"{len(source.lines)} lines, at most {limit(source)}")
    if not source.path.endswith(".py"):
        return
    for function in source.functions():
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > FUNCTION:
            what = f"{function.name} has {lines} lines, at most {FUNCTION}"
            yield Finding(source.path, function.lineno, what, function.name)
