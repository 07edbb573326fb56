"""Texts as they are compared when somebody looks for one."""


def folded(text: str) -> str:
    """The text in one case, ё read as е: people type one and mean the other."""
    return text.casefold().replace("ё", "е")
