"""Text that can be printed: only signs that the fonts have, cut where a reader sees it."""

import json

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.web.documents.printable import (
    BOX,
    CUT,
    MARKS,
    MAY_BREAK,
    SIGNS,
    breakable,
    printable,
    runs_from_the_right,
    shortened,
)
from wijkaanzet.web.documents.typesetting import FONTS

STORY = "Elke dinsdag koken wij. Wie niet kan betalen, eet mee! Daarna wassen we samen af."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  twee \n regels\t", "twee regels"),
        ("cafe\u0301 naïef Đorđe Ελλάδα Україна", "café naïef Đorđe Ελλάδα Україна"),
        ("fijn 😀👩🏽‍🦽 hier", f"fijn {BOX} hier"),
        ("中文", BOX),
        ("\u202eomgekeerd\u202c \ufeffx\ufe0f", "omgekeerd x"),
        ("a\x00b\ud800", f"ab{BOX}"),
        ("q\u0301\u0302\u0303\u0304", f"q\u0301\u0302{BOX}"),
        ("a\u064b", f"a{BOX}"),
        ("\u0301", BOX),
    ],
)
def test_only_signs_that_can_be_printed_are_left(text, shown):
    assert printable(text) == shown


@given(st.text())
def test_printing_what_is_printable_changes_nothing(text):
    assert printable(printable(text)) == printable(text)


def test_every_sign_that_we_print_is_in_the_fonts_upright_bold_and_sloping():
    marked = [
        letter + mark
        for marks, letters in MARKS
        for number, mark in enumerate(sorted(marks))
        for letter in sorted(letters)[number % 29 :: 29]
    ]
    signs = [*sorted(SIGNS), *marked]
    source = """
        #set document(title: "signs")
        #set text(font: "Libertinus Serif", size: 4pt)
        #for sign in json(bytes(sys.inputs.signs)) [#sign #strong(sign) #emph(sign) ]
    """
    made = typst.compile(
        source.encode(),
        font_paths=FONTS,
        ignore_system_fonts=True,
        sys_inputs={"signs": json.dumps(signs)},
        pdf_standards=["ua-1"],
    )
    assert made.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        (200, STORY),
        (65, f"Elke dinsdag koken wij. Wie niet kan betalen, eet mee! {CUT}"),
        (40, f"Elke dinsdag koken wij. {CUT}"),
        (20, f"Elke dinsdag {CUT}"),
    ],
)
def test_a_text_is_cut_after_a_sentence_or_else_after_a_word(most, shown):
    assert shortened(STORY, most) == shown


@given(st.text(), st.integers(10, 100))
def test_a_cut_text_fits_and_shows_that_it_is_cut(text, most):
    cut = shortened(text, most)
    assert cut == text if len(text) <= most else len(cut) <= most + 1 and cut.endswith(CUT)


@pytest.mark.parametrize("word", ["W" * 40, "x" * 90, "https://wijk.example/" + "a" * 60])
def test_a_word_that_is_wider_than_a_column_may_break(word):
    broken = breakable(f"voor {word} na")
    assert broken.replace(MAY_BREAK, "") == f"voor {word} na"
    assert MAY_BREAK in broken


@pytest.mark.parametrize("word", ["vrijwilligerswerk", "ontmoetingsplek", "والمستشفيات"])
def test_a_usual_word_stays_whole(word):
    assert breakable(word) == word


@pytest.mark.parametrize(("text", "is_so"), [("Noord", False), ("12 שלום", True), ("السلام Noord", True), ("", False)])
def test_the_first_letter_says_where_a_text_begins(text, is_so):
    assert runs_from_the_right(text) is is_so
