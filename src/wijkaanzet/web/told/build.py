"""From what people told to the pages that show it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.areas.access import public_areas
from wijkaanzet.intake.labels import TONES
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.scans.queries import public_columns
from wijkaanzet.scans.queries.sheet import Sheet
from wijkaanzet.stories.queries import prompt_labels
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.told import VoicePage, VoicesPage
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.cards import Empty
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.scans.figure_page import card
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.cards import kind_of, month, photo_href, tell_href, voice_card, where_of
from wijkaanzet.web.told.reading import Voice, readable
from wijkaanzet.web.told.wanted import Wanted, WantedForm
from wijkaanzet.web.told.who import areas_to_ask_in, asks_everywhere


def area_names(municipality: Municipality) -> dict[str, str]:
    """The neighbourhoods by name, from their part of an address."""
    return dict(public_areas(municipality).order_by("name", "id").values_list("slug", "name"))


def voices_page(request: Request, form: WantedForm, *, today: date) -> VoicesPage:
    """What is looked for of what may be read; nothing as long as the form is not right. Three queries."""
    if not form.is_valid():
        return VoicesPage(looking=form, cards=(), found="", tell_href=tell_href(request))
    wanted = form.wanted
    voices = readable(request, on=today).of(wanted).voices
    shown, pagination = page(request, voices, asked_for=wanted.parameters())
    number = voices.number
    return VoicesPage(
        looking=form,
        cards=tuple(voice_card(request, voice) for voice in shown),
        found=ngettext("%(number)s found", "%(number)s found", number) % {"number": number} if number else "",
        tell_href=tell_href(request, area=wanted.area),
        ask_href=address(request, "prompts") if asks_everywhere(request) or areas_to_ask_in(request) else "",
        pagination=pagination,
        empty=None if number else _empty(request, wanted),
        downloads=_downloads(request, wanted) if number else (),
    )


def _empty(request: Request, wanted: Wanted) -> Empty:
    """Nothing yet is an invitation; nothing found is another way to look."""
    action = Action(label=_("Tell us"), href=tell_href(request, area=wanted.area))
    if wanted.everything:
        return Empty(title=_("Nobody has told anything yet"), text=_("Will you be the first?"), action=action)
    return Empty(
        title=_("We found nothing"),
        text=_("Try other words or another neighbourhood. Or tell us something yourself."),
        action=action,
    )


def _downloads(request: Request, wanted: Wanted) -> tuple[Download, ...]:
    label = _("What everybody may read of this list")
    return tuple(
        Download(href=address(request, name) + wanted.query(), label=label, kind=kind)
        for name, kind in (("voices-csv", "CSV"), ("voices-json", "JSON"))
    )


def voice_page(request: Request, public_id: str, *, today: date) -> VoicePage | None:
    """One of them in full; None when who asks may not read it, or nobody may any more."""
    voice = readable(request, on=today).with_id(public_id)
    if voice is None:
        return None
    figure = figure_beside(request, voice)
    return VoicePage(
        kind=kind_of(voice),
        title=voice.title,
        meaning=voice.meaning,
        text=voice.text,
        tone=str(TONES[voice.tone]) if voice.tone else "",
        where=where_of(request, voice),
        when=month(voice.month),
        area=voice.area_name,
        area_href=address(request, "area", slug=voice.area_slug) if voice.area_slug else "",
        question=questions(request, [voice]).get(voice.prompt_id or 0, ""),
        all_href=address(request, "voices"),
        tell_href=tell_href(request, area=voice.area_slug),
        photo_href=photo_href(request, voice),
        photo_alt=voice.photo_alt,
        figure=figure,
        fictional=bool(figure and figure.fictional),
        only_here=not voice.for_everybody,
    )


def questions(request: Request, voices: Collection[Voice]) -> dict[int, str]:
    """The questions that these answer, by id; one query at most."""
    ids = {voice.prompt_id for voice in voices if voice.prompt_id is not None}
    return prompt_labels(ids, actor_of(request)) if ids else {}


def figure_beside(request: Request, voice: Voice) -> FigureCard | None:
    """The newest year of the figure that it stands beside, with all that keeps it from standing alone."""
    if voice.area_id is None or not voice.figure:
        return None
    areas = public_areas(request.municipality).select_related("division__municipality")
    area = areas.get(pk=voice.area_id)
    columns = [one for one in public_columns(area.division) if one.slug == voice.figure]
    if not columns:
        return None
    told = Sheet(area.division, columns).told([area], columns[0])[area.id]
    href = address(request, "area-figure", slug=area.slug, figure=voice.figure)
    return replace(card(request, told), href=href)
