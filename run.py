"""Sets up Policy Wizard beside this file and starts it; Python 3.11 or later is all it needs.

    python3 run.py              the program itself
    python3 run.py ARGS...      its command line
    python3 run.py test ARGS... every test; ARGS go to pytest
    python3 run.py bench        what takes how long, in a table of ratios against floors and goals
    python3 run.py pictures DIR a picture of every screen, in both languages and themes, and of
                                every paper, all pages of a trade on one sheet; with ``screens``
                                or ``papers`` behind DIR these alone

What a second start runs through imports nothing but sys, os and zlib: it costs milliseconds.
"""

from __future__ import annotations  # so that an old Python gets as far as its sentence

import os
import sys
import zlib

TYPE_CHECKING = False  # what typing would say; importing it takes longer than all of this file
if TYPE_CHECKING:
    from typing import BinaryIO

ROOT = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.join(ROOT, ".venv")
WINDOWS = os.name == "nt"
PYTHON = os.path.join(HOME, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))
LOG = os.path.join(HOME, "set-up.log")
PACKAGES = ("wizard", "ui", "templates", "resources")
TRANSLATIONS = os.path.join(ROOT, "resources", "translations")
LANGUAGE_VARIABLES = ("POLICY_WIZARD_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

# What is set up: its stamp is written last, and names everything that the set-up depends on.
LOCKS = {"program": "requirements.lock", "tests": "requirements-test.lock"}

# Tests of one file share what they make, such as PDFs, so they stay together.
WORKERS = ["--numprocesses=auto", "--dist=loadfile"]
QT_LIBRARIES = [
    "libegl1",
    "libgl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
    "libglib2.0-0",
    "fonts-dejavu-core",
]
# A missing plug-in ends this child with a signal; a Qt without one font shows empty windows.
QT_TRIAL = (
    "import sys; from PySide6 import QtGui, QtWidgets; program = QtWidgets.QApplication([]);"
    "sys.exit(not QtGui.QFontDatabase.families())"
)
UNWANTED = ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME")
EXAMPLE = ["export", "--example", "cafe", "--language", "en", "--language", "ru"]
EXAMPLE += ["--to", "policies"]

SENTENCES = {
    "old python": (
        "Policy Wizard needs Python 3.11 or later, and this is {version}.",
        "Для Policy Wizard нужен Python 3.11 или новее, а это {version}.",
    ),
    "set up": (
        "Setting up Policy Wizard in {folder}: this happens once and takes a minute or two.",
        "Готовим Policy Wizard в папке {folder}: это делается один раз и занимает минуту-другую.",
    ),
    "system packages": (
        "Installing what the system lacks: {packages}.",
        "Устанавливаем то, чего не хватает в системе: {packages}.",
    ),
    "missing here": (
        "Policy Wizard needs {what} from the system; install it with its own package manager "
        "(Debian calls it {packages}).",
        "Policy Wizard нужно из системы: {what}; установите это её собственными средствами "
        "(в Debian это {packages}).",
    ),
    "no qt": (
        "Qt does not open a window here; what it said is in {log}.",
        "Qt не может открыть окно; что он ответил, записано в {log}.",
    ),
    "missing": (
        "Policy Wizard needs {what} from the system; this command installs it: {command}",
        "Policy Wizard нужно из системы: {what}; это устанавливает команда: {command}",
    ),
    "no venv": (
        "The environment {folder} could not be made; what Python said is in {log}.",
        "Не удалось создать окружение {folder}; что ответил Python, записано в {log}.",
    ),
    "no packages": (
        "The packages could not be installed: check the connection and start again "
        "(what pip said is in {log}).",
        "Не удалось установить пакеты: проверьте подключение и запустите ещё раз "
        "(что ответил pip, записано в {log}).",
    ),
    "no translation": (
        "The translation {file} could not be built; what Babel said is in {log}.",
        "Не удалось собрать перевод {file}; что ответил Babel, записано в {log}.",
    ),
    "no file": (
        "The file {file} is missing: take a complete copy of Policy Wizard.",
        "Нет файла {file}: возьмите Policy Wizard целиком.",
    ),
    "not written": (
        "Policy Wizard cannot be set up here: {reason}.",
        "Здесь Policy Wizard подготовить не получается: {reason}.",
    ),
    "no papers": (
        "There are no pictures of the papers: they need {programs}, and that is not installed.",
        "Снимков документов не будет: для них нужно установить {programs}.",
    ),
    "no such pictures": (
        "There are no such pictures. Take one of: {kinds}.",
        "Таких снимков нет. Выберите из списка: {kinds}.",
    ),
    "no screen": (
        "There is no screen for the window, so the example café's documents "
        "are written to the folder policies.",
        "Экрана для окна нет, поэтому документы кафе из примера записываются в папку policies.",
    ),
}


def language(environment: dict[str, str]) -> str:
    """``ru`` where the reader's locale is Russian, else ``en``."""
    for variable in LANGUAGE_VARIABLES:
        value = environment.get(variable, "")
        if value:
            return "ru" if value[:2].lower() == "ru" else "en"
    if WINDOWS:
        import locale

        return "ru" if (locale.getlocale()[0] or "").lower().startswith("ru") else "en"
    return "en"


def say(sentence: str, **values: str) -> None:
    """One sentence for the reader, on standard error: standard output belongs to the program."""
    text = SENTENCES[sentence][language(dict(os.environ)) == "ru"]
    print(text.format(**values), file=sys.stderr, flush=True)


def stop(sentence: str, **values: str) -> None:
    """Say why it cannot go on and leave with exit code 2."""
    say(sentence, **values)
    raise SystemExit(2)


def surroundings(environment: dict[str, str]) -> dict[str, str]:
    """The environment of every child: our packages first, nobody's folder before them.

    The reader's working folder stays what it is, so it must not be searched for modules:
    a folder called ``templates`` is nothing rare.
    """
    kept = {name: value for name, value in environment.items() if name not in UNWANTED}
    kept.update(PYTHONPATH=ROOT, PYTHONSAFEPATH="1")
    if WINDOWS:
        kept["PYTHONUTF8"] = "1"
    return kept


def has_screen(environment: dict[str, str]) -> bool:
    """Whether a window could be shown; Windows and macOS always have a screen."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def choose(arguments: list[str], *, screen: bool) -> tuple[list[str], str]:
    """The module to start with its arguments, and the key of the sentence to say before."""
    if arguments[:1] == ["bench"]:
        return ["tests.benchmarks"], ""
    if arguments[:1] == ["pictures"]:
        return ["tests.pictures", *arguments[1:]], ""
    if arguments:
        return ["wizard", *arguments], ""
    return (["ui"], "") if screen else (["wizard", *EXAMPLE], "no screen")


def stamp(lock: bytes, python: str) -> str:
    """What an environment made from this lock file for this Python is known by."""
    return f"{python} {zlib.crc32(lock):08x} {len(lock)}"


def wanted(part: str) -> str:
    """The stamp that a part (``program`` or ``tests``) has once it is set up."""
    file = os.path.join(ROOT, LOCKS[part])
    try:
        with open(file, "rb") as stream:
            return stamp(stream.read(), str(sys.implementation.cache_tag))
    except FileNotFoundError:
        stop("no file", file=file)
        raise


def found(part: str) -> str:
    """The stamp that a part has now, empty where it was never set up to the end."""
    try:
        with open(os.path.join(HOME, part + ".stamp"), "rb") as stream:
            return stream.read().decode("ascii", "replace") if os.path.exists(PYTHON) else ""
    except OSError:
        return ""


def write_stamp(part: str, text: str) -> None:
    """Mark a part as set up; always the last step."""
    with open(os.path.join(HOME, part + ".stamp"), "w", encoding="ascii") as stream:
        stream.write(text)


def logged(command: list[str], **variables: str) -> bool:
    """Run a child quietly and keep what it said in the log; whether it went well."""
    import subprocess

    environment = {**surroundings(dict(os.environ)), **variables}
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    os.makedirs(HOME, exist_ok=True)
    with open(LOG, "ab") as log:
        log.write(f"$ {' '.join(command)}\n".encode("utf-8", "replace") + done.stdout)
    return done.returncode == 0


def install_system(packages: list[str], what: str) -> None:
    """Install system packages where that is allowed, else name the command that does it."""
    import shutil

    if not shutil.which("apt-get"):
        stop("missing here", what=what, packages=" ".join(packages))
    get = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() == 0:
        say("system packages", packages=" ".join(packages))
        logged(["apt-get", "update"])
        if logged(get, DEBIAN_FRONTEND="noninteractive"):
            return
    stop("missing", what=what, command=" ".join(["sudo", *get[:3], *packages]))


def make_environment() -> None:
    """A fresh ``.venv``; what a broken-off set-up left there is cleared."""
    if not logged([sys.executable, "-c", "import venv, ensurepip"]):
        package = "python{}.{}-venv".format(*sys.version_info)
        if sys.platform == "linux":
            install_system([package], package)
    if not logged([sys.executable, "-m", "venv", "--clear", HOME]):
        stop("no venv", folder=HOME, log=LOG)


def wait_at(door: BinaryIO) -> None:
    """Let only one first start set up the folder at a time; Windows goes without."""
    if not WINDOWS:
        import fcntl

        fcntl.flock(door, fcntl.LOCK_EX)


def set_up(part: str) -> None:
    """Bring ``.venv`` to what the part's lock file says, unless its stamp says it is there."""
    text = wanted(part)
    if found(part) == text:
        return
    with open(os.path.join(ROOT, "run.py"), "rb") as door:
        wait_at(door)
        if found(part) == text:  # another start was waiting for the same
            return
        say("set up", folder=HOME)
        if found("program").split(" ")[0] != sys.implementation.cache_tag:
            make_environment()
        if found("program") != wanted("program"):
            write_stamp("program", "")
        pip = [PYTHON, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
        pip += ["--require-hashes", "--only-binary", ":all:", "-r", os.path.join(ROOT, LOCKS[part])]
        if not logged(pip):
            stop("no packages", log=LOG)
        folders = [os.path.join(ROOT, package) for package in PACKAGES]
        logged([PYTHON, "-m", "compileall", "-q", "-j", "0", *folders, os.path.join(HOME, "lib")])
        # The tests' lock file holds the program's, version by version.
        write_stamp("program", wanted("program"))
        write_stamp(part, text)


def set_up_qt() -> None:
    """See once that Qt opens here, and bring the system libraries it needs where it does not."""
    text = wanted("program")
    if found("qt") == text:
        return
    trial = [PYTHON, "-c", QT_TRIAL]
    if not logged(trial, QT_QPA_PLATFORM="offscreen"):
        if sys.platform == "linux":
            install_system(QT_LIBRARIES, "Qt (libraries, fonts)")
        if not logged(trial, QT_QPA_PLATFORM="offscreen"):
            stop("no qt", log=LOG)
    write_stamp("qt", text)


def stale(translations: str) -> list[str]:
    """The ``.po`` files whose ``.mo`` is missing or older."""
    sources = []
    for name in sorted(os.listdir(translations)) if os.path.isdir(translations) else []:
        folder = os.path.join(translations, name, "LC_MESSAGES")
        for file in os.listdir(folder) if os.path.isdir(folder) else []:
            source = os.path.join(folder, file)
            if not file.endswith(".po"):
                continue
            built = source[:-3] + ".mo"
            if not os.path.exists(built) or os.path.getmtime(built) < os.path.getmtime(source):
                sources.append(source)
    return sources


def build_translations() -> None:
    """Compile each translation that changed; another start never sees half a file."""
    for source in stale(TRANSLATIONS):
        fresh = f"{source[:-3]}.{os.getpid()}.tmp"
        babel = [PYTHON, "-m", "babel.messages.frontend", "compile", "-i", source, "-o", fresh]
        name = os.path.basename(os.path.dirname(os.path.dirname(source)))
        if not logged([*babel, "-l", name]):
            stop("no translation", file=source, log=LOG)
        os.replace(fresh, source[:-3] + ".mo")


def start(command: list[str]) -> None:
    """Become the program; on Windows wait for it and pass its exit code on."""
    environment = surroundings(dict(os.environ))
    if not WINDOWS:
        os.execve(PYTHON, [PYTHON, "-m", *command], environment)
    import subprocess

    raise SystemExit(subprocess.call([PYTHON, "-m", *command], env=environment))


def test(arguments: list[str]) -> int:
    """Style, types and tests in this order, all three; the exit code of the first that failed."""
    import subprocess

    environment = surroundings(dict(os.environ))
    codes = [
        subprocess.call([PYTHON, "-m", *command], env=environment, cwd=ROOT)
        for command in (["ruff", "check"], ["mypy"], ["pytest", *WORKERS, *arguments])
    ]
    return next((code for code in codes if code), 0)


def main(arguments: list[str]) -> None:
    """Set up what is missing, then start what was asked for."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an old Python meets
        stop("old python", version=sys.version.split()[0])
    asked = arguments[0] if arguments else ""
    set_up("tests" if asked in {"test", "bench"} else "program")
    build_translations()
    if asked == "test":
        set_up_qt()
        raise SystemExit(test(arguments[1:]))
    command, sentence = choose(arguments, screen=has_screen(dict(os.environ)))
    if sentence:
        say(sentence)
    if command[0] in {"ui", "tests.pictures", "tests.benchmarks"}:
        set_up_qt()
    start(command)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except OSError as error:
        stop("not written", reason=str(error))
