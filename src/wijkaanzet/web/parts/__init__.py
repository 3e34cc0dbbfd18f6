"""The components of the look: each a frozen dataclass with the sums and shapes its partial needs."""
