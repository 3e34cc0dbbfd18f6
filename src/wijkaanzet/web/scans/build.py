"""From rows to the pages on which figures come in."""

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import FILE_KINDS, ORIGINS, STATUSES
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.columns import BESIDE, Column, ColumnRole
from wijkaanzet.scans.rules.importing import FINAL, SETTLED, FigureImportStatus, Origin
from wijkaanzet.scans.rules.mapping import Choice, ColumnMapping
from wijkaanzet.scans.rules.overview import Overview
from wijkaanzet.scans.rules.proposal import propose
from wijkaanzet.scans.rules.reading.layout import TEXT_KINDS
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.scans import ColumnQuestions, Columns, FigureImportPage, FigureImportsPage, ImportRow
from wijkaanzet.web.paging import Rows, page
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.scans.forms import MappingForm, UndoForm
from wijkaanzet.web.scans.trial import trial_of
from wijkaanzet.web.tenancy import address

WAITS = frozenset({FigureImportStatus.UPLOADED, FigureImportStatus.MAPPED})
SAMPLES = 3
CHANGED = ColumnRole.CHANGED
PLAIN = frozenset({ColumnRole.CODE, ColumnRole.NAME, ColumnRole.CHANGED})
"""Of these columns nothing more is asked than what they are for."""
DELIMITERS = {",": gettext_lazy("comma"), ";": gettext_lazy("semicolon"), "\t": "tab", "|": "|"}


def imports_page(request: Request, imports: Rows[FigureImport], *, acts: bool, divided: bool) -> FigureImportsPage:
    """The tables that came in, the newest first."""
    shown, pagination = page(request, imports)
    rows = tuple(
        ImportRow(
            title=_title(one),
            href=address(request, "figure-import", public_id=one.public_id),
            file_name=one.file_name,
            for_year=one.for_year,
            badge=_badge(one),
            since=day(one.status_since),
        )
        for one in shown
    )
    buttons = Buttons(submit=_("Look at the file"))
    return FigureImportsPage(rows=rows, acts=acts, divided=divided, buttons=buttons, pagination=pagination)


def mapping_form(figure_import: FigureImport, overview: Overview, data: QueryDict | None) -> MappingForm:
    """What was said of the columns, or what is proposed as long as nothing was said."""
    if figure_import.status == FigureImportStatus.MAPPED:
        choices = _said(queries.mapping_of(figure_import), overview)
    else:
        known = queries.known_columns(figure_import.division)
        choices = [one.choice for one in propose(overview, known=known, year=figure_import.year)]
    asked = {place: choice for place, choice in enumerate(choices) if choice.key}
    return MappingForm(data, header=overview.header, choices=asked, decimal=overview.layout.decimal)


def import_page(
    figure_import: FigureImport, *, acts: bool, mapping: MappingForm | None = None, undo: ActForm | None = None
) -> FigureImportPage:
    """One table: what was understood of it, and what can be done with it now."""
    status = FigureImportStatus(figure_import.status)
    overview = _overview(figure_import)
    form = None
    if overview is not None and status in WAITS:
        form = mapping or mapping_form(figure_import, overview, None)
    columns = _columns(form, overview) if form is not None and overview is not None else Columns()
    said_wrong = form is not None and form.is_bound and bool(form.errors)
    tried = (
        status is FigureImportStatus.MAPPED and not said_wrong
    )  # of what is on the page, never of what was before it
    trial = trial_of(figure_import) if tried else None
    return FigureImportPage(
        title=_title(figure_import),
        public_id=figure_import.public_id,
        badge=_badge(figure_import),
        facts=_facts(figure_import, overview),
        header=overview.header if overview else (),
        first_rows=overview.first_rows if overview else (),
        mapping=form,
        columns=columns,
        folded=trial is not None and not trial.problems and form is not None and not form.is_bound,
        trial=trial,
        undo=(undo or UndoForm(None)) if status is FigureImportStatus.IMPORTED else None,
        acts=acts,
        fictional=figure_import.fictional,
    )


