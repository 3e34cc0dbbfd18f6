"""What every template gets as `site`: where we are, who is logged in, and the other language."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from wijkaanzet.intake.access import READS
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.access import sees_roles
from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.rules import Role
from wijkaanzet.web.http import is_logged_in
from wijkaanzet.web.mine import held


@dataclass(frozen=True)
class Language:
    """A language a reader can choose: its code, and its own name for itself."""

    code: str
    label: str


@dataclass(frozen=True)
class Site:
    """The frame around a page."""

    municipality: Municipality | None
    demo: bool
    persona: str
    languages: tuple[Language, ...]
    other_language: Language
    now: datetime
    sees_council: bool
    sees_inbox: bool
    sees_roles: bool
    logged_in: bool


def site(request: HttpRequest) -> dict[str, Site]:
    """The context processor; a visitor who is not logged in costs no query."""
    languages = tuple(Language(code, label) for code, label in settings.LANGUAGES)
    municipality: Municipality | None = getattr(request, "municipality", None)
    roles = _roles(request)
    return {
        "site": Site(
            municipality=municipality,
            demo=settings.WZ_DEMO,
            persona=", ".join(str(ROLES[role]) for role in roles),
            languages=languages,
            other_language=next(one for one in languages if one.code != get_language()),
            now=clock.now(),
            sees_council=bool({Role.COUNCIL_MEMBER, Role.COUNCIL_CLERK} & set(roles)),
            sees_inbox=bool((READS | {Role.POLICY_OFFICER}) & set(roles)),
            sees_roles=sees_roles(held(request)),
            logged_in=is_logged_in(request),
        )
    }


def _roles(request: HttpRequest) -> list[Role]:
    return sorted({Role(membership.role) for membership in held(request)})
