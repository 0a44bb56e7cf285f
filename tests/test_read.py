"""Reading: which files are articles, what is refused and in which words, and what front matter declares."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from builder.config import MAX_ARTICLE_BYTES, MAX_FRONT_MATTER_CHARACTERS, MAX_LINE_CHARACTERS
from builder.errors import ArticleError, ConfigurationError
from builder.escape import CONTROL
from builder.model import Declared, Source
from builder.read import find_articles, read_source
from builder.read.files import MAX_LINES, NOT_READ
from builder.read.front_matter import load_block, parse_front_matter, split_front_matter

LONG = "The lock at Tarnhill is open to all of the town. " * 20


def read(folder: Path, raw: bytes | str, name: str = "a.txt") -> Source:
    """A file of these bytes, read."""
    (folder / name).write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return read_source(folder, name)


def refuse(folder: Path, raw: bytes | str, name: str = "a.txt") -> str:
    """Why a file of these bytes is refused."""
    with pytest.raises(ArticleError) as caught:
        read(folder, raw, name)
    error = caught.value
    assert (error.path, str(error)) == (name, f"{name}: {error.reason}; {error.remedy}")
    assert error.remedy
    assert len(str(error).splitlines()) == 1
    return error.reason


def declare(block: str) -> Declared:
    return parse_front_matter(load_block(block, "a.txt", 2), "a.txt")


def refuse_block(block: str) -> str:
    """Why a block of front matter is refused."""
    with pytest.raises(ArticleError) as caught:
        declare(block)
    assert caught.value.remedy
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 250
    return caught.value.reason


# Bytes to text


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n", "\u2028\u3000".encode()])
def test_nothing_in_it(tmp_path: Path, raw: bytes) -> None:
    assert refuse(tmp_path, raw) == "is empty"


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        (b"One.\nTwo.", "One.\nTwo."),
        (b"\xef\xbb\xbfOne.\n", "One.\n"),
        (b"One.\r\n\r\nTwo.\r\n", "One.\n\nTwo.\n"),
        (b"One.\rTwo.\r", "One.\nTwo.\n"),
        ("One.\u2028Two.\u2029Three.".encode(), "One.\nTwo.\nThree."),
        ("Tarnhill’s café".encode("utf-16"), "Tarnhill’s café"),
        (b"\xfe\xff" + "Tarnhill’s café".encode("utf-16-be"), "Tarnhill’s café"),
        ("cafe\u0301".encode(), "café"),
        (f"{LONG}\x0cnow\x1b[0m\x85".encode(), f"{LONG} now [0m "),
    ],
)
def test_decoding(tmp_path: Path, raw: bytes, body: str) -> None:
    source = read(tmp_path, raw)
    assert (source.body, source.first_line, source.format, source.path) == (body, 1, "text", "a.txt")
    assert source.declared == Declared()
    assert len(source.sha256) == 64


def test_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    assert read(tmp_path, b"One.\n").sha256 != read(tmp_path, b"One.\r\n").sha256
    assert read(tmp_path, b"One.\n", "b.md").sha256 == read(tmp_path, b"One.\n").sha256


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"The lock\0 is open.",
        b"\xff\xfe" + b"\0\0" * 9,
        "The lock is open.".encode("utf-16-le"),
        b"\xff\xfeT\0h\0e\0\xd8",
        b"\xef\xbb\xbfcaf\xe9",
        bytes(range(256)) * 4,
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, raw: bytes) -> None:
    assert refuse(tmp_path, raw)


@pytest.mark.parametrize("marks", ["\u0301" * 31, "\u0301\u0316" * 400_000])
def test_stacked_marks_are_refused(tmp_path: Path, marks: str) -> None:
    assert "combining marks" in refuse(tmp_path, f"The lo{marks}ck")
    assert read(tmp_path, "The lo" + "\u0301" * 30 + "ck, and … " + "—" * 60)


@given(st.binary(max_size=60) | st.text(max_size=40).map(str.encode))
@example(b"---\n? [\n---")
@example(b"---\ntitle: \xed\xa0\x80\n---")
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, raw: bytes) -> None:
    try:
        source = read(tmp_path, raw)
    except ArticleError:
        assert refuse(tmp_path, raw)
    else:
        assert source.body.strip() or source.front_matter or raw.strip().startswith(b"---")
        assert not CONTROL.search(source.body)
        assert "\r" not in source.body


# Sizes


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50 * MAX_ARTICLE_BYTES)
    with pytest.raises(ArticleError, match=r"^a\.txt: has 250\.0 MB, over the limit of 5 MB; split"):
        read_source(tmp_path, "a.txt")
    text = LONG + "\n"
    assert read(tmp_path, (text * (MAX_ARTICLE_BYTES // len(text) + 1))[:MAX_ARTICLE_BYTES])


def test_a_line_over_the_limit(tmp_path: Path) -> None:
    assert refuse(tmp_path, "One.\n" + "a" * (MAX_LINE_CHARACTERS + 1)) == "has a line over 1,000,000 characters"
    assert read(tmp_path, "One.\n" + "a" * MAX_LINE_CHARACTERS)


def test_too_many_lines(tmp_path: Path) -> None:
    assert refuse(tmp_path, "a\n" * MAX_LINES) == "has over 200,000 lines"
    assert read(tmp_path, "a\n" * (MAX_LINES - 1))


# Files


@pytest.mark.parametrize("suffix", sorted(NOT_READ))
def test_other_kinds_of_file_are_found_and_refused(tmp_path: Path, suffix: str) -> None:
    assert refuse(tmp_path, "The lock is open.", f"a{suffix}") == f"{suffix} is not read"
    assert find_articles(tmp_path) == (f"a{suffix}",)


def test_which_files_are_articles(tmp_path: Path) -> None:
    names = "b.txt a.md A.TXT 10.txt 9.txt sub/c.txt sub/deep/d.md a.pdf".split()
    others = ".hidden.txt _draft.md README.md readme.txt Readme-first.md notes.csv Makefile .git/e.txt _old/f.txt"
    for name in [*names, *others.split(), "sub/.x/g.txt"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("The lock is open.")
    (tmp_path / "folder.txt").mkdir()
    assert find_articles(tmp_path) == tuple(sorted(names))


def test_a_missing_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert find_articles(tmp_path) == ()
    for name, reason in (("none", "no such folder; make it"), ("file", "is a file; name the folder")):
        with pytest.raises(ConfigurationError, match=f"{name}: {reason}"):
            find_articles(tmp_path / name)


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse_listing(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse_listing)
    with pytest.raises(ConfigurationError, match=r"cannot be listed \(Permission denied\)"):
        find_articles(tmp_path)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("A password.")
    (tmp_path / "articles").mkdir()
    for name, target in {"a.txt": "../secret", "b.txt": "b.txt", "c.txt": "gone", "d.txt": "."}.items():
        (tmp_path / "articles" / name).symlink_to(target)
    (tmp_path / "articles" / "inner").symlink_to(tmp_path)
    found = find_articles(tmp_path / "articles")
    assert set(found) >= {"a.txt", "b.txt", "c.txt"}
    assert not any(name.startswith("inner") for name in found)
    for name in found:
        with pytest.raises(ArticleError, match="is a link or no ordinary file"):
            read_source(tmp_path / "articles", name)


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert find_articles(tmp_path) == ("a.txt",)
    with pytest.raises(ArticleError, match="is a link or no ordinary file"):
        read_source(tmp_path, "a.txt")


def test_a_file_that_went_away(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt: cannot be read \(No such file or directory\); check"):
        read_source(tmp_path, "a.txt")


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"a\nb.txt", b"a\x1b[0mb.txt", "a\u2028b.txt".encode()])
def test_a_name_that_cannot_be_printed(tmp_path: Path, name: bytes) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("The lock is open.")
    except OSError:
        pytest.skip("the file system refuses such names")
    (found,) = find_articles(tmp_path)
    found.encode()
    with pytest.raises(ArticleError, match="has a name that cannot be printed") as caught:
        read_source(tmp_path, found)
    assert len(str(caught.value).splitlines()) == 1


# Front matter


def test_every_key(tmp_path: Path) -> None:
    block = (
        "id: lock-1\nTitle: The lock\ndate: 2025-04-30\nupdated: 2025-05-01\nauthor: Ida Brandt\n"
        "publisher: Tarnhill Gazette\nurl: https://example.org/lock?a=1&b=2\nlanguage: EN_gb\n"
        "tags: [lock, Ida Brandt]\nmood: {good: very}\n"
    )
    source = read(tmp_path, f"---\n{block}---\n\nThe lock is open.\n", "a.md")
    assert source.declared == Declared(
        id="lock-1",
        title="The lock",
        date="2025-04-30",
        updated="2025-05-01",
        authors=("Ida Brandt",),
        publisher="Tarnhill Gazette",
        url="https://example.org/lock?a=1&b=2",
        language="en",
        tags=("lock", "Ida Brandt"),
    )
    assert (source.front_matter, source.body, source.first_line) == (block, "\nThe lock is open.\n", 13)
    assert source.format == "markdown"


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("10:30", "10:30"),
        ("007", "007"),
        ("0777", "0777"),
        ("1_000", "1_000"),
        ("1.50", "1.50"),
        ("No", "No"),
        ("2025-04-30 10:00:00 +02:00", "2025-04-30 10:00:00 +02:00"),
        ("nothing is open", "nothing is open"),
        ("'quoted: \"it\"'", 'quoted: "it"'),
        (">\n  The\n  lock", "The lock"),
        ("|\n  The\n  lock", "The lock"),
        ("9" * 5000, "9" * 5000),
        ("!!int 5", "5"),
        ("!!timestamp 2025-04-30", "2025-04-30"),
        ("<b>*lock*</b>", "<b>*lock*</b>"),
        ("", None),
        ("~", None),
        ("null", None),
        ("''", None),
        ("' '", None),
    ],
)
def test_a_value_is_kept_as_written(value: str, title: str | None) -> None:
    assert declare(f"title: {value}\n").title == title


@pytest.mark.parametrize(
    ("block", "authors"),
    [
        ("author: Ida Brandt", ("Ida Brandt",)),
        ("authors: [Ida Brandt, Nils Okafor]", ("Ida Brandt", "Nils Okafor")),
        ("author:\n  - Ida Brandt\n  -\n  - 12\n", ("Ida Brandt", "12")),
        ("author: []\nauthors: Ida Brandt", ("Ida Brandt",)),
        ("author:", ()),
    ],
)
def test_lists(block: str, authors: tuple[str, ...]) -> None:
    assert declare(block).authors == authors


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("---\ntitle: A\n---\nOne.", ("title: A\n", "One.", 4)),
        ("\n\n---  \ntitle: A\n...\nOne.", ("title: A\n", "One.", 6)),
        ("---\n# a note\n\ntitle: A\n---\nOne.", ("# a note\n\ntitle: A\n", "One.", 6)),
        ("---\n'title': A\n---", ("'title': A\n", "", 3)),
        ("---\n---\nOne.", ("", "One.", 3)),
        ("---\ntitle: A\n---\nOne.\n---\nTwo.", ("title: A\n", "One.\n---\nTwo.", 4)),
        ("---\ntitle: A\nOne.", ("", "---\ntitle: A\nOne.", 1)),
        (
            "---\nThe lock is open.\nNote: it leaks.\n---\nTwo.",
            ("", "---\nThe lock is open.\nNote: it leaks.\n---\nTwo.", 1),
        ),
        ("---\n\nThe lock is open.\n", ("", "---\n\nThe lock is open.\n", 1)),
        ("---- \ntitle: A\n---\nOne.", ("", "---- \ntitle: A\n---\nOne.", 1)),
        ("One.\n---\ntitle: A\n---\n", ("", "One.\n---\ntitle: A\n---\n", 1)),
    ],
)
def test_where_front_matter_is(text: str, split: tuple[str, str, int]) -> None:
    assert split_front_matter(text) == split


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "---\ntitle: A\nauthor: [Ida\n---\nOne.",
            "its front matter is no YAML (expected ',' or ']', but got '<stream end>', line 4)",
        ),
        (
            "\n\n---\ntitle: A\ndate: 'May\n---\nOne.",
            "its front matter is no YAML (found unexpected end of stream, line 6)",
        ),
        (
            "---\ntitle: The lock: open\n---\nOne.",
            "its front matter is no YAML (mapping values are not allowed here, line 2)",
        ),
        (
            "---\ntitle: A\n\tauthor: B\n---\nOne.",
            "its front matter is no YAML (found character '\\t' that cannot start any token, line 3)",
        ),
    ],
)
def test_broken_front_matter_has_a_line(tmp_path: Path, text: str, reason: str) -> None:
    assert refuse(tmp_path, text) == reason


def test_a_colon_in_a_title_has_its_remedy() -> None:
    with pytest.raises(ArticleError, match="put the value in quotes"):
        declare("title: The lock: open")


BOMB = "a: &a [x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (BOMB, "an alias (*name) is not allowed here"),
        ("title: &a b\nid: *a", "an alias (*name) is not allowed here"),
        ("title: " + "[" * 8000, "recursion"),
        ("title: !!python/object/apply:os.system [ls]", "could not determine a constructor"),
        ("title: !ENV HOME", "could not determine a constructor"),
        ("title: !!int lock", "invalid literal"),
        ("? [a]\n: b", "has a key that is no text"),
        ("a: b\n--- \nc: d", "found another document"),
        ("title: \ufffe", "special characters are not allowed"),
    ],
)
def test_hostile_front_matter(block: str, reason: str) -> None:
    assert reason in refuse_block(block)


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("- title\n- author", "its front matter is no list of `key: value` lines"),
        ("title", "its front matter is no list of `key: value` lines"),
        ("title: [a, b]", "its title in the front matter is ['a', 'b']"),
        ("title: {a: b}", "its title in the front matter is {'a': 'b'}"),
        ("title: !!bool yes", "its title in the front matter is True"),
        ("date: !!binary aGk=", "its date in the front matter is b'hi'"),
        ("tags: [[a]]", "its tags in the front matter is ['a']"),
        ("author: {a: b}", "its author in the front matter is {'a': 'b'}"),
        ("url: example.org/lock", "its url 'example.org/lock' is no web address"),
        ("url: javascript:alert(1)", "its url 'javascript:alert(1)' is no web address"),
        ("url: https://", "its url 'https://' is no web address"),
        ("language: English", "its language 'English' is no code"),
        ("language: 'en\" onclick=\"x'", "its language 'en\" onclick=\"x' is no code"),
    ],
)
def test_values_of_the_wrong_kind(block: str, reason: str) -> None:
    assert refuse_block(block) == reason


def test_a_long_value_is_shortened_in_the_message() -> None:
    assert "aaa...aaa" in refuse_block(f"url: {'a' * 9000}")
    assert "..." in refuse_block(f"title: [{', '.join('abcdefghijklmnop')}]")


def test_too_long_front_matter(tmp_path: Path) -> None:
    text = "---\ntitle: " + "a" * MAX_FRONT_MATTER_CHARACTERS + "\n---\nOne."
    assert refuse(tmp_path, text) == "its front matter is longer than 16,384 characters"
