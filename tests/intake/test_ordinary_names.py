"""First names that are an ordinary word too: only a capital tells them apart, in stories and in plans."""

import pytest

from wijkaanzet.intake.rules.anonymising import find
from wijkaanzet.intake.rules.vocabulary import words
from wijkaanzet.intake.rules.working_texts import find_in_work

SENTENCES = {
    "ad": "Wij belegden een ad hoc overleg.",
    "adem": "Het plein komt weer op adem.",
    "armen": "Er is te weinig voor de armen in de wijk.",
    "berk": "Op het veld komt een berk te staan.",
    "eren": "Elk jaar eren wij de vrijwilligers.",
    "fleur": "Bloembakken geven de straat wat fleur.",
    "gul": "De buurt is gul met tijd.",
    "gulden": "Dit is de gulden middenweg.",
    "hazel": "Langs het pad groeit een hazel.",
    "helder": "Het geld is nog niet helder.",
    "henna": "De vrouwen zetten henna en bakken koek.",
    "mais": "De tuinploeg zaait mais en pompoen.",
    "mazen": "Te veel mensen vallen door de mazen van het vangnet.",
    "nader": "Het bedrag is nader te bepalen.",
    "nare": "Er waren nare dingen gebeurd op het plein.",
    "riet": "De gemeente maait het riet bij de vijver.",
    "samba": "De jongeren leren samba dansen.",
    "wei": "Achter de flats ligt een wei.",
}
LOOK_LIKE_WORDS = ("Rietveld", "Berkhoff", "Hazelhoff", "Held", "Maassen", "Guldemond", "Weidenaar")


@pytest.mark.parametrize("word", SENTENCES)
def test_the_ordinary_word_is_not_asked_about(word: str) -> None:
    assert word in words("first_names"), "else this shows nothing"
    assert find(SENTENCES[word]) == find_in_work(SENTENCES[word], known=(), year=2017) == ()


@pytest.mark.parametrize("word", SENTENCES)
def test_the_name_is_by_its_capital(word: str) -> None:
    name = word.capitalize()
    for text in (f"Wij vragen het aan {name} en de buurt.", f"{name} Jansen komt.", f"{name} belde ons."):
        (found,) = find_in_work(text, known=(), year=2017)
        assert found.text in {name, f"{name} Jansen"}


@pytest.mark.parametrize("word", SENTENCES)
def test_the_name_is_after_a_title_without_capital_too(word: str) -> None:
    assert [one.text for one in find(f"samen met buurvrouw {word} en de kinderen")] == [word]


@pytest.mark.parametrize("name", ["Floor", "Pepijn", "Sterre", "Jan"])
def test_a_name_that_is_no_word_of_ours_is_found_without_capital(name: str) -> None:
    """However it looks: nobody writes these in lower case but for a person."""
    assert [one.text for one in find(f"ik ging met {name.lower()} naar het plein")] == [name.lower()]


@pytest.mark.parametrize("name", LOOK_LIKE_WORDS)
def test_a_surname_that_begins_as_such_a_word_opens_a_sentence(name: str) -> None:
    assert [one.text for one in find(f"{name} belde ons gisteren.")] == [name]
