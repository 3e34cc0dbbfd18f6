"""The words for what the areas refuse, for what an import repaired, and for kinds of places and changes."""

from django.utils.translation import gettext_lazy as _

from wijkaanzet.areas.rules.changes import ChangeKind, Comparability
from wijkaanzet.areas.rules.places import PlaceKind

REFUSALS = {
    "wrong_cbs_code": _("%(code)s is not a code of a CBS wijk or buurt; correct it in area %(area)s."),
    "other_municipality": _("%(code)s does not lie in %(municipality)s; take it out of the division."),
    "part_twice": _("%(code)s stands in two areas; leave it in one."),
    "part_within_part": _("%(code)s lies in %(wijk)s, which the division also names; leave one of the two."),
    "part_twice_in_area": _("%(code)s stands twice in area %(area)s; leave it in one row."),
    "bad_weight": _(
        "The weight %(weight)s of %(code)s in area %(area)s is wrong; a weight is above 0, at most 1, and has at most "
        "8 decimals."
    ),
    "weights_above_one": _("The weights of %(code)s are %(total)s together; make that exactly 1."),
    "weights_below_one": _(
        "The weights of %(code)s are %(total)s together; make that exactly 1, or say that a part of it lies outside "
        "the division."
    ),
    "division_empty": _("A division has at least one area."),
    "unknown_area": _("The division has no area with the code %(code)s; use the codes that it has."),
    "area_not_composed": _("The file names no CBS area for %(area)s; add its row."),
    "composition_exists": _("%(division)s already has a composition of %(year)s; say that this one replaces it."),
    "region_year": _("Give the year of the CBS map, from %(first)s to %(last)s."),
    "area_twice": _("Two areas are called %(value)s; give each its own code and address."),
    "bad_slug": _('"%(value)s" cannot be an address; use at most 60 small letters, digits and single hyphens.'),
    "bad_code": _('"%(value)s" cannot be a code; use at most 20 letters, digits and hyphens.'),
    "bad_name": _("A name has 1 to 80 visible characters; correct the one of %(code)s."),
    "code_taken": _("%(municipality)s already has an area with the code %(code)s; choose another one."),
    "address_taken": _("%(municipality)s already has an area at the address %(slug)s; choose another one."),
    "division_exists": _("There is a division %(division)s from %(year)s or later; a new one starts after it."),
    "table_too_large": _("The file is larger than %(kilobytes)s kB; leave other rows and columns out."),
    "table_spreadsheet": _("This is a spreadsheet; save it as CSV first."),
    "table_no_text": _("This file is no text; save the table as CSV."),
    "table_empty": _("The file is empty; choose the file with the table."),
    "table_no_rows": _("The file has names of columns, but no rows under them."),
    "table_column_missing": _("The file has no column “%(column)s”; it is looked for under %(names)s."),
    "table_column_twice": _("The file has two columns for “%(column)s”; leave one."),
    "table_cells": _("Line %(line)s has %(found)s cells and the first row has %(wanted)s; correct the line."),
    "table_broken": _("Line %(line)s cannot be read; look for a quotation mark that is not closed."),
    "table_cell_empty": _("Line %(line)s: fill in the column “%(column)s”."),
    "table_no_weight": _("Line %(line)s: “%(value)s” is no weight; write a number such as 0,25."),
    "table_bad_weight": _(
        "Line %(line)s: the weight %(value)s is wrong; a weight is above 0, at most 1, and has at most 8 decimals."
    ),
    "table_no_cbs_code": _("Line %(line)s: “%(value)s” is no code of a CBS wijk or buurt, such as WK085510."),
    "area_two_names": _("Line %(line)s: area %(area)s was called %(name)s before; give it one name."),
    "concordance_code": _("Line %(line)s: “%(value)s” is no code of a CBS municipality, wijk or buurt."),
    "concordance_levels": _("Line %(line)s: %(old)s and %(new)s are not of one level; a wijk becomes a wijk."),
    "concordance_twice": _("Line %(line)s: %(old)s to %(new)s stands in the file already; leave one of the two."),
    "concordance_sum": _("The weights of %(code)s are %(total)s together; make that exactly 1."),
    "concordance_elsewhere": _("No row of the file is about an area of your municipality (%(municipality)s)."),
    "concordance_years": _("Give two years, the earlier one first, from %(first)s to %(last)s."),
    "concordance_basis": _("Say in 1 to %(longest)s visible characters on what the weights rest, such as addresses."),
    "concordance_source": _("Give the source of the file in 1 to %(longest)s visible characters."),
    "concordance_exists": _(
        "There is a concordance from %(from_year)s to %(to_year)s already; say that this one replaces it."
    ),
    "change_unknown": _("Nothing says what became of %(code)s; bring in a concordance."),
    "place_name": _("A name has 1 to 80 visible characters."),
    "place_note": _("A note has at most %(longest)s characters."),
    "place_needs_area": _("A street, hotspot or group lies in an area; choose a community if it does not."),
    "place_is_address": _("This looks like somebody’s address; leave the number of the house and the postcode out."),
    "place_exists": _("“%(name)s” is there already."),
    "place_ended": _("“%(name)s” already ends on %(ends_before)s."),
    "place_ends_early": _("“%(name)s” is there from %(starts_on)s; choose a later day."),
    "other_tenant": _("%(name)s belongs to another municipality."),
    "border_unpacks_too_large": _(
        "The file is larger than %(megabytes)s MB when it is unpacked; take a simpler file, or fewer areas."
    ),
    "border_broken_gzip": _("The file cannot be unpacked; pack it again as .gz, or send it as it is."),
    "border_too_large": _("The file is larger than %(megabytes)s MB; take a simpler file, or fewer areas."),
    "border_no_json": _("The file is no GeoJSON: it cannot be read as JSON in UTF-8."),
    "border_no_collection": _("The file is no GeoJSON FeatureCollection; export the areas as one."),
    "border_crs": _("The coordinate system %(crs)s is not known here; use WGS84 or RD New (EPSG:28992)."),
    "border_no_features": _("The file has no features; export the areas with their borders."),
    "border_no_feature": _("Feature %(feature)s is no GeoJSON feature with properties."),
    "border_no_code": _("Feature %(feature)s has no code; it is looked for under %(names)s."),
    "border_unknown_code": _("Feature %(feature)s: %(code)s is no area of this division, and no CBS area in one."),
    "border_twice": _("Feature %(feature)s: %(code)s is already drawn by a feature before it; leave one of the two."),
    "border_missing": _("The file has no border for %(code)s (area %(area)s); add it. Nothing was imported."),
    "border_no_polygon": _("Feature %(feature)s (%(code)s) is no Polygon or MultiPolygon."),
    "border_empty": _("Feature %(feature)s (%(code)s) has no surface; draw its border again."),
    "border_bad_coordinates": _("Feature %(feature)s (%(code)s) has a coordinate that is no pair of numbers."),
    "border_outside": _(
        "Feature %(feature)s (%(code)s) lies outside the Netherlands; give longitude before latitude, or RD New."
    ),
    "border_mixed": _("Feature %(feature)s has another coordinate system than what stands before it; use one."),
    "border_overlap": _("Feature %(feature)s (%(code)s) lies for the most part under another area; correct the file."),
    "border_too_small": _("The area %(code)s is too small to draw beside the others."),
    "border_no_areas": _("The division %(division)s has no areas yet; draw them before their borders."),
    "border_source": _("Give the source of the borders in 1 to %(longest)s visible characters."),
    "border_year": _("Give the year of the borders, from %(first)s to %(last)s."),
}

