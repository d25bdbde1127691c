"""Questions about what a clause says: the key is the clause's own word, the rest is not."""

from __future__ import annotations

from quizzed import EVENT, pool_of, right, wrong

NORM = """\
kind: norm
items:
  - id: {id}
    title: {title}
    rule: 员工应当{title}
    modal: must
    binds: {{roles: [hotline-agent]}}
    aspect: behavioural
    result: process
    dimension: reliability
    red_line: {red}
    never:
      - phrase: {never}
        instead: {instead}
    missed: {missed}
    check: [听录音]
"""


def norm(name: str, title: str, never: str, instead: str, missed: str, red: str = "否") -> str:
    return NORM.format(id=name, title=title, never=never, instead=instead, missed=missed, red=red)


NORMS = (
    norm("a-norm", "请客户等候", "你等一下", "请您稍等，我马上核实", "当班致电说明去向", "是"),
    norm("b-norm", "一次说清", "不归我管", "我帮您转到能办的同事", "补发短信写全条件"),
    norm("c-norm", "不推客户", "你打别的电话", "这件事由我登记，不用您再打", "由接手的人先致歉"),
    norm("d-norm", "如实答复", "应该可以吧", "我查清以后十分钟内告诉您", "更正以后逐户告知"),
)


def test_what_to_say_instead_of_what_a_colleague_said() -> None:
    found = pool_of(*NORMS, model="phrase-to-say").items
    keys = {item.clause.item: right(item) for item in found.values()}
    insteads = {
        "a-norm": "「请您稍等，我马上核实」",
        "b-norm": "「我帮您转到能办的同事」",
        "c-norm": "「这件事由我登记，不用您再打」",
        "d-norm": "「我查清以后十分钟内告诉您」",
    }
    assert keys == {name: [insteads[name]] for name in keys}
    assert keys
    for item in found.values():
        assert set(wrong(item)) <= set(insteads.values()) - set(right(item))


def test_a_phrase_that_sounds_polite_is_offered_before_those_of_others() -> None:
    polite = "        slips: [您的事归别的部门, 请您自己再问问看]\n    missed:"
    norms = [
        text.replace("    missed:", polite) if "id: b-norm" in text else text for text in NORMS
    ]
    item = pool_of(*norms, model="phrase-to-say").items["phrase-to-say.b-norm.never-1"]
    assert {"「您的事归别的部门」", "「请您自己再问问看」"} < set(wrong(item))


MISTAKES = """\
    exceptions:
      - 客户在开车的，请他停好再打来
      - 系统停了的，先写在纸上
    slips:
      - when: 系统停了的
        does: [请客户改天再来一趟, 记在自己脑子里, 先答应下来]
      - when: 没有做到
        does: [等客户再来问, 改派给别的班组, 记一次差错了事]
    missed:"""


def test_what_our_people_do_instead_is_offered_in_its_own_case() -> None:
    one = NORMS[0].replace("    missed:", MISTAKES)
    (case,) = pool_of(one, *NORMS[1:], model="exception").items.values()
    assert case.id == "exception.a-norm.2", "the case whose mistakes are known is asked"
    assert right(case) == ["先写在纸上"]
    assert set(wrong(case)) == {"请客户改天再来一趟", "记在自己脑子里", "先答应下来"}
    remedy = pool_of(one, *NORMS[1:], model="remedy").items["remedy.a-norm"]
    assert set(wrong(remedy)) & {"等客户再来问", "改派给别的班组", "记一次差错了事"}


def test_each_phrase_has_its_own_replacement() -> None:
    (item,) = pool_of(*NORMS, model="say-instead").items.values()
    pairs = {one.of.text: one.text.text for one in item.options if one.of}
    assert pairs["「你等一下」"] == "「请您稍等，我马上核实」"
    assert len(pairs) == len(NORMS)


def test_the_one_breach_that_is_a_red_line() -> None:
    (item,) = pool_of(*NORMS, model="red-line").items.values()
    assert right(item) == ["员工应当请客户等候"]


