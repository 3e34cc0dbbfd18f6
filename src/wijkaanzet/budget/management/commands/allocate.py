"""`allocate`: divide a budget from two files, without a database."""

import errno
import os
import shutil
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, TypeVar

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from wijkaanzet.budget.labels import sentence
from wijkaanzet.budget.rules.areas_file import load_areas
from wijkaanzet.budget.rules.division import Division, Flag, FlagKey
from wijkaanzet.budget.rules.engine import divide
from wijkaanzet.budget.rules.estimate import complete
from wijkaanzet.budget.rules.json_node import check_size
from wijkaanzet.budget.rules.model import Model
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.budget.rules.result_file import to_csv, to_json
from wijkaanzet.budget.rules.roll_up import roll_up
from wijkaanzet.kernel.money import format_euros
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import Figures
from wijkaanzet.scans.rules.figures_file import load_figures

WRONG_INPUT = 2
T = TypeVar("T")


class Command(BaseCommand):
    help = "Divide a budget among areas by an allocation model and a table of figures; no database is touched."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("model", type=Path, metavar="MODEL.json")
        parser.add_argument("--figures", type=Path, required=True, metavar="FILE.csv")
        parser.add_argument("--areas", type=Path, metavar="FILE.toml", help="add CBS areas up to these areas first")
        parser.add_argument("--municipality", metavar="GM0855", help="keep the rows of this municipality only")
        parser.add_argument("--out", type=Path, metavar="DIR", help="write verdeling.json and verdeling.csv here")
        parser.add_argument("--json", action="store_true", help="print the whole outcome as JSON")

    def handle(
        self,
        *args: str,
        model: Path,
        figures: Path,
        areas: Path | None,
        municipality: str | None,
        out: Path | None,
        json: bool,
        **options: object,
    ) -> None:
        """Exit 0 with an outcome, 2 with one sentence when the input is wrong; anything else is a bug."""
        _never_fail_on_a_letter()
        read_model = self._or_say(model, lambda: _model(model))
        read_figures = self._or_say(figures, lambda: _figures(figures, read_model, municipality))
        place_of = self._or_say(areas, lambda: load_areas(areas.read_bytes())) if areas else None
        division = self._or_say(None, lambda: _divided(read_model, read_figures, place_of))
        if out is not None:
            texts = {"verdeling.json": to_json(division), "verdeling.csv": to_csv(division)}
            self._or_say(out, lambda: write_together(out, texts))
        self.stdout.write(to_json(division) if json else table(division), ending="")

    def _or_say(self, path: Path | None, work: Callable[[], T]) -> T:
        try:
            return work()
        except Refused as refused:
            where = refused.where if isinstance(refused, BadInput) else ""
            self._stop(": ".join(filter(None, [_place(path, where), sentence(refused)])))
        except OSError as error:
            self._stop(f"{path}: {error.strerror or error}")

    def _stop(self, words: str) -> NoReturn:
        self.stderr.write(words)
        sys.exit(WRONG_INPUT)


def _place(path: Path | None, where: str) -> str:
    return ":".join(filter(None, [path.name if path else "", where]))


def _never_fail_on_a_letter() -> None:
    """A terminal without the euro sign shows a question mark there."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _model(path: Path) -> Model:
    check_size(path.stat().st_size)
    return load_model(path.read_bytes())


def _figures(path: Path, model: Model, municipality: str | None) -> Figures:
    with path.open("rb") as file:
        return load_figures(file, model.figures, model.columns(), municipality=municipality)


def _divided(model: Model, figures: Figures, place_of: Mapping[str, tuple[str, str]] | None) -> Division:
    """Divide over the rows of the file, or over the areas that they are composed to, as a stored division does."""
    if place_of is None:
        return divide(model, figures)
    known, estimates = complete(figures, model)
    division = divide(model, roll_up(known, model=model, place_of=place_of))
    flags = (
        Flag(FlagKey.IMPUTED, {"area": one.code, "earmark": earmark.key, "criterion": criterion.key})
        for one in estimates
        for earmark in model.earmarks
        for criterion in earmark.criteria
        if criterion.column == one.column
    )
    return replace(division, flags=(*flags, *division.flags))


def write_together(folder: Path, texts: Mapping[str, str]) -> None:
    """Write all files or none: first under a passing name, then renamed; what fails halfway is put back."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in texts:
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, f"{name}: {os.strerror(errno.EISDIR)}")
    with tempfile.TemporaryDirectory(dir=folder, prefix=".verdeling-") as passing:
        for name, text in texts.items():
            with (Path(passing) / name).open("wb") as file:
                file.write(text.encode(errors="replace"))
                file.flush()
                os.fsync(file.fileno())
            if (folder / name).exists():
                shutil.copy2(folder / name, Path(passing) / f"{name}.before")
        _replace_all(folder, Path(passing), list(texts))


def _replace_all(folder: Path, passing: Path, names: list[str]) -> None:
    done: list[str] = []
    try:
        for name in names:
            (passing / name).replace(folder / name)
            done.append(name)
    except OSError:
        for name in done:
            before = passing / f"{name}.before"
            before.replace(folder / name) if before.exists() else (folder / name).unlink()
        raise


def table(division: Division) -> str:
    """A short table for people: city amounts, areas in order of their code, and the total."""
    rows = [("", f"{one.earmark}: {one.key}", one.cents) for one in division.city]
    rows += [(area.code, area.name, area.cents) for area in division.areas]
    rows.append(("", _("Total"), division.total_cents))
    lines = [f"{code:<10} {name[:40]:<40} {format_euros(cents):>20}" for code, name, cents in rows]
    if division.flags:
        lines.append(_("Remarks: %(number)d (see the JSON)") % {"number": len(division.flags)})
    return "\n".join(lines) + "\n"
