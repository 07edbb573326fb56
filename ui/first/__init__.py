"""Pieces of the first screen."""
