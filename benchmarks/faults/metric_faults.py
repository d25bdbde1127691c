"""Faults of metrics: formulas, thresholds, targets, counters and periods (area K)."""

from __future__ import annotations

from collections.abc import Iterator

from planting import Edit, Item, Manual, amount, plants, scalar, text
from subjects import METRICS, OURS, SUBJECTS, TIMES, ours

from guifan.language.nodes import MappingNode, Scalar, SequenceNode


def unquoted(value: str) -> str:
    """A value as YAML takes it."""
    return f"'{value}'" if value[:1] in "%【[{" else value


@plants("K01")
def formula_of_an_unknown(manual: Manual) -> Iterator[Edit]:
    """The formula has a variable that nobody declared."""
    for metric in manual.of("metric"):
        formula = scalar(metric.node, "formula")
        first = text(metric.parts("variables")[0], "id")
        yield manual.put(metric.file, formula, formula.text.replace(first, f"all-{first}"))


@plants("K01")
def formula_that_does_not_parse(manual: Manual) -> Iterator[Edit]:
    """The formula is none."""
    for metric in manual.of("metric"):
        formula = scalar(metric.node, "formula")
        for new in (f"({formula.text}", f"{formula.text} +", formula.text.replace(" /", " / /")):
            if new != formula.text:
                yield manual.put(metric.file, formula, new)


@plants("K01")
def rate_in_seconds(manual: Manual) -> Iterator[Edit]:
    """A share of calls is no time («接通率» in 秒)."""
    for metric in manual.of("metric"):
        if text(metric.node, "unit") == "%":
            yield manual.put(metric.file, scalar(metric.node, "unit"), "秒")


@plants("K01")
def variable_without_a_source(manual: Manual) -> Iterator[Edit]:
    """Nobody knows where the number comes from."""
    for metric in manual.of("metric"):
        for variable in metric.parts("variables"):
            if variable.get("source") and not variable.get("same_as"):
                yield manual.drop(metric.file, variable, "source")


@plants("K01", held_out=True)
def nothing_to_divide_by(manual: Manual) -> Iterator[Edit]:
    """A month without cases divides by nothing, and nothing says what is printed then."""
    for metric in manual.of("metric"):
        if metric.root is not metric.node and metric.root.get("empty"):
            yield manual.drop(metric.file, metric.root, "empty")
            break
    for metric in manual.of("metric")[::3]:
        if metric.root is not metric.node and metric.root.get("empty"):
            yield manual.drop(metric.file, metric.root, "empty")


@plants("K02")
def direction_turned(manual: Manual) -> Iterator[Edit]:
    """The thresholds run against the direction."""
    for metric in manual.of("metric"):
        direction = scalar(metric.node, "direction")
        other = "down" if direction.text == "up" else "up"
        yield manual.put(metric.file, direction, other)


@plants("K02", "K05")
def red_beyond_the_target(manual: Manual) -> Iterator[Edit]:
    """The worst value is better than the one to be reached (target 85, red 90)."""
    for metric in manual.of("metric"):
        target, red = scalar(metric.node, "target"), scalar(metric.node, "red")
        yield manual.swap(metric.file, target, red)


@plants("K02", held_out=True)
def warning_behind_the_red_line(manual: Manual) -> Iterator[Edit]:
    """The warning comes after the alarm."""
    for metric in manual.of("metric"):
        warning, red = metric.node.get("warning"), scalar(metric.node, "red")
        if isinstance(warning, Scalar):
            yield manual.swap(metric.file, warning, red)


@plants("K03", "K02")
def more_than_all(manual: Manual) -> Iterator[Edit]:
    """A share above the whole (CSAT 120 %)."""
    for metric in manual.of("metric"):
        if text(metric.node, "unit") == "%" and text(metric.node, "direction") == "up":
            for new in ("120%", "101%"):
                yield manual.put(metric.file, scalar(metric.node, "target"), new)


@plants("K03")
def sampled_without_a_minimum(manual: Manual) -> Iterator[Edit]:
    """Two answers make a month's result."""
    for metric in manual.of("metric"):
        if metric.node.get("sample"):
            yield manual.drop(metric.file, metric.node, "sample")


@plants("K03", "K01", "K02", held_out=True)
def target_in_another_unit(manual: Manual) -> Iterator[Edit]:
    """The target counts something other than the result."""
    for metric in manual.of("metric"):
        target = amount(metric.text("target"))
        if target and target[1] == "%":
            yield manual.put(metric.file, scalar(metric.node, "target"), f"{target[0]:.0f} 分")


