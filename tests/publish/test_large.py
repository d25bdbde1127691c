"""At a thousand pages and more: whatever was changed, the site is that of a clean build."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from compared import differing

from guifan.language.kinds import KINDS
from guifan.language.model import Audience
from guifan.publish.build import Wanted, build_site
from guifan.publish.edition import RefusedError
from guifan.publish.following import following
from guifan.publish.preview import Preview, Stage
from guifan.publish.searched import FOLDER

SITES = 8
"""How many sites are compared."""

ROUNDS = 3 * SITES
"""How often one is built at most: what was written at random may be refused."""

DAYS = ("2026-11-22", "2026-11-22", "2026-12-20", "2027-03-01")

LEAST_PAGES = 1_000
"""How many pages the customers' edition has at least."""

Edit = Callable[[Path, random.Random], str]
"""Changes something in a manual; what it was, or nothing where there was nothing to change."""


def rewritten(kind: str, pattern: str, made: Callable[[re.Match[str]], str]) -> Edit:
    """An edit of one place, drawn from all at which a pattern stands in files of a kind."""

    def edit(root: Path, chance: random.Random) -> str:
        paths = [
            path
            for path in sorted((root / "standards").rglob("*.yaml"))
            if re.search(rf"(?m)^kind: ({kind})$", path.read_text("utf-8"))
        ]
        if not paths:
            return ""
        path = chance.choice(paths)
        text = path.read_text("utf-8")
        places = list(re.finditer(pattern, text))
        if not places:
            return ""
        found = chance.choice(places)
        path.write_text(text[: found.start()] + made(found) + text[found.end() :], "utf-8")
        return f"{path.relative_to(root)}: {found[0]!r} -> {made(found)!r}"

    return edit


def moved(root: Path, chance: random.Random) -> str:
    """A file of standards gets another name."""
    path = chance.choice(sorted((root / "standards").rglob("*.yaml")))
    path.rename(path.with_name(f"moved-{path.name}"))
    return f"{path.name} moved"


def removed(root: Path, chance: random.Random) -> str:
    """A word leaves the glossary; where others need it, the manual is refused."""
    path = chance.choice(sorted((root / "standards" / "glossary").glob("*.yaml")))
    head, *items = re.split(r"(?m)(?=^  - id: )", path.read_text("utf-8"))
    gone = items.pop(chance.randrange(len(items)))
    path.write_text("".join([head, *items]), "utf-8")
    return f"{path.name}: {gone.splitlines()[0]} removed"


def template(root: Path, chance: random.Random) -> str:
    """A template of the manual's own comes, changes or goes."""
    own = root / "site_templates" / "pages" / "source.html"
    own.parent.mkdir(parents=True, exist_ok=True)
    if own.exists() and chance.random() < 0.5:
        own.unlink()
        return "no template"
    own.write_text(f"<p>{chance.random()}</p>", "utf-8")
    return "a template"


def configuration(root: Path, chance: random.Random) -> str:
    """What stands below every page changes."""
    path = root / "mkdocs.yml"
    text = re.sub(r"(?m)^copyright: .*\n", "", path.read_text("utf-8"))
    path.write_text(f"{text}copyright: 版权 {chance.randrange(99)}\n", "utf-8")
    return "the configuration"


def prose(root: Path, chance: random.Random) -> str:
    """The opening of a chapter says more."""
    path = chance.choice(sorted((root / "content" / "chapters").rglob("*.md")))
    path.write_text(f"{path.read_text('utf-8')}\n又说了 {chance.randrange(99)} 次。\n", "utf-8")
    return path.parent.name


EDITS: tuple[Edit, ...] = (
    rewritten("norm|procedure|message|playbook", "。", lambda _: "，并记下来。"),
    rewritten("norm|limit|procedure", "，", lambda _: "、"),
    rewritten(
        "limit", r"(within|value): (\d+) ", lambda found: f"{found[1]}: {int(found[2]) + 1} "
    ),
    rewritten("norm|procedure|form", r"(?m)^    title: .*", lambda found: f"{found[0]}（改）"),
    rewritten(
        "norm|form|message",
        r"(?m)^  - id: (.+)\n(?!    was:)",
        lambda found: f"  - id: {found[1]}-anew\n    was: [{found[1]}]\n",
    ),
    rewritten(
        "limit",
        r"(?m)^    within: (\d+) (\S+)\n",
        lambda found: (
            f"{found[0]}    next:\n"
            f"      - {{effective: 2026-12-15, note: 试行, within: {found[1]} {found[2]}}}\n"
        ),
    ),
    rewritten(".*", r"(?m)^review_by: 202.-\d\d-\d\d$", lambda _: "review_by: 2027-12-30"),
    rewritten("norm|term", r"(?m)^  - id: ", lambda found: f"  # 一行注释\n{found[0]}"),
    moved,
    removed,
    template,
    configuration,
    prose,
)