def test_what_is_done_when_a_norm_was_not_kept() -> None:
    items = pool_of(*NORMS, model="remedy").items
    assert right(items["remedy.b-norm"]) == ["补发短信写全条件"]
    assert "当班致电说明去向" in {*wrong(items["remedy.b-norm"]), *wrong(items["remedy.c-norm"])}


def test_what_has_not_happened_yet() -> None:
    item = pool_of(EVENT, model="clock-moment").items["clock-moment.answered"]
    assert right(item) == ["客户听到结果和依据"]
    assert {"短信发出还没有送达", "只说了正在处理"} & set(wrong(item))


LINKED = """\
kind: limit
id: {name}-limit
title: {name}的时限
within: 2 日
from: {name}
to: answered
answers_to: shift-leader
"""
HAPPENED = """\
kind: event
id: {name}
title: 第{name}步
place: {place}
happens: {happens}
evidence: 录音
"""


def test_moments_of_the_same_process_stand_beside_one_with_none_of_its_own() -> None:
    alone = EVENT.replace(
        "not_yet: [短信发出还没有送达。, 只说了正在处理。]", "place: elsewhere.near"
    )
    process = {"pa": "门开以后灯亮起", "pb": "钥匙交到保安手里", "pc": "货车驶离仓库"}
    texts = [alone]
    for name, happens in process.items():
        texts.append(HAPPENED.format(name=name, happens=happens, place="elsewhere.far"))
        texts.append(LINKED.format(name=name))
    texts.append(HAPPENED.format(name="other", happens="旁人说完了话", place="elsewhere.far"))
    item = pool_of(*texts, model="clock-moment").items["clock-moment.answered"]
    assert set(wrong(item)) & set(process.values())
    assert "旁人说完了话" not in wrong(item)


PROCEDURE = """\
kind: procedure
id: handling
title: 投诉处理
about: 客户投诉
steps:
  - id: take
    title: 受理
    do: 记下原话并给编号
    lane: frontstage
    by: hotline-agent
    fails: [lost]
  - id: sort
    title: 分拣
    do: 看当场能不能办
    lane: frontstage
    by: hotline-agent
    branches:
      - {when: 当场能解决, ends_with: 登记即时办结}
      - {when: 要查证, to: look}
      - {when: 有人受伤, to: report}
  - {id: look, title: 查证, do: 调出原始记录逐条核对, lane: backstage, by: shift-leader, then: tell}
  - {id: report, title: 上报, do: 立即打电话报值班经理, lane: frontstage, by: hotline-agent}
  - {id: tell, title: 答复, do: 把结论和依据告诉客户, lane: frontstage, by: hotline-agent}
fail_points:
  - id: lost
    title: 编号没有给
    prevention: 系统不填编号不能挂机
    detection: 每日比对受理量和短信量
    recovery: 补发短信并致电说明
    owner: shift-leader
"""


def test_the_case_decides_the_next_step() -> None:
    items = pool_of(PROCEDURE, model="next-step").items
    keys = {item.fact.source[2].when: right(item) for item in items.values()}
    assert keys == {
        "当场能解决": ["登记即时办结"],
        "要查证": ["调出原始记录逐条核对"],
        "有人受伤": ["立即打电话报值班经理"],
    }


def test_prevention_does_not_mend() -> None:
    (item,) = pool_of(PROCEDURE, model="recovery").items.values()
    assert right(item) == ["补发短信并致电说明"]
    assert set(wrong(item)) == {"系统不填编号不能挂机", "每日比对受理量和短信量"}


LADDER = """\
kind: escalation
id: ladder
title: 答复升级
about: 投诉
of: complaint-answer
rungs:
  - {id: one, title: 预警, after: 1 个工作日, to: hotline-agent, does: 办, by: 系统}
  - {id: two, title: 督办, after: 2 个工作日, to: shift-leader, does: 催, by: 系统}
  - {id: three, title: 问责, after: 3 个工作日, to: service-director, does: 问, by: 系统}
"""
DIRECTOR = """\
kind: role
id: service-director
title: 总经理
unit: service-department
rank: 5
mission: 负责
duties: [负责]
"""


