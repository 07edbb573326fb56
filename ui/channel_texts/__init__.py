"""The ready texts in the window: shown, changed, copied."""
