"""The project itself: its layers, its locks, its tasks, its workflow, and what no file of it may name."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
STAGES = ("read", "clean", "analyse", "edit", "relate", "write", "render", "check")
SHARED = (
    "model errors config editor lock previous yields plain_yaml schema "
    "escape html_tree slug words guards titles days bare withheld data"
).split()
# What each module that is no stage may know besides the shared ones.
ABOVE = {
    "trace": frozenset[str](),
    "save": frozenset[str](),
    "addresses": frozenset[str](),
    "old_addresses": frozenset(("addresses",)),
    "review": frozenset[str](),
    "gather": frozenset(("read", "clean", "analyse", "edit", "trace", "addresses")),
    "build": frozenset(("relate", "write", "trace", "gather", "addresses", "old_addresses")),
    "__main__": frozenset(("build", "gather", "save", "read", "render", "check", "review")),
}
MAX_FUNCTION_LINES = 40
MAX_FILE_LINES = 300

ADDRESS = re.compile(r"\w+://|^\s*-|\s@\s", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}(?: \\)?")
PIN = re.compile(r"[a-z0-9][a-z0-9.-]*==\S+(?: ; [^\\]+)?(?: \\)?")
TARGET = re.compile(r"^([a-z]+):(.*)$", re.MULTILINE)
# A home directory, a workplace, or the host of a package registry.
FOREIGN = re.compile(
    r"(?<![\w.])/(?:home|root|Users|work)/[\w.]"
    r"|\b(?:pypi\.org|pythonhosted\.org|npmjs\.(?:com|org))\b"
)


def parse_module(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def find_modules() -> list[Path]:
    return sorted((ROOT / "builder").rglob("*.py"))


def name_module(path: Path) -> str:
    """The part of the builder that a file belongs to: a stage, a shared module, ``build`` or ``__main__``."""
    return path.relative_to(ROOT / "builder").with_suffix("").parts[0]


@cache
def list_parts() -> frozenset[str]:
    return frozenset(map(name_module, find_modules())) | {"data", "theme"}


def find_imports(path: Path) -> Iterator[str]:
    """Parts of the builder that a file imports."""
    package = ("builder", *path.relative_to(ROOT / "builder").parent.parts)
    for node in ast.walk(parse_module(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else ()
            module = ".".join((*base, *filter(None, [node.module])))
            names = [f"{module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "builder" and len(parts) > 1 and parts[1] in list_parts():
                yield parts[1]


def list_allowed(part: str) -> frozenset[str]:
    return frozenset(SHARED) | ABOVE.get(part, frozenset()) | {part}


def read_project(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", find_modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_knows_only_what_its_layer_may(path: Path) -> None:
    part = name_module(path)
    known = {*STAGES, *SHARED, *ABOVE, "__init__"}
    assert part in known, f"{part} is no stage and no shared module of the architecture"
    assert set(find_imports(path)) <= list_allowed(part)


def test_every_part_of_the_house_is_there() -> None:
    assert {*STAGES, *SHARED, *ABOVE} <= list_parts()


def test_an_import_across_stages_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "builder" / "clean"
    package.mkdir(parents=True)
    (tmp_path / "builder" / "read.py").touch()
    (tmp_path / "builder" / "analyse.py").touch()
    module = package / "lines.py"
    module.write_text("from builder.read import a\nfrom builder import analyse\nfrom .. import read\nfrom . import b\n")
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    list_parts.cache_clear()
    found = sorted(find_imports(module))
    list_parts.cache_clear()
    assert found == ["analyse", "clean", "read", "read"]


def test_functions_and_files_are_small() -> None:
    long = []
    for path in find_modules():
        place = path.relative_to(ROOT).as_posix()
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > MAX_FILE_LINES:
            long.append(f"{place}: {lines} lines, at most {MAX_FILE_LINES}")
        for node in ast.walk(parse_module(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > MAX_FUNCTION_LINES:
                    long.append(f"{place}:{node.lineno}: {node.name} has {lines} lines, at most {MAX_FUNCTION_LINES}")
    assert not long, "\n".join(long)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_pins_and_hashes_everything_and_holds_no_address(name: str) -> None:
    text = read_project(name)
    assert not ADDRESS.search(text.replace("    --hash=", "    hash="))
    hashes = 1
    for line in text.splitlines():
        if line.startswith(" "):
            assert HASH.fullmatch(line.strip()), line
            hashes += 1
        else:
            assert PIN.fullmatch(line), line
            assert hashes, f"no hash above {line}"
            hashes = 0
    assert hashes


def test_the_development_lock_holds_the_other_one() -> None:
    pins = {
        name: {line.rstrip(" \\") for line in read_project(name).splitlines() if not line.startswith(" ")}
        for name in ("requirements.txt", "requirements-dev.txt")
    }
    # A tool may need on every version of Python what a build needs on some.
    other = pins["requirements-dev.txt"]
    assert [pin for pin in pins["requirements.txt"] if pin not in other and pin.split(" ; ")[0] not in other] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    settings = tomllib.loads(read_project("pyproject.toml"))
    run_time = settings["project"]["dependencies"]
    for lock, asked in {
        "requirements.txt": run_time,
        "requirements-dev.txt": [*run_time, *settings["dependency-groups"]["dev"]],
    }.items():
        pinned = re.findall(r"^([\w.-]+)==", read_project(lock), re.MULTILINE)
        assert {re.split(r"[^\w-]", name)[0].lower() for name in asked} <= set(pinned)


def test_the_markdown_extensions_are_the_four_that_escaping_is_made_for() -> None:
    extensions = re.search(r"^markdown_extensions:\n((?:[ #].*\n|\n)+)", read_project("mkdocs.yml"), re.MULTILINE)
    assert extensions
    listed = yaml.safe_load(extensions[1])
    names = [name for part in listed for name in (part if isinstance(part, dict) else [part])]
    assert sorted(names) == ["attr_list", "md_in_html", "tables", "toc"]


def read_tasks() -> dict[str, str]:
    return dict(TARGET.findall(read_project("Makefile")))


def test_every_task_says_what_it_does() -> None:
    tasks = read_tasks()
    phony = re.search(r"^\.PHONY: (.+)$", read_project("Makefile"), re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == set(tasks)
    assert all(re.search(r" ## \S", rest) for rest in tasks.values()), tasks


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/guide/index.md"])
def test_the_tasks_named_in_the_documentation_exist(name: str) -> None:
    named = set(re.findall(r"(?:^ *(?:\$ )?|`)make ([a-z]+)", read_project(name), re.MULTILINE))
    assert named
    assert named <= set(read_tasks())


def read_workflow() -> dict[str, Any]:
    # YAML reads the key `on` as a truth value.
    workflow: dict[Any, Any] = yaml.safe_load(read_project(".github/workflows/site.yml"))
    return {"on" if key is True else str(key): value for key, value in workflow.items()}


def test_every_action_is_pinned_by_its_commit() -> None:
    uses = re.findall(r"uses: (.*)", read_project(".github/workflows/site.yml"))
    assert uses
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use) for use in uses), uses


def test_the_site_is_published_by_hand_alone() -> None:
    workflow = read_workflow()
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["on"]["workflow_dispatch"]["inputs"]["publish"]["default"] is False
    jobs = workflow["jobs"]
    publishing = {name: job for name, job in jobs.items() if "deploy-pages" in str(job) or "permissions" in job}
    assert list(publishing) == ["publish"]
    assert publishing["publish"]["if"] == "github.event_name == 'workflow_dispatch' && inputs.publish"
    assert sorted(publishing["publish"]["needs"]) == sorted(jobs.keys() - {"publish"})


def list_files() -> list[str]:
    """The project's files: those in git and those that would be."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("no git checkout")
    return sorted({name for name in listed.split("\0") if name and (ROOT / name).is_file()})


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for name in list_files():
        try:
            text = read_project(name)
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {match[0]}" for match in FOREIGN.finditer(text)]
    assert not found, "\n".join(found)


def test_nothing_that_a_task_makes_is_in_git() -> None:
    made = re.compile(r"(?:\.venv|\.venv-lock|site|\.briefing)/|docs/(?!guide/)|.*__pycache__/|.*\.egg-info/")
    assert [name for name in list_files() if made.match(name)] == []
