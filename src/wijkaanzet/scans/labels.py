"""The words for tables of figures: a sentence for each refusal, a name for each member that is shown."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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
}
REFUSALS: dict[str, Promise] = {**BAD_FILE}
