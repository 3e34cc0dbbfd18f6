"""Persons planted in texts, and what must hold for any text at all."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.planted import PERSONS, TEMPLATES, persons, told
from wijkaanzet.intake.rules.anonymising import FoundKind, find, hidden

STAND_INS = {kind: f"[{kind.value}]" for kind in FoundKind}
LONGEST_TEXT = 100_000


def _hidden(text: str) -> str:
    return hidden(text, find(text), stand_in=STAND_INS.__getitem__)


@pytest.mark.done("5.planted")
def test_nothing_of_five_hundred_planted_persons_is_left():
    count = 0
    for person, text in told():
        left = _hidden(text)
        count += 1
        assert [value for value in vars(person).values() if value in left] == [], text

    assert count == PERSONS


@pytest.mark.done("5.planted")
@pytest.mark.parametrize("template", TEMPLATES)
def test_no_part_of_a_planted_name_is_left(template):
    for person in list(persons())[::5]:
        left = _hidden(template.format(**vars(person)))
        assert [part for part in person.name.split() if len(part) > 3 and part in left] == [], template


pieces = st.sampled_from(
    [
        "Jan", "jan", "Bas", "van der", "Meer", "mevrouw", "Wat", "de", "Kerkstraat", "12", "1234 AB", "0612345678",
        "111222333", "NL91ABNA0417164300", "jan@x.nl", "@jan", "12 maart", "1950", "obs", "De", "12-AB-34", "K.",
        ".", ",", "\n", ":", "(", ")", "-", "'", "_", "/", "+", "\u200b", "e\u0301", "ﬁ", "…", "Ayşe", "ik", "heet",
    ]
)  # fmt: skip
texts = st.lists(pieces, max_size=14).map(" ".join) | st.lists(pieces, max_size=10).map("".join) | st.text(max_size=60)


@given(texts)
def test_finds_stand_in_order_where_they_say_and_never_overlap(text):
    last = 0
    for one in find(text):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        last = one.end


@given(texts)
def test_what_is_not_found_stays_as_it_was(text):
    found = find(text)
    ends = [0, *(one.end for one in found)]
    starts = [*(one.start for one in found), len(text)]
    kept = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))

    assert hidden(text, found, stand_in=lambda _: "") == kept


@given(st.lists(pieces, max_size=14).map(" ".join))
def test_hiding_twice_changes_nothing(text):
    once = _hidden(text)

    assert _hidden(once) == once


@pytest.mark.parametrize(
    "piece",
    ["a", "A ", "1", "1.", "J.", "a@", "van ", "Ab van der ", "mevrouw.\n", "+0", "-", "'", "_a", "x/", "Ab.cd ", " ",
     "\n", "\u0301", "\u200b", "ﷺ", "kerkstraat 1 ", "obs de ", "NL12ABCD1234 ", "www.", "12 jan", "Ik zag Jan. "],
)  # fmt: skip
def test_a_text_of_the_greatest_length_is_read_in_linear_time(piece):
    text = (piece * LONGEST_TEXT)[:LONGEST_TEXT]
    begin = time.process_time()
    find(text)

    # Measured 0.3 s for a story and 1 s for the worst of these; a rule that is not linear takes half a minute or more.
    assert time.process_time() - begin < 3
