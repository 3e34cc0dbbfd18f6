"""Addresses in texts of a plan: what can be followed, and what stays text."""

import re

import pytest
from django.template import Context, Template
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import AT
from tests.plans.life import Life, lay_life
from tests.web.division_town import browser
from wijkaanzet.kernel import clock
from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.web.parts.addresses import stretches
from wijkaanzet.web.templatetags.addresses import with_links

SCHOOL = "https://school.example/locatieplan?jaar=2018&groep=5"
LINK = re.compile(r'<a class="wz-address" href="([^"]*)" rel="noopener nofollow ugc">([^<]*)</a>')


def followed(text: str) -> list[str]:
    return [one.href for one in stretches(text) if one.href]


@pytest.mark.parametrize(
    ("text", "leads_to"),
    [
        ("Zie https://school.example/plan.", ["https://school.example/plan"]),
        ("(zie http://school.example)", ["http://school.example"]),
        ("https://nl.example/wiki/Trap_(bouwdeel).", ["https://nl.example/wiki/Trap_(bouwdeel)"]),
        ("Kijk op https://a.example, https://b.example/x; en ga!", ["https://a.example", "https://b.example/x"]),
        ("“https://school.example/plan”", ["https://school.example/plan"]),
        ("HTTPS://SCHOOL.EXAMPLE/?", ["HTTPS://SCHOOL.EXAMPLE/"]),
        ("https://school.example/é/plan", ["https://school.example/é/plan"]),
        (SCHOOL, [SCHOOL]),
        ("regel een\nhttps://school.example\nregel drie", ["https://school.example"]),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, leads_to: list[str]):
    assert followed(text) == leads_to


@pytest.mark.parametrize(
    "text",
    [
        "",
        "school.example",
        "www.school.example",
        "javascript:alert(1)",
        "JaVaScRiPt://school.example/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "ftp://school.example",
        "https://",
        "https://...",
        "http:///school",
        "xhttps://school.example",
        "https://gemeente.example@elders.example/",  # looks like the municipality, leads elsewhere
        "https://school.example/\u202egnp.exe",  # reads from right to left
        "https://school.example/\u200bplan",
        "https://[::1",
    ],
)
def test_what_is_no_plain_address_stays_text(text: str):
    assert followed(text) == []


@given(text=st.text(alphabet="htps:/.()[]a@ \n<>\"'\u202e"))
def test_nothing_of_a_text_is_lost(text: str):
    found = list(stretches(f"{text} https://a.example {text}"))
    assert "".join(one.text for one in found) == f"{text} https://a.example {text}"
    assert all(one.href.lower().startswith(("http://", "https://")) for one in found if one.href)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<a href='https://x.example'>", "&lt;a href=&#x27;"),
        ('https://x.example/"onmouseover="alert(1)', "</a>&quot;onmouseover=&quot;alert(1)"),
        ("https://x.example/'onclick='alert(1)", "&#x27;onclick=&#x27;alert(1)"),
        ("https://x.example/?a=1&b=2", 'href="https://x.example/?a=1&amp;b=2"'),
    ],
)
def test_text_is_never_taken_for_a_page(text: str, shown: str):
    page = with_links(text)
    assert shown in page
    assert "<" not in LINK.sub("", page)


def test_paragraphs_stay_what_they_were():
    page = Template("{% load addresses %}{{ text|with_links|linebreaks }}").render(
        Context({"text": f"Een <b>.\n\n{SCHOOL}\nTwee"})
    )
    assert page.startswith("<p>Een &lt;b&gt;.</p>")
    assert page.endswith("<br>Twee</p>")
    assert page.count("<a ") == 1


@pytest.mark.django_db
class TestPages:
    @pytest.fixture
    def life(self, monkeypatch: pytest.MonkeyPatch) -> Life:
        monkeypatch.setattr(clock, "now", lambda: AT)
        return lay_life()

    def test_of_a_plan_for_everybody_lead_to_the_plan_of_a_school(self, life: Life):
        plan = life.agreed(life.written(f"De school schrijft zelf: {SCHOOL}."))
        life.made_known(life.decided(life.submitted(plan)))
        page = Client().get(f"/proefstad/plannen/{plan.public_id}/").content.decode()
        assert LINK.findall(page) == [(SCHOOL.replace("&", "&amp;"),) * 2]

    def test_of_who_writes_show_it_in_what_changed(self, life: Life):
        plan = life.written(f"De school schrijft zelf: {SCHOOL}.")
        section, client = plan.sections.get(key=SectionKey.SUMMARY), browser(life.coordinator)
        pages = [
            client.get(f"/proefstad/plannen/{plan.public_id}/schrijven/{section.pk}/{step}").content.decode()
            for step in ("versies/", "opmerkingen/")
        ]
        assert all(LINK.search(page) for page in pages)