def _overview(figure_import: FigureImport) -> Overview | None:
    """How the file was understood; it is read again only while its columns can still be explained."""
    status = FigureImportStatus(figure_import.status)
    if status in FINAL:
        return None
    kept = queries.kept_overview(figure_import) if status in SETTLED else None
    return kept or queries.overview_of(figure_import)


def _title(figure_import: FigureImport) -> str:
    return f"{figure_import.source}, {figure_import.year}"


def _badge(figure_import: FigureImport) -> Badge:
    status = FigureImportStatus(figure_import.status)
    return Badge(label=str(STATUSES[status]), tone="petrol" if status in WAITS else "stone")


def _facts(figure_import: FigureImport, overview: Overview | None) -> tuple[tuple[str, str], ...]:
    facts = [
        (_("File"), figure_import.file_name),
        (_("For the year"), str(figure_import.for_year)),
        (_("CBS areas of"), str(figure_import.region_year)),
        *([(_("Table"), figure_import.table)] if figure_import.table else []),
        (_("Counted by"), str(ORIGINS[Origin(figure_import.origin)])),
        (_("Since"), day(figure_import.status_since)),
    ]
    if overview is None:
        return tuple(facts)
    layout = overview.layout
    signs = ", ".join(f"‘{sign}’" if sign else _("nothing") for sign in layout.missing)
    written = [(_("Kind of file"), str(FILE_KINDS[layout.kind])), (_("Rows in the file"), str(overview.rows))]
    if layout.kind in TEXT_KINDS:
        written.append((_("Between the columns"), str(DELIMITERS[layout.delimiter])))
        written.append((_("Letters"), layout.encoding.upper()))
    if layout.sheet:
        written.append((_("Sheet"), layout.sheet))
    if layout.thousands:
        written.append((_("Between thousands"), f"‘{layout.thousands}’"))
    return (*facts, *written, (_("Stands for “not known”"), signs))


def _said(mapping: ColumnMapping, overview: Overview) -> list[Choice]:
    """What was said of the columns before, as choices again."""
    said = {one.key: _choice(one, mapping) for one in mapping.columns}
    for one in mapping.columns:
        beside = zip((one.low, one.high, one.respondents), BESIDE, strict=True)
        said |= {key: Choice(key, role, of=one.key) for key, role in beside if key}
    said |= {key: Choice(key, ColumnRole.ONLY, label=value) for key, value in mapping.only}
    for key, role in ((mapping.code, ColumnRole.CODE), (mapping.name, ColumnRole.NAME), (mapping.changed, CHANGED)):
        said[key] = Choice(key, role)
    return [said.get(key, Choice(key, ColumnRole.IGNORE)) for key in overview.header]


def _choice(column: Column, mapping: ColumnMapping) -> Choice:
    role = ColumnRole.INHABITANTS if column.key == mapping.inhabitants else ColumnRole(column.kind.value)
    words = {"label": column.label, "of": column.of, "unit": column.unit, "rounding": column.rounding}
    return Choice(column.key, role, indicator=column.indicator, times=column.times, **words)


def _columns(form: MappingForm, overview: Overview) -> Columns:
    """The columns that are used, those of which we know what they are, and those that are left out."""
    found: dict[str, list[ColumnQuestions]] = {"used": [], "known": [], "ignored": []}
    for place, column in enumerate(overview.columns):
        if f"{place}-role" not in form.fields:
            continue
        samples = ", ".join(value for value in column.values[:SAMPLES] if value)
        role, *others = form.questions(place)
        plain = str(role.value()) in PLAIN and not any(one.errors for one in others)
        questions = ColumnQuestions(
            key=column.key,
            label=str(form[f"{place}-label"].value() or ""),
            samples=samples,
            fields=(role,) if plain else (role, *others),
            folded=tuple(others) if plain else (),
        )
        kind = "ignored" if form.is_ignored(place) else "known" if form.is_known(place) else "used"
        found[kind].append(questions)
    return Columns(**{kind: tuple(questions) for kind, questions in found.items()})
