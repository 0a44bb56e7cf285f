"""The golden site: what the articles of ``tests/articles`` give, page by page; run it to write it afresh."""

from pathlib import Path

from builder.build import build
from builder.config import Config, Overrides, load_config
from builder.model import Build

TESTS = Path(__file__).parent
EXPECTED = TESTS / "expected"


def make_config(articles: Path, top: Path) -> Config:
    """The project's own settings with other folders."""
    given = Overrides(articles=articles, docs=top / "docs", site=top / "site", jobs=1)
    return load_config(TESTS.parent / "mkdocs.yml", given)


def build_samples() -> Build:
    """The build of the test articles, nothing saved."""
    return build(make_config(TESTS / "articles", TESTS / "unused"))


def rewrite() -> None:
    """Replace the golden files."""
    pages = {page.path: page.text for page in build_samples().pages}
    for old in sorted(EXPECTED.rglob("*")):
        if old.is_file() and old.relative_to(EXPECTED).as_posix() not in pages:
            old.unlink()
    for path, text in pages.items():
        file = EXPECTED / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    print(f"{len(pages)} files in {EXPECTED}; read the difference before you commit it")


if __name__ == "__main__":
    rewrite()
