"""docs/ in, site/ out: MkDocs renders beside the site's place and the result is moved in whole."""

from builder.render.site import render

__all__ = ["render"]
