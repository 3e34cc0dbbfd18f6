"""Programs for developers; `run` starts them inside .venv."""
