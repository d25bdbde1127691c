"""An edition made ready: the folder read and checked, its book arranged, its pages renderable."""

from dataclasses import dataclass, replace

from mkdocs.exceptions import Abort

from guifan.checks.engine import Report
from guifan.checks.reports import FORMATS, Outcome
from guifan.checks.rules import RULES
from guifan.checks.wording import message
from guifan.corpus.editions import edition
from guifan.findings import Finding, Severity
from guifan.language.catalogues import translator
from guifan.language.contacts import NO_CONTACTS
from guifan.language.model import Audience
from guifan.manual.arrange import arrange
from guifan.manual.book import Book
from guifan.manual.questions import ask
from guifan.manual.render import Renderer, Settings
from guifan.publish.cache.digests import Digests
from guifan.publish.cache.key import key
from guifan.publish.cache.pages import Pages
from guifan.publish.cache.questions import KeptQuestions
from guifan.publish.cache.store import Store
from guifan.publish.folder import Folder
from guifan.publish.history import Reader, history
from guifan.publish.templates import environment


class RefusedError(Abort):
    """The standards hold errors: nothing is built. Its text is the whole report.

    Args:
        prepared: what was read, with the report.
    """

    def __init__(self, prepared: "Prepared") -> None:
        super().__init__(prepared.told())
        self.prepared = prepared


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition that is ready to be written.

    Args:
        folder: the manual's folder.
        report: what the check found; the edition may be published when it holds no errors.
        book: the pages.
        renderer: makes them HTML.
        pages: the same, from the cache where nothing has changed.
        key: of all that every page rests on; empty where pages are not kept.
    """

    folder: Folder
    report: Report
    book: Book
    renderer: Renderer
    pages: Pages
    key: str

    def told(self, width: int | None = None, colour: bool = False) -> str:
        """The report as text, in the edition's language."""
        sources = {source.file: source for source in self.folder.sources}
        return FORMATS["text"](Outcome(self.report, sources, self._language, "", width, colour))

    def errors(self) -> tuple[str, ...]:
        """Each error in one line: where it stands, its rule, and what is wrong."""
        return tuple(
            f"{one.position} {one.code} {message(one, self._language)}"
            for one in self.report.findings
            if one.severity is Severity.ERROR
        )

    @property
    def _language(self) -> str:
        """The language of findings."""
        return self.renderer.settings.language


def prepare(
    folder: Folder, settings: Settings, *, cached: bool = False, draft: bool = False
) -> Prepared:
    """Check and arrange a manual that was read, and compare the editions that were released.

    Args:
        folder: the manual.
        settings: how the edition is shown.
        cached: whether pages are kept, and taken from what was kept.
        draft: whether a change of which nothing is recorded yet only warns.

    Raises:
        CannotRead: an edition cannot be read.
        RefusedError: the standards or the prose hold errors.
    """
    words = translator(settings.locale)
    audience = Audience(settings.audience)
    shown = edition(folder.corpus, audience)
    reader = Reader(audience, settings.language, settings.day)
    past = history(folder.root, folder.corpus, reader, cached=cached)
    alike = key(folder.root, settings) if cached else ""
    store, digests = Store(folder.root, alike) if cached else None, Digests()
    asking = KeptQuestions(store, digests) if store else ask
    book = arrange(shown, audience, words, settings.day, folder.waivers, past, asking)
    contacts = folder.contacts if audience is Audience.INTERNAL else NO_CONTACTS
    parts = settings, words, contacts
    renderer = Renderer(book, environment(folder.root, words), *parts)
    known = folder.known.snapshot if folder.known and shown is folder.corpus else None
    pages = Pages(book, environment(folder.root, words), *parts, digests, store, known)
    report = folder.check(settings.day)
    if draft:
        report = replace(report, findings=tuple(map(_in_draft, report.findings)))
    prepared = Prepared(folder, report, book, renderer, pages, alike)
    if prepared.report.errors:
        raise RefusedError(prepared)
    return prepared


def _in_draft(finding: Finding) -> Finding:
    """A finding while the standards are being written: their record comes when they are done."""
    is_of_record = finding.code in RULES and "baseline" in RULES[finding.code].needs
    return replace(finding, severity=Severity.WARNING) if is_of_record else finding
