"""An edition made ready: the folder read and checked, its book arranged, its pages renderable."""

from dataclasses import dataclass
from pathlib import Path

from guifan.checks.engine import Report
from guifan.corpus.editions import edition
from guifan.language.catalogues import translator
from guifan.language.model import Audience
from guifan.manual.arrange import arrange
from guifan.manual.book import Book
from guifan.manual.render import Renderer, Settings
from guifan.publish.folder import Folder, open_folder
from guifan.publish.templates import environment


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition that is ready to be written.

    Args:
        folder: the manual's folder.
        report: what the check found; the edition may be published when it holds no errors.
        book: the pages.
        renderer: makes them HTML.
    """

    folder: Folder
    report: Report
    book: Book
    renderer: Renderer


def prepare(root: Path, settings: Settings) -> Prepared:
    """Read, check and arrange a manual.

    Raises:
        CannotRead: the folder is missing, or a file in it cannot be read.
    """
    folder = open_folder(root)
    words = translator(settings.locale)
    book = arrange(edition(folder.corpus, Audience(settings.audience)), words)
    renderer = Renderer(book, environment(root, words), settings, words)
    return Prepared(folder, folder.check(settings.day), book, renderer)
