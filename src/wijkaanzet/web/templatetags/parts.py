"""Tags that draw the components, and filters that write money and numbers."""

from django import template
from django.forms import BaseForm, BoundField
from django.utils.translation import gettext

from wijkaanzet.web.numbers import amount
from wijkaanzet.web.parts.borders import BorderMap
from wijkaanzet.web.parts.cards import Card, Empty
from wijkaanzet.web.parts.charts import BarChart, DotChart
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.explanation import Explanation
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.figures import Figure
from wijkaanzet.web.parts.forms import Buttons, ErrorSummary, Field
from wijkaanzet.web.parts.funnel import FunnelChart
from wijkaanzet.web.parts.lines import LineChart
from wijkaanzet.web.parts.meaning import Meaning
from wijkaanzet.web.parts.money import MoneyBar, MoneyTable
from wijkaanzet.web.parts.moves import MoveCard
from wijkaanzet.web.parts.notices import Alert, Badge, Download, trail
from wijkaanzet.web.parts.paging import Pagination
from wijkaanzet.web.parts.spine import SpineChart
from wijkaanzet.web.parts.sure import Sure
from wijkaanzet.web.parts.tiles import TileMap
from wijkaanzet.web.parts.timeline import Progress, Timeline
from wijkaanzet.web.parts.wheel import Wheel
from wijkaanzet.web.parts.written import written

register = template.Library()

Context = dict[str, object]


@register.filter
def euros(cents: int) -> str:
    """An amount in euros in the reader's notation, that never breaks over two lines."""
    return amount(cents)


@register.filter
def number(value: float, decimals: int | None = None) -> str:
    """A number with a mark between the thousands, as the reader's language writes it."""
    return written(value, decimals)


@register.filter
def cell(value: float | str) -> str:
    """What stands in a cell of a table: words as they are, a number as the reader's language writes it."""
    return value if isinstance(value, str) else written(value)


@register.filter
def in_words(items: tuple[str, ...]) -> str:
    """A list as a sentence says it: "a, b and c"."""
    *head, last = items or ("",)
    if not head:
        return last
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(head), "last": last}


@register.inclusion_tag("web/parts/breadcrumb.html")
def breadcrumb(*steps: str) -> Context:
    """The trail to this page: label, address, label, address ..., label of this page."""
    return {"crumbs": trail(*steps)}


@register.inclusion_tag("web/parts/meanings.html")
def meanings(words: tuple[Meaning, ...]) -> Context:
    """What is meant by words that stand on the page, folded away; nothing without words."""
    return {"words": words}


@register.inclusion_tag("web/parts/wheel.html")
def wheel(part: Wheel) -> Context:
    """The wheel of the year with the pawn."""
    return {"part": part}


@register.inclusion_tag("web/parts/move_card.html")
def move_card(part: MoveCard) -> Context:
    """Whose move it is."""
    return {"part": part}


@register.inclusion_tag("web/parts/money_table.html")
def money_table(part: MoneyTable) -> Context:
    """Amounts in columns with totals."""
    return {"part": part}


@register.inclusion_tag("web/parts/money_bar.html")
def money_bar(part: MoneyBar) -> Context:
    """Of every 100 euro, in one sentence and a bar."""
    pieces = part.pieces
    return {"pieces": pieces, "words": tuple(piece.words for piece in pieces)}


@register.inclusion_tag("web/parts/explanation.html")
def explanation(part: Explanation) -> Context:
    """The lines of a sum with their total."""
    return {"part": part}


@register.inclusion_tag("web/parts/tile_map.html")
def tile_map(part: TileMap) -> Context:
    """Areas as tiles, with the same areas as a list."""
    return {"part": part}


@register.inclusion_tag("web/parts/border_map.html")
def border_map(part: BorderMap) -> Context:
    """Areas within their borders, with the same areas as a list."""
    return {"part": part}


@register.inclusion_tag("web/parts/area_map.html")
def area_map(part: TileMap | BorderMap) -> Context:
    """The areas within their borders when those are known, else as tiles."""
    return {"part": part}


