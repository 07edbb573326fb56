"""What day it is."""

import datetime as dt


def today() -> dt.date:
    """The day it is where the program runs."""
    return dt.datetime.now().astimezone().date()


def now() -> dt.datetime:
    """The moment it is, in the time zone where the program runs."""
    return dt.datetime.now().astimezone()