@pytest.fixture
def manual(tmp_path: Path, manual_root: Path) -> Path:
    """The flagship, to be edited."""
    for name in ("standards", "content"):
        shutil.copytree(manual_root / name, tmp_path / "manual" / name)
    shutil.copy(manual_root / "mkdocs.yml", tmp_path / "manual")
    return tmp_path / "manual"


def edited(root: Path, chance: random.Random) -> list[str]:
    return [chance.choice(EDITS)(root, chance) for _ in range(chance.randrange(1, 4))]


def built(root: Path, wanted: Wanted) -> Path | None:
    """The site; None where the standards hold errors."""
    try:
        return build_site(root, "../site", wanted).folder
    except RefusedError:
        return None


@pytest.mark.prove
def test_the_site_is_that_of_a_clean_build(manual: Path, tmp_path: Path) -> None:
    chance = random.Random(20260101)
    good = tmp_path / "good"
    compared = 0
    for number in range(ROUNDS):
        if compared == SITES:
            break
        shutil.rmtree(good, ignore_errors=True)
        shutil.copytree(manual, good, ignore=shutil.ignore_patterns(".guifan"))
        told = edited(manual, chance) if number else []
        audience = Audience.INTERNAL if compared % 4 == 3 else Audience.PUBLIC
        wanted = Wanted(audience, chance.choice(DAYS))
        site = built(manual, wanted)
        if site is None:
            taken_back(manual, good)
            continue
        clean = build_site(manual, "../clean", wanted, reuse=False).folder
        assert differing(site, clean) == [], told
        assert sum(1 for _ in site.rglob("*.html")) >= LEAST_PAGES
        compared += 1
    assert compared == SITES


def taken_back(root: Path, good: Path) -> None:
    """Put what stood before in the place of what was refused; what is cached stays."""
    for path in root.iterdir():
        if path.name == ".guifan":
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    shutil.copytree(good, root, dirs_exist_ok=True)


@pytest.mark.prove
def test_every_way_to_build_gives_the_same_site(
    manual: Path, ended: Callable[..., tuple[int, str, str]]
) -> None:
    wanted = Wanted(Audience.PUBLIC, DAYS[0])
    site = build_site(manual, "../site", wanted).folder
    plain = build_site(manual, "../plain", Wanted(Audience.PUBLIC, DAYS[0], plain=True)).folder
    assert differing(site, plain) == []
    code, _, err = ended(
        *("mkdocs", "build", "--site-dir", "../theirs"),
        cwd=manual,
        GUIFAN_AUDIENCE="public",
        GUIFAN_DATE=DAYS[0],
    )
    assert code == 0, err
    assert differing(site, manual.parent / "theirs") == []


FOLLOWED = 20
"""Of how many kinds an edit has to be followed at least: some change what prose or a list says."""


@pytest.mark.prove
def test_the_index_follows_an_edit_of_every_kind(manual: Path) -> None:
    """One after the other, each on top of those before."""
    chance = random.Random(20260102)
    wanted = Wanted(Audience.INTERNAL, DAYS[0])
    stages: list[Stage] = []
    build_site(manual, "../site", wanted, finished=stages.append)
    after, preview = following(stages[-1], manual.parent / "site"), Preview(stages[-1])
    assert after is not None
    followed: list[str] = []
    index: Mapping[str, bytes] = {}
    for kind in sorted(KINDS):
        before = {path: path.read_bytes() for path in (manual / "standards").rglob("*.yaml")}
        told = rewritten(kind, "。(?=\n)", lambda _: "，并记下来。")(manual, chance)
        paths = [path for path, data in before.items() if path.read_bytes() != data]
        for path in paths:
            preview.take(path.relative_to(manual).as_posix())
        files = after.files(preview) if paths else None
        if files is not None:
            index = files
            followed.append(told)
            continue
        for path in paths:
            path.write_bytes(before[path])
            preview.take(path.relative_to(manual).as_posix())
    assert len(followed) >= FOLLOWED, followed
    clean = build_site(manual, "../clean", wanted, reuse=False).folder
    theirs = {
        path.relative_to(clean).as_posix(): path.read_bytes()
        for path in (clean / FOLDER).rglob("*")
        if path.is_file()
    }
    differ = sorted(name for name in {*theirs, *index} if theirs.get(name) != index.get(name))
    assert differ == [], followed