MENDED = {
    "open": _("Rings closed in feature %(features)s."),
    "repeated": _("Repeated points left out in feature %(features)s."),
    "flat": _("Rings without surface left out in feature %(features)s."),
    "turned": _("Rings turned round in feature %(features)s."),
    "crossing": _("Crossing rings repaired in feature %(features)s."),
    "empty": _("Parts of an area without surface left out: feature %(features)s."),
}
"""What an import of borders repaired."""

PLACE_KINDS = {
    PlaceKind.STREET: _("street"),
    PlaceKind.HOTSPOT: _("hotspot"),
    PlaceKind.GROUP: _("group"),
    PlaceKind.COMMUNITY: _("community"),
}

CHANGE_KINDS = {
    ChangeKind.RENAME: _("another name"),
    ChangeKind.RECODE: _("another code"),
    ChangeKind.MERGE: _("put together"),
    ChangeKind.SPLIT: _("split"),
    ChangeKind.BORDER: _("other borders"),
}

COMPARABILITY = {
    Comparability.SAME: _("the same area"),
    Comparability.SAME_BY_CONCORDANCE: _("the same area under other codes"),
    Comparability.CONVERTED: _("estimated for the new borders"),
    Comparability.NOT_COMPARABLE: _("not to be compared"),
}
"""Whether figures of two years are about the same place."""
