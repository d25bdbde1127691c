import prove


def test_the_record_says_what_was_proved_and_with_what() -> None:
    proof = prove.Proof(
        commit="abc1234",
        date="2026-11-22",
        changed=("standards/a.yaml",),
        passed=12345,
        told=(("Builds killed", "100"),),
        versions=(("Python", "3.11.7"), ("pytest", "9.2.0")),
    )
    assert proof.markdown().splitlines()[4:] == [
        "| | |",
        "|---|---|",
        "| Commit | abc1234 (2026-11-22) |",
        "| Files that differ from it | `standards/a.yaml` |",
        "| Tests passed | 12,345 |",
        "| Builds killed | 100 |",
        "| Python | 3.11.7 |",
        "| pytest | 9.2.0 |",
    ]
