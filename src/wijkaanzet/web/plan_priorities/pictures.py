"""Photos of a plan: put in with words and with consent, taken away for good, and shown to who may see them."""

from collections.abc import Collection, Mapping
from typing import ClassVar

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from wijkaanzet.intake.rules.media import PHOTO_TYPE
from wijkaanzet.kernel import clock
from wijkaanzet.plans import access, operations, queries
from wijkaanzet.plans.models import Picture, Plan, Priority
from wijkaanzet.plans.rules.plans import OPEN
from wijkaanzet.web.acts import ActForm, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plan_priorities import FormPage, PictureRow, PicturesPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_priorities import words
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.plan_writing.who import plan_to_write
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.copies import no_copies
from wijkaanzet.web.uploads import Kind, left_out, megabytes_for, takes_upload


class PictureForm(ActForm):
    """A photo, what is on it, and how people on it agreed."""

    photo = forms.FileField(
        label=gettext_lazy("A photo"),
        help_text=gettext_lazy("JPEG, PNG or WebP, at most 20 MB. We remove place and time from it."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages=dict.fromkeys(("required", "empty", "missing"), gettext_lazy("Choose a photo.")),
    )
    alt = forms.CharField(
        label=gettext_lazy("What is on it?"),
        help_text=gettext_lazy("One sentence, for who cannot see it. No names."),
        error_messages={"required": gettext_lazy("Say in one sentence what is on the photo, for who does not see it.")},
    )
    consent = forms.CharField(
        label=gettext_lazy("How did people on it agree?"),
        help_text=gettext_lazy("For example: asked at the meeting of 12 May. Or: nobody can be recognised."),
        error_messages={
            "required": gettext_lazy("Say how people on the photo agreed, or that nobody can be recognised.")
        },
    )
    refused_at: ClassVar[Mapping[str, str]] = {
        "picture_without_alt": "alt",
        "picture_without_consent": "consent",
        "photo_unreadable": "photo",
        "photo_too_large": "photo",
    }

    def __init__(
        self,
        data: QueryDict | None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None",
        *,
        priorities: Collection[Priority],
        too_large: float = 0,
    ) -> None:
        super().__init__(data, files)
        self.priorities = {one.public_id: one for one in priorities}
        self.too_large = too_large
        choices = [("", _("the whole plan")), *((key, one.title) for key, one in self.priorities.items())]
        self.fields["priority"] = forms.ChoiceField(label=_("What does it belong to?"), choices=choices, required=False)

    def clean(self) -> dict[str, object]:
        """A photo that was too large to be taken in is named as that."""
        told = super().clean() or self.cleaned_data
        if self.too_large:
            self.errors.pop("photo", None)
            size = {"size": round(self.too_large)}
            self.add_error("photo", _("This photo is larger than %(size)s MB. Choose a smaller one.") % size)
        return told

    @property
    def priority(self) -> Priority | None:
        """The priority that it belongs to; None for the whole plan."""
        return self.priorities.get(self.cleaned_data["priority"])


@takes_upload(Kind.PHOTO, keeps_words=True)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def pictures(request: Request, public_id: str) -> HttpResponse:
    """The photos of a plan, and another one."""
    plan = plan_to_write(request, public_id)
    told = filled_in(request)  # reads what was sent, and so counts the file
    form = PictureForm(
        told,
        request.FILES or None,
        priorities=queries.standing_priorities(plan),
        too_large=megabytes_for(pictures) if left_out(request) else 0,
    )
    fit = form.is_valid() and fit_to_be_read(request, form, {"alt": form.cleaned_data["alt"]})
    if fit and _added(request, plan, form) is not None:
        messages.success(request, _("The photo is there."))
        return redirect(address(request, "plan-pictures", public_id=public_id))
    return answer(request, "web/plan_pictures.html", page=_page(request, plan, form), form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def remove(request: Request, public_id: str, picture: str) -> HttpResponse:
    """Asks whether a photo goes away for good."""
    plan = plan_to_write(request, public_id)
    kept = get_object_or_404(plan.pictures.defer("content"), public_id=picture)
    back, form = address(request, "plan-pictures", public_id=public_id), ConfirmForm(filled_in(request))
    if form.is_valid() and _removed(request, kept, form):
        messages.success(request, _("The photo is deleted."))
        return redirect(back)
    page = FormPage(
        trail=trail(request, plan),
        title=_("Delete this photo?"),
        lead=kept.alt,
        points=(_("It is gone at once, also from a plan that was adopted. You cannot get it back."),),
        buttons=Buttons(
            submit=_("Yes, delete it"),
            actions=(Action(label=_("No, back to the photos"), href=back, kind="secondary"),),
        ),
    )
    return answer(request, "web/priority_form.html", page=page, form=form)


@require_safe
@no_copies
def picture(request: Request, public_id: str, picture: str) -> HttpResponse:
    """A photo: of an edition that everybody may read, or of a plan that one writes along."""
    content = access.picture_content(
        actor_of(request), request.municipality, plan=public_id, picture=picture, on=clock.today()
    )
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type=PHOTO_TYPE)
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _page(request: Request, plan: Plan, form: PictureForm) -> PicturesPage:
    above = trail(request, plan)
    return PicturesPage(
        trail=above,
        pictures=tuple(_row(request, plan, one) for one in queries.pictures_of(plan)),
        adding=form if plan.status in OPEN else None,
        buttons=Buttons(
            submit=_("Add the photo"),
            actions=(Action(label=_("Back to the plan"), href=above.plan_href, kind="secondary"),),
        ),
    )


def _row(request: Request, plan: Plan, one: Picture) -> PictureRow:
    parts = {"public_id": plan.public_id, "picture": one.public_id}
    about = one.priority.title if one.priority else _("the whole plan")
    return PictureRow(
        href=address(request, "plan-picture", **parts),
        alt=one.alt,
        width=one.width,
        height=one.height,
        facts=(about, one.consent, day(one.added_on)),
        remove_href=address(request, "plan-picture-remove", **parts),
    )


def _added(request: Request, plan: Plan, form: PictureForm) -> Picture | None:
    told = form.cleaned_data
    new = operations.NewPicture(
        content=told["photo"].read(), alt=told["alt"], consent=told["consent"], priority=form.priority
    )
    return attempt(
        request,
        lambda actor, at: operations.add_picture(plan, new=new, actor=actor, at=at),
        act=words.act_on_plan("picture_added", plan),
        form=form,
    )


def _removed(request: Request, kept: Picture, form: ActForm) -> bool:
    done = attempt(
        request,
        lambda actor, at: operations.remove_picture(kept, actor=actor, at=at) or True,
        act=words.act_on_plan("picture_removed", kept.plan),
        form=form,
    )
    return done is not None