def test_each_rung_has_its_post() -> None:
    items = pool_of(LADDER, DIRECTOR, model="escalate-to").items
    assert right(items["escalate-to.ladder.three"]) == ["总经理"]
    assert len(items["escalate-to.ladder.three"].options) >= 3


SERVICE = """\
kind: service
id: new-card
title: 补卡
sort: business
about: 换一张卡
routes:
  - {channel: the-shop, strength: document}
excluded:
  - {channel: the-line, why: 看不到证件, instead: the-shop}
"""
CHANNELS = "kind: channel\nitems:\n" + "".join(
    f"  - {{id: {name}, title: {title}, medium: voice, reach: x, hours: 每天 08:00–20:00, "
    "intake: [], identity: document}\n"
    for name, title in (("the-shop", "营业厅"), ("the-line", "热线"))
)


def test_where_a_business_is_done() -> None:
    items = pool_of(SERVICE, CHANNELS, model="channel-does").items
    assert right(items["channel-does.new-card.the-line"]) == ["不办，请改走营业厅"]
    assert right(items["channel-does.new-card.the-shop"]) == ["可以办，凭证件原件核身"]


HINTED = """\
kind: limit
id: returned
title: 错派退单
value: {value} 次
explains: 一张工单最多因派错退回一次。多了要报。
answers_to: shift-leader
"""


def test_a_hint_that_holds_the_answer_is_left_out() -> None:
    (once,) = pool_of(HINTED.format(value=1), model="limit-number").items.values()
    (twice,) = pool_of(HINTED.format(value=2), model="limit-number").items.values()
    assert "退回一次" not in once.stem.text
    assert "退回一次" in twice.stem.text


def test_a_definition_does_not_offer_a_word_that_it_uses() -> None:
    terms = "kind: term\nitems:\n" + "".join(
        f"  - {{id: u{at}, title: {title}, means: {means}}}\n"
        for at, (title, means) in enumerate(
            (
                ("办结时限", "客户收到答复以前我们最多用多久"),
                ("催办单据", "问一件事办到哪一步的单子"),
                ("增援档位", "按排队比分出的三档"),
                ("排队比例", "排队的人比座席多几成"),
                ("排队比", "排队的人数除以座席数"),
            )
        )
    )
    item = pool_of(terms, model="word").items["word.u2"]
    assert "排队比" not in wrong(item)


def test_a_definition_is_asked_without_the_parts_that_say_its_word() -> None:
    said = (
        ("办结时限", "客户收到答复以前最多用多久。办结时限从受理起算。"),
        ("答复", "把结论告诉客户；写明日期；只说在办不是答复。"),
        ("催办单据", "问一件事办到哪一步的单子"),
        ("增援", "增援就是加人"),
    )
    terms = "kind: term\nitems:\n" + "".join(
        f"  - {{id: u{at}, title: {title}, means: {means}}}\n"
        for at, (title, means) in enumerate(said)
    )
    items = pool_of(terms, model="word").items
    assert items["word.u0"].stem.text == "客户收到答复以前最多用多久。这叫什么？"
    assert items["word.u1"].stem.text == "把结论告诉客户；写明日期。这叫什么？"
    assert "word.u3" not in items


def test_a_way_of_identifying_that_a_channel_never_uses_is_not_offered() -> None:
    routes = "[{channel: the-line, strength: password}, {channel: the-shop, strength: document}]"
    other = (
        f"kind: service\nid: bill\ntitle: 查账单\nsort: business\nabout: 看账单\nroutes: {routes}\n"
    )
    items = pool_of(SERVICE, other, CHANNELS, model="channel-does").items
    asked = items["channel-does.new-card.the-line"]
    assert set(wrong(asked)) == {"可以办，不用核身", "可以办，凭服务密码或验证码核身"}
    assert all("请改走" not in one for one in wrong(asked)), "the shop does it: no wrong place"


