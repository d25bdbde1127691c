"""Operators of which a finding may lead elsewhere than to the planted line, and why it does.

A fault that lies between two places has no line of its own: the manual cannot tell which of them
was edited. There the finding leads to the one that can be mended by itself and names the other.
"""

from __future__ import annotations

from collections.abc import Mapping

LAW = "the law's figure or edition was changed; what no longer keeps it leads, the law is named"
BETWEEN = "two places contradict each other; the other one leads, this one is named"
SUM = "no part is wrong by itself, their sum is; what they must keep leads, the parts are named"
LACKING = "something was taken away; what now lacks it leads, the place that lost it is named"
RESTING = "what was changed is sound by itself; what rests on it leads, this is named"
BESIDE = "the finding stands at the field beside it, in the same part of the same item"

ELSEWHERE: Mapping[str, str] = {
    operator: reason
    for reason, operators in (
        (
            LAW,
            "law-tightened law-made-stricter law-tightened-to-the-last-day "
            "checked-in-shorter-intervals another-body-has-to-approve",
        ),
        (
            BETWEEN,
            "id-twice scored-no-longer word-in-two-classes example-in-two-classes "
            "another-speaks-to-the-media title-changed title-with-another-verb two-successors "
            "term-takes-another-title "
            "neither-version-for-a-while promise-above-the-target red-beyond-the-target "
            "one-name-two-formulas one-byname-two-formulas two-metrics-of-one-byname "
            "clock-stops-elsewhere reviewed-more-often-than-seen needed-shorter-than-kept "
            "act-of-its-opposite one-former-id-twice country-typed-as-town "
            "promotion-put-into-a-running-group "
            "superiors-sum-lost-a-nought criterion-hung-on-another-norm two-ways-for-the-rest "
            "one-grade-answered-twice lighter-event-told-oftener access-withdrawn "
            "another-thing-is-reported counter-turned-into-pace unit-moved-to-another-level "
            "complaints-typed-as-questions money-in-ten-thousands now-it-is-installed "
            "stretch-with-as-much-time-as-the-whole agreement-for-the-rest "
            "agreement-as-long-as-the-promise item-and-list letter-dropped-from-key",
        ),
        (
            SUM,
            "step-multiplied extension-eats-the-slack extension-beyond-the-law headcount-raised "
            "two-waits-that-do-not-fit another-step-put-in ready-by-another-limit "
            "law-read-out-in-every-call everything-read-out shift-begins-late "
            "ladder-for-a-shorter-limit",
        ),
        (
            LACKING,
            "last-norms-of-a-cell-moved norms-of-a-dimension-relabelled only-one-way-out "
            "last-playbook-of-a-class floor-taken-off-the-limit shift-struck told-to-anybody "
            "guardian-step-struck way-in-struck people-taken-off done-by-machines-only "
            "cancelled-by-machines-only grade-that-nothing-triggers extension-for-no-reason",
        ),
        (
            RESTING,
            "printed-item-made-internal not-yet-in-force purpose-dropped-and-use-left "
            "status-post-with-a-number rate-of-two-units",
        ),
        (BESIDE, "fail-point-prevented-by-detection join-before-the-fork"),
    )
    for operator in operators.split()
}
"""The reason, by the operator's name."""
