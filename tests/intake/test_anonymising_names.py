"""Names of persons, by example: capitals, first names, titles, and what is no person."""

import pytest

from wijkaanzet.intake.rules.anonymising import FoundKind, find


def _names(text: str, *known: str) -> list[str]:
    return [one.text for one in find(text, known=known) if one.kind == FoundKind.NAME]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gisteren sprak ik Zbigniew Brzozowski op straat.", ["Zbigniew Brzozowski"]),
        ("Yusra kookt graag.", ["Yusra"]),
        ("Xiqwandolo Brzozowski woont hier.", ["Xiqwandolo Brzozowski"]),
        ("Wat Jan zei klopt.", ["Jan"]),
        ("De zoon van Jan en Fatma.", ["Jan", "Fatma"]),
        ("Ik zag Jan van der Meer lopen.", ["Jan van der Meer"]),
        ("Van der Meer belde.", ["Meer"]),
        ("Ik zag El Idrissi lopen.", ["El Idrissi"]),
        ("Ik zag van den Berg lopen.", ["van den Berg"]),
        ("Ik zag d'Ancona lopen.", ["d'Ancona"]),
        ("Brief van J.P. de Vries.", ["J.P. de Vries"]),
        ("Ik praat met K. over werk.", ["K"]),
        ("Jan-Willem Peters-de Boer helpt.", ["Jan-Willem Peters-de Boer"]),
        ("Wij noemen haar Ayşe Yılmaz.", ["Ayşe Yılmaz"]),
        ("Dit is Jan's huis en dat van Ömer.", ["Jan's", "Ömer"]),
        ("Iris Hollander komt, met Madelief van Limburg.", ["Iris Hollander", "Madelief van Limburg"]),
        ("Ik sprak Glen en Frans.", ["Glen", "Frans"]),
        ("Олена Коваленко woont hier.", ["Олена Коваленко"]),
        ("Soep van Annie de Wit", ["Annie de Wit"]),
        ("Mooi.\nBrood van Fatma\nElke week.", ["Fatma"]),
        ("Moes van den Berg komt.", ["Moes van den Berg"]),
        ("Bakker van Jan", ["Bakker van Jan"]),
    ],
)
def test_a_capital_where_none_belongs_is_a_name(text, expected):
    assert _names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ik ben fatima en woon hier", ["fatima"]),
        ("ik ben fatima el idrissi", ["fatima el idrissi"]),
        ("samen met jan de vries en mohamed", ["jan de vries", "mohamed"]),
        ("samen met jan-willem", ["jan-willem"]),
        ("ik zag jan1950 daar", ["jan1950"]),
        ("IK WIL DAT JAN KOWALSKI KOMT", ["JAN KOWALSKI"]),
        ("Ik was er met de bas en een roos.", []),
        ("Ik was er met Bas en Roos.", ["Bas", "Roos"]),
        ("Bas Jansen komt.", ["Bas Jansen"]),
        ("Roos komt ook.", ["Roos"]),
        ("Storm en regen houden mij niet tegen.", ["Storm"]),
        ("Wil je koffie? Mark of werk?", []),
    ],
)
def test_a_first_name_is_found_without_capital_unless_it_is_a_word(text, expected):
    assert _names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mevrouw Bakker komt.", ["Bakker"]),
        ("mevrouw jansen komt", ["jansen"]),
        ("Dhr. P. van den Berg", ["P. van den Berg"]),
        ("oma Riet en buurman henk", ["Riet", "henk"]),
        ("meester Karim en juf roos", ["Karim", "roos"]),
        ("De buurvrouw heet xiqwanda.", ["xiqwanda"]),
        ("Groetjes,\nBas", ["Bas"]),
        ("Naam: Visser", ["Visser"]),
        ("Mijn buurvrouw heeft hulp nodig. Mijn man ook.", []),
        ("De huisarts zegt niets. Oma bakt.", []),
        ("Goede buren helpen elkaar, en mijn buren elkaars kinderen.", []),
        ("Zo vonden de buren elkaar, en toen was mijn buurvrouw ineens weg.", []),
    ],
)
def test_a_title_tells_that_a_name_follows(text, expected):
    assert _names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Op Maandag in Mei spreek ik Turks met Marokkaanse vrouwen.",
        "De Nederlandse taal en de Tweede Kamer.",
        "Met Kerst bij het Rode Kruis of de GGD.",
        "Ik koop bij Albert Heijn in Utrecht.",
        "Turks-Nederlandse jongeren in Noord-Holland.",
        "Ik vroeg het aan U.",
    ],
)
def test_languages_feasts_countries_and_institutions_are_no_persons(text):
    assert _names(text) == []


def test_known_places_and_organisations_are_no_persons():
    text = "In Kanaleneiland, bij De Schakel en in de Jan Luykenbuurt."

    assert _names(text, "Kanaleneiland", "De Schakel", "Jan Luykenbuurt") == []
    assert _names(text) == ["Kanaleneiland", "De Schakel", "Jan Luykenbuurt"]


def test_a_known_place_does_not_hide_a_person_of_that_name():
    assert _names("Ik sprak Marieke Bos en mevrouw Bos in Bos.", "Bos") == ["Marieke Bos", "Bos"]


def test_a_part_of_a_known_name_is_not_known():
    assert _names("Ik sprak Luyken bij de Jan Luykenbuurt.", "Jan Luykenbuurt") == ["Luyken"]


def test_invisible_characters_and_loose_accents_hide_no_name():
    text = "ik zag J\u200ban en Rene\u0301 en fa\u00adtima, Jan\u00a0Bakker"

    assert _names(text) == ["J\u200ban", "Rene\u0301", "fa\u00adtima", "Jan\u00a0Bakker"]