def test_a_word_to_be_written_is_the_only_one_that_begins_like_it() -> None:
    terms = "kind: term\nitems:\n" + "".join(
        f"  - {{id: t{at}, title: 第{at}号单据, also: [{also}], means: 记着第{at}件事的那一张纸}}\n"
        for at, also in ((one, "第几号" if one % 2 else "单子") for one in range(20, 60))
    )
    items = pool_of(terms, model="word-written").items
    assert items
    assert all(int(item.fact.name[1:]) % 2 == 0 for item in items.values())
    assert all("这叫「第______」" in item.stem.text for item in items.values())


def test_what_the_clause_also_forbids_is_offered_to_say() -> None:
    more = "    missed:"
    worse = "      - {phrase: 急什么, instead: 我先看您最急的}\n    missed:"
    norms = [text.replace(more, worse) if "id: b-norm" in text else text for text in NORMS]
    items = pool_of(*norms, model="phrase-to-say").items
    found = items["phrase-to-say.b-norm.never-1"]
    option = next(one for one in found.options if one.text.text == "「急什么」")
    assert "也不许说" in option.why.text
    assert "我先看您最急的" in option.why.text


def test_a_wrong_reply_is_told_where_it_belongs() -> None:
    for item in pool_of(*NORMS, model="phrase-to-say").items.values():
        for option in item.options:
            if not option.right:
                assert "答非所问" in option.why.text
                assert option.text.text.strip("「」") not in option.why.text, "no praise as a fault"


def test_the_case_of_a_remedy_stands_in_the_question() -> None:
    norms = (norm("e-norm", "先约好", "随便", "我先问", "没有约就去的，改天再去"), *NORMS)
    items = pool_of(*norms, model="remedy").items
    assert "没有约就去的，怎样补救" in items["remedy.e-norm"].stem.text
    assert right(items["remedy.e-norm"]) == ["改天再去"]


def test_what_is_done_first_is_no_case_of_what_is_done_then() -> None:
    missed = "致歉、恢复；已经扣了费的，另行补偿"
    norms = (norm("e-norm", "先约好", "随便", "我先问", missed), *NORMS)
    items = pool_of(*norms, model="remedy").items
    assert "致歉" not in items["remedy.e-norm"].stem.text
    assert right(items["remedy.e-norm"]) == [missed]


def test_what_no_exception_precedes_is_no_part_of_the_case() -> None:
    lines = "    exceptions: [没有例外；客户自愿转存的，按他的选择办]\n    missed:"
    others = [
        text.replace("    missed:", f"    exceptions: [{case}的，{then}]\n    missed:")
        for text, case, then in zip(
            NORMS[1:],
            ("系统停了", "客户在开车", "夜里十二点以后"),
            ("先写在纸上", "请他停好再打来", "次日一早补打"),
            strict=True,
        )
    ]
    items = pool_of(NORMS[0].replace("    missed:", lines), *others, model="exception").items
    stem = items["exception.a-norm.1"].stem.text
    assert "这一次的情形：客户自愿转存。" in stem


def test_what_keeps_an_error_away_is_told_from_what_mends_it() -> None:
    (item,) = pool_of(PROCEDURE, model="recovery").items.values()
    told = {one.why.text for one in item.options if not one.right}
    assert all("补不了已经出的这一次" in why for why in told)


def test_a_step_with_one_way_on_tells_what_was_done() -> None:
    one_way = PROCEDURE.replace(
        "do: 把结论和依据告诉客户, lane: frontstage, by: hotline-agent}",
        "do: 把结论和依据告诉客户, lane: frontstage, by: hotline-agent, "
        "branches: [{when: 说好了, ends_with: 当日办结归档}]}",
    )
    items = pool_of(one_way, model="next-step").items
    (found,) = (one for one in items.values() if right(one) == ["当日办结归档"])
    assert "把结论和依据告诉客户" in found.stem.text


def test_what_opens_with_a_stage_direction_stands_beside_no_plain_words() -> None:
    staged = NORMS[0].replace("请您稍等，我马上核实", "（抬头）请您稍等，我马上核实")
    found = pool_of(staged, *NORMS[1:], model="phrase-to-say").items.values()
    assert {item.clause.item for item in found} == {"b-norm", "c-norm", "d-norm"}
    assert not [text for item in found for text in wrong(item) if "（" in text]
    (pairs,) = pool_of(staged, *NORMS[1:], model="say-instead").items.values()
    assert not [text for text in right(pairs) if "（" in text]
    assert len(pairs.options) == 3


