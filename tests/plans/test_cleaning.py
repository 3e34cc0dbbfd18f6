"""What is pasted from a word processor reads like what was typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.plans.rules.cleaning import cleaned


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        pytest.param("Een\r\nTwee\rDrie", "Een\nTwee\nDrie", id="line-ends-of-other-machines"),
        pytest.param("Een\x0bTwee\u2028Drie", "Een\nTwee\nDrie", id="line-ends-of-word"),
        pytest.param(
            "\uf0b7\tEen\n•\tTwee\no\tDrie\n· Vier\n–\tVijf", "- Een\n- Twee\n- Drie\n- Vier\n- Vijf", id="bullets"
        ),
        pytest.param(
            "\x1f· Een\n\u200b–\u00a0Twee\n\ue000* Drie", "- Een\n- Twee\n- Drie", id="bullets-after-unseen-signs"
        ),
        pytest.param("1.\tEen\n2)\tTwee", "1. Een\n2) Twee", id="numbers"),
        pytest.param("buurt\u00adhuis en\u200bzo\ufeff", "buurthuis enzo", id="invisible-signs"),
        pytest.param("€\u00a015 en\u202fmeer\tnog", "€ 15 en meer nog", id="spaces-of-every-kind"),
        pytest.param("hier \uf0e0 daar \uf123", "hier → daar", id="private-use-signs"),
        pytest.param("cafe\u0301", "café", id="accents-apart"),
        pytest.param("  Een  \n\n\n\n  Twee  \n\n", "Een\n\nTwee", id="empty-lines-and-edges"),
        pytest.param("Zo’n “huis” – voor €\u00a05…", "Zo’n “huis” – voor € 5…", id="quotes-and-dashes-stay"),
        pytest.param("👩‍👧 en 🇳🇱", "👩‍👧 en 🇳🇱", id="emoji-stay-whole"),
        pytest.param("<script>alert(1)</script>", "<script>alert(1)</script>", id="script-tags-stay-text"),
        pytest.param("\x00weg\x07", "weg", id="control-signs"),
        pytest.param(
            "Een - of twee\n-5 graden\n*ster", "Een - of twee\n-5 graden\n*ster", id="a-dash-that-is-no-bullet"
        ),
    ],
)
def test_pasted_text_is_kept_plain(pasted: str, expected: str) -> None:
    assert cleaned(pasted) == expected


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.text(alphabet=st.characters(exclude_characters="\t")))
def test_no_letter_or_digit_gets_lost(text: str) -> None:
    assert _letters(cleaned(text)) == _letters(unicodedata.normalize("NFC", text))


def _letters(text: str) -> list[str]:
    return [sign for sign in unicodedata.normalize("NFD", text) if sign.isalnum()]
