"""Writes a page as WordprocessingML."""