DATA = """\
kind: data-item
items:
  - id: {id}
    title: {title}
    purposes: [{purposes}]
    basis: consent
    withdrawn: {withdrawn}
    kinds: [{title}]
    sensitive: 否
    keep: 2 年
    keep_from: 服务终止
    access: [hotline-agent]
    notice: privacy-notice
"""

PURPOSES = """\
kind: taxonomy
id: data-purpose
title: 资料用途
members:
  - {id: service, title: 客户服务}
  - {id: marketing, title: 营销推广}
  - {id: billing, title: 计费收费}
  - {id: research, title: 市场研究}
  - {id: legal-duty, title: 履行法定义务}
"""


def data(name: str, title: str, purposes: str = "service", withdrawn: str = "stops-use") -> str:
    return DATA.format(id=name, title=title, purposes=purposes, withdrawn=withdrawn)


def test_which_data_has_the_effect_when_consent_is_withdrawn() -> None:
    stops = {"喜好": "a", "足迹": "b", "答卷": "c"}
    loses = {"账户": "d", "定位": "e", "病历": "f"}
    texts = [data(f"{name}-data", title) for title, name in stops.items()]
    texts += [
        data(f"{name}-data", title, withdrawn="loses-feature") for title, name in loses.items()
    ]
    items = pool_of(*texts, PURPOSES, model="withdrawal").items
    assert len(items) == 6
    for own, others, effect in ((stops, loses, "只停这一项用途"), (loses, stops, "用不了")):
        for title, name in own.items():
            item = items[f"withdrawal.{name}-data"]
            assert effect in item.stem.text
            assert right(item) == [title]
            assert set(wrong(item)) == set(others)


def test_a_duty_by_law_is_no_wrong_purpose() -> None:
    (item,) = pool_of(data("a-data", "喜好"), PURPOSES, model="data-purpose").items.values()
    assert right(item) == ["客户服务"]
    assert set(wrong(item)) == {"营销推广", "计费收费", "市场研究"}


def test_data_whose_name_tells_its_purpose_is_asked_about_by_another() -> None:
    named = data("a-data", "营销同意记录", "marketing, research")
    (item,) = pool_of(named, PURPOSES, model="data-purpose").items.values()
    assert right(item) == ["市场研究"]
    alone = pool_of(data("a-data", "营销同意", "marketing"), PURPOSES, model="data-purpose")
    assert not alone.items


LIMITED = """\
kind: limit
id: looked-into
title: 先查根因的次数
value: 3 次
bound: {bound}
explains: |
  按自然年计数。{then}，下一次由主管决定。
"""


def limit_stem(saying: str, bound: str = "at-least", then: str = "这一年里的补偿") -> str:
    said = norm("e-norm", "先看次数", "随便", "我先问", f"补看，次数{saying}【looked-into】的要报")
    texts = (LIMITED.format(bound=bound, then=then), said)
    return pool_of(*texts, model="limit-number").items["limit-number.looked-into"].stem.text


def test_only_a_floor_is_asked_for_as_the_least() -> None:
    assert "至少" in limit_stem("至少")
    assert "至少" not in limit_stem("达到"), "what sets something off is no floor"
    assert "至少" not in limit_stem("不超过"), "the texts and the field differ"


def test_only_a_ceiling_is_asked_for_as_the_most() -> None:
    assert "规定最多是多少" in limit_stem("不超过", "at-most")
    assert "最多" not in limit_stem("按", "at-most"), "a fixed number is no ceiling"


def test_a_bound_that_is_said_is_not_said_twice() -> None:
    assert limit_stem("至少", then="至少看这么多次").count("至少") == 1


def test_a_sentence_that_only_says_how_to_count_takes_the_next_along() -> None:
    assert "同一客户达到这个次数" in limit_stem("达到", then="同一客户达到这个次数")


