"""What every answer tells the browser."""

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("bare_site")


@pytest.fixture
def headers(client: Client) -> dict[str, str]:
    """The headers of a page."""
    return dict(client.get("/gezond/leeft/").headers)


def test_nothing_may_be_loaded_but_our_own_style_pictures_and_fonts(headers: dict[str, str]) -> None:
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy.pop("style-src") == policy.pop("img-src") == policy.pop("font-src") == "'self'"
    assert policy.pop("form-action") == "'self'"
    assert policy == dict.fromkeys(["default-src", "script-src", "frame-ancestors", "base-uri"], "'none'")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_a_header_is_as_strict_as_it_goes(headers: dict[str, str], name: str, value: str) -> None:
    assert headers[name] == value


def test_no_page_may_use_camera_microphone_or_place(headers: dict[str, str]) -> None:
    for feature in ("camera", "microphone", "geolocation"):
        assert f"{feature}=()" in headers["Permissions-Policy"]
