"""Two pages for the machine that watches us: are we alive, and may we be sent visitors. They tell nothing else."""

import structlog
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

log = structlog.get_logger(__name__)


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; the database is not asked."""
    return _plain("leeft", 200)


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and every migration has been applied; otherwise 503 with the one word that is missing."""
    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        log.exception("health.database.unreachable")
        return _plain("database", 503)
    if behind:
        log.error("health.migrations.behind", missing=len(behind))
        return _plain("migraties", 503)
    return _plain("klaar", 200)


def _plain(word: str, status: int) -> HttpResponse:
    return HttpResponse(f"{word}\n", status=status, content_type="text/plain; charset=utf-8")
