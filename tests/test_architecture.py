"""Who may know whom: each line of the architecture as a test over the source as it is."""

import ast
import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("wizard", "ui", "templates", "resources")
QT = {"PySide6", "shiboken6", "PyQt6", "PyQt5", "PySide2", "qtpy"}
LIGHT = ("wizard", "wizard.paths", "wizard.i18n", "wizard.errors", "wizard.__main__", "ui.__main__")
HEAVY = (
    "jinja2", "lxml", "docx", "sqlite_utils", "openpyxl", "babel", "holidays", "wizard.interview",
)  # fmt: skip
CEILING = 400


def sources(folder: str) -> list[Path]:
    """Every module below a folder of the checkout; none where it does not exist yet."""
    return sorted((ROOT / folder).rglob("*.py"))


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def is_for_types_alone(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def running(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run: all but what stands under TYPE_CHECKING, lazy imports included."""
    yield node
    children = node.orelse if is_for_types_alone(node) else ast.iter_child_nodes(node)
    for child in children:
        yield from running(child)


def imported(file: Path) -> set[str]:
    """Dotted names that a module imports when it runs, ``from a import b`` as a and a.b."""
    package = module_name(file).split(".")
    if file.name != "__init__.py":
        package = package[:-1]
    names = set()
    for node in running(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*above, *([node.module] if node.module else [])])
            names.add(start)
            names.update(f"{start}.{alias.name}" for alias in node.names)
    return names


def knows(name: str, target: str) -> bool:
    return name == target or name.startswith(target + ".")


def offenders(files: list[Path], forbidden: set[str]) -> list[str]:
    """Each import of a forbidden module as a readable line."""
    return [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in files
        for name in sorted(imported(file))
        if any(knows(name, target) for target in forbidden)
    ]


def outside(folder: str) -> list[Path]:
    """Every module of the product that is not below the folder."""
    home = ROOT / folder
    return [f for package in PACKAGES for f in sources(package) if home not in f.parents]


def reached(start: str) -> set[str]:
    """Modules of wizard that a package's modules lead to, over any number of imports."""
    files = {module_name(file): file for file in sources("wizard")}
    queue = [name for name in files if knows(name, start)]
    seen = set(queue)
    while queue:
        for name in imported(files[queue.pop()]) & files.keys() - seen:
            seen.add(name)
            queue.append(name)
    return seen


def test_wizard_knows_neither_qt_nor_the_window():
    assert offenders(sources("wizard"), QT | {"ui"}) == []


def test_only_the_library_speaks_to_sqlite():
    assert offenders(outside("wizard/library"), {"sqlite_utils", "sqlite3"}) == []


def test_only_the_documents_know_jinja_docx_and_lxml():
    assert offenders(outside("wizard/documents"), {"jinja2", "docx", "lxml"}) == []


def test_the_interview_leads_neither_to_the_library_nor_to_the_documents():
    strangers = [
        name
        for name in sorted(reached("wizard.interview"))
        if knows(name, "wizard.library") or knows(name, "wizard.documents")
    ]
    assert strangers == []


def test_the_checks_know_neither_the_library_nor_the_documents():
    assert offenders(sources("wizard/checks"), {"wizard.library", "wizard.documents"}) == []


def test_ready_texts_lead_neither_to_the_library_nor_to_the_documents():
    strangers = [
        name
        for name in sorted(reached("wizard.paste"))
        if knows(name, "wizard.library") or knows(name, "wizard.documents")
    ]
    assert strangers == []


@pytest.mark.parametrize("package", ["templates", "resources"])
def test_a_data_package_imports_nothing(package):
    assert [file.name for file in sources(package) if imported(file)] == []


def test_the_four_packages_come_from_one_root():
    origins = {}
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        assert spec is not None, f"{package} is not found"
        assert spec.origin is not None, f"{package} has no __init__.py"
        origins[package] = Path(spec.origin).resolve().parent.parent
    assert set(origins.values()) == {ROOT}


@pytest.mark.parametrize("module", LIGHT)
def test_importing_a_light_module_loads_nothing_heavy(module):
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not written yet")
    question = f"import sys, {module}; print(*[n for n in {HEAVY!r} if n in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-c", question], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == []


def test_the_public_holidays_load_their_library_only_when_they_are_asked_for():
    question = (
        "import sys, wizard.closed_dates, ui.editors.holiday_offer, ui.screens.project; "
        "print('holidays' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", question], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "False"


def test_no_lambda_listens_to_the_desk():
    """It would be called after its widget is gone; a method of the widget is let go with it."""
    listening = re.compile(
        r"desk\.(changed|shown_anew|saved|spoke|trouble|overtaken)\.connect\(\s*lambda"
    )
    found = [
        str(file.relative_to(ROOT))
        for file in sources("ui")
        if listening.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_module_of_wizard_is_longer_than_the_ceiling():
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines())
        for file in sources("wizard")
    }
    assert {name: length for name, length in lengths.items() if length > CEILING} == {}


def test_wizard_never_says_any():
    places = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in sources("wizard")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.ImportFrom) and any(a.name == "Any" for a in node.names))
        or (isinstance(node, ast.Attribute) and ast.unparse(node) == "typing.Any")
    ]
    assert places == []


def test_an_import_for_types_alone_is_exempt_and_a_lazy_one_is_not(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    module = tmp_path / "wizard" / "sample.py"
    module.parent.mkdir()
    module.write_text(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    import docx\n"
        "def late():\n    from . import library\n    import lxml.etree\n"
    )
    names = imported(module)
    assert "docx" not in names
    assert {"wizard.library", "lxml.etree"} <= names
