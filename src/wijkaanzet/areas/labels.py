"""The words for what the areas refuse."""

from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "wrong_cbs_code": _("%(code)s is not a code of a CBS wijk or buurt; correct it in area %(area)s."),
    "other_municipality": _("%(code)s does not lie in %(municipality)s; take it out of the division."),
    "part_twice": _("%(code)s stands in two areas; leave it in one."),
    "part_within_part": _("%(code)s lies in %(wijk)s, which the division also names; leave one of the two."),
    "area_twice": _("Two areas are called %(value)s; give each its own code and address."),
    "bad_slug": _('"%(value)s" cannot be an address; use at most 60 small letters, digits and single hyphens.'),
    "bad_code": _('"%(value)s" cannot be a code; use at most 20 letters, digits and hyphens.'),
    "bad_name": _("A name has 1 to 80 visible characters; correct the one of %(code)s."),
    "code_taken": _("%(municipality)s already has an area with the code %(code)s; choose another one."),
    "address_taken": _("%(municipality)s already has an area at the address %(slug)s; choose another one."),
    "division_exists": _("There is a division %(division)s from %(year)s or later; a new one starts after it."),
}