@plants("K04")
def limit_without_a_metric(manual: Manual) -> Iterator[Edit]:
    """Whether the time is kept nobody counts: no metric, no norm of it, no variable."""
    counted = "".join(
        text(variable, "means") + text(variable, "within") + metric.text("means")
        for metric in manual.of("metric")
        for variable in metric.parts("variables")
    )
    of_norms = {name for norm in manual.of("norm") for name in norm.names("limits")}
    for limit in manual.of("limit"):
        timed = limit.node.get("within") and limit.node.get("metric")
        if timed and f"【{limit.id}】" not in counted and limit.id not in of_norms:
            yield manual.drop(limit.file, limit.node, "metric")
    ours_limit = OURS.by_id["trial-open"]
    yield ours(OURS.drop(TIMES, ours_limit.node, "metric"))


@plants("K04", "R02")
def metric_of_nothing(manual: Manual) -> Iterator[Edit]:
    """An orphan: it counts what no limit, norm or programme asks for."""
    del manual
    text_of = SUBJECTS[METRICS].partition("items:\n")[2].partition("  - id: trial-repair")[0]
    for name, title in (("orphan-rate", "试办孤儿率"), ("lone-rate", "试办孤单率")):
        new = text_of.replace("trial-in-time-rate", name).replace("试办按时率", title)
        yield ours(OURS.append(METRICS, new))


@plants("K04", held_out=True)
def rate_measures_another_limit(manual: Manual) -> Iterator[Edit]:
    """The limit points to a metric that does not count it."""
    by_text = {
        metric.id: metric.text("means")
        + "".join(text(one, "means") + text(one, "within") for one in metric.parts("variables"))
        for metric in manual.of("metric")
    }
    for limit in manual.of("limit"):
        metric = limit.node.get("metric")
        if limit.node.get("within") and isinstance(metric, Scalar):
            other = "sick-leave-rate"
            if limit.id in by_text.get(metric.text, ""):
                yield manual.put(limit.file, metric, other)


def shares(manual: Manual) -> Iterator[tuple[Item, Item, float]]:
    """Limits that promise a share, with the metric that counts it, where more is better."""
    for limit in manual.of("limit"):
        share, metric = amount(limit.text("share")), manual.by_id.get(limit.text("metric"))
        if share and metric and metric.text("direction") == "up":
            yield limit, metric, share[0]


def lowered(manual: Manual, metric: Item, values: tuple[str, str, str]) -> Edit:
    """The three thresholds of a metric, other ones."""
    keys = ("target", "warning", "red")
    changes = [
        manual.stretch(metric.file, scalar(metric.node, key), value)
        for key, value in zip(keys, values, strict=True)
        if metric.node.get(key)
    ]
    return Edit(metric.file, tuple(sorted(changes, key=lambda change: change.start)))


@plants("K05")
def target_below_the_promise(manual: Manual) -> Iterator[Edit]:
    """Promised to so many in a hundred, aimed at fewer (promise 90, KPI 80)."""
    for _, metric, share in shares(manual):
        values = tuple(f"{share - less:.0f}%" for less in (5, 8, 10))
        yield lowered(manual, metric, values)  # type: ignore[arg-type]


@plants("K05", "K02", "F04")
def promise_above_the_target(manual: Manual) -> Iterator[Edit]:
    """The promise was raised, the target stayed."""
    for limit, metric, _ in shares(manual):
        target = amount(metric.text("target"))
        if target and target[0] < 99:  # noqa: PLR2004 - a share that leaves room above it
            yield manual.put(limit.file, scalar(limit.node, "share"), "99.5%")


@plants("K05", held_out=True)
def target_below_a_promise_to_everybody(manual: Manual) -> Iterator[Edit]:
    """Promised to everybody, aimed at nine in ten."""
    for limit in manual.of("limit"):
        metric = manual.by_id.get(limit.text("metric"))
        if limit.text("population") == "every" and metric and metric.text("target") == "100%":
            yield lowered(manual, metric, ("90%", "85%", "80%"))


@plants("K06", "R08")
def one_name_two_formulas(manual: Manual) -> Iterator[Edit]:
    """Two metrics of one name count different things."""
    metrics = manual.of("metric")
    for one, two in zip(metrics, metrics[7:], strict=False):
        if one.text("formula") != two.text("formula"):
            yield manual.put(one.file, scalar(one.node, "title"), two.text("title"))


@plants("K06", "R08", "K10", held_out=True)
def one_byname_two_formulas(manual: Manual) -> Iterator[Edit]:
    """What one metric is called for short is another's name."""
    for one in manual.of("metric"):
        for two in manual.of("metric")[::11]:
            also = one.node.get("also")
            if one is not two and isinstance(also, SequenceNode):
                first = also.values[0]
                yield manual.put(one.file, first, two.text("title"))


@plants("K07")
def pace_without_quality(manual: Manual) -> Iterator[Edit]:
    """Handling time alone: the shortest call is the one that solves nothing."""
    for metric in manual.of("metric"):
        if metric.text("family") == "efficiency" and metric.node.get("counter"):
            yield manual.drop(metric.file, metric.node, "counter")


