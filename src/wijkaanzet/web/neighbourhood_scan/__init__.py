"""The scan of a neighbourhood (wijkscan): read, composed, commented on, published, printed and downloaded."""
