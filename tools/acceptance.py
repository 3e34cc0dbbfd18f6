"""List what the tests prove of each issue: every test marked `@pytest.mark.done("<issue>.<item>")`.

python tools/acceptance.py [ISSUE]
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ITEM = re.compile(r"^[1-9]\d*\.[a-z0-9]+(-[a-z0-9]+)*$")  # "2.exact-division"


@dataclass(frozen=True, order=True)
class Proof:
    """One test that proves one item of an issue."""

    item: str
    path: str
    line: int
    test: str

    @property
    def is_well_named(self) -> bool:
        return bool(ITEM.match(self.item))


def proofs(paths: Iterable[Path], root: Path = ROOT) -> list[Proof]:
    """All marked tests and classes of tests in these files, in order of item."""
    return sorted(
        proof
        for path in paths
        for proof in proofs_in(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
    )


def proofs_in(text: str, path: str) -> Iterator[Proof]:
    """The marked tests of one file."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for mark in node.decorator_list:
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.done":
                    for given in mark.args:
                        item = given.value if isinstance(given, ast.Constant) else ast.unparse(given)
                        yield Proof(str(item), path, mark.lineno, node.name)


def main(arguments: list[str]) -> int:
    """Print the proofs per item; 1 when an item is named otherwise than "2.exact-division"."""
    found = proofs(sorted((ROOT / "tests").rglob("test_*.py")))
    for proof in found:
        if not arguments or proof.item.split(".")[0] in arguments:
            print(f"{proof.item:<40} {proof.path}:{proof.line} {proof.test}")
    return 0 if all(proof.is_well_named for proof in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
