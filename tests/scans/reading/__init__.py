"""The reader of files with figures: every layout, every packing, and everything that is refused."""
