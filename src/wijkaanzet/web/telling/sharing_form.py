"""What a teller lets be done with a story, each use apart."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.stories.labels import SCOPES
from wijkaanzet.stories.rules import ConsentWay, Scope, Yes
from wijkaanzet.web.acts import ActForm

KEEP = "keep"
"""What the second button says."""


class KeepForm(ActForm):
    """The teller says no; nothing more is asked."""


class ShareForm(ActForm):
    """Who may read the story; nothing is ticked for the teller."""

    scopes = forms.MultipleChoiceField(
        label=_("Who may read it?"),
        help_text=_("Choose what is right for you. Each one stands by itself."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose who may read it: at least one. Or do not share it.")},
    )
    of_age = forms.BooleanField(
        label=_("I am 16 or older, or my parent agrees"),
        error_messages={"required": _("Say that you are 16 or older, or that your parent agrees.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {
        "no_scope": "scopes",
        "photo_alone": "scopes",
        "no_photo": "scopes",
        "too_young": "of_age",
    }

    def __init__(self, data: QueryDict | None, *, has_photo: bool, agreed: Iterable[Scope], is_shared: bool) -> None:
        super().__init__(data, initial={"scopes": sorted(agreed), "of_age": is_shared})
        self.fields["scopes"].choices = [  # type: ignore[attr-defined]  # a MultipleChoiceField has them
            (scope.value, SCOPES[scope]) for scope in Scope if has_photo or scope is not Scope.PHOTO
        ]

    @property
    def yes(self) -> Yes:
        """What the teller agrees to."""
        told = self.cleaned_data
        return Yes(scopes=[Scope(one) for one in told["scopes"]], way=ConsentWay.LINK, of_age=told["of_age"])
