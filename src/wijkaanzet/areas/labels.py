"""The words for what the areas refuse."""

from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "wrong_cbs_code": _("%(code)s is not a code of a CBS wijk or buurt; correct it in area %(area)s."),
    "other_municipality": _("%(code)s does not lie in %(municipality)s; take it out of the division."),
    "part_twice": _("%(code)s stands in two areas; leave it in one."),
}
