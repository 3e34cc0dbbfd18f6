from wijkaanzet.config.settings.base import *  # noqa: F403
