"""Samples of small signs and of lists."""

from datetime import date

from django.templatetags.static import static
from django.utils.translation import gettext as _

from wijkaanzet.web.pages.style import SignSamples
from wijkaanzet.web.parts.notices import Alert, Badge, Download
from wijkaanzet.web.parts.paging import Pagination
from wijkaanzet.web.parts.timeline import Event, Progress, Timeline

PAGES = 3


def sign_samples(page: int) -> SignSamples:
    """Small signs and lists; `page` is where the sample list stands."""
    return SignSamples(
        badges=_badges(),
        alerts=_alerts(),
        download=Download(href=static("web/pawn.svg"), label=_("The pawn as a picture"), kind="SVG", size="1 kB"),
        timeline=_timeline(),
        progress=Progress(
            title=_("Steps of this form"),
            labels=(_("Your idea"), _("Who joins in"), _("What you need"), _("Send")),
            now=3,
            hrefs=("#progress", "#progress"),
        ),
        pagination=Pagination(
            number=page,
            pages=PAGES,
            previous_href=f"?pagina={page - 1}#pagination" if page > 1 else "",
            next_href=f"?pagina={page + 1}#pagination" if page < PAGES else "",
        ),
    )


def _badges() -> tuple[Badge, ...]:
    return (
        Badge(label=_("In preparation"), tone="stone"),
        Badge(label=_("Open"), tone="petrol"),
        Badge(label=_("Decided"), tone="leaf"),
        Badge(label=_("Withdrawn"), tone="brick"),
        Badge(label=_("Your move"), tone="move"),
    )


def _alerts() -> tuple[Alert, ...]:
    return (
        Alert(text=_("The plan is open until 14 December.")),
        Alert(text=_("Your idea was kept."), tone="good"),
        Alert(text=_("The file is too large. Choose one of at most 5 MB."), tone="problem"),
    )


def _timeline() -> Timeline:
    return Timeline(
        title=_("How the decision comes about"),
        events=(
            Event(
                title=_("The proposal is ready"),
                state="done",
                on=date(2017, 9, 4),
                who=_("the policy officer"),
                text=_("It tells what each neighbourhood gets."),
            ),
            Event(
                title=_("The city gives advice"),
                state="now",
                on=date(2017, 10, 2),
                who=_("the city-wide consultation"),
                text=_("They say what can be better."),
            ),
            Event(title=_("The executive decides"), state="next", who=_("the executive")),
        ),
    )