@register.inclusion_tag("web/parts/figure.html")
def figure(part: Figure) -> Context:
    """A figure with its source."""
    return {"part": part}


@register.inclusion_tag("web/parts/desk.html")
def desk(part: Desk) -> Context:
    """Whom to call or visit."""
    return {"part": part}


@register.inclusion_tag("web/parts/alert.html")
def alert(part: Alert) -> Context:
    """A message in a box."""
    return {"part": part}


@register.inclusion_tag("web/parts/badge.html")
def badge(part: Badge) -> Context:
    """The state of something in one word."""
    return {"part": part}


@register.inclusion_tag("web/parts/badge.html")
def badge_of(label: str, tone: str = "stone") -> Context:
    """A badge written in a template."""
    return {"part": {"label": label, "tone": tone}}


@register.inclusion_tag("web/parts/download.html")
def download(part: Download) -> Context:
    """A file to take away."""
    return {"part": part}


@register.inclusion_tag("web/parts/pagination.html")
def pagination(part: Pagination) -> Context:
    """Links to the previous and the next page of a list."""
    return {"part": part}


@register.inclusion_tag("web/parts/fictional.html")
def fictional() -> Context:
    """The sign that the figures on this page are made up."""
    return {}


@register.inclusion_tag("web/parts/field.html")
def field(bound: BoundField) -> Context:
    """A question of a form: label, help and error, then the place for the answer."""
    return {"part": Field.of(bound)}


@register.inclusion_tag("web/parts/error_summary.html")
def error_summary(form: BaseForm) -> Context:
    """What is not right yet in a form that was filled in; nothing when all is well."""
    return {"part": ErrorSummary.of(form)}


@register.inclusion_tag("web/parts/buttons.html")
def buttons(part: Buttons) -> Context:
    """The button that sends a form, and links to other ways out."""
    return {"part": part}


@register.inclusion_tag("web/parts/card.html")
def card(part: Card) -> Context:
    """One thing among others that are alike."""
    return {"part": part}


@register.inclusion_tag("web/parts/empty.html")
def empty(part: Empty) -> Context:
    """What stands there when a list is empty."""
    return {"part": part}


@register.inclusion_tag("web/parts/line_chart.html")
def line_chart(part: LineChart) -> Context:
    """Lines over the years, with the same numbers as a table."""
    return {"part": part}


@register.inclusion_tag("web/parts/bar_chart.html")
def bar_chart(part: BarChart) -> Context:
    """Bars in the order given, with the same numbers as a table."""
    return {"part": part}


@register.inclusion_tag("web/parts/dot_chart.html")
def dot_chart(part: DotChart) -> Context:
    """One value with its interval, beside the value of the city."""
    return {"part": part}


@register.inclusion_tag("web/parts/sure.html")
def sure(part: Sure) -> Context:
    """How sure a figure is, in a sentence with a sign."""
    return {"part": part}


@register.inclusion_tag("web/parts/figure_card.html")
def figure_card(part: FigureCard) -> Context:
    """A figure of a neighbourhood with how sure it is and what it is compared with."""
    return {"part": part}


@register.inclusion_tag("web/parts/spine_chart.html")
def spine_chart(part: SpineChart) -> Context:
    """Figures of one neighbourhood, each beside the same benchmark, with the same numbers as a table."""
    return {"part": part}


@register.inclusion_tag("web/parts/funnel_chart.html")
def funnel_chart(part: FunnelChart) -> Context:
    """All neighbourhoods within the lines of chance, with the same numbers as a table by name."""
    return {"part": part}


@register.inclusion_tag("web/parts/timeline.html")
def timeline(part: Timeline) -> Context:
    """What happened, what happens now, and what comes."""
    return {"part": part}


@register.inclusion_tag("web/parts/progress.html")
def progress(part: Progress) -> Context:
    """How far we are in a longer form."""
    return {"part": part}
