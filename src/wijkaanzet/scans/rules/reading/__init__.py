"""The one reader of files with figures: from the bytes of any file to rows of cells. `detect`, then `open_table`."""
