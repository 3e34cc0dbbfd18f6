"""Each kind of find, by example."""

import pytest

from wijkaanzet.intake.rules.anonymising import FoundKind, digit_check, find


def _found(text: str, kind: FoundKind) -> list[str]:
    return [one.text for one in find(text) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bel 06-12345678 na zessen", "06-12345678"),
        ("Bel 06 12 34 56 78", "06 12 34 56 78"),
        ("Bel 06.12.34.56.78", "06.12.34.56.78"),
        ("Bel 0612345678.", "0612345678"),
        ("Bel +31612345678", "+31612345678"),
        ("Bel +31 (0)6 12345678", "+31 (0)6 12345678"),
        ("Bel 0031-6-12345678", "0031-6-12345678"),
        ("Bel (0348) 123456", "(0348) 123456"),
        ("Bel 033-123 45 67", "033-123 45 67"),
        ("Bel +48 508 193 036", "+48 508 193 036"),
        ("Bel +90(215)7368193", "+90(215)7368193"),
        ("Bel 0800-1234 5", "0800-1234 5"),
        ("Bel ０６１２３４５６７８", "０６１２３４５６７８"),
        ("Bel 06\u201112\u00a034\u200b56\u202f78", "06\u201112\u00a034\u200b56\u202f78"),
    ],
)
def test_a_telephone_number_is_found_however_it_is_written(text, expected):
    assert _found(text, FoundKind.PHONE) == [expected]


@pytest.mark.parametrize("number", ["111222333", "1112.22.333", "111 222 333", "123456782", "012345672", "12345672"])
def test_a_number_that_passes_the_test_is_a_bsn(number):
    assert _found(f"Mijn nummer is {number}.", FoundKind.BSN) == [number]


@pytest.mark.parametrize("number", ["123456789", "12345678", "1234567890123", "98 76 54 321", "1234567", "305 9 195"])
def test_any_other_long_number_is_found_too(number):
    assert _found(f"Dossier {number} ligt er nog.", FoundKind.NUMBER) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Van 2019-2020 was het stil.",
        "Het kostte 1.250.000 euro.",
        "Er wonen 12.500 mensen.",
        "Van 10.30 tot 12.45 uur.",
        "In 2024 waren er 35 meldingen.",
    ],
)
def test_years_amounts_and_hours_are_no_finds(text):
    assert find(text) == ()


@pytest.mark.parametrize(
    ("bsn", "passes"),
    [
        ("111222333", True),
        ("1112.22.333", True),
        ("12345672", True),
        ("111222334", False),
        ("000000000", False),
        ("1112223", False),
        ("1112223330", False),
        ("", False),
    ],
)
def test_the_eleven_test_tells_a_bsn(bsn, passes):
    assert digit_check(bsn) is passes


@pytest.mark.parametrize(
    "iban",
    [
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "nl91abna0417164300",
        "NL 91 ABNA 04 17 16 43 00",
        "NL91.ABNA.0417.1643.00",
        "DE89 3704 0044 0532 0130 00",
        "PL98299722003322453832364056",
        "TR06 4262 1299 7220 0332 2453 83",
        "BE68 5390 0754 7034",
    ],
)
def test_an_account_number_is_found_and_no_word_after_it(iban):
    assert _found(f"Geld kan naar {iban} van de kookgroep", FoundKind.IBAN) == [iban]


@pytest.mark.parametrize(
    "email",
    [
        "j.de-vries+buurt@voorbeeld.nl",
        "jan@mail.voorbeeld.com",
        "JAN@VOORBEELD.NL",
        "jan [at] voorbeeld [punt] nl",
        "jan(at)voorbeeld.nl",
        "jan at voorbeeld punt nl",
        "jan @ voorbeeld.nl",
        "jan apenstaartje voorbeeld punt nl",
        "jan1950@kpn",
    ],
)
def test_an_e_mail_address_is_found_written_out_too(email):
    assert _found(f"mail naar {email} voor meer", FoundKind.EMAIL) == [email]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zie https://voorbeeld.nl/jan?x=1 daar", "https://voorbeeld.nl/jan?x=1"),
        ("zie www.voorbeeld.nl/jan daar", "www.voorbeeld.nl/jan"),
        ("zie voorbeeld.nl", "voorbeeld.nl"),
        ("volg @jan.1990 maar", "@jan.1990"),
        ("insta: jantje90", "jantje90"),
        ("ik heet jan_de_man daar", "jan_de_man"),
    ],
)
def test_a_web_address_or_a_name_on_social_media_is_found(text, expected):
    assert _found(text, FoundKind.LINK) == [expected]


@pytest.mark.parametrize(
    "date",
    [
        "12-03-1950",
        "12/3/50",
        "12.03.1950",
        "1950-03-12",
        "12 maart 1950",
        "12 maart",
        "3 jan. 2020",
        "1e mei",
        "twaalf maart 1950",
        "eerste mei",
        "maart 1950",
        "12 mrt '50",
    ],
)
def test_a_day_is_found_in_figures_and_words(date):
    assert _found(f"hij is van {date} volgens mij", FoundKind.DATE) == [date]


def test_a_year_of_birth_is_found():
    assert _found("Ik ben geboren in 1954 en woon hier.", FoundKind.DATE) == ["1954"]


@pytest.mark.parametrize(
    "address",
    [
        "Kerkstraat 12",
        "kerkstraat 12a",
        "Kerkstraat 12-2",
        "Kerkstraat 12 bis",
        "Burgemeester van der Lelylaan 3",
        "Jan van Galenstraat 101",
        "Prins Hendrikkade 5",
        "Nieuwe Gracht 7",
        "2e Kruisweg 9",
        "Spui 24",
        "Kerkstraat nummer 12",
        "1234 AB",
        "1234ab",
        "1234 AB Amersfoort",
        "1234 AB, Wijk bij Duurstede",
        "huisnummer 12",
    ],
)
def test_an_address_is_found_whole(address):
    assert _found(f"ik woon in {address}, al jaren", FoundKind.ADDRESS) == [address]


def test_a_known_street_is_an_address_when_a_house_number_follows():
    text = "In de Kerkstraat is het druk, maar op Kerkstraat 12 is het stil."

    assert [one.text for one in find(text, known=["Kerkstraat"])] == ["Kerkstraat 12"]


@pytest.mark.parametrize(
    "school",
    [
        "basisschool De Vlieger",
        "Theresialyceum",
        "obs De Regenboog",
        "obs de regenboog",
        "Da Vinci College",
        "ROC Midden Nederland",
        "kinderdagverblijf 't Hummeltje",
    ],
)
def test_a_school_is_found_with_its_name(school):
    assert _found(f"mijn zoon zit op {school}.", FoundKind.SCHOOL) == [school]


@pytest.mark.parametrize("plate", ["12-AB-34", "GH-123-J", "gh-123-j", "1-ABC-23", "GH123J", "AB-12-CD", "AB 12 CD"])
def test_a_licence_plate_is_found(plate):
    assert _found(f"de auto met {plate} staat fout", FoundKind.PLATE) == [plate]
