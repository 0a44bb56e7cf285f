import pytest

from builder.model import Page
from tests.expected import EXPECTED, build_samples

PAGES = {page.path: page for page in build_samples().pages}


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_page_is_as_expected(page: Page) -> None:
    """After a wanted change: `make expected`, and read the difference."""
    assert page.text == (EXPECTED / page.path).read_text(encoding="utf-8")


def test_no_page_is_missing_or_left_over() -> None:
    expected = {file.relative_to(EXPECTED).as_posix() for file in EXPECTED.rglob("*") if file.is_file()}
    assert expected == set(PAGES)
