"""What day it is."""

import datetime as dt


def today() -> dt.date:
    """The day it is where the program runs."""
    return dt.datetime.now().astimezone().date()
