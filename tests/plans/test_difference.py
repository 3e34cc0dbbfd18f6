"""A difference reads as what was added and what was taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.plans.rules.difference import Paragraph, PieceKind, difference

SIGNS = {PieceKind.SAME: "{}", PieceKind.ADDED: "[+{}]", PieceKind.REMOVED: "[-{}]"}
TEXTS = st.lists(st.sampled_from(["soep", "tuin", "en", "de", "bank", "\n", "\n\n"]), max_size=20).map(" ".join)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "Er is soep.", ["[+Er is soep.]"]),
        ("Er is soep.", "", ["[-Er is soep.]"]),
        ("Er is soep.", "Er is soep.", ["Er is soep."]),
        (
            "Er is elke week soep voor de hele straat.",
            "Er is elke dag soep voor de hele straat.",
            ["Er is elke [-week] [+dag] soep voor de hele straat."],
        ),
        ("Een.\n\nDrie.", "Een.\n\nTwee.\n\nDrie.", ["Een.", "[+Twee.]", "Drie."]),
        (
            "Wij koken op maandag in het wijkcentrum.",
            "De school zoekt een tuin.",
            ["[-Wij koken op maandag in het wijkcentrum.]", "[+De school zoekt een tuin.]"],
        ),
    ],
)
def test_a_difference_is_shown_in_words(before: str, after: str, expected: list[str]) -> None:
    assert [_shown(one) for one in difference(before, after)] == expected


@given(before=TEXTS, after=TEXTS)
def test_both_versions_can_be_read_back_word_for_word(before: str, after: str) -> None:
    found = difference(before, after)
    assert _words(found, without=PieceKind.ADDED) == before.split()
    assert _words(found, without=PieceKind.REMOVED) == after.split()


@given(TEXTS)
def test_nothing_has_changed_between_a_text_and_itself(text: str) -> None:
    assert not any(one.changed for one in difference(text, text))


def test_ten_thousand_short_lines_are_compared_at_once() -> None:
    before = "\n".join(f"a {n}" for n in range(3_000))
    after = "\n".join(f"b {n}" for n in range(3_000))
    assert len(difference(before, after)) >= 3_000


def _shown(paragraph: Paragraph) -> str:
    return " ".join(SIGNS[piece.kind].format(piece.text) for piece in paragraph.pieces)


def _words(found: tuple[Paragraph, ...], *, without: PieceKind) -> list[str]:
    return [word for one in found for piece in one.pieces if piece.kind is not without for word in piece.text.split()]
