"""Errors that the builder raises on purpose: each names the place, the value and the remedy."""


class BuilderError(Exception):
    """Something that the user can mend; its text is one line for the terminal."""


class ConfigurationError(BuilderError):
    """A setting, an option or a folder that the build cannot start with; exit code 2."""


class ArticleError(BuilderError):
    """One article that cannot become a briefing; it is reported and the rest is built."""

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def __reduce__(self) -> tuple[type["ArticleError"], tuple[str, str, str]]:
        """The three parts, so that a process of the pool can hand it back."""
        return type(self), (self.path, self.reason, self.remedy)


class UntraceableError(ArticleError):
    """An item that is no slice of the article it is said to come from; never reaches a page."""
