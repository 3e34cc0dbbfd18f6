"""Settings by environment, in small files. Each file says what it is for; docs/running.md lists the variables."""

from wijkaanzet.config.settings.base import *  # noqa: F403
from wijkaanzet.config.settings.database import *  # noqa: F403
from wijkaanzet.config.settings.demo import *  # noqa: F403
from wijkaanzet.config.settings.environment import *  # noqa: F403
from wijkaanzet.config.settings.login import *  # noqa: F403
from wijkaanzet.config.settings.logs import *  # noqa: F403
from wijkaanzet.config.settings.security import *  # noqa: F403