@plants("K07")
def pace_against_pace(manual: Manual) -> Iterator[Edit]:
    """The counter rewards the same haste."""
    quick = [one.id for one in manual.of("metric") if one.text("family") == "efficiency"]
    for metric in manual.of("metric"):
        counter = metric.node.get("counter")
        for other in quick if metric.id in quick and counter else ():
            if other != metric.id and counter is not None:
                yield manual.put(metric.file, counter, f"[{other}]")


@plants("K07", held_out=True)
def pace_against_itself(manual: Manual) -> Iterator[Edit]:
    """A metric that is its own counter has none."""
    for metric in manual.of("metric"):
        counter = metric.node.get("counter")
        if metric.text("family") == "efficiency" and counter is not None:
            yield manual.put(metric.file, counter, f"[{metric.id}]")


def locked() -> Item:
    """One of our two metrics that are locked with each other."""
    return OURS.by_id["trial-repair-rate"]


@plants("K08")
def other_target_for_the_same_thing(manual: Manual) -> Iterator[Edit]:
    """The provider aims at less than the consumer."""
    del manual
    for values in (("90%", "85%", "80%"), ("96%", "94%", "90%")):
        yield ours(lowered(OURS, locked(), values))


@plants("K08")
def clock_stops_elsewhere(manual: Manual) -> Iterator[Edit]:
    """«修复» and «恢复» are two clocks."""
    del manual
    yield ours(OURS.put(TIMES, scalar(OURS.by_id["trial-by-letter"].node, "to"), "trial-opened"))
    yield ours(OURS.put(TIMES, scalar(OURS.by_id["trial-cancel"].node, "to"), "trial-asked"))


@plants("K08", held_out=True)
def locked_on_one_side(manual: Manual) -> Iterator[Edit]:
    """One side says that the other shares its number, the other does not."""
    yield ours(OURS.drop(METRICS, locked().node, "interlocks"))
    for metric in manual.of("metric")[::9]:
        yield manual.add(metric.file, metric.node, "interlocks: [sick-leave-rate]")


@plants("K09")
def looked_at_after_the_review(manual: Manual) -> Iterator[Edit]:
    """The numbers come after the meeting that judges them."""
    for metric in manual.of("metric"):
        yield manual.put(metric.file, scalar(metric.node, "every"), "6 个月")


@plants("K09")
def nobody_has_to_act(manual: Manual) -> Iterator[Edit]:
    """A value below the line, and no time by which somebody does something."""
    seen = set()
    for metric in manual.of("metric"):
        if metric.file not in seen and metric.root.get("acted") and metric.root is not metric.node:
            seen.add(metric.file)
            yield manual.drop(metric.file, metric.root, "acted")


@plants("K09", held_out=True)
def reviewed_more_often_than_seen(manual: Manual) -> Iterator[Edit]:
    """Reviewed every week or two, looked at every month."""
    for metric in manual.of("metric"):
        if metric.text("every").endswith("个月"):
            for often in ("7 日", "14 日"):
                yield manual.add(metric.file, metric.node, f"review_every: {often}")


@plants("K10")
def window_of_another_length(manual: Manual) -> Iterator[Edit]:
    """Repeated within 30 days in one chapter, within another time here."""
    for metric in manual.of("metric"):
        for variable in metric.parts("variables"):
            if variable.get("counts"):
                for other in ("metric-measures", "readiness-check", "drill-interval-low"):
                    yield manual.put(metric.file, scalar(variable, "within"), other)


@plants("K10")
def class_counted_over_another_time(manual: Manual) -> Iterator[Edit]:
    """The class is told by one time, the metric by another."""
    for item in manual.of("taxonomy"):
        for member in item.parts("members"):
            if member.get("within"):
                for other in ("metric-measures", "readiness-check", "drill-interval-low"):
                    yield manual.put(item.file, scalar(member, "within"), other)


@plants("K10", held_out=True)
def same_name_counted_apart(manual: Manual) -> Iterator[Edit]:
    """One quantity is written down twice, differently."""
    for metric in manual.of("metric"):
        for variable in metric.parts("variables"):
            means, other = variable.get("means"), _shared(manual, variable)
            if means is not None and other and text(other, "id") == text(variable, "id"):
                edit = manual.drop(metric.file, variable, "same_as")
                new = manual.stretch(metric.file, means, "当期的件数，只算工作日收到的。")
                yield Edit(metric.file, (*edit.changes, new))


def _shared(manual: Manual, variable: MappingNode) -> MappingNode | None:
    name, _, part = text(variable, "same_as").partition(".")
    metric = manual.by_id.get(name)
    parts = metric.parts("variables") if metric else ()
    return next((one for one in parts if text(one, "id") == part), None)
