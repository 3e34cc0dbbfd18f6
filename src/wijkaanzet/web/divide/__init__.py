"""The page on which a division is calculated."""
