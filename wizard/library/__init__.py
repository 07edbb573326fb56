"""The library: every project, its answers and its people in one SQLite file.

``connection.open_library`` gives a ``Library``; the functions of the other modules take it as
their first argument. What a person can put right comes as ``UserError``; the rest is a bug.
"""
