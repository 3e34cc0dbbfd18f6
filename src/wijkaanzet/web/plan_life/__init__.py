"""The life of a plan on pages: the table of who writes it, agreeing, handing in, deciding, resting and looking back."""
