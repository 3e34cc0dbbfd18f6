"""Before words of a meeting become public: what in them may point at a person is shown to who wrote them."""

from collections.abc import Callable, Mapping
from typing import Final

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.intake.queries import known_words
from wijkaanzet.intake.rules.anonymising import find
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.http import Request

LOOKED: Final = "looked"


def fit_to_be_read(request: Request, form: ActForm, answers: Mapping[str, str]) -> bool:
    """Whether everybody may read these answers, by name: nothing points at a person, or somebody looked.

    Otherwise what was found is said beside each answer, and the form gets a box to tick. The tick holds for what was
    shown with it: words that come in later are shown first. Call it on a valid form; costs six queries.
    """
    known = known_words(request.municipality)
    found = {name: _found(text, known) for name, text in answers.items()}
    shown = " · ".join(sorted({word for words in found.values() for word in words}))
    if not shown:
        return True
    looked = form.data.get(LOOKED) == shown
    form.fields[LOOKED] = forms.BooleanField(
        label=gettext_lazy("I looked: nobody is meant, or they may be named as what they do"),
        required=False,
        widget=forms.CheckboxInput(attrs={"value": shown}, check_test=_always(looked)),
    )
    if looked:
        return True
    told = _("This may point at a person: %(words)s. Take it out. Is nobody meant? Then tick the box under the form.")
    for name, words in found.items():
        if words:
            form.add_error(name, told % {"words": ", ".join(words)})
    return False


def box_of(form: ActForm) -> BoundField | None:
    """The box to tick, once something was found."""
    return form[LOOKED] if LOOKED in form.fields else None


def _found(text: str, known: frozenset[str]) -> list[str]:
    """What was found in a text, each once and on one line."""
    return list(dict.fromkeys(" ".join(one.text.split()) for one in find(text, known=known)))


def _always(answer: bool) -> Callable[[object], bool]:
    return lambda _value: answer
