"""What people told: all of it as a list, one of them in full, and its photo; made anew for each who asks.

Nothing of it stays behind in a browser or a proxy: what its teller takes back is gone at once.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkaanzet.intake.rules.media import PHOTO_TYPE
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.sealed import CannotOpen
from wijkaanzet.stories.queries import agreed, photo_of
from wijkaanzet.stories.rules import Scope
from wijkaanzet.web.http import Request
from wijkaanzet.web.told import build
from wijkaanzet.web.told.copies import no_copies
from wijkaanzet.web.told.reading import readable
from wijkaanzet.web.told.wanted import WantedForm


@require_safe
@no_copies
def voices(request: Request) -> HttpResponse:
    """Everything that who asks may read, the newest first; or what they look for."""
    form = WantedForm(request.GET, areas=build.area_names(request.municipality))
    page = build.voices_page(request, form, today=clock.today())
    return render(request, "web/voices.html", {"page": page, "form": form}, status=422 if form.errors else 200)


@require_safe
@no_copies
def voice(request: Request, public_id: str) -> HttpResponse:
    """One of them in full. What was taken back, ended or never shared is not there, and nobody learns which."""
    page = build.voice_page(request, public_id, today=clock.today())
    if page is None:
        raise Http404
    return render(request, "web/voice.html", {"page": page})


@require_safe
@no_copies
def photo(request: Request, public_id: str) -> HttpResponse:
    """The photo of a story, as long as its teller shares the photo with who asks."""
    today = clock.today()
    shown = readable(request, on=today).stories.filter(agreed({Scope.PHOTO}, on=today), public_id=public_id)
    story = shown.first()
    try:
        content = photo_of(story) if story else None
    except CannotOpen:  # the key that it was sealed with was thrown away, and so nobody sees it again
        content = None
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type=PHOTO_TYPE)
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
