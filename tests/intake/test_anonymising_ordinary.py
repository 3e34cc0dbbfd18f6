"""What residents say about their neighbourhood without speaking of anybody."""

from wijkaanzet.intake.rules.anonymising import find

SENTENCES = """
Er is te weinig groen in de wijk.
De speeltuin is kapot en niemand komt hem maken.
Wij willen graag een bankje bij de vijver.
Ouderen voelen zich vaak alleen.
Kunnen jullie iets doen aan het zwerfvuil?
Elke week eten we samen in het buurthuis.
Vorig jaar waren er drie inbraken in onze straat.
Het parkeren is een drama, vooral op zaterdag.
Jongeren hangen rond bij de supermarkt.
Mijn kinderen durven niet naar het park als het donker is.
Muziek verbindt mensen.
Buurtfeesten zijn gezellig en goed voor het contact.
Eenzaamheid is een groot probleem onder ouderen.
Hondenpoep op de stoep is vies!
Waarom is de bibliotheek dicht op maandag?
Veel Turkse en Marokkaanse vrouwen komen naar de kookgroep.
De gemeente Utrecht heeft een plan gemaakt.
Ik spreek Arabisch en een beetje Nederlands.
Met Kerst en in de ramadan koken we voor elkaar.
De GGD en het UWV zitten in hetzelfde gebouw.
Vrijwilligers doen hier ontzettend veel werk.
Een moestuin voor de hele buurt, dat lijkt mij mooi.
Sinds corona is het stil geworden.
Op woensdag is er inloop van 10 tot 12 uur.
Er moeten meer dan 120 woningen bij komen.
Huurders wachten al twee jaar op onderhoud.
De bus komt maar een keer per uur.
Samen sta je sterker.
Iedereen is welkom, ook mensen met een beperking.
Verkeer rijdt te hard door onze straat.
Een drempel zou helpen.
Fietsers en voetgangers hebben te weinig ruimte.
Wat kan ik doen om te helpen?
Mensen kennen elkaar hier nog.
Er wordt veel geklaagd, maar weinig gedaan.
Taallessen zijn belangrijk voor nieuwkomers.
Statushouders willen graag werken.
In de zomer is het te heet in de flat.
Schimmel in de slaapkamer maakt mijn kind ziek.
De voetbalclub zoekt trainers.
Zwemmen is duur geworden.
Gezinnen met weinig geld gaan naar de voedselbank.
Mantelzorgers hebben rust nodig.
Wie helpt mij met formulieren van de Belastingdienst?
Ik maak me zorgen over drugs en lawaai in de nacht.
Meer licht op het fietspad alstublieft.
De wijkagent ken ik niet.
Het dorpshuis is het hart van ons dorp.
Jong en oud ontmoeten elkaar bij de jeu de boules.
Subsidie aanvragen is te moeilijk.
Graag een antwoord, want dit duurt te lang.
Bewoners weten niet waar ze terecht kunnen.
Kinderopvang is onbetaalbaar.
Zaterdagmiddag is er markt op het plein.
Bomen geven schaduw en koelte.
Plannen worden gemaakt zonder ons te vragen.
De lift in onze flat is al weken stuk.
Na 2020 is de huur met 15 procent gestegen.
Discriminatie op straat komt vaker voor.
Bedankt dat u naar ons luistert.
""".strip().splitlines()

MOST_FALSE_FINDS = 6


def test_few_ordinary_sentences_have_a_find():
    wrong = {sentence: found for sentence in SENTENCES if (found := find(sentence))}

    assert len(SENTENCES) == 60
    assert len(wrong) <= MOST_FALSE_FINDS, wrong


def test_they_have_as_few_finds_when_told_as_one_story():
    found = find(" ".join(SENTENCES))

    assert len(found) <= MOST_FALSE_FINDS, found


def test_capitals_alone_make_no_names():
    found = find("WAAROM IS DE SPEELTUIN DICHT? WIJ WILLEN DAT DE GEMEENTE IETS DOET AAN HET VERKEER!")

    assert found == ()
