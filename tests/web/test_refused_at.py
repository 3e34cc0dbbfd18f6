"""What the rules refuse is said beside the question that it is about, and the list above the form leads there."""

import inspect
import re
from collections.abc import Iterator

import pytest
from django import forms
from django.http import QueryDict
from django.urls import get_resolver

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.forms import ErrorSummary
from wijkaanzet.web.refusals import is_known

CASES = [
    pytest.param(Refused("name_taken", name="Tafel"), {}, "name", id="by-its-key"),
    pytest.param(Refused("point_without_answer", point=2), {}, "answer-2", id="numbered-by-a-parameter"),
    pytest.param(Refused("point_without_answer", point=9), {}, None, id="a-number-that-is-not-asked"),
    pytest.param(
        Refused("network_words_too_long", start="Wij koken samen", length=9, most=8),
        {"words": "Wij  koken\r\nsamen en meer"},
        "words",
        id="by-how-the-text-begins",
    ),
    pytest.param(
        Refused("network_words_too_long", start="Wij koken", length=40, most=20),
        {"name": "Wij koken hier", "words": "Wij koken samen en meer dan dat"},
        "words",
        id="not-at-a-text-that-fits",
    ),
    pytest.param(
        Refused("network_words_too_long", start="Wij koken samen", length=9, most=8), {}, None, id="text-nowhere"
    ),
    pytest.param(Refused("no_points"), {}, None, id="about-the-form-as-a-whole"),
]


class Asked(ActForm):
    name = forms.CharField(required=False)
    words = forms.CharField(required=False)
    refused_at = {"name_taken": "name", "point_without_answer": "answer-%(point)s"}

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.fields["answer-2"] = forms.CharField(required=False)


@pytest.mark.parametrize(("refused", "sent", "field"), CASES)
def test_a_refusal_stands_beside_its_question(refused: Refused, sent: dict[str, str], field: str | None) -> None:
    data = QueryDict(mutable=True)
    data.update(sent)
    form = Asked(data)
    assert form.is_valid()
    form.refuse(refused)
    beside = {name: len(form[name].errors) for name in form.fields}
    (above,) = ErrorSummary.of(form).mistakes
    assert form.refused
    assert beside == {name: int(name == field) for name in form.fields}
    assert above.href == (f"#id_{field}" if field else "")


def everywhere() -> list[type[ActForm]]:
    """Every form of an act in the product; importing the addresses imports all of them."""
    assert get_resolver().url_patterns
    ours = [form for form in _below(ActForm) if form.__module__.startswith("wijkaanzet.") and form.refused_at]
    return sorted(ours, key=lambda form: (form.__module__, form.__name__))


def _below(form: type[ActForm]) -> Iterator[type[ActForm]]:
    for one in form.__subclasses__():
        yield one
        yield from _below(one)


def mistakes(form: type[ActForm]) -> list[str]:
    """Refusals that have no words, and questions that the form nowhere asks."""
    source = "".join(inspect.getsource(one) for one in form.__mro__ if issubclass(one, ActForm))
    unknown = [key for key in form.refused_at if not is_known(key)]
    return unknown + [field for field in form.refused_at.values() if not _asks(form, field, source)]


def _asks(form: type[ActForm], field: str, source: str) -> bool:
    begins = re.escape(re.split(r"%\(|\d", field)[0])
    return (
        field in form.base_fields or re.search(rf'["\']{begins}["\'{{]', source.replace(f': "{field}"', "")) is not None
    )


def test_every_form_sends_known_refusals_to_questions_that_it_asks() -> None:
    forms_that_do = everywhere()
    assert len(forms_that_do) > 40
    assert {form.__qualname__: found for form in forms_that_do if (found := mistakes(form))} == {}


class Planted(ActForm):
    """A refusal that nobody knows, at a question that nobody asks."""

    refused_at = {"nobody_knows_this": "nowhere"}


def test_a_planted_mistake_is_found() -> None:
    assert mistakes(Planted) == ["nobody_knows_this", "nowhere"]
