"""The words for tables of figures: a sentence for each refusal, a name for each member that is shown."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkaanzet.scans.rules.columns import ColumnKind, ColumnRole
from wijkaanzet.scans.rules.importing import FigureImportStatus, Origin
from wijkaanzet.scans.rules.reading.layout import FileKind
from wijkaanzet.scans.rules.reading.regions import RegionLevel

BAD_FILE: dict[str, Promise] = {
    "wrong_encoding": _("The text of this file is not written in %(encoding)s."),
    "unreadable_row": _("This row cannot be read as CSV."),
    "no_rows": _("The file of figures has no rows."),
    "no_rows_of_municipality": _("The file of figures has no wijken or buurten of %(code)s."),
    "wrong_municipality": _('"%(code)s" is not a municipality code; write GM and four digits, such as GM0855.'),
    "missing_column": _('The file of figures has no column "%(column)s".'),
    "column_stands_twice": _('The file of figures has the column "%(column)s" twice.'),
    "wrong_code": _('"%(code)s" is not a CBS code of an area, such as WK085510.'),
    "duplicate_area": _("The area %(code)s stands in the figures twice."),
    "mixed_levels": _("The file mixes the levels %(first)s and %(second)s, so people would count twice; keep one."),
    "row_length": _("The row of %(code)s has %(cells)s cells and the header has %(columns)s."),
    "wrong_name": _("The name of %(code)s is empty, too long or unreadable."),
    "formula_in_name": _('The name of %(code)s starts with "%(sign)s", which a spreadsheet would run as a formula.'),
    "inhabitants_missing": _("The number of inhabitants of %(code)s is missing; it cannot be estimated."),
    "inhabitants_not_whole": _("The number of inhabitants of %(code)s is not a whole number from zero on."),
    "not_a_number": _('"%(cell)s" in the column "%(column)s" of %(code)s is not a number in this file\'s notation.'),
    "value_negative": _('The figure "%(column)s" of %(code)s is below zero.'),
    "percentage_above_100": _('The percentage "%(column)s" of %(code)s is above 100.'),
}
NO_TABLE: dict[str, Promise] = {
    "empty_file": _("The file is empty."),
    "file_over": _("The file is larger than %(most)s MB; send only the figures of your own municipality."),
    "spreadsheet_file": _("This is a spreadsheet. Open it, save it as CSV, and send that file."),
    "not_a_text_file": _("This file is not a text. Save the table as CSV in UTF-8, and send that file."),
    "no_header": _("The first row has no names of columns. Put a name above every column."),
    "too_many_columns": _("The table has %(columns)s columns; at most %(most)s fit. Take out what you do not need."),
    "header_too_long": _("The name of the column %(start)s is too long or unreadable; at most %(most)s signs fit."),
    "no_code_here": _(
        "No column of this file has codes of wijken or buurten of %(code)s. "
        "Send a table with a column of CBS codes, such as WK085510."
    ),
    "source_missing": _("Fill in whose figures these are, such as CBS."),
    "source_too_long": _("The source has at most %(most)s signs."),
    "figures_year_out_of_range": _("A year lies between %(first)s and %(last)s."),
    "figures_after_year": _("Figures of %(year)s cannot be meant for %(for_year)s, which comes before it."),
}
BAD_MAPPING: dict[str, Promise] = {
    "not_one_code": _("Choose one column with the CBS code of each area."),
    "not_one_name": _("Choose at most one column with the name of each area."),
    "not_one_people": _("Choose at most one column with the number of inhabitants."),
    "two_changed": _("Choose at most one column that says whether borders changed."),
    "no_figures": _("Choose at least one column with figures."),
    "only_which_rows": _('Write which value of the column "%(column)s" counts.'),
    "beside_what": _('Choose to which figure the column "%(column)s" belongs.'),
    "column_used_twice": _('The column "%(column)s" has two tasks; give it one.'),
    "inhabitants_no_figure": _('The inhabitants in the column "%(column)s" are a figure too; give them a label.'),
    "wrong_decimal": _("Decimals are written with a point or a comma."),
    "label_missing": _('Write in plain words what the column "%(column)s" counts.'),
    "label_twice": _('"%(label)s" stands at two columns; give the column "%(column)s" its own words.'),
    "text_too_long": _('The words for the column "%(column)s" have at most %(most)s signs.'),
    "text_not_printable": _('The words for the column "%(column)s" hold an invisible sign; take it out.'),
    "figure_of_what": _('Choose of which count the figure in the column "%(column)s" is taken.'),
    "no_area_of_division": _("None of the areas in the file lies in an area of your division. Is it the right year?"),
}
NOT_NOW: dict[str, Promise] = {
    "wrong_state": _("This step does not come next; perhaps somebody was before you. Open the page again."),
    "same_file": _("These figures came in already, on %(day)s from the file %(name)s."),
    "undo_needs_reason": _("Write down why the figures are taken back."),
    "not_sure": _('It is not clear what the column "%(column)s" counts. Bring this file in on the screen and say so.'),
}
REFUSALS: dict[str, Promise] = {**BAD_FILE, **NO_TABLE, **BAD_MAPPING, **NOT_NOW}

STATUSES: dict[FigureImportStatus, Promise] = {
    FigureImportStatus.UPLOADED: _("uploaded"),
    FigureImportStatus.MAPPED: _("columns explained"),
    FigureImportStatus.IMPORTED: _("imported"),
    FigureImportStatus.REFUSED: _("thrown away"),
    FigureImportStatus.UNDONE: _("taken back"),
}
ACTIONS = {
    "scans.map_figures": _("Say what the columns of the figures mean"),
    "scans.import_figures": _("Bring the figures in"),
}
COLUMN_ROLES: dict[ColumnRole, Promise] = {
    ColumnRole.IGNORE: _("Leave out"),
    ColumnRole.CODE: _("CBS code of the area"),
    ColumnRole.NAME: _("Name of the area"),
    ColumnRole.INHABITANTS: _("Number of inhabitants"),
    ColumnRole.COUNT: _("Count: adds up"),
    ColumnRole.PART: _("Count that we show as a percentage of another"),
    ColumnRole.PERCENTAGE: _("Percentage of a count"),
    ColumnRole.RATE: _("Number per 1,000 of a count"),
    ColumnRole.MEAN: _("Average"),
    ColumnRole.MEDIAN: _("Median: the one in the middle"),
    ColumnRole.INDEX: _("Index, score or class"),
    ColumnRole.LOW: _("Lower bound of another column"),
    ColumnRole.HIGH: _("Upper bound of another column"),
    ColumnRole.RESPONDENTS: _("How many people answered"),
    ColumnRole.CHANGED: _("Whether CBS changed the borders"),
    ColumnRole.ONLY: _("Only rows with the value that I write here"),
}
COLUMN_KINDS: dict[ColumnKind, Promise] = {
    ColumnKind.COUNT: _("count"),
    ColumnKind.PART: _("part of a count"),
    ColumnKind.PERCENTAGE: _("percentage"),
    ColumnKind.RATE: _("number per 1,000"),
    ColumnKind.MEAN: _("average"),
    ColumnKind.MEDIAN: _("median"),
    ColumnKind.INDEX: _("index"),
}
ORIGINS: dict[Origin, Promise] = {
    Origin.PUBLISHED: _("a publisher such as CBS"),
    Origin.OWN: _("the municipality and its partners"),
}
FILE_KINDS: dict[FileKind, Promise] = {
    FileKind.CSV: _("CSV"),
    FileKind.STATLINE: _("download of StatLine"),
    FileKind.STATLINE_PIVOT: _("download of StatLine as on its screen"),
    FileKind.XLSX: _("Excel"),
    FileKind.GEOJSON: _("GeoJSON"),
    FileKind.ODATA: _("open data of CBS (JSON)"),
}
LEVELS: dict[RegionLevel, Promise] = {
    RegionLevel.COUNTRY: _("country"),
    RegionLevel.MUNICIPALITY: _("municipalities"),
    RegionLevel.WIJK: _("wijken"),
    RegionLevel.BUURT: _("buurten"),
}
NOT_YET_DISCUSSED = _("not yet discussed")