def test_a_time_between_two_events_is_asked_for_by_its_bound() -> None:
    text = (
        "kind: limit\nid: moved\ntitle: 改套餐生效\nwithin: 60 日\nfrom: complaint-received\n"
        "to: complaint-answered\nanswers_to: shift-leader\n"
    )

    def stem(more: str = "") -> str:
        return pool_of(text + more, model="limit-number").items["limit-number.moved"].stem.text

    assert "最长多久" in stem()
    assert "最短多久" in stem("bound: at-least\n")
    assert "90% 的要在多久以内" in stem("population: share\nshare: 90%\n")


def test_what_a_red_line_forbids_is_a_wrong_answer_too() -> None:
    slips = "        slips: [{text}]\n    missed:"
    said = ("您先别走，我马上就来", "您的事归那边，您去一趟", "这次先这样记着，下次再说")
    texts = [
        norm(f"{name}-red", f"红线{at}", f"不行{at}", f"我来{at}", f"补办{at}", "是").replace(
            "    missed:", slips.format(text=text)
        )
        for at, (name, text) in enumerate(zip("abc", said, strict=True))
    ]
    texts += [
        norm(f"plain-{at}", f"平常{at}", f"不好{at}", f"我办{at}", f"补写{at}").replace(
            "    missed:", slips.format(text="我查一查，晚一点告诉您")
        )
        for at in range(8)
    ]
    items = pool_of(*texts, model="red-line").items.values()
    turned = [one for one in items if one.clause.item.startswith("plain")]
    assert turned
    for item in turned:
        assert "不算红线" in item.stem.text
        assert set(wrong(item)) == {f"「{one}」" for one in said}


def test_other_errors_are_mended_otherwise() -> None:
    more = "".join(
        f"  - {{id: f{at}, title: 差错{at}, prevention: 系统拦住{at}, detection: 每周抽{at}件, "
        f"recovery: {text}, owner: shift-leader}}\n"
        for at, text in enumerate(("当日致电更正金额", "换人上门重做", "退回原处另派一班"))
    )
    item = pool_of(PROCEDURE + more, model="recovery").items["recovery.handling.lost"]
    assert set(wrong(item)) == {"当日致电更正金额", "换人上门重做", "退回原处另派一班"}


def test_a_case_reads_on_whatever_its_condition_says() -> None:
    told = PROCEDURE.replace("when: 要查证", "when: 需要查证：客户说「没有」")
    stems = [one.stem.text for one in pool_of(told, model="next-step").items.values()]
    assert any("情形是「需要查证：客户说『没有』」。接着怎么办？" in one for one in stems)


PROXY = """\
kind: service
id: {id}
title: {title}
sort: business
about: 办一件事
routes:
  - {{channel: the-shop, strength: document}}
proxy:
  allowed: 是
  customer_documents: [机主证件]
  proxy_documents: [{paper}]
"""


BEYOND_THE_LIST = {
    "机主的服务密码",
    "机主手机上收到的验证码",
    "机主手持身份证的照片",
    "机主最近三个月的缴费凭证",
}


def test_no_paper_of_another_business_is_offered_to_a_proxy() -> None:
    texts = (
        PROXY.format(id="a", title="补换卡", paper="说清委托谁补换卡的视频"),
        PROXY.format(id="b", title="拆机", paper="写明拆哪一处的书信"),
        PROXY.format(id="c", title="停机", paper="房东签收的回条"),
    )
    items = pool_of(*texts, CHANNELS, model="proxy-documents").items
    offered = {text for item in items.values() for text in wrong(item)}
    assert len(offered) > 2
    assert offered <= BEYOND_THE_LIST | {"房东签收的回条"}


_THREE = "kind: channel\nitems:\n" + "".join(
    f"  - {{id: {name}, title: {title}, medium: voice, reach: x, hours: 每天 08:00–20:00, "
    "intake: [], identity: document}\n"
    for name, title in (("the-shop", "营业厅"), ("the-line", "热线"), ("the-app", "掌上营业厅"))
)


