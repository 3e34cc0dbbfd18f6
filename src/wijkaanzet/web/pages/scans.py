"""The pages on which figures come in."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms.boundfield import BoundField

from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.paging import Pagination


@dataclass(frozen=True, kw_only=True)
class ImportRow:
    """One table in the list."""

    title: str
    """Whose figures, of which year."""
    href: str
    file_name: str
    for_year: int
    badge: Badge
    since: str


@dataclass(frozen=True, kw_only=True)
class FigureImportsPage:
    """web/figure_imports.html: the tables that came in, and the form to bring in another."""

    section: ClassVar[str] = "figures"
    rows: tuple[ImportRow, ...]
    acts: bool
    """Whether the reader may bring figures in."""
    divided: bool
    """Whether the municipality has neighbourhoods; else its first table draws them."""
    buttons: Buttons
    pagination: Pagination | None = None


@dataclass(frozen=True, kw_only=True)
class ColumnQuestions:
    """What is asked about one column of the file."""

    key: str
    label: str
    samples: str
    """The first values, as they stand in the file."""
    fields: tuple[BoundField, ...]
    folded: tuple[BoundField, ...] = ()
    """What is only asked when the column is for something else after all."""


@dataclass(frozen=True, kw_only=True)
class Columns:
    """The columns of a file, by what is asked about them."""

    used: tuple[ColumnQuestions, ...] = ()
    known: tuple[ColumnQuestions, ...] = ()
    """Those of which the registry of sources says what they are."""
    ignored: tuple[ColumnQuestions, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What a table says otherwise than those before it, of the same figures of the same year."""

    since: str
    """Those tables: whose, and when they were imported."""
    counts: tuple[str, ...]
    """Sentences: how many values are the same, changed, new or gone."""
    examples: tuple[tuple[str, str, str, str], ...] = ()
    """The first that differ: CBS code, figure, what it was, what it becomes."""


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What importing would do."""

    counts: tuple[str, ...]
    """Sentences: how many rows are of this municipality, how many areas have figures."""
    problems: tuple[str, ...]
    """What is wrong, each with its line; empty when the table can be imported."""
    more: int
    """How many more things are wrong."""
    absent: tuple[str, ...]
    """The CBS areas of the division that the file does not have."""
    extra: tuple[str, ...]
    """The areas in the file that lie in no area of the division."""
    shared: tuple[str, ...]
    """The areas in the file that lie in several areas, with those."""
    missing: tuple[tuple[str, int], ...]
    """The label of a figure and how many values of it are not known."""
    gaps: tuple[str, ...] = ()
    """Sentences: what the parts count together beside what was published of the whole, as far as rounding does that."""
    strange: tuple[str, ...] = ()
    """The same, where rounding cannot explain it: something is missing, stands twice, or is of other borders."""
    undividable: str = ""
    """Why money cannot be divided with this table; empty when it can."""
    changes: Changes | None = None
    """None when none of these figures came in before."""


@dataclass(frozen=True, kw_only=True)
class FigureImportPage:
    """web/figure_import.html: one table, from the file that came in to figures that everybody can read."""

    section: ClassVar[str] = "figures"
    title: str
    public_id: str
    badge: Badge
    facts: tuple[tuple[str, str], ...]
    """What is known of the table: term and value."""
    header: tuple[str, ...] = ()
    first_rows: tuple[tuple[str, ...], ...] = ()
    mapping: ActForm | None = None
    columns: Columns = Columns()
    folded: bool = False
    """Whether the questions about the columns are folded away, because what was answered can be imported."""
    trial: Trial | None = None
    undo: ActForm | None = None
    acts: bool = False
    fictional: bool = False
