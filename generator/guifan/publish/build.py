"""Build the whole site beside the one that is served, then swap: readers never see half a site.

``.guifan/sites/`` beside the site holds one folder a site, named after its contents, and the
folders of builds under way. The site itself is a link to one of them.
"""

import dataclasses
import logging
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from guifan.language.model import Audience
from guifan.publish.content import CONTENT
from guifan.publish.day import ZONE
from guifan.publish.edition import Prepared, RefusedError
from guifan.publish.inputs import inputs
from guifan.publish.preview import Stage
from guifan.publish.record import Made, Origin, Record, recorded
from guifan.publish.shells.filling import Count
from guifan.publish.swap import OccupiedError, Swapped, swap, workplace
from guifan.publish.templates import configuration
from guifan.publish.touching import Touched, is_taken, shape, touched

PLUGIN = "guifan"

log = logging.getLogger("mkdocs.plugins.guifan")


class BuildFailedError(Abort):
    """The site could not be built; the one that stood stands as it was."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which edition to build.

    Args:
        audience: for whom; None for what mkdocs.yml or the environment says.
        day: the day on which the standards are judged, YYYY-MM-DD; None likewise.
        plain: whether every page is rendered whole from the theme's template.
        draft: whether it may show changes of which nothing is recorded yet.
        url: where it is published; empty for where mkdocs.yml says.
        jobs: how many processes render its pages; 0 for as many as there are processors.
        folder: whether addresses name files, so that it opens from a folder, without a server;
            else what mkdocs.yml says.
    """

    audience: Audience | None = None
    day: str | None = None
    plain: bool = False
    draft: bool = False
    url: str = ""
    jobs: int = 0
    folder: bool = False


@dataclass(frozen=True, slots=True)
class Built(Swapped):
    """A site that was built and is served.

    Args:
        pages: how many pages it has.
        filled: how many of them were filled from a shell; None where that was not wanted.
        standing: how many of them stand as they stood in the site before.
        touched: how many of them are those of the site before with other contents; None where the
            build was a whole one.
    """

    pages: int
    filled: int | None
    standing: int
    touched: int | None = None


def build_site(
    root: Path,
    out: str,
    wanted: Wanted,
    *,
    reuse: bool = True,
    finished: Callable[[Stage], None] | None = None,
    stage: Stage | None = None,
) -> Built:
    """Build the manual in ``root`` and swap it in at ``out``.

    Args:
        root: the manual's folder.
        out: the site, relative to ``root`` or absolute.
        wanted: which edition.
        reuse: whether pages are taken from the cache, and unchanged files of the site before
            linked instead of written again.
        finished: is given what the build leaves to make single pages with.
        stage: what the build before left, where there was one.

    Raises:
        BuildFailedError: MkDocs refused, or a page could not be made.
        OccupiedError: something other than a site stands at ``out``.
        OSError: the disk is full or a folder cannot be written.
        RefusedError: the standards hold errors.
    """
    site = Path(os.path.normpath(root / out))
    if not _may_replace(site, root):
        raise OccupiedError(out)
    with workplace(site, site.parent / ".guifan" / "sites") as scratch:
        config = configured(root, scratch, wanted)
        plugin = config.plugins[PLUGIN]
        before = recorded(site.resolve())
        if not reuse:
            plugin.config["cache"] = False
        read = inputs(root, config, plugin)  # before it is read: what is written later is new
        is_whole = site.is_symlink() and bool(read.frame) and before.is_whole()
        if is_whole and read.are(before.origin):
            return _stood(site, before)
        opened: Prepared | None = None
        if is_whole and read.frame_alike(before.origin):
            opened = _opened(plugin, config)
            done = None
            if is_taken(opened, before) and (finished is None or stage is not None):
                done = _touched(opened, before, config, scratch)
            if done is not None:
                if finished and stage:
                    found = {**stage.found, **done.found}
                    finished(dataclasses.replace(stage, prepared=opened, found=found))
                origin = dataclasses.replace(before.origin, inputs=read.digest)
                swapped = swap(scratch, site, done.made, origin)
                pages = before.origin.pages
                return _built(swapped, pages, 0, pages - done.pages, done.pages)
        vars(plugin).update(before=before if reuse else None, finished=finished, opened=opened)
        run(config)
        count: Count = vars(plugin)["count"]
        prepared: Prepared = vars(plugin)["prepared"]
        made: Mapping[str, Made] = vars(plugin)["made"]
        manual, day = prepared.book.corpus.manual, prepared.renderer.settings.day
        origin = Origin(
            read.digest,
            str(day),
            manual.zone if manual else ZONE,
            count.pages,
            read.frame,
            shape(prepared),
        )
        swapped = swap(scratch, site, made, origin, reuse=reuse)
    filled = None if wanted.plain else count.filled
    return _built(swapped, count.pages, filled, count.standing)


