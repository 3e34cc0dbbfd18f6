"""What readers do with what people told: read, make ready, judge, decline, tell the answer."""
