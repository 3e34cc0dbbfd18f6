"""The words for tables of figures: a sentence for each refusal, a name for each member that is shown."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wijkaanzet.scans.rules.catalogue import Method, Polarity, Purpose, Resource
from wijkaanzet.scans.rules.columns import ColumnKind, ColumnRole
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason
from wijkaanzet.scans.rules.importing import FigureImportStatus, Origin
from wijkaanzet.scans.rules.reading.layout import FileKind
from wijkaanzet.scans.rules.reading.numbers import MissingReason
from wijkaanzet.scans.rules.reading.regions import RegionLevel
from wijkaanzet.scans.rules.roll_up import WhyUnknown
from wijkaanzet.scans.rules.series import BreakReason
from wijkaanzet.scans.rules.statistics.comparison import Judgement, NotCompared, Outcome, Strength
from wijkaanzet.scans.rules.statistics.intervals import IntervalMethod
from wijkaanzet.scans.rules.statistics.peers import PeerRule
from wijkaanzet.scans.rules.statistics.trend import TrendOutcome
from wijkaanzet.scans.rules.sureness import NoInterval

BAD_FILE: dict[str, Promise] = {
    "wrong_encoding": _("The text of this file is not written in %(encoding)s."),
    "unreadable_row": _("This row cannot be read as CSV."),
    "zero_byte": _("This row holds a zero byte, which no text has."),
    "ragged_row": _("This row has %(cells)s cells and the header has %(columns)s."),
    "cell_too_long": _("A cell in this row is longer than %(most)s signs."),
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
    "mixed_decimals": _(
        '"%(cell)s" in the column "%(column)s" has another sign before its decimals than "%(decimal)s", '
        "which the rest of the file has."
    ),
    "unreadable_number": _('"%(cell)s" is not a number.'),
    "value_negative": _('The figure "%(column)s" of %(code)s is below zero.'),
    "percentage_above_100": _('The percentage "%(column)s" of %(code)s is above 100.'),
}
NO_TABLE: dict[str, Promise] = {
    "empty_file": _("The file is empty."),
    "file_over": _("The file is larger than %(most)s MB. Pack it as zip or gz, or leave out what you do not need."),
    "unpacked_over": _("Unpacked, this file is larger than %(most)s MB. Leave out what you do not need."),
    "damaged_packing": _("This file cannot be unpacked: it is damaged, or locked with a password."),
    "zip_many_files": _("The zip holds %(files)s files. Pack only the one with the figures."),
    "packed_twice": _("This file was packed twice. Unpack it once, and send what is inside."),
    "other_packing": _("This file was packed in a way that we cannot open. Pack it as zip or gz, or not at all."),
    "old_spreadsheet": _("This is a spreadsheet of an old kind, or one with a password. Save it as xlsx without one."),
    "open_document": _("This is a file of LibreOffice. Save it as xlsx or CSV, and send that file."),
    "damaged_spreadsheet": _("This spreadsheet is damaged. Open it, save it again as xlsx, and send that file."),
    "no_table_in_workbook": _("No sheet of this spreadsheet holds a table with names above its columns."),
    "sheet_missing": _('The spreadsheet has no sheet "%(sheet)s".'),
    "formula_without_value": _(
        "This spreadsheet has formulas without an outcome. Open it, save it, and send it again."
    ),
    "pdf_file": _("This is a PDF. Figures cannot be read from it; ask for the table as Excel or CSV."),
    "web_page": _("This is a web page. Download the table itself, as CSV or Excel."),
    "picture_file": _("This is a picture. Send the table itself, as CSV or Excel."),
    "not_a_table": _("This file holds no table. Send CSV, Excel (xlsx), GeoJSON or a download of StatLine."),
    "not_a_text_file": _("This file is not a text. Save the table as CSV in UTF-8, and send that file."),
    "json_no_table": _('This JSON holds no table: it has no list under "features" or "value".'),
    "damaged_json": _("This JSON breaks off or is damaged."),
    "header_row_missing": _("The file has no row %(row)s, where the names of its columns would stand."),
    "no_columns": _("No sign divides the rows into columns. Use a comma, a semicolon, a tab or |."),
    "wrong_layout": _('How the file is written cannot be kept: "%(field)s" is wrong.'),
    "no_header": _("The first row has no names of columns. Put a name above every column."),
    "too_many_columns": _("The table has %(columns)s columns; at most %(most)s fit. Take out what you do not need."),
    "header_too_long": _("The name of the column %(start)s is too long or unreadable; at most %(most)s signs fit."),
    "areas_need_names": _(
        "No column of this file has names, and neighbourhoods need one. Send first a table with a name in every row."
    ),
    "no_code_here": _(
        "No column of this file has codes of wijken or buurten of %(code)s. "
        "Send a table with a column of CBS codes, such as WK085510."
    ),
    "source_missing": _("Fill in whose figures these are, such as CBS."),
    "source_too_long": _("The source has at most %(most)s signs."),
    "year_needed": _("The file does not say of which year its figures are; tell it."),
    "areas_year_needed": _(
        "%(table)s was brought out for the CBS areas of another year than its figures; tell which year that is."
    ),
    "figures_year_out_of_range": _("A year lies between %(first)s and %(last)s."),
    "figures_after_year": _("Figures of %(year)s cannot be meant for %(for_year)s, which comes before it."),
}
NOT_FETCHED: dict[str, Promise] = {
    "odata_table": _('"%(table)s" is no number of a table of CBS, such as 85618NED.'),
    "odata_unanswered": _("The server of CBS does not answer for %(table)s. Try again later."),
    "odata_unreadable": _("What the server of CBS answers for %(table)s cannot be read."),
    "odata_elsewhere": _("The server of CBS sends us to another server for %(table)s; we do not follow it."),
    "odata_over": _("The table %(table)s has more than %(most)s rows; fetch a part of it."),
    "odata_twice": _("The table %(table)s has two values of %(measure)s for the same area and time."),
    "not_in_registry": _("%(table)s is no table of CBS or RIVM in our registry."),
    "not_of_this_year": _("%(table)s has figures of %(years)s."),
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
    "column_words_too_long": _('The words for the column "%(column)s" have at most %(most)s signs.'),
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
BAD_PUBLICATION: dict[str, Promise] = {
    "publication_number_too_small": _("A number for publishing is at least %(least)s."),
    "rounding_makes_zero": _(
        "Rounding to %(base)s would turn counts that may be shown into zero. Choose a smaller number."
    ),
    "group_twice": _("The group %(group)s stands in two divisions under the same name."),
    "weight_out_of_range": _("The group %(group)s holds a part of an area that is not above 0 and at most 1."),
    "count_negative": _("The count of %(cell)s is below zero."),
    "count_too_large": _("The count of %(cell)s is above %(most)s."),
    "weights_too_fine": _("The parts of areas are too fine. Write them with at most six decimals."),
    "running_total_falls": _("The running total of %(cell)s falls in %(period)s."),
}
REFUSALS: dict[str, Promise] = {**BAD_FILE, **NO_TABLE, **NOT_FETCHED, **BAD_MAPPING, **BAD_PUBLICATION, **NOT_NOW}

STATUSES: dict[FigureImportStatus, Promise] = {
    FigureImportStatus.UPLOADED: _("uploaded"),
    FigureImportStatus.MAPPED: _("columns explained"),
    FigureImportStatus.IMPORTED: _("imported"),
    FigureImportStatus.REFUSED: _("thrown away"),
    FigureImportStatus.UNDONE: pgettext_lazy("figures that were brought in", "taken back"),
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
INTERVAL_METHODS: dict[IntervalMethod, Promise] = {
    IntervalMethod.WILSON: _("interval for a part of a count"),
    IntervalMethod.WILSON_ROUNDED: _("interval for a part of counts that were rounded"),
    IntervalMethod.WILSON_SURVEY: _("interval for a survey"),
    IntervalMethod.EXACT: _("interval for a few events"),
    IntervalMethod.BYAR: _("interval for events"),
    IntervalMethod.RATE_ROUNDED: _("interval for events that were rounded"),
    IntervalMethod.STUDENT: _("interval for a mean"),
    IntervalMethod.NEWCOMBE: _("interval for a difference"),
    IntervalMethod.PUBLISHED: _("interval as it was published"),
}
OUTCOMES: dict[Outcome, Promise] = {
    Outcome.SIMILAR: _("about the same"),
    Outcome.LOWER: _("lower"),
    Outcome.HIGHER: _("higher"),
    Outcome.NOT_COMPARED: _("not compared"),
}
STRENGTHS: dict[Strength, Promise] = {
    Strength.WEAK: _("perhaps by chance: one of twenty differs so much without a cause"),
    Strength.STRONG: _("hardly by chance: one of five hundred differs so much without a cause"),
}
JUDGEMENTS: dict[Judgement, Promise] = {Judgement.BETTER: _("better"), Judgement.WORSE: _("worse")}
NOT_COMPARED: dict[NotCompared, Promise] = {
    NotCompared.NO_VALUE: _("The figure is not known."),
    NotCompared.NO_BENCHMARK: _("For the municipality as a whole this figure is not known."),
    NotCompared.TOO_SMALL: _("Too small to compare: the counts were rounded, and that says more than the difference."),
    NotCompared.NO_INTERVAL: _("It is not known how sure this figure is."),
    NotCompared.SAME_YEARS: _("Both measurements are partly of the same years."),
    NotCompared.PART_OF_IT: _("This neighbourhood is a large part of the municipality, so we do not compare the two."),
}
TREND_OUTCOMES: dict[TrendOutcome, Promise] = {
    TrendOutcome.RISING: _("rising"),
    TrendOutcome.FALLING: _("falling"),
    TrendOutcome.NO_TREND: _("no trend that can be shown"),
    TrendOutcome.TOO_FEW: _("too few measurements for a trend"),
}
PEER_RULES: dict[PeerRule, Promise] = {
    PeerRule.SAME_CLASS: _("areas of the same class"),
    PeerRule.SAME_SIZE: _("areas of about the same size"),
    PeerRule.OWN_SET: _("areas that were chosen"),
    PeerRule.NEAREST: _("areas that are most alike"),
}
HIDDEN: dict[HiddenReason, Promise] = {
    HiddenReason.TOO_FEW_COUNTED: _("too few people were counted to show this"),
    HiddenReason.TOO_FEW_PEOPLE: _("too few people live here to show this"),
    HiddenReason.COMPLEMENT_TOO_SMALL: _("almost everybody was counted, so it would tell of the others"),
    HiddenReason.SECONDARY: _("not shown, because a small number elsewhere would follow from it"),
    HiddenReason.SENSITIVE_ZERO: _("too few people were counted to show this"),
    HiddenReason.NOT_KNOWN: _("not known"),
}
MISSING: dict[MissingReason, Promise] = {
    MissingReason.BLANK: _("not known: nothing stands in the table"),
    MissingReason.UNKNOWN: _("not known to the publisher, or not sure enough to publish"),
    MissingReason.WITHHELD: _("kept secret by the publisher, so that nobody is recognised"),
    MissingReason.CODED: _("not published"),
}
WHY_UNKNOWN: dict[WhyUnknown, Promise] = {
    WhyUnknown.PARTS: _("not known for %(unknown)s of the %(parts)s parts"),
    WhyUnknown.NO_BASE: _("not known: the table does not say of how many people, so %(parts)s parts cannot be added"),
    WhyUnknown.NEVER_ADDED: _("not known: a median, an index or a class of %(parts)s parts is none of the whole"),
}
NO_INTERVAL: dict[NoInterval, Promise] = {
    NoInterval.NOT_SHOWN: _("There is no figure to compare."),
    NoInterval.COUNT: _("A count is not compared: large neighbourhoods count more."),
    NoInterval.MODELLED: _("We cannot say whether the difference is real: a model worked this figure out."),
    NoInterval.NO_BASE: _(
        "We cannot say whether the difference is real: the table does not tell of how many people this is."
    ),
    NoInterval.NO_SPREAD: _("We cannot say whether the difference is real: nobody published how sure this figure is."),
}
BREAKS: dict[BreakReason, Promise] = {
    BreakReason.BORDERS: _("The borders of the CBS areas changed, or may have."),
    BreakReason.SOURCE: _("The source or the way of measuring changed."),
}
METHODS: dict[Method, Promise] = {
    Method.REGISTER: _("counted in a register"),
    Method.SURVEY: _("asked of people"),
    Method.MODELLED: _("worked out by a model"),
}
PURPOSES: dict[Purpose, Promise] = {
    Purpose.SIGNAL: _("to see what deserves attention"),
    Purpose.LEARN: _("to learn"),
    Purpose.ACCOUNT: _("to account for what was done"),
    Purpose.ALLOCATE: _("to divide money"),
}
RESOURCES: dict[Resource, Promise] = {
    Resource.PERSONAL: _("What people can and how they are"),
    Resource.SOCIAL: _("What people mean to each other"),
    Resource.ENVIRONMENT: _("The place where people live"),
}
OWN_FIGURES = _("Other figures")
POLARITIES: dict[Polarity, Promise] = {
    Polarity.HIGHER_BETTER: _("more is better for those who live here"),
    Polarity.LOWER_BETTER: _("less is better for those who live here"),
    Polarity.NO_JUDGEMENT: _("more is neither better nor worse"),
}
