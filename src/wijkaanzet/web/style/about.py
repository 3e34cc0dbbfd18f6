"""Each part in words: its name, when to use it, and the tag that draws it."""

from django.utils.translation import gettext_lazy as _

from wijkaanzet.web.pages.style import About

WORDS = {
    "badge": (_("Badge"), _("Use it for the state of something, in one word."), "{% badge part %}"),
    "alert": (_("Alert"), _("Use it to tell what just happened, or what you must know first."), "{% alert part %}"),
    "fictional": (_("Made-up sign"), _("Use it on each page with made-up figures."), "{% fictional %}"),
    "breadcrumb": (_("Trail"), _("Use it above a page, so that you can go back."), "{% breadcrumb label href … %}"),
    "download": (_("File"), _("Use it for a file to take away, with its kind."), "{% download part %}"),
    "move_card": (_("Whose move"), _("Use it at the top, to tell who must do something now."), "{% move_card part %}"),
    "card": (_("Card"), _("Use it for a few things that are alike."), "{% card part %}"),
    "figure": (_("Figure"), _("Use it for one number, always with its source."), "{% figure part %}"),
    "desk": (_("Desk"), _("Use it to tell whom you can call or visit."), "{% desk part %}"),
    "empty": (_("Nothing yet"), _("Use it when a list is still empty, and tell why."), "{% empty part %}"),
    "field": (_("Question"), _("Use it for each question on a form."), "{% field form.name %}"),
    "error_summary": (
        _("What is not right yet"),
        _("Use it above a form, when something must be mended."),
        "{% error_summary form %}",
    ),
    "buttons": (_("Buttons"), _("Use it under a form, the most important one first."), "{% buttons part %}"),
    "wheel": (_("Wheel of the year"), _("Use it to show where the year stands."), "{% wheel part %}"),
    "tile_map": (_("Tile map"), _("Use it to choose a neighbourhood."), "{% tile_map part %}"),
    "border_map": (
        _("Border map"),
        _("Use it instead of the tile map when the borders are known."),
        "{% area_map part %}",
    ),
    "money_bar": (_("Of every 100 euro"), _("Use it to tell where money goes, in one look."), "{% money_bar part %}"),
    "line_chart": (
        _("Lines"),
        _("Use it for numbers over the years, beside those of the city."),
        "{% line_chart part %}",
    ),
    "bar_chart": (_("Bars"), _("Use it for groups in a fixed order, never from high to low."), "{% bar_chart part %}"),
    "dot_chart": (
        _("Dot"),
        _("Use it for one number beside the city, and tell how sure it is."),
        "{% dot_chart part %}",
    ),
    "sure": (_("How sure"), _("Use it beside each figure that is compared."), "{% sure part %}"),
    "figure_card": (
        _("Card of a figure"),
        _("Use it for the figures of a neighbourhood, before and after people talked about them."),
        "{% figure_card part %}",
    ),
    "spine_chart": (
        _("Spine"),
        _("Use it for many figures of one neighbourhood, each beside the same city."),
        "{% spine_chart part %}",
    ),
    "funnel_chart": (
        _("Funnel"),
        _("Use it to see whether neighbourhoods differ more than by chance."),
        "{% funnel_chart part %}",
    ),
    "shaded_map": (
        _("Map of a figure"),
        _("Use it to see where values lie, always with what is compared."),
        "{% area_map part %}",
    ),
    "series": (
        _("Lines that one must read with care"),
        _("Use it when something changed on the way, and say what."),
        "{% line_chart part %}",
    ),
    "money_table": (_("Table with money"), _("Use it for amounts that add up."), "{% money_table part %}"),
    "explanation": (_("Sum"), _("Use it to tell how an amount is built up."), "{% explanation part %}"),
    "timeline": (_("Line of time"), _("Use it to tell what was, what is and what comes."), "{% timeline part %}"),
    "progress": (_("Steps"), _("Use it above a long form, so that you see how far you are."), "{% progress part %}"),
    "pagination": (
        _("Pages of a list"),
        _("Use it under a list that is too long for one page."),
        "{% pagination part %}",
    ),
}


def about() -> dict[str, About]:
    """Every part, by the name of its tag, in the reader's language."""
    return {key: About(key=key, title=str(title), when=str(when), tag=tag) for key, (title, when, tag) in WORDS.items()}
