"""The seal over what residents tell: opens with old keys, for its own purpose, and shows nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from wijkaanzet.kernel.sealed import CannotOpen, derived_key, seal, seal_words, trace, unseal, unseal_words


@given(data=st.binary(max_size=2_000))
def test_what_is_sealed_opens_again(data: bytes) -> None:
    assert unseal(seal(data, purpose="a"), purpose="a") == data


@given(words=st.dictionaries(st.text(max_size=10), st.text(max_size=50), max_size=5))
def test_words_come_back_as_they_were(words: dict[str, str]) -> None:
    assert unseal_words(memoryview(seal_words(words, purpose="a")).tobytes(), purpose="a") == words


def test_the_same_words_never_give_the_same_seal() -> None:
    assert seal(b"hetzelfde", purpose="a") != seal(b"hetzelfde", purpose="a")


def test_a_seal_opens_only_for_its_own_purpose() -> None:
    with pytest.raises(CannotOpen):
        unseal(seal(b"x", purpose="a"), purpose="b")


@pytest.mark.parametrize("broken", [b"", b"kort", b"x" * 60])
def test_what_was_tampered_with_does_not_open(broken: bytes) -> None:
    with pytest.raises(CannotOpen):
        unseal(broken, purpose="a")


def test_an_older_key_still_opens_what_it_sealed(settings: Settings) -> None:
    settings.WZ_CONTENT_KEYS = ["oud"]
    sealed = seal(b"x", purpose="a")
    settings.WZ_CONTENT_KEYS = ["nieuw", "oud"]
    assert unseal(sealed, purpose="a") == b"x"
    settings.WZ_CONTENT_KEYS = ["nieuw"]
    with pytest.raises(CannotOpen):
        unseal(sealed, purpose="a")


def test_the_secret_key_serves_when_there_is_no_other(settings: Settings) -> None:
    settings.WZ_CONTENT_KEYS = []
    sealed = seal(b"x", purpose="a")
    settings.WZ_CONTENT_KEYS = ["later"]
    assert unseal(sealed, purpose="a") == b"x"


def test_keys_and_traces_differ_by_purpose() -> None:
    assert derived_key("a") != derived_key("b")
    assert trace("adres", purpose="a") == trace("adres", purpose="a")
    assert trace("adres", purpose="a") != trace("adres", purpose="b")
