"""The measure of plain Dutch: easy text passes, hard text does not, and only running text counts."""

import pytest

from tests.helpers.plain_dutch import findings, measure, sentences, syllables

EASY = (
    "<main>"
    + "<p>Dit is het geld voor jouw wijk. Je ziet hoe veel het is. Je ziet ook wie het koos.</p>" * 8
    + "</main>"
)
HARD = (
    "<main><p>"
    + "Overeenkomstig de verantwoordelijkheidsverdeling ten aanzien van de beschikbaarstelling van middelen voor "
    "maatschappelijke ondersteuningsvoorzieningen wordt de vaststelling van het verdelingsresultaat gerealiseerd. "
    * 6
    + "</p></main>"
)


@pytest.mark.parametrize(
    ("word", "number"), [("wijk", 1), ("gemeente", 3), ("verdeling", 3), ("bewoners", 3), ("geld", 1)]
)
def test_syllables_are_counted(word, number):
    assert syllables(word) == number


def test_easy_text_passes():
    assert findings(EASY) == []
    assert measure(EASY).reading_ease > 90


def test_planted_hard_text_is_caught():
    ease, length = findings(HARD)
    assert ease.startswith("reading ease")
    assert "words a sentence" in length


def test_planted_word_is_caught_in_a_short_text():
    assert findings("<main><p>Wij delen dit tevens mede.</p></main>") == ['"tevens": write "ook"']


def test_a_short_text_is_not_measured():
    assert findings(HARD.split(". ")[0]) == []


def test_only_running_text_counts():
    html = "<nav>M</nav><main><h1>Kop</h1><p>Een zin. Nog een <b>zin</b>!</p><table><td>woord</td></table></main>"
    assert sentences(html) == ["Een zin.", "Nog een zin!"]


def test_figures_are_those_of_the_formula():
    figures = measure("<p>Dit is een wijk. Dat is geld.</p>")
    assert (figures.words, figures.sentences, figures.syllables) == (7, 2, 7)
    assert figures.reading_ease == pytest.approx(206.84 - 0.93 * 3.5 - 0.77 * 100)
