"""Catalogues, trade examples, translations and the house style, as data."""
