"""The page of the owner's own words: the sections of each document, to reword and to move."""
