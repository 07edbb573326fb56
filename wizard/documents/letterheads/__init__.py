"""The owner's letterhead: whether a file may be one, and what page, strips and styles it brings."""
