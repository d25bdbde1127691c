"""What a theme brings that no reader's browser ever asks for."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search: its stemmers, and what looks things up."""


def is_idle(file: File, config: MkDocsConfig) -> bool:
    """Whether a file of the theme is a source map, or of its search where that is not in use."""
    if file.src_uri.endswith(".map"):
        return True
    return file.src_uri.startswith(_SEARCH) and "material/search" not in config.plugins
