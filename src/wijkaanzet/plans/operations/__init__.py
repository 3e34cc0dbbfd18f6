"""Everything that is written of plans."""

from wijkaanzet.plans.operations.writing_down import open_for_change

__all__ = ["open_for_change"]
