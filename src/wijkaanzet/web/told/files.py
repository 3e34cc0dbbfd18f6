"""What people told and everybody may read, as a table and as data: the same list as the page, read at that moment."""

import json
from collections.abc import Mapping

from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wijkaanzet.intake.labels import STRENGTHS, TONES
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.tables import csv_text
from wijkaanzet.web.http import Request
from wijkaanzet.web.scans.area_figures import as_file
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.build import area_names, questions
from wijkaanzet.web.told.copies import no_copies
from wijkaanzet.web.told.reading import Voice, everybodys
from wijkaanzet.web.told.wanted import SLUGS, Wanted, WantedForm

HEADER = (
    "adres", "soort", "kracht", "titel", "betekenis", "tekst", "strekking", "wijk", "wijk_code", "plek", "maand",
    "cijfer", "vraag", "foto", "gebruik",
)  # fmt: skip


@require_safe
@no_copies
def voices_csv(request: Request) -> HttpResponse:
    """What is looked for as a table; its words are Dutch in every language of the site."""
    wanted = _wanted(request)
    with translation.override("nl"):
        rows = [(*_record(request, voice, asked).values(), use()) for voice, asked in _told(request, wanted)]
        text = csv_text(HEADER, rows)
    return as_file(text, "text/csv", f"{request.municipality.slug}-verteld.csv")


@require_safe
@no_copies
def voices_json(request: Request) -> HttpResponse:
    """What is looked for as data, with on what terms it was shared."""
    wanted = _wanted(request)
    with translation.override("nl"):
        told = {
            "gemeente": request.municipality.name,
            "gezocht": wanted.parameters(),
            "opgehaald_op": clock.today().isoformat(),
            "gebruik": use(),
            "verteld": [_record(request, voice, asked) for voice, asked in _told(request, wanted)],
        }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return as_file(text, "application/json", f"{request.municipality.slug}-verteld.json")


def _wanted(request: Request) -> Wanted:
    """What is looked for. Raises Http404 when that cannot be: a file with everything would not be what was asked."""
    form = WantedForm(request.GET, areas=area_names(request.municipality))
    if not form.is_valid():
        raise Http404
    return form.wanted


def _told(request: Request, wanted: Wanted) -> list[tuple[Voice, str]]:
    """Each with the question that it answers; two queries."""
    voices = list(everybodys(request, on=clock.today()).of(wanted).voices)
    asked: Mapping[int, str] = questions(request, voices)
    return [(voice, asked.get(voice.prompt_id or 0, "")) for voice in voices]


def use() -> str:
    """What who takes it away must know. Source: consent is per purpose, and "on this site" is one."""
    return _("Shared to be read here, and its teller can take it back. Look here again before you use it.")


def _record(request: Request, voice: Voice, asked: str) -> dict[str, str]:
    """All that its page says, in the order of the header."""
    return {
        "adres": request.build_absolute_uri(address(request, "voice", public_id=voice.public_id)),
        "soort": SLUGS[voice.kind],
        "kracht": str(STRENGTHS[voice.strength]) if voice.strength else "",
        "titel": voice.title,
        "betekenis": voice.meaning,
        "tekst": voice.text,
        "strekking": str(TONES[voice.tone]) if voice.tone else "",
        "wijk": voice.area_name,
        "wijk_code": voice.area_code,
        "plek": voice.place,
        "maand": f"{voice.month:%Y-%m}",
        "cijfer": voice.figure,
        "vraag": asked,
        "foto": "ja" if voice.photo_alt else "nee",
    }
