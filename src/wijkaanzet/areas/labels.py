"""The words for what the areas refuse, and for what an import repaired."""

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
}
"""What an import of borders repaired."""
