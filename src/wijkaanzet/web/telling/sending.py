"""From the form of who tells something to what is sent, and how it is known again when the same form comes twice."""

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from wijkaanzet.areas.models import Place
from wijkaanzet.intake import operations
from wijkaanzet.intake.operations import Limit, Receipt, Sending, SentFile
from wijkaanzet.intake.operations.receiving import SHORTEST_TOKEN
from wijkaanzet.intake.rules import AttachmentKind, Route
from wijkaanzet.kernel.sealed import trace
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.account.lockout import address_of
from wijkaanzet.web.acts import Act, attempt
from wijkaanzet.web.http import Request
from wijkaanzet.web.telling.beside import Beside
from wijkaanzet.web.telling.forms import YES, TellingForm
from wijkaanzet.web.telling.secret import nameless

FILES = {"recording": AttachmentKind.AUDIO, "photo": AttachmentKind.PHOTO}
NOT_TOLD = "csrfmiddlewaretoken"
"""Of the page and not of who fills it in: another one each time that the page is shown."""


def sent(request: Request, form: TellingForm, where: Beside, *, trusted: bool, today: date) -> Receipt | None:
    """Send what was told; None when it is refused, with the sentence on the form. Who is trusted has no limit."""
    sending = Sending(
        token=token_of(request),
        told=form.telling,
        may_share=form.cleaned_data["may_share"] == YES,
        route=form.route,
        area=where.area,
        place=_place(form, where),
        about=where.about,
        figure=where.figure,
        contact=form.contact,
        keep_told=form.cleaned_data["keep_told"],
        files=tuple(SentFile(kind=FILES[name], pieces=file.chunks()) for name, file in _files(request)),
        limit=None if trusted else _limit(request, today),
    )

    return attempt(
        request,
        lambda actor, at: operations.receive(request.municipality, sending=sending, actor=actor, at=at),
        act=Act("intake.entry.received", Subject("intake.entry", 0)),
        form=form,
        known_as=lambda actor: nameless(actor) if sending.route is Route.WEB else actor,
    )


def token_of(request: Request) -> str:
    """What a form is known by: its own token together with what was filled in.

    Twice the same is one entry; who goes back and tells something else has sent something else, and nothing is lost.
    """
    token = request.POST.get("token", "")
    if len(token) < SHORTEST_TOKEN:
        return ""
    told = sorted((name, values) for name, values in request.POST.lists() if name != NOT_TOLD)
    files = [(name, file.name, file.size) for name, file in _files(request)]
    return sha256(json.dumps([told, files]).encode()).hexdigest()


def _place(form: TellingForm, where: Beside) -> Place | None:
    chosen = form.cleaned_data.get("place")
    return next((one for one in where.places if one.public_id == chosen), None)


def _files(request: Request) -> Iterator[tuple[str, "UploadedFile[bytes]"]]:
    for name in FILES:
        file = request.FILES.get(name)
        if isinstance(file, UploadedFile):
            yield name, file


def _limit(request: Request, today: date) -> Limit:
    """By a trace of the day and the address: tomorrow the same sender leaves another one."""
    who = f"{today.isoformat()}:{address_of(request)}"
    return Limit(trace=trace(who, purpose="intake.trace"), most=settings.WZ_INTAKE_PER_HOUR)
