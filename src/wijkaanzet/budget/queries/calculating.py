"""A division that is only calculated: nothing is kept, so that one can try before one chooses."""

from dataclasses import dataclass

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules import division
from wijkaanzet.budget.rules.engine import divide
from wijkaanzet.budget.rules.estimate import Estimate, complete
from wijkaanzet.budget.rules.model import Model
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.budget.rules.roll_up import roll_up
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans import queries as scans
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import Figures
from wijkaanzet.scans.rules.figures_file import load_figures
from wijkaanzet.scans.rules.importing import FigureImportStatus, Origin


@dataclass(frozen=True)
class FiguresUsed:
    """The figures a division rests on, and what a reader must know of them: source, year, and whether they are real."""

    figures: Figures
    source: str
    year: int
    fictional: bool
    figure_import: FigureImport | None = None
    """The table that was brought in; None for figures from elsewhere."""
    region_year: int | None = None
    """The year of the CBS areas that they are given for; None when that is the year of the figures."""

    @property
    def areas_year(self) -> int:
        """The year in which a CBS code means what it means in these figures."""
        return self.year if self.region_year is None else self.region_year


@dataclass(frozen=True)
class Calculated:
    """A division with everything it rests on."""

    model: Model
    figures: Figures
    estimates: tuple[Estimate, ...]
    result: division.Division
    areas: dict[str, Area]
    """Of each CBS area that lies in one, that area."""


def used_from(figure_import: FigureImport, model: Model) -> FiguresUsed:
    """The figures of an imported table that a model counts with.

    Raises Refused("own_counts"), and BadInput when a column is not in it.
    """
    _check_published(figure_import)
    code = figure_import.municipality.code
    figures = load_figures(scans.open_file(figure_import), model.figures, model.columns(), municipality=code)
    return FiguresUsed(
        figures,
        figure_import.source,
        figure_import.year,
        figure_import.fictional,
        figure_import=figure_import,
        region_year=figure_import.region_year,
    )


def calculate(place: Division, *, model_text: str, used: FiguresUsed | FigureImport) -> Calculated:
    """Divide over the areas of a division. Raises Refused("own_counts"), BadInput from the model, figures or sum.

    A CBS area that lies in several areas is not shared out for money: BadInput("area_shared_out").
    """
    model = load_model(model_text.encode(errors="replace"))
    known_of = used_from(used, model) if isinstance(used, FigureImport) else used
    if known_of.figure_import is not None:
        _check_published(known_of.figure_import)
    areas = scans.places(place, year=known_of.areas_year)
    place_of = {cbs_code: (area.code, area.name) for cbs_code, area in areas.items()}
    _check_whole(place, known_of)
    known, estimates = complete(known_of.figures, model)
    figures = roll_up(known, model=model, place_of=place_of)
    return Calculated(model, figures, estimates, divide(model, figures), areas)


def _check_published(figure_import: FigureImport) -> None:
    """The lines of a sum show every number that it rests on, so these must be public already."""
    if figure_import.origin == Origin.OWN:
        raise Refused("own_counts")


def _check_whole(place: Division, used: FiguresUsed) -> None:
    """How many of the people of a CBS area live in which part is an estimate; money rests on counts."""
    empty = {one.code for one in used.figures.areas if not one.inhabitants}
    for code, names in scans.shared_places(place, year=used.areas_year).items():
        if code not in empty:
            raise BadInput("area_shared_out", code=code, areas=", ".join(names))


def figures_taken_back(run: AllocationRun) -> bool:
    """Whether the table of figures that a division counted with was undone since; one query."""
    return FigureImport.objects.filter(allocation_runs=run, status=FigureImportStatus.UNDONE).exists()


def last_decided(place: Division, *, before: int) -> AllocationRun | None:
    """The newest decided division of an earlier year over these areas; what people compare with."""
    earlier = AllocationRun.objects.filter(division=place, year__lt=before, decision__isnull=False)
    return earlier.order_by("-year", "-id").first()
