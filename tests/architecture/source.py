"""The files a gate looks at, what it finds there, and the exceptions named in pyproject.toml."""

import ast
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "wijkaanzet"
PLANTED = Path(__file__).parent / "planted"
MARK = "caught"  # a planted line that the gate must find ends on this word


@dataclass(frozen=True)
class Source:
    """One file: its path from the root of the repository and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def inside(self) -> tuple[str, ...]:
        """The parts below src/wijkaanzet, or () for a file elsewhere."""
        parts = Path(self.path).parts
        return parts[2:] if parts[:2] == ("src", "wijkaanzet") else ()

    @cached_property
    def app(self) -> str:
        return self.inside[0] if len(self.inside) > 1 else ""

    def is_room(self, name: str) -> bool:
        """True for <app>/<name>.py and for every file of the package <app>/<name>/."""
        return len(self.inside) > 1 and self.inside[1].removesuffix(".py") == name

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def function_at(self, line: int) -> str:
        """The name of the innermost function that a line stands in; "" outside every function."""
        around = [one for one in self.functions() if one.lineno <= line <= (one.end_lineno or one.lineno)]
        return max(around, key=lambda one: one.lineno).name if around else ""


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    what: str
    name: str = ""

    @property
    def keys(self) -> set[str]:
        """By which names pyproject.toml may except this finding."""
        return {self.path, f"{self.path}::{self.name}"} if self.name else {self.path}

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


def read(paths: Iterable[Path], *, root: Path = ROOT) -> list[Source]:
    return [Source(str(path.relative_to(root)), path.read_text(encoding="utf-8")) for path in sorted(paths)]


@cache
def product() -> list[Source]:
    """Our own Python, without migrations: those are written by a command and never change."""
    return read(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


@cache
def migrations() -> list[Source]:
    return read(PACKAGE.rglob("migrations/*.py"))


@cache
def tests() -> list[Source]:
    return read((ROOT / "tests").rglob("*.py"))


@cache
def tools() -> list[Source]:
    return read([*(ROOT / "tools").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")])


@cache
def templates() -> list[Source]:
    return read([*PACKAGE.rglob("templates/**/*.html"), *PACKAGE.rglob("templates/**/*.svg")])


@cache
def repository() -> list[Source]:
    """Every text file that is or may become part of the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found = []
    for name in filter(None, listed.stdout.decode().split("\0")):
        try:
            found.append(Source(name, (ROOT / name).read_text(encoding="utf-8")))
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            found.append(Source(name, ""))
    return found


def planted(gate: str) -> list[Source]:
    """The planted tree of a gate; the files end on .txt so that no other tool takes them for ours."""
    root = PLANTED / gate
    return [Source(source.path.removesuffix(".txt"), source.text) for source in read(root.rglob("*.txt"), root=root)]


def marked(sources: Iterable[Source]) -> set[tuple[str, int]]:
    """Where the planted violations stand: every line whose comment ends on the mark."""
    return {
        (source.path, number)
        for source in sources
        for number, line in enumerate(source.lines, start=1)
        if line.rstrip().removesuffix("#}").removesuffix("-->").rstrip().endswith(f" {MARK}")
    }


@cache
def settings() -> dict[str, dict[str, str]]:
    """[tool.wijkaanzet.gates]: per gate, what is excepted and why."""
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    gates: dict[str, dict[str, str]] = found["tool"]["wijkaanzet"].get("gates", {})
    return gates


def verdict(gate: str, rule: str, findings: Iterable[Finding], exceptions: dict[str, str] | None = None) -> None:
    """Fail with the rule and every finding that is not excepted, and with every exception nothing needs any more."""
    excepted = settings().get(gate, {}) if exceptions is None else exceptions
    found = sorted(set(findings))
    problems = [str(finding) for finding in found if not finding.keys & excepted.keys()]
    needed = {key for finding in found for key in finding.keys}
    problems += [f"pyproject.toml: [{gate}] {key}: no longer needed, take it out" for key in excepted.keys() - needed]
    problems += [f"pyproject.toml: [{gate}] {key}: needs a reason" for key, why in excepted.items() if len(why) < 15]
    assert not problems, "\n".join([rule.strip(), "", *problems])