def _built(
    swapped: Swapped, pages: int, filled: int | None, standing: int, touched: int | None = None
) -> Built:
    return Built(
        **dataclasses.asdict(swapped),
        pages=pages,
        filled=filled,
        standing=standing,
        touched=touched,
    )


def _touched(
    prepared: Prepared, before: Record, config: MkDocsConfig, scratch: Path
) -> Touched | None:
    """The site before with what is other now; None where it takes a whole build to make that."""
    try:
        done = touched(prepared, before, config.site_url or "", scratch)
        prepared.pages.finish()
    except Exception as error:  # whatever it is, the whole build does it or tells what is wrong
        log.info("It takes a whole build: %r", error)
        shutil.rmtree(scratch, ignore_errors=True)
        return None
    return done


def _opened(plugin: Any, config: MkDocsConfig) -> Prepared:
    """The edition, made ready.

    Raises:
        BuildFailedError: it cannot be read.
        RefusedError: the standards hold errors.
    """
    try:
        prepared: Prepared = plugin.open(config)
    except (RefusedError, BuildFailedError):
        raise
    except MkDocsException as error:
        raise BuildFailedError(str(error)) from error
    return prepared


def _stood(site: Path, before: Record) -> Built:
    """A site that stands: a build would make it again, byte for byte."""
    files, pages = len(before.files), before.origin.pages
    return Built(site, before.folder, files, files, True, pages, 0, pages)


def _may_replace(site: Path, root: Path) -> bool:
    """Whether ``site`` is free, or a link or folder of a site: nothing else is ever thrown away."""
    if root.is_relative_to(site) or site.parent.is_relative_to(root / CONTENT):
        return False
    if site.is_symlink() or not site.exists():
        return True
    return site.is_dir() and ((site / "index.html").is_file() or not any(site.iterdir()))


def configured(root: Path, folder: Path, wanted: Wanted) -> MkDocsConfig:
    """The manual's mkdocs.yml, or ours where it has none, writing to ``folder``.

    Raises:
        BuildFailedError: it is not as MkDocs wants it, or leaves our plugin out.
    """
    path = configuration(root)
    own = path.parent == root
    options = {"site_dir": str(folder)}
    if not own:  # MkDocs asks for a folder that exists; a manual without prose has none
        options |= {"docs_dir": str(root / "standards"), "site_url": ""}
    try:
        config = load_config(str(path), **options)
    except MkDocsException as error:  # YAML's reasons run over several lines
        raise BuildFailedError(" ".join(str(error).split())) from error
    plugin = config.plugins.get(PLUGIN)
    if plugin is None:
        raise BuildFailedError(f"{path.name}: the plugin «{PLUGIN}» is not listed under plugins")
    if not own:
        config.docs_dir = str(root / CONTENT)
        plugin.config["root"] = str(root)
    asked = {
        "audience": wanted.audience and wanted.audience.value,
        "date": wanted.day,
        "plain": wanted.plain,
        "jobs": wanted.jobs,
    }
    plugin.config.update({name: value for name, value in asked.items() if value})
    plugin.config["draft"] = wanted.draft
    if wanted.url:
        config.site_url = wanted.url
    if wanted.folder:
        config.use_directory_urls = False
    return config


def run(config: MkDocsConfig) -> None:
    """Let MkDocs build.

    Raises:
        BuildFailedError: it refused, or a page could not be made.
        OSError: the disk is full or a folder cannot be written.
        RefusedError: the standards hold errors.
    """
    try:
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
        finally:
            config.plugins.on_shutdown()
    except (RefusedError, BuildFailedError):
        raise
    except MkDocsException as error:
        raise BuildFailedError(str(error)) from error


def hear() -> None:
    """Let MkDocs' warnings and errors be heard, in plain lines, and nothing else."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    handler.setLevel(logging.WARNING)
    handler.addFilter(_is_news)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.handlers[:] = [handler]
    logger.propagate = False


def _is_news(record: logging.LogRecord) -> bool:
    """Whether the failure will not say it again, and better: MkDocs tells of each on its way."""
    return not record.getMessage().startswith(("Error reading page", "Error building page"))
