"""Tasks that several processes share: each is done once, and none is lost with its worker."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guifan.publish.workers import MOST, Workers, may_fork, several

Hire = Callable[..., Workers[tuple[int, int]]]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")


def square(number: int) -> tuple[int, int]:
    """The square of a number, and who worked it out."""
    time.sleep(0.0005)
    return number * number, os.getpid()


@pytest.fixture
def hire() -> Iterator[Hire]:
    """Workers that are sent home when the test ends."""
    hired: list[Workers[tuple[int, int]]] = []

    def made(
        tasks: int, work: Callable[[int], tuple[int, int]] = square, others: int = 2
    ) -> Workers[tuple[int, int]]:
        hired.append(Workers(tasks, work, lambda: None, others))
        return hired[-1]

    yield made
    for one in hired:
        one.close()


@pytest.mark.parametrize("others", [0, 1, 3])
def test_every_task_is_done(hire: Hire, others: int) -> None:
    workers = hire(300, others=others)
    assert [workers.take(number)[0] for number in range(300)] == [n * n for n in range(300)]


def test_results_come_in_whatever_order_they_are_asked_for(hire: Hire) -> None:
    order = random.Random(1).sample(range(200), 200)
    workers = hire(200)
    assert [workers.take(number)[0] for number in order] == [number**2 for number in order]


def test_several_processes_take_part_and_each_task_is_done_by_one(
    hire: Hire, tmp_path: Path
) -> None:
    def noted(number: int) -> tuple[int, int]:
        with (tmp_path / str(number)).open("x"):  # a second one would fail
            return square(number)

    workers = hire(400, noted)
    assert len({workers.take(number)[1] for number in range(400)}) > 1


def test_there_are_as_many_tasks_as_one_pipe_takes(hire: Hire) -> None:
    workers = hire(MOST, lambda number: (number, 0))
    assert sum(workers.take(number)[0] for number in range(MOST)) == MOST * (MOST - 1) // 2


def test_large_results_come_back_whole(hire: Hire) -> None:
    workers: Workers[bytes] = Workers(40, lambda n: bytes([n]) * 1_000_000, lambda: None, 2)
    assert all(workers.take(number) == bytes([number]) * 1_000_000 for number in range(40))
    workers.close()


def test_what_fails_is_raised_here_with_its_place(hire: Hire) -> None:
    def failing(number: int) -> tuple[int, int]:
        if number == 30:
            raise LookupError("the thirtieth")
        return square(number)

    workers = hire(60, failing)
    assert [workers.take(number)[0] for number in range(30)] == [n * n for n in range(30)]
    with pytest.raises(LookupError, match="the thirtieth") as raised:
        workers.take(30)
    assert raised.traceback[-1].name == "failing"


def test_a_worker_that_is_killed_loses_nothing(hire: Hire) -> None:
    here = os.getpid()

    def deadly(number: int) -> tuple[int, int]:
        if number % 7 == 5 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return square(number)

    workers = hire(100, deadly)
    assert [workers.take(number)[0] for number in range(100)] == [n * n for n in range(100)]


def test_workers_end_when_they_are_sent_home(hire: Hire, monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[int] = []
    fork = os.fork

    def counted() -> int:
        children.append(fork())
        return children[-1]

    monkeypatch.setattr(os, "fork", counted)

    def endless(number: int) -> tuple[int, int]:
        time.sleep(600)
        return square(number)

    workers = hire(50, endless)
    workers.close()
    workers.close()
    assert children
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


def test_a_server_forks_nothing() -> None:
    said: list[bool] = []
    thread = threading.Thread(target=lambda: said.append(may_fork()))
    thread.start()
    thread.join()
    assert said == [False]
    assert may_fork()
    assert several() >= 1
