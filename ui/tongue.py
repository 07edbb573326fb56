"""The language of the window: labels marked with ``N_`` become words when they are shown."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from wizard.errors import UserError
from wizard.i18n import translate

PROPERTY = "window-language"


def language() -> str:
    """The language the window speaks, ``en`` or ``ru``."""
    program = QApplication.instance()
    return str(program.property(PROPERTY) or "en") if program else "en"


def speak(chosen: str) -> None:
    """Let everything that is built from now on speak this language, Qt's own buttons too."""
    program = QApplication.instance()
    if program is None or program.property(PROPERTY) == chosen:
        return
    if program.property(PROPERTY):
        for old in program.findChildren(QTranslator):
            program.removeTranslator(old)
            old.deleteLater()
    program.setProperty(PROPERTY, chosen)
    QLocale.setDefault(QLocale(chosen))
    translator = QTranslator(program)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{chosen}", folder):
        program.installTranslator(translator)


def tr(message: str, **values: object) -> str:
    """The message in the window's language with its values filled in."""
    words = translate(message, language())
    return words.format(**values) if values else words


def sentence(error: UserError) -> str:
    """What an error says in the window's language."""
    return tr(error.message, **error.values)
