"""The metric of the rules' examples: 接通率, with the norm and the limits that it goes with."""

_METRIC = """\
--- standards/metric.yaml
kind: metric
id: answer-rate
title: 接通率
means: 客户要人工以后，通上话的比例
family: {family}
formula: answered / offered × 100%
variables:
  - {{id: answered, title: 接通量, unit: 通, source: call-platform}}
  - {{id: offered, title: 请求量, unit: 通, source: call-platform}}
unit: '%'
empty: not-counted
direction: up
target: 95%
warning: 93%
red: 90%
window: 自然月
every: 1 日
review_every: 1 个月
acted: metric-measures
reported_by: shift-leader
"""

FRAME = """\
--- standards/platform.yaml
kind: system
id: call-platform
title: 呼叫平台
used_for: [接听来电]
--- standards/limits.yaml
kind: limit
id: metric-measures
title: 拿出改法
value: 7 日
--- standards/programme.yaml
kind: programme
id: monthly-review
title: 月度分析
sort: review
aim: 看指标，定措施
every: 1 个月
lead: shift-leader
activities: []
metrics: [{metrics}]
"""
"""What stands around the metrics of an example; ``metrics`` are those that are looked at."""


def example(
    *changes: tuple[str, str], family: str = "reliability", more: str = "", metrics: str = ""
) -> str:
    """The metric with lines changed, and what stands around it.

    Args:
        changes: lines of the metric, each with what stands there instead.
        family: of the metric.
        more: further files.
        metrics: ids of further metrics, each after a comma.
    """
    text = _METRIC.format(family=family)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text + more + FRAME.format(metrics=f"answer-rate{metrics}")
