"""What a theme brings that no reader's browser ever asks for."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

_STEMMERS = "assets/javascripts/lunr/"
_PLAIN = ["en"]
"""The search language for which the theme's search loads no stemmer."""


def is_idle(file: File, config: MkDocsConfig) -> bool:
    """Whether a file of the theme is a source map, or a stemmer that the search does not load."""
    if file.src_uri.startswith(_STEMMERS):
        search = config.plugins.get("material/search")
        return search is not None and search.config.get("lang") == _PLAIN
    return file.src_uri.endswith(".map")
