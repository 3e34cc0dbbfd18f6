"""Accessibility by axe (WCAG 2.0 to 2.2, A and AA): every page on a phone in Dutch, and wide in English."""

from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.web.permission_table import TABLE, read
from wijkaanzet.areas.models import Division
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.decisions.models import AdviceRequest, Decision
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.rules import MeetingStatus

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PATHS = {
    "home": "/",
    "municipality": "/tilburg/",
    "areas": "/tilburg/wijken/",
    "area": "/tilburg/wijken/noord/",
    "why": "/tilburg/wijken/noord/waarom/2017/",
    "your-move": "/tilburg/aan-zet/",
    "year": "/tilburg/jaar/",
    "area-year": "/tilburg/wijken/noord/jaar/",
    "open-plan": "/tilburg/wijken/noord/plan/2017/",
    "divisions": "/tilburg/verdeling/",
    "division-run": "/tilburg/verdeling/{run}/",
    "division-ask": "/tilburg/verdeling/{run}/advies/",
    "advice": "/tilburg/advies/{advice}/",
    "mandates": "/tilburg/wie-beslist/",
    "own-words": "/tilburg/woorden/",
    "decisions": "/tilburg/besluiten/",
    "decision": "/tilburg/besluiten/{public_id}/",
    "frame": "/tilburg/kader/2017/",
    "roles": "/tilburg/beheer/rollen/",
    "role-holders": "/tilburg/beheer/rollen/wie/",
    "role-give": "/tilburg/beheer/rollen/geven/",
    "area-figures": "/tilburg/wijken/noord/cijfers/",
    "area-figure": "/tilburg/wijken/noord/cijfers/jonger-dan-15/",
    "scans-of-area": "/tilburg/wijken/west/wijkscan/",
    "scan": "/tilburg/wijken/noord/wijkscan/2017/",
    "scans": "/tilburg/wijkscans/2017/",
    "networks-of-area": "/tilburg/wijken/noord/netwerken/",
    "network": "/tilburg/netwerken/wijknetwerk/",
    "meeting": "/tilburg/netwerken/wijknetwerk/bijeenkomst/{meeting}/",
    "join-find": "/tilburg/meedoen/",
    "networks": "/tilburg/netwerken/",
    "asked-of-network": "/tilburg/netwerken/wijknetwerk/gevraagd/",
    "network-taking-part": "/tilburg/netwerken/wijknetwerk/wie-doet-mee/",
    "area-divisions": "/tilburg/indeling/",
    "area-division-new": "/tilburg/indeling/nieuw/",
    "area-concordance": "/tilburg/indeling/omnummering/",
    "area-division-borders": "/tilburg/indeling/{division}/grenzen/",
    "area-division-parts": "/tilburg/indeling/{division}/samenstelling/",
    "tell": "/tilburg/vertel/?wijk=noord",
    "answer-find": "/tilburg/antwoord/",
    "voices": "/tilburg/verteld/",
    "accessibility": "/toegankelijkheid/",
    "style": "/stijl/?fout=1&people=veel",
    "demo": "/demo/",
    "account_logout": "/account/logout/",
    "account_set_password": "/account/password/set/",
    "account_reset_password": "/account/password/reset/",
    "account_reset_password_done": "/account/password/reset/done/",
    "account_reset_password_from_key": "/account/password/reset/key/1-too-old/",
    "account_reset_password_from_key_done": "/account/password/reset/key/done/",
    "mfa_index": "/account/2fa/",
    "mfa_activate_totp": "/account/2fa/totp/activate/",
    "mfa_generate_recovery_codes": "/account/2fa/recovery-codes/generate/",
    "contribution-find": "/tilburg/inbreng/",
    "plans": "/tilburg/plannen/",
}
# Only for a role, in a state: tests/browser/test_first_euro.py looks at them on the way, on a phone in Dutch.
ON_THE_WAY = {"division-new", "division-decide", "frame-decide", "council"}
NO_PAGE = {"live", "ready", "set_language", "demo-login", "demo-logout"}
NO_PAGE |= {"division-keep", "division-take-up", "division-propose", "division-go-on", "division-run-csv"}
NO_PAGE |= ON_THE_WAY | {"decision-publish", "notice-send"}
NO_PAGE |= {"why-csv", "division-csv", "model-json", "figures-csv", "area-figures-csv", "demo-figures"}
# Only for a policy officer, in the states of a table: tests/browser/test_figures.py looks at them.
NO_PAGE |= {"figure-imports", "figure-import", "figure-import-map"}
NO_PAGE |= {"figure-import-run", "figure-import-refuse", "figure-import-undo", "figure-import-progress"}
NO_PAGE |= {"figure-csv", "figure-json", "figure-geojson"}
# Only for who keeps them: tests/browser/test_places.py looks at them.
NO_PAGE |= {"area-places", "area-place-end", "communities", "community-end"}
# Only for who reads what people told: tests/browser/test_inbox.py looks at them.
NO_PAGE |= {"inbox", "inbox-entry", "entry-prepare", "entry-place", "entry-send-back", "entry-decline"}
NO_PAGE |= {"entry-told", "entry-share", "entry-take-back", "entry-file"}
# Only with the code of something that was told: tests/browser/test_telling.py looks at them.
NO_PAGE |= {"answer", "answer-withdraw", "story-share", "story-share-photo"}
# Files, and what is only there once somebody told something: tests/browser/test_told.py looks at them.
NO_PAGE |= {"voices-csv", "voices-json", "voice", "voice-photo", "prompts", "prompt-end"}
# Only with a password, or on the way in: tests/browser/test_login.py looks at them.
NO_PAGE |= {"account_login", "account_reauthenticate", "account_change_password", "mfa_authenticate"}
NO_PAGE |= {"account_change_email", "account_confirm_email", "account_close"}
NO_PAGE |= {"mfa_reauthenticate", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes"}
# Only for who makes a scan, in its states: tests/browser/test_scan.py looks at them.
NO_PAGE |= {"scan-start", "scan-compose", "scan-section", "scan-ask", "scan-take-back", "scan-comment", "scan-answer"}
NO_PAGE |= {"scan-publish", "scan-pdf", "scan-csv", "scan-json"}
NO_PAGE |= {"scans-pdf", "scans-csv", "scans-json", "scans-geojson"}
NO_PAGE |= {"scan-publish", "scan-pdf", "scan-csv", "scan-json", "scans-pdf", "scans-csv", "scans-json"}
NO_PAGE |= {"scans-geojson"}
# Only for who keeps a network: tests/browser/test_networks.py looks at them.
NO_PAGE |= {"network-invitations", "network-invitation", "join"}
NO_PAGE |= {"network-sign", "network-entrust", "network-remind"}
NO_PAGE |= {"network-table", "network-describe", "network-members", "network-seats", "network-lead"}
NO_PAGE |= {"network-member-change", "network-member-end"}
NO_PAGE |= {"network-seat-end", "agreement-settle", "meeting-new", "meeting-agenda", "meeting-agenda-pdf"}
# Only for who writes along: tests/browser/test_tools.py looks at them.
NO_PAGE |= {"network-spheres", "network-staircase", "plan-spheres", "plan-staircase", "network-words", "plan-words"}
# And papers, which tests/web/test_network_papers.py reads back.
NO_PAGE |= {"network-invitation-letter", "meeting-letter", "meeting-poster", "meeting-attendance-pdf"}
NO_PAGE |= {"meeting-invite", "meeting-hold", "meeting-report", "meeting-correct", "meeting-cancel"}
NO_PAGE |= {"meeting-hold-correct"}
NO_PAGE |= {"meeting-change"}
# Only for who takes part: tests/browser/test_messages.py looks at them.
NO_PAGE |= {"stand-ins", "stand-in-end", "messages", "own-calendar", "digest-stop"}
NO_PAGE |= {"calendar-feed", "network-calendar"}
# For who counts the cards of a meeting: tests/browser/test_taking_part.py looks at it; and a file.
NO_PAGE |= {"meeting-cards", "network-card-pdf"}
# Only for who works for an organisation or with it: tests/browser/test_taking_part.py looks at them.
NO_PAGE |= {"asked-organisations", "asked-of-organisation"}
# Only for who writes or decides on a plan, in its states: tests/browser/test_plan_journey.py looks at them.
NO_PAGE |= {"plan-new", "plan-write", "plan-agree", "plan-submit", "plan-rest", "plan-amend", "plan-look-back"}
NO_PAGE |= {"plan-end", "plan-decide", "plan-handed-in", "plan-handed-in-difference", "plan-take-up"}
# Only for who writes a plan or is asked for it: tests/browser/test_own_yes.py looks at them.
NO_PAGE |= {"priority-new", "priority", "priority-change", "priority-informal", "priority-move", "priority-drop"}
NO_PAGE |= {"priority-reasons", "priority-ask-residents", "priority-ask", "priority-ask-others"}
NO_PAGE |= {"contribution-letter", "contribution-letter-pdf", "contribution-lapse", "contribution-withdraw"}
NO_PAGE |= {"contribution-code", "contribution", "plan-base", "plan-pictures", "plan-picture-remove", "plan-picture"}
NO_PAGE |= {"ask-answer"}
# A plan before and after it is adopted, and its papers: tests/browser/test_plan_reading.py looks at them.
NO_PAGE |= {"plan", "plan-edition", "plan-difference", "plan-pdf", "plan-docx"}
# Where a plan is written together, in a state: tests/browser/test_two_browsers.py looks at them.
NO_PAGE |= {"plan-section", "plan-versions", "plan-beside", "plan-comments", "plan-comment-settle", "plan-seen"}
NO_PAGE |= {"plan-suggestions", "plan-suggestion"}
# What is done with one role: tests/browser/test_role_keeping.py looks at them.
NO_PAGE |= {"role-end", "role-take-back", "role-stand-in", "role-stand-in-end"}
NOT_THERE = "/tilburg/wijken/nergens/"

# What axe cannot decide by itself, judged once by people per rule and part; see docs/looked-at.md.
JUDGED = {
    # Letters in the pictures stand on one flat colour; tests/web/test_parts_look.py holds the pairs to 4.5 to 1.
    ("color-contrast", "wz-wheel"),
    ("color-contrast", "wz-bar"),
    ("color-contrast", "wz-tiles"),
    # The same for charts; tests/web/test_parts_charts.py holds those pairs.
    ("color-contrast", "wz-chart-row"),
    ("color-contrast", "wz-dot-row"),
    # The numbered circle and the line between two steps lie beside the text, never under it.
    ("color-contrast", "wz-steps"),
    ("color-contrast", "wz-soft"),  # inside such a step, where a motive breaks over two lines
    ("color-contrast", "wz-money"),
}
NEAREST_PART = """selector => {
  const found = document.querySelector(selector);
  const part = (found?.closest('svg')?.parentElement ?? found)?.closest('[class*="wz-"]');
  return part ? [...part.classList].find(name => name.startsWith('wz-')) : '';
}"""
COMPONENTS = {
    "area with components": "/amersfoort/wijken/soesterkwartier/",
    "why with components": "/amersfoort/wijken/soesterkwartier/waarom/2017/",
}


@cache
def _axe() -> Axe:
    return Axe()


def complaints(page: Page) -> list[str]:
    """What axe finds wrong, and what it could not decide and nobody has judged."""
    found = _axe().run(page, options=RULES).response
    wrong = [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]
    unsure = [
        f"undecided {one['id']} in {part}: {node['html'][:120]}"
        for one in found["incomplete"]
        for node in one["nodes"]
        if (one["id"], part := page.evaluate(NEAREST_PART, node["target"][0])) not in JUDGED
    ]
    return wrong + unsure


def test_every_page_of_the_permission_table_is_looked_at():
    names = {row.name for row in read(Path(TABLE).read_text(encoding="utf-8"))}
    assert names == set(PATHS) | NO_PAGE


@pytest.mark.usefixtures("demo")
@pytest.mark.done("2.axe")
@pytest.mark.full
class TestAxe:
    @pytest.mark.parametrize(("width", "language"), [(390, "nl"), (1280, "en")])
    def test_finds_nothing(self, live_server: LiveServer, page: Page, width: int, language: str) -> None:
        page.set_viewport_size({"width": width, "height": 900})
        page.set_extra_http_headers({"Accept-Language": language})
        page.goto(f"{live_server.url}/demo/")
        label = {"nl": "Functioneel beheerder", "en": "Functional administrator"}[language]
        page.get_by_role("button", name=f"{label}, Tilburg").click()
        ids = {
            "public_id": Decision.objects.filter(municipality__slug="tilburg").order_by("pk")[0].public_id,
            "run": AllocationRun.objects.filter(municipality__slug="tilburg").order_by("pk")[0].public_id,
            "division": Division.objects.get(municipality__slug="tilburg").key,
            "meeting": Meeting.objects.filter(status=MeetingStatus.REPORTED, network__body__area__slug="noord")
            .order_by("pk")[0]
            .public_id,
            "advice": AdviceRequest.objects.filter(body__municipality__slug="tilburg").order_by("pk")[0].public_id,
        }
        wrong = {}
        for name, path in {**PATHS, **COMPONENTS, "404": NOT_THERE}.items():
            page.goto(f"{live_server.url}{path.format(**ids)}")
            if found := complaints(page):
                wrong[name] = found
        assert wrong == {}

    def test_catches_a_planted_picture_without_words(self, live_server: LiveServer, page: Page) -> None:
        page.goto(f"{live_server.url}/toegankelijkheid/")
        page.evaluate("document.querySelector('main').append(document.createElement('img'))")
        assert any(one.startswith("image-alt") for one in complaints(page))
