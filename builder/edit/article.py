"""An article's own data as the editor set it; its text is never touched."""

from dataclasses import replace

from builder.model import Article, Declared, Source, Title
from builder.slug import make_slug


def correct(article: Article) -> Article:
    """The article under the editor's title and language, with what else the sidecar declares."""
    values = dict(article.source.edits.values)
    if not values:
        return article
    declared = _declare(article.source, values)
    title, language = values.get("title"), values.get("language")
    return replace(
        article,
        id=make_slug(str(values["id"])) if values.get("id") else article.id,
        source=replace(article.source, declared=declared),
        title=Title(str(title), "editor", None) if title else article.title,
        language=str(language).lower().replace("_", "-").split("-")[0] if language else article.language,
    )


def _declare(source: Source, values: dict[str, str | tuple[str, ...] | None]) -> Declared:
    """What the article declares, the editor's values in front; a title declares nothing of the text."""
    set_ = {field: value for field, value in values.items() if field != "title"}
    if not set_.get("id"):
        set_.pop("id", None)
    # mypy cannot see which field holds which kind of value; the schema of the sidecar has made sure of it.
    changes: dict[str, object] = {key: value or (() if key == "authors" else None) for key, value in set_.items()}
    return replace(source.declared, **changes, edited=tuple(changes))  # type: ignore[arg-type]