def business(name: str, title: str, routes: str, excluded: str = "[]") -> str:
    return (
        f"kind: service\nid: {name}\ntitle: {title}\nsort: business\nabout: 办一件事\n"
        f"routes: {routes}\nexcluded: {excluded}\n"
    )


def test_a_channel_that_does_everything_sends_nobody_elsewhere() -> None:
    every = "{channel: the-line, strength: none}"
    found = [
        business("new-card", "补卡", f"[{{channel: the-shop, strength: document}}, {every}]"),
        business("bill", "查账单", f"[{{channel: the-shop, strength: password}}, {every}]"),
        business("fault", "报障", f"[{{channel: the-shop, strength: none}}, {every}]"),
    ]
    items = pool_of(*found, _THREE, model="channel-does").items
    shop = [one for one in items.values() if one.id.endswith(".the-shop")]
    assert shop
    for item in shop:
        assert all("不办" not in one for one in wrong(item))


def test_customers_are_sent_nowhere_that_a_channel_never_sends_them() -> None:
    away = "[{channel: the-line, why: 看不到证件, instead: the-shop}]"
    found = [
        business("new-card", "补卡", "[{channel: the-shop, strength: document}]", away),
        business(
            "bill",
            "查账单",
            "[{channel: the-line, strength: password}, {channel: the-shop, strength: none}, "
            "{channel: the-app, strength: none}]",
        ),
    ]
    items = pool_of(*found, _THREE, model="channel-does").items
    item = items["channel-does.bill.the-line"]
    assert "不办，请改走营业厅" in wrong(item)
    assert "不办，请改走掌上营业厅" not in wrong(item)


_RULES = """\
kind: regulation
id: phone-rules
title: 手机三包规定
short: 手机三包
issuer: 质检总局
about: 手机坏了怎样免费修
editions: [{id: issued, title: 公布本, effective: 2001-11-15}]
articles: [{id: article-1, number: 附录, edition: issued, says: 电池保修六个月, verification: V2}]
floors:
  - id: battery-6m
    title: 手机电池的保修
    article: article-1
    measure: threshold
    bound: at-least
    value: 6 个月
    verification: V2
"""


def goods(name: str, title: str, lasts: str, floor: str = "") -> str:
    return (
        f"kind: service\nid: {name}\ntitle: {title}\nsort: product\nabout: 一样东西\nwarranty:\n"
        f"  lasts: {lasts}\n  installed: 否\n  from: purchase\n  repair_excluded: 是\n"
        f"  restarts: 是\n  covers: 坏了免费修\n{floor}"
    )


def test_the_least_that_the_law_asks_is_taken_for_what_is_promised() -> None:
    found = [
        goods("battery", "电池", "12 个月", "  floor: phone-rules.battery-6m\n"),
        goods("modem", "光猫", "2 年"),
        goods("phone", "手机", "3 年"),
    ]
    item = pool_of(_RULES, *found, model="warranty").items["warranty.battery"]
    assert right(item) == ["12 个月"]
    law = next(one for one in item.options if one.text.text == "6 个月")
    assert "手机三包" in law.why.text
    assert "phone-rules" in item.rests


def test_a_blank_is_shown_alike_in_answers_and_reasons() -> None:
    norms = [
        norm(
            "a-norm", "请客户等候", "你等一下", "请您等【几分钟】，我马上核实", "当班致电说明去向"
        ),
        *NORMS[1:],
    ]
    item = pool_of(*norms, model="phrase-to-say").items["phrase-to-say.a-norm.never-1"]
    assert right(item) == ["「请您等××，我马上核实」"]
    for option, verdict in zip(item.options, item.verdicts, strict=True):
        assert "【" not in option.why.text + verdict.because.text
    assert any("请您等××" in one.because.text for one in item.verdicts)


def test_a_step_that_another_post_does_alike_is_no_wrong_answer() -> None:
    alike = PROCEDURE.replace("立即打电话报值班经理", "调出原始记录逐条核对、报值班经理")
    item = next(
        one
        for one in pool_of(alike, model="next-step").items.values()
        if right(one) == ["调出原始记录逐条核对"]
    )
    assert "调出原始记录逐条核对、报值班经理" not in wrong(item)
