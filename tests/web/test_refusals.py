"""The sentence for what is refused: what counts something has the thousands marks of the reader's language."""

import pytest
from django.utils import translation

from wijkaanzet.intake.rules.telling import Telling, check_telling
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.web.refusals import sentence


@pytest.mark.parametrize(
    ("language", "expected"), [("nl", ("29.999", "20.000")), ("en", ("29,999", "20,000"))], ids=["Dutch", "English"]
)
def test_a_length_has_the_marks_of_the_language(language: str, expected: tuple[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        check_telling(Telling(text="a" * 29_999), has_files=False)
    with translation.override(language):
        said = sentence(refused.value)
    assert [one in said for one in expected] == [True, True]
