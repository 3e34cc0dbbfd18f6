"""The page that shows all parts of the look, with fictional samples."""
