"""A page that comes back sends along what was read, until somebody was told what came in meanwhile."""

import pytest
from django import forms
from django.http import QueryDict

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.as_it_is_now import STALE, AsItIsNow
from wijkaanzet.web.refusals import sentence


class Asked(ActForm):
    """One question about what is there."""

    seen = forms.CharField(required=False)
    words = forms.CharField()

    def __init__(self, data: QueryDict | None) -> None:
        super().__init__(data)
        self.fields["seen"].widget = AsItIsNow("now")


@pytest.mark.parametrize(
    ("data", "key", "sends"),
    [
        (None, "", "now"),
        ("words=a", "", "now"),
        ("seen=before&words=", "", "before"),
        ("seen=&words=", "", ""),
        ("seen=before&words=a", "wrong_state", "before"),
        ("seen=before&words=a", "changed_meanwhile", "now"),
    ],
)
def test_sends_along(data: str | None, key: str, sends: str) -> None:
    form = Asked(None if data is None else QueryDict(data))
    if form.is_valid() and key:
        form.refuse(Refused(key))
    value = f' value="{sends}"' if sends else ""
    assert f'name="seen"{value}' in str(form["seen"])


@pytest.mark.parametrize("key", sorted(STALE))
def test_each_refusal_that_tells_it_has_words(key: str) -> None:
    assert sentence(Refused(key, title="a", says="b"))
