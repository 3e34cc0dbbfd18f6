"""Pages around a division: the list, one division with its variants, and the acts that bring it further."""
