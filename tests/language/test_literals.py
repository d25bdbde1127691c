"""Literal quantities in sentences, found with few false alarms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.language.literals import find_quantities

FOUND = [
    ("客户选择人工服务后，15 秒内应答。", ["15 秒"]),
    ("15秒内接听电话", ["15秒"]),
    ("请在３０分钟内到达现场", ["３０分钟"]),
    ("三十分钟内回电", ["三十分钟"]),
    ("自受理之日起 3 个工作日内答复", ["3 个工作日"]),
    ("三个工作日内答复客户", ["三个工作日"]),
    ("3工作日内办结", ["3工作日"]),
    ("4 工作小时内首次联系", ["4 工作小时"]),
    ("最迟 15 日内答复申诉", ["15 日"]),
    ("十五日内答复", ["十五日"]),
    ("应在 15 个自然日内告知", ["15 个自然日"]),
    ("3 天内回访", ["3 天"]),
    ("两天后再联系", ["两天"]),
    ("一周内完成整改", ["一周"]),
    ("两个星期内送达", ["两个星期"]),
    ("录音保存 5 个月", ["5 个月"]),
    ("话单保存期不少于五个月", ["五个月"]),
    ("保修一年", ["一年"]),
    ("合同期 2 年", ["2 年"]),
    ("半小时内到场", ["半小时"]),
    ("半年内不得再次推销", ["半年"]),
    ("一个半小时内恢复", ["一个半小时"]),
    ("城镇 24 小时、农村 36 小时内修复", ["24 小时", "36 小时"]),
    ("4–6 小时内上门", ["4–6 小时"]),
    ("三至五日内寄出发票", ["三至五日"]),
    ("30 分钟至 2 小时内恢复", ["30 分钟至 2 小时"]),
    ("接通率不低于 85%", ["85%"]),
    ("满意率达到百分之九十", ["百分之九十"]),
    ("月度接通率低于８５％时预警", ["８５％"]),
    ("每日按 3‰ 收取违约金", ["3‰"]),
    ("滞纳金按千分之三计", ["千分之三"]),
    ("赔付不超过 200 元", ["200 元"]),
    ("一次补偿一百元话费", ["一百元"]),
    ("超过 5 万元报总经理", ["5 万元"]),
    ("退还￥100", ["￥100"]),
    ("赔 50 块钱", ["50 块钱"]),
    ("金额在 1,000.50 元以下", ["1,000.50 元"]),
    ("48 小时内答复，且满意率 90% 以上", ["48 小时", "90%"]),
    ("全年提供 24 小时营业服务", ["24 小时"]),
    ("Answer within 15 seconds.", ["15 seconds"]),
    ("Reply within 3 working days", ["3 working days"]),
    ("up to 30 min on hold", ["30 min"]),
    ("停机 60 日后销户", ["60 日"]),
    ("提前一日告知客户", ["一日"]),
    ("与此前三个月平均费用相比", ["三个月"]),
    ("每 3 日报告一次进度", ["3 日"]),
    ("【complaint-answer】到期前 2 小时提醒", ["2 小时"]),
    ("9 月 1 日起 3 个工作日内答复", ["3 个工作日"]),
]

QUIET = [
    "拨打 10000 号客户服务热线",
    "请拨打 12381 或 10086",
    "应在【complaint-answer】内答复",
    "月度【answer-rate-15s】不低于目标值",
    "请在【?15 日】前回复",
    "第一时间联系客户",
    "第 3 个工作日仍未答复的，升级",
    "第三天",
    "一次性告知所需材料",
    "一次办好，一站服务",
    "2026 年 9 月 1 日起执行",
    "2026年执行",
    "二〇二六年九月一日",
    "自 9 月 1 日起",
    "十二月三十一日前完成",
    "每月 5 日前出账",
    "次月 10 日寄送账单",
    "2026-09-01 生效",
    "每天 08:30–17:30 营业",
    "上午 9 时开门",
    "7×24 小时提供服务",
    "统一日期格式",
    "同一天内多次来电",
    "统一年度口径",
    "每一天都有人值守",
    "有一天客户会感谢您",
    "两三天内",
    "几个工作日内",
    "数十分钟",
    "几分钟后回电",
    "一日三餐",
    "一年四季",
    "下半年开展一次演练",
    "上半年",
    "等了半天",
    "百分百满意",
    "三年级学生",
    "问卷 5 分制，4 分以上为满意",
    "5G 套餐，1000M 宽带",
    "三级响应，两名以上经办人",
    "002 §4.3.1 第 2 段",
    "见《服务规范》第 15 条",
    "周一至周五",
    "星期三日间",
    "多元化服务",
    "5 元素模型",
    "版本 v1.5",
    "详见 https://example.cn/a?t=15s",
    "运行 `timeout 15 s`",
    "[说明](limits.md#15-日)",
    "十分抱歉，让您久等了",
    "3 人以上在岗",
    "万一日后有问题，请随时来电",
    "编号 A-15 s",
    "工作日志每班一份",
    "每日回查前一日的计数曲线",
    "到期前最后一个工作日上午仍无结论的",
    "应答数 ÷ 呼入数 × 100%",
    "下一个工作日处理",
    "12345 政务热线",
    "请您稍等，我马上为您核实",
]


@pytest.mark.parametrize(("sentence", "literals"), FOUND)
def test_found(sentence: str, literals: list[str]) -> None:
    found = find_quantities(sentence)
    assert [literal.text for literal in found] == literals
    assert [sentence[literal.start : literal.end] for literal in found] == literals


@pytest.mark.parametrize("sentence", QUIET)
def test_quiet(sentence: str) -> None:
    assert find_quantities(sentence) == []


@given(st.text("0123456789一二三半个工作日天年月秒时分钟%元¥.,–至 【】`第每a", max_size=40))
def test_spans_are_in_order_and_apart(sentence: str) -> None:
    found = find_quantities(sentence)
    ends = [0, *(literal.end for literal in found)]
    starts = [literal.start for literal in found]
    assert all(end <= start for end, start in zip(ends, starts, strict=False))
    assert all(sentence[start:end] == text and text for start, end, text in found)
