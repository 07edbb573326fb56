"""The one exception that is meant for the person in front of the screen."""


class UserError(Exception):
    """A sentence with a way out; shown kindly, never as a traceback.

    ``message`` is the English sentence marked with ``N_`` and still untranslated; ``values`` fill
    its ``str.format`` fields when it is shown in the reader's language.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values)
