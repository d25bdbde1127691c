"""A role's page shows what the role itself decides, must not do, keeps and says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import emergencies
import pytest
import rendering

from guifan.corpus.views import by_role
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.role import Role
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.manual.render import Rendered


@pytest.fixture(scope="module")
def agent(manual_root: Path) -> Rendered:
    """The page of 客服代表, who answers the hotline."""
    made = rendering.renderer(open_folder(manual_root).corpus)
    return made.render(made.book.pages["roles/hotline-agent"])


def test_what_a_new_colleague_asks_first_comes_first(agent: Rendered) -> None:
    titles = [heading.title for heading in agent.headings if heading.level == 2]
    assert titles == [
        "公告与口径",
        "与我有关的更新",
        "上岗必读",
        "职责",
        "当班时间",
        "我能定什么",
        "不能碰的红线",
        "我要守的时限与限额",
        "约束我的条款",
        "我在流程里",
        "课程",
        "我要考的试",
        "考我什么",
        "我用的话术与模板",
        "我填的表单",
        "岗位信息",
    ]


def test_chapters_stand_in_the_order_of_their_numbers(agent: Rendered) -> None:
    clauses = agent.html.split("约束我的条款")[-1].split("我在流程里")[0]
    numbers = [int(one) for one in re.findall(r"<summary>(\d+) ", clauses)]
    assert len(numbers) > 2
    assert numbers == sorted(numbers)


def test_every_limit_of_a_clause_that_binds_me_is_told_once(
    manual_root: Path, agent: Rendered
) -> None:
    corpus = open_folder(manual_root).corpus
    bound = {
        limit
        for norm in corpus.of(Norm)
        if "hotline-agent" in norm.binds.roles
        for limit in norm.limits
    }
    tiles = re.findall(r'class="gf-tile" href="[./]*limits/([^/"]+)', agent.html)
    assert len(bound) > 20
    assert bound <= set(tiles)
    assert len(tiles) == len(set(tiles))


def test_what_i_answer_for_stands_apart_from_what_i_am_told(manual_root: Path) -> None:
    made = rendering.renderer(open_folder(manual_root).corpus)
    html = made.render(made.book.pages["roles/complaint-manager"]).html
    mine, told = html.split('id="我负责的"')[1].split('id="与我有关的"')
    for limit in made.book.corpus.of(Limit):
        if limit.answers_to == "complaint-manager":
            assert f"limits/{limit.id}/" in mine
            assert f"limits/{limit.id}/" not in told.split("约束我的条款")[0]


def test_my_weights_are_those_of_my_column(agent: Rendered) -> None:
    examined = agent.html.split("考我什么")[-1].split("我用的话术与模板")[0]
    assert "matrices/performance-weights/" in examined
    assert "质检合格率" in examined
    assert "上门守约率" not in examined, "another post's"


def test_scripts_of_no_moment_stand_under_their_sections(agent: Rendered) -> None:
    folds = re.findall(r"<summary>(其他场合\S*)", agent.html)
    assert len(folds) > 1
    assert len(folds) == len(set(folds))


def test_scripts_are_those_of_my_channels(agent: Rendered) -> None:
    linked = {path for path, _ in agent.links}
    assert "messages/hotline-opening" in linked
    for other in ("chat-opening", "shop-opening", "email-reply-template", "complaint-received-sms"):
        assert f"messages/{other}" not in linked


def test_what_only_anothers_step_keeps_is_nobody_elses(manual_root: Path) -> None:
    corpus = open_folder(manual_root).corpus
    steps = [step for one in corpus.of(Procedure) for step in one.steps if step.limit]
    others = 0
    for role in corpus.of(Role):
        duty = by_role(corpus, role)
        shown = {limit.id for limit in (*duty.keeps, *duty.told)}
        named = {name for norm in duty.norms for name in norm.limits}
        mine = {step.limit for step in steps if step.by == role.id}
        mine |= {limit.id for limit in corpus.of(Limit) if limit.answers_to == role.id}
        theirs = {step.limit for step in steps if step.accountable == role.id} - mine - named
        assert mine <= {limit.id for limit in duty.keeps}
        assert not theirs & shown
        others += len(theirs)
    assert others


def test_a_post_finds_its_part_in_an_emergency_folded() -> None:
    pages = rendering.pages(emergencies.corpus())
    duty = pages["roles/duty"]
    assert "突发事件里的我" in [heading.title for heading in duty.headings]
    for part in ("declare", "tell", "close"):
        assert ("playbooks/outage", part) in duty.links
    assert ("playbooks/illness", "apart") in duty.links
    for other in ("look", "again", "settle", "written"):
        assert ("playbooks/outage", other) not in duty.links
    folded = re.findall(r"<details class=\"gf-fold\" data-gf-brief><summary>(\S+)", duty.html)
    assert folded == ["网络中断", "聚集生病"]


def test_a_post_finds_the_reports_that_it_files() -> None:
    pages = rendering.pages(emergencies.corpus())
    assert ("playbooks/outage", "written") in pages["roles/secretary"].links
    assert ("playbooks/illness", "") not in pages["roles/secretary"].links


def test_who_serves_customers_is_given_no_words_for_the_press(agent: Rendered) -> None:
    linked = {path for path, _ in agent.links}
    assert "messages/media-first-reply-line" not in linked
    assert not {path for path in linked if path.startswith("messages/emergency-first-media")}
