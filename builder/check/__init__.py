"""A rendered site in, problems out: every link, anchor, asset and trace is looked up, nothing is fetched."""

from builder.check.site import CheckReport, check_site

__all__ = ["CheckReport", "check_site"]
