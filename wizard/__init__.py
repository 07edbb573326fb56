"""Policy Wizard without its window: the interview, the library of answers, the documents."""

__version__ = "0.1.0"
