"""What every test may use: the repository, a browser without a network, Node programs, samples."""

from __future__ import annotations

import functools
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import chromium as browsers
import hypothesis
import node_tools
import pytest
import sampling

from guifan.language.model import Audience
from guifan.publish.build import Wanted, build_site
from guifan.publish.lock import alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Page

T = TypeVar("T")
ROOT = Path(__file__).parent.parent
DAY = "2026-06-01"
"""When manuals that only tests build are judged."""

hypothesis.settings.register_profile(
    "test", derandomize=True, database=None, deadline=None, max_examples=60
)
hypothesis.settings.register_profile(
    "prove", derandomize=True, database=None, deadline=None, max_examples=3000
)
hypothesis.settings.load_profile("prove" if sampling.proving() else "test")


def pytest_configure(config: pytest.Config) -> None:
    for marker in (
        "prove: too long for `make test`; runs in `make prove` alone",
        "sampled(at_most): of this parametrised test `make test` runs a seeded part",
    ):
        config.addinivalue_line("markers", marker)
    # What a shell starts in the background is deaf to an interrupt, and so is all that it starts.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if sampling.proving():  # what takes longest first, so that no worker ends long after the other
        items.sort(key=lambda item: not _does_more(item))
        return
    left_out = sampling.unsampled(
        (item.nodeid.partition("[")[0], item.nodeid, marker.args[0])
        for item in items
        if (marker := item.get_closest_marker("sampled"))
    )
    left_out |= {item.nodeid for item in items if item.get_closest_marker("prove")}
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid in left_out])
    items[:] = [item for item in items if item.nodeid not in left_out]


def _does_more(item: pytest.Item) -> bool:
    """Whether a test does more when everything is proven."""
    asks = {"proving", "sample"}.intersection(getattr(item, "fixturenames", ()))
    return bool(asks) or any(map(item.get_closest_marker, ("prove", "sampled")))


class Sample(Protocol):
    """Chooses from things made inside a test: all when proving, else a seeded part."""

    def __call__(self, things: Sequence[T], at_most: int) -> list[T]: ...


@pytest.fixture(scope="session")
def proving() -> bool:
    return sampling.proving()


@pytest.fixture(scope="session")
def sample() -> Sample:
    return _everything if sampling.proving() else sampling.sample


def _everything(things: Sequence[T], at_most: int) -> list[T]:
    return list(things)


@pytest.fixture(scope="session")
def manual_root() -> Path:
    """This repository: the manual that ships with the generator, and the generator itself."""
    return ROOT


@pytest.fixture(scope="session")
def flagship(
    manual_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Audience], Path]:
    """The manual of this repository, built for an audience once, for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    @functools.cache
    def site(audience: Audience) -> Path:
        out = shared / f"flagship-{audience.value}" / "site"
        out.parent.mkdir(exist_ok=True)
        with alone(out.with_name("lock")):
            if not out.exists():
                build_site(manual_root, str(out), Wanted(audience, DAY))
        return out.resolve()

    return site


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the session; tests open their pages through `new_page`."""
    with browsers.launched() as browser:
        yield browser


@pytest.fixture
def new_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages, each a visitor of its own; the test fails when one errs or reaches out."""
    with browsers.visits(chromium) as open_page:
        yield open_page


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture(scope="session")
def node() -> Path:
    """The Node program."""
    return node_tools.NODE


@pytest.fixture(scope="session")
def node_tool() -> Callable[[str], Path]:
    """Give the script of a pinned npm package's command; run it as `[node, node_tool(name)]`.

    Packages are pinned in `tests/house/npm/` and installed on first use.
    """
    place = functools.cache(functools.partial(node_tools.install, ROOT / ".guifan/test-tools"))
    return lambda name: node_tools.program(place(), name)
