"""A form without sentences of its own speaks our Dutch, not that of the framework."""

import pytest
from django import forms

from wijkaanzet.web.stock_sentences import SAID_ANEW


class Asked(forms.Form):
    """One question of each kind, as the framework makes it."""

    name = forms.CharField(max_length=10)
    mail = forms.EmailField()
    number = forms.IntegerField()
    choice = forms.ChoiceField(choices=[("a", "A")])


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({}, "name", "Vul dit in."),
        ({"name": "x" * 11}, "name", "Dit is te lang: er passen 10 tekens, en u hebt er 11."),
        ({"mail": "iemand"}, "mail", "Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl."),
        ({"number": "vier"}, "number", "Vul een heel getal in, bijvoorbeeld 4."),
        ({"choice": "<b>"}, "choice", "“<b>” kunt u hier niet kiezen. Kies iets uit de lijst."),
    ],
)
def test_says_what_to_do(sent: dict[str, str], field: str, said: str) -> None:
    assert Asked(sent).errors[field] == [said]


def test_every_sentence_that_is_said_anew_is_tried_here() -> None:
    assert len(SAID_ANEW) == 5
