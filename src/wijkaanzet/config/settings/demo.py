"""What only the demo and the tests may have: a clock that can be moved, and a folder with real files."""

from pathlib import Path

from wijkaanzet.config.settings.environment import WZ_DEMO, env


def optional_path(name: str) -> Path | None:
    """The path in an environment variable, or None when it is not set."""
    value: str = env.str(name, default="")
    return Path(value) if value else None


WZ_CLOCK_FILE = optional_path("WZ_CLOCK_FILE") if WZ_DEMO else None
WZ_REAL_DATA = optional_path("WZ_REAL_DATA")
