"""Settings of the test suite: the real ones, with a fixed secret, the demo on and a database of its own."""

import os
import tempfile
from pathlib import Path

for name in [name for name in os.environ if name.startswith("WZ_") and name not in {"WZ_REAL_DATA"}]:
    if not name.startswith(("WZ_TEST_", "WZ_CHROMIUM", "WZ_REQUIRE_")):
        del os.environ[name]  # a test never sees, let alone reaches, what the developer's shell points at
os.environ["WZ_SECRET_KEY"] = "only-for-tests"
os.environ["WZ_DEMO"] = "1"
os.environ["WZ_EMAIL_URL"] = "memorymail://"

from wijkaanzet.config.settings import *  # noqa: E402, F403
from wijkaanzet.config.settings.database import SQLITE_OPTIONS, configured  # noqa: E402

_scratch = Path(tempfile.gettempdir()) / f"wijkaanzet-tests-{os.getpid()}"
_url = os.environ.get("WZ_TEST_DATABASE_URL", f"sqlite:///{_scratch}.sqlite3")
_database = configured(_url)
if _url.startswith("sqlite"):
    # A file, so that the threads of a test share it. Losing a test database in a power cut is no loss.
    _database["TEST"] = {"NAME": f"{_scratch}.sqlite3"}
    _database["OPTIONS"] = {
        **SQLITE_OPTIONS,
        "init_command": SQLITE_OPTIONS["init_command"].replace("synchronous=NORMAL", "synchronous=OFF"),
    }
DATABASES = {"default": _database}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}  # no test is limited by another one
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = None  # nothing is collected: the finders serve
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
