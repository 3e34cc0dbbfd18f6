"""One module per rule: the docstring is the message, `check` looks at one file, `looks_at` says at which files."""
