"""Documents to print or send: PDFs that a screen reader can read, made of our own typst templates and data."""
