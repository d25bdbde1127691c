"""Sound items of kinds of which the manual has none yet: businesses, promotions, personal data.

Faults are planted in them where the manual itself has no place for one. By themselves they are as
clean as the manual: the run says so, or counts a false alarm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from planting import Edit, Manual
from reference_faults import HEAD

from guifan.language.nodes import MappingNode
from guifan.language.source import Source

_NOT_DONE = {
    "email": "邮件里无法核验身份",
    "letter": "书信里无法核验身份",
    "social-media": "公开账号里无法核验身份",
    "service-station": "站点不办账户业务",
    "home-visit": "上门人员不办账户业务",
}
"""Channels on which none of the businesses is done, and why."""


def _excluded(reasons: Mapping[str, str], instead: str) -> str:
    return "".join(
        f"      - channel: {channel}\n        why: {why}\n        instead: {instead}\n"
        for channel, why in reasons.items()
    )


def _routes(more: str) -> str:
    """The ways of a business that is done on five channels; the one in person needs a document."""
    out = ""
    for channel, strength in (
        ("hotline", "password"),
        ("online-chat", "password"),
        ("sms", "password"),
        ("app", "password"),
    ):
        out += f"      - channel: {channel}\n        strength: {strength}\n        {more}\n"
    return out + (
        "      - channel: shop\n        strength: document\n"
        "        documents: [本人有效身份证件原件]\n"
        f"        {more}\n        differs: 当面办理按规定查验证件原件\n"
    )


_REMOTE = {
    "hotline": "电话里无法比对证件和人像",
    "online-chat": "会话里无法比对证件和人像",
    "sms": "短信里无法比对证件和人像",
    "app": "自助渠道无法当面比对证件和人像",
}

SERVICES = "standards/products/trial-services.yaml"
_SERVICES = (
    HEAD.format(kind="service", place="products")
    + "items:\n"
    + "  - id: trial-roaming\n    title: 试办国际漫游\n    sort: business\n"
    + "    about: 出国以前开通，按天计费；回国以后可以取消。\n"
    + "    lasting: 是\n    identity: password\n    routes:\n"
    + _routes("steps: 3 次\n        limit: trial-open")
    + "    excluded:\n"
    + _excluded(_NOT_DONE, "shop")
    + "    cancels:\n"
    + _routes("steps: 2 次\n        limit: trial-cancel")
    + "    proxy:\n      allowed: 否\n      why: 开通以后按天计费，须由本人确认\n"
    + "    minors:\n      allowed: 是\n      guardian_documents: [户口簿, 监护人有效身份证件原件]\n"
    + "      channels: [shop]\n"
    + "  - id: trial-transfer\n    title: 试办号码过户\n    sort: business\n"
    + "    about: 把号码转到另一位机主名下。\n    identity: document-and-face\n    routes:\n"
    + "      - channel: shop\n        strength: document-and-face\n"
    + "        documents: [双方有效身份证件原件]\n"
    + "    excluded:\n"
    + _excluded({**_REMOTE, **_NOT_DONE}, "shop")
    + "    proxy:\n      allowed: 是\n      customer_documents: [机主有效身份证件原件, 书面委托]\n"
    + "      proxy_documents: [代办人有效身份证件原件]\n      channels: [shop]\n"
    + "    minors:\n      allowed: 否\n      why: 未成年人名下的号码由监护人另行办理\n"
)

PROMOTIONS = "standards/products/trial-promotions.yaml"
_PROMOTIONS = HEAD.format(kind="service", place="products") + "items:\n"
for _name, _title, _first, _last in (
    ("spring", "春季", "2026-01-15", "2026-03-31"),
    ("summer", "夏季", "2026-04-10", "2026-06-30"),
    ("autumn", "秋季", "2026-07-05", "2026-09-30"),
    ("winter", "冬季", "2026-10-08", "2026-10-31"),
):
    _PROMOTIONS += (
        f"  - id: trial-{_name}\n    title: 试办{_title}立减\n    sort: promotion\n"
        f"    expires: {_last}\n    about: 新装宽带的首月月租减半。\n"
        f"    starts: {_first}\n    ends: {_last}\n"
        "    group: handset\n    routes:\n"
        "      - channel: shop\n        strength: document\n"
        "        documents: [本人有效身份证件原件]\n    excluded:\n"
        + _excluded({**dict.fromkeys(_REMOTE, "新装宽带须当面核验证件"), **_NOT_DONE}, "shop")
    )

TIMES = "standards/products/trial-limits.yaml"
_TIMES = HEAD.format(kind="limit", place="products") + "items:\n"
for _name, _title, _from, _to, _hours, _metric in (
    ("open", "试办开通", "asked", "opened", 2, "in-time-rate"),
    ("cancel", "试办取消", "leaving", "left", 2, "repair-rate"),
    ("by-letter", "试办书面取消", "filed", "left", 24, "service-rate"),
):
    _TIMES += (
        f"  - id: trial-{_name}\n    title: {_title}\n    within: {_hours} 小时\n"
        f"    from: trial-{_from}\n    to: trial-{_to}\n    calendar: duty\n"
        f"    metric: trial-{_metric}\n    answers_to: hotline-agent\n"
    )
_TIMES += (
    "  - id: trial-lookback\n    title: 试办回看期\n    value: 20 日\n"
    "    supersedes: [trial-lookback-2025]\n    answers_to: hotline-agent\n"
    "  - id: trial-lookback-2025\n    title: 试办回看期（2025）\n    value: 15 日\n"
    "    effective: 2025-01-01\n    review_by: 2025-12-31\n    expires: 2025-12-31\n"
    "    answers_to: hotline-agent\n"
)

EVENTS = "standards/products/trial-events.yaml"
_EVENTS = HEAD.format(kind="event", place="products") + "items:\n"
for _name, _title in (
    ("asked", "开通申请"),
    ("opened", "开通完成"),
    ("leaving", "取消申请"),
    ("left", "取消完成"),
    ("filed", "书面递交"),
):
    _EVENTS += (
        f"  - id: trial-{_name}\n    title: 试办{_title}\n"
        f"    happens: 工单写下「试办{_title}」的时刻。\n    evidence: 工单记录\n"
    )

METRICS = "standards/metrics/trial-metrics.yaml"
_METRICS = HEAD.format(kind="metric", place="quality.metrics") + (
    "empty: not-counted\nreview_every: 1 个月\nacted: metric-measures\nitems:\n"
)
for _name, _title, _done, _due, _within, _counter, _lock in (
    ("in-time-rate", "试办按时率", "在时", "应办", "open", "complaint-satisfaction", ""),
    ("repair-rate", "试办抢修按时率", "抢修", "应修", "cancel", "trial-in-time-rate", "service"),
    ("service-rate", "试办恢复按时率", "恢复", "应复", "by-letter", "trial-in-time-rate", "repair"),
):
    _METRICS += (
        f"  - id: trial-{_name}\n    title: {_title}\n    means: {_due}的里面有多少按时{_done}。\n"
        "    family: reliability\n"
        "    formula: trial-done / trial-due × 100%\n    variables:\n"
        f"      - id: trial-done\n        title: 试办{_done}件\n        unit: 件\n"
        f"        means: 在【trial-{_within}】内{_done}的件数。\n        source: ticket-system\n"
        f"      - id: trial-due\n        title: 试办{_due}件\n        unit: 件\n"
        f"        means: 当期{_due}的件数。\n        source: ticket-system\n"
        "    unit: '%'\n    direction: up\n    target: 100%\n    warning: 98%\n    red: 95%\n"
        "    window: 自然月\n    every: 7 日\n    reported_by: quality-inspector\n"
        f"    counter: [{_counter}]\n"
        + (
            f"    mutual: [network-operations]\n    interlocks: [trial-{_lock}-rate]\n"
            if _lock
            else ""
        )
    )

DATA = "standards/customer-data/trial-data.yaml"
_DATA = HEAD.format(kind="data-item", place="customer-data") + (
    "items:\n"
    "  - id: trial-billing\n    title: 试办账单资料\n    purposes: [service]\n    basis: contract\n"
    "    kinds: [账单金额, 缴费记录]\n    sensitive: 否\n    masked: 是\n    keep: 5 个月\n"
    "    keep_from: 账单出具的次日\n    keep_floor: telecom-service-rules.records-5-months\n"
    "    needed: 5 个月\n    access: [trial-clerk]\n    notice: trial-notice\n"
    "    uses:\n      - by: trial-child-card\n        purpose: service\n"
    "  - id: trial-location\n    title: 试办位置资料\n    purposes: [service]\n    basis: consent\n"
    "    kinds: [报障时的位置]\n    sensitive: 是\n    separate_consent: 是\n"
    "    assessment: YC-PIA-2026-01\n    encrypted: 是\n    masked: 是\n    keep: 1 个月\n"
    "    keep_from: 障碍修复之日\n    needed: 1 个月\n    access: [trial-clerk]\n"
    "    notice: trial-notice\n    withdrawal: 在掌上营业厅关闭位置授权\n"
    "    withdrawn: loses-feature\n"
    "    shared_with:\n      - to: 装维外包公司\n        recipient: processor\n"
    "        purpose: service\n        contract: 装维委托处理协议\n"
    "  - id: trial-taste\n    title: 试办偏好资料\n    purposes: [marketing]\n    basis: consent\n"
    "    kinds: [喜欢的套餐类型]\n    sensitive: 否\n    masked: 是\n    keep: 6 个月\n"
    "    keep_from: 取得同意之日\n    needed: 6 个月\n    access: [trial-clerk]\n"
    "    notice: trial-notice\n    withdrawal: 拨打 10199 说一声\n    withdrawn: stops-use\n"
    "    shared_with:\n      - to: 合作的内容平台\n        recipient: controller\n"
    "        purpose: marketing\n        consent: 是\n        contract: 资料合作协议\n"
    "  - id: trial-child\n    title: 试办儿童资料\n    purposes: [service]\n    basis: consent\n"
    "    kinds: [未满十四周岁使用人的姓名]\n    sensitive: 是\n    separate_consent: 是\n"
    "    assessment: YC-PIA-2026-02\n    encrypted: 是\n    masked: 是\n    minors: 是\n"
    "    guardian: trial-child-card.guardian\n    keep: 3 个月\n    keep_from: 停用之日\n"
    "    needed: 3 个月\n    access: [trial-clerk]\n    notice: trial-notice\n"
    "    withdrawal: 监护人到营业厅提出\n    withdrawn: loses-feature\n"
)

CARD = "standards/products/trial-child-card.yaml"
_CARD = (
    HEAD.format(kind="procedure", place="products").replace(
        "kind: procedure\n", "kind: procedure\nid: trial-child-card\ntitle: 试办亲子卡\n"
    )
    + "about: 给孩子开一张亲子卡。\nchannels: [shop]\nsteps:\n"
    "  - id: check\n    title: 核验双方\n    do: 查验监护人的证件原件和户口簿。\n"
    "    lane: frontstage\n    by: shop-clerk\n    accountable: shop-manager\n"
    "    identifies: document\n    within: 10 分钟\n    say: [trial-notice]\n"
    "  - id: guardian\n    title: 监护人同意\n    do: 念告知文本，请监护人签字同意。\n"
    "    lane: frontstage\n    by: shop-clerk\n    accountable: shop-manager\n"
    "    within: 10 分钟\n"
    "  - id: open\n    title: 开卡\n    do: 在账户下开出亲子卡。\n    lane: backstage\n"
    "    by: trial-clerk\n    accountable: shop-manager\n    discloses: document\n"
    "    within: 10 分钟\n"
)

CLERK = "standards/organisation/trial-role.yaml"
_CLERK = HEAD.format(kind="role", place="staff.roles") + (
    "items:\n  - id: trial-clerk\n    title: 试办营业员\n    unit: own-shops\n    rank: 1\n"
    "    reports_to: shop-manager\n    frontline: 是\n    mission: 把试办的业务办好。\n"
    "    scopes: [enquiries]\n    duties: [办理试办业务]\n    deputies: [shop-clerk]\n"
    "    data: [trial-billing, trial-location, trial-taste, trial-child]\n"
)

NOTICE = "standards/products/trial-notice.yaml"
_NOTICE = HEAD.format(kind="message", place="products") + (
    "items:\n  - id: trial-notice\n    title: 试办告知文本\n    form: script\n    to: customer\n"
    "    situation: 收集客户资料以前。\n    says: 我们收集这些资料，只用来办您要办的事。\n"
)

SURVEY = "standards/quality/trial-survey.yaml"
_SURVEY = HEAD.format(kind="programme", place="quality.model") + (
    "items:\n  - id: trial-survey\n    title: 试办客户调查\n    sort: survey\n"
    "    aim: 听客户说我们哪里做得好、哪里不好。\n    every: 6 个月\n    lead: quality-office\n"
    "    activities:\n      - id: ask\n        do: 照问卷逐题问客户。\n"
    "        by: quality-inspector\n        due: 每年 5 月\n        result: 问卷原件\n"
    "    questions:\n"
    "      - id: waiting\n        asks: 您等得久不久？\n        dimension: responsiveness\n"
    "      - id: correct\n        asks: 我们说的和做的一样吗？\n        dimension: reliability\n"
    "      - id: all\n        asks: 总的来说您满意吗？\n        overall: 是\n"
    "    metrics: [complaint-satisfaction]\n    last: 2026-06-30\n"
)

COMPARED = "standards/quality/trial-benchmark.yaml"
_COMPARED = HEAD.format(kind="matrix", place="quality.model") + (
    "items:\n  - id: trial-benchmark\n    title: 试办标杆对比\n    sort: benchmark\n"
    "    about: 和公开承诺比。\n    rows:\n"
    "      - id: wait\n        title: 等待\n        dimension: responsiveness\n"
    "      - id: accuracy\n        title: 准确\n        dimension: reliability\n"
    "    columns:\n      - id: us\n        title: 我们\n      - id: them\n        title: 标杆\n"
    "    cells:\n"
    "      - row: wait\n        column: us\n        says: 等得短\n"
    "      - row: wait\n        column: them\n        says: 差不多\n"
    "      - row: accuracy\n        column: us\n        says: 账单少错\n"
    "      - row: accuracy\n        column: them\n        says: 差不多\n"
)

SUBJECTS: Mapping[str, str] = {
    SERVICES: _SERVICES,
    PROMOTIONS: _PROMOTIONS,
    TIMES: _TIMES,
    EVENTS: _EVENTS,
    METRICS: _METRICS,
    DATA: _DATA,
    CARD: _CARD,
    NOTICE: _NOTICE,
    CLERK: _CLERK,
    SURVEY: _SURVEY,
    COMPARED: _COMPARED,
}
"""The files by name, sound, as a manual might hold them."""

OURS = Manual(Source(file, text) for file, text in SUBJECTS.items())
"""The same, to be edited like the manual."""


def ours(edit: Edit) -> Edit:
    """An edit of one of these files, with the others beside it."""
    others = {file: text for file, text in SUBJECTS.items() if file != edit.file}
    return replace(edit, base=SUBJECTS.get(edit.file, ""), beside={**others, **edit.beside})


def ours_of(kind: str) -> Iterator[tuple[str, str, MappingNode]]:
    """The file, the id and the node of each of our items of a kind."""
    for item in OURS.of(kind):
        yield item.file, item.id, item.node
