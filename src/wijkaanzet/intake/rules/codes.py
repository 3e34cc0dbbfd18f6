"""The codes of receipts; they stand in the kernel, for networks and plans give codes too."""

from wijkaanzet.kernel.codes import code_hash, code_of, spelled, typed

__all__ = ["code_hash", "code_of", "spelled", "typed"]
