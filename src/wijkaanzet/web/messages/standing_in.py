"""Letting a colleague stand in, and ending that: the same two acts for oneself and for who cannot ask it."""

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations
from wijkaanzet.people.models import StandIn
from wijkaanzet.web.acts import Act, ConfirmForm, attempt
from wijkaanzet.web.http import Request
from wijkaanzet.web.messages.forms import StandInForm


def asked(request: Request, form: StandInForm) -> StandIn | None:
    """Let the colleague of the form stand in for its role; None when that was refused, with why on the form."""
    held = form.membership
    return attempt(
        request,
        lambda actor, at: operations.ask_stand_in(
            held,
            user=form.cleaned_data["colleague"],
            starts_on=form.cleaned_data["first"],
            ends_before=form.ends_before,
            actor=actor,
            at=at,
        ),
        act=Act("people.stand_in.asked", Subject("people.membership", held.pk)),
        form=form,
    )


def ended(request: Request, stand_in: StandIn, form: ConfirmForm) -> StandIn | None:
    """Let somebody stand in no more; None when that was refused."""
    return attempt(
        request,
        lambda actor, at: operations.end_stand_in(stand_in, actor=actor, at=at),
        act=Act("people.stand_in.ended", Subject("people.stand_in", stand_in.pk)),
        form=form,
    )
