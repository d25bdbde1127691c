"""One job in many tasks, done by several processes: each is forked from this one and knows all.

Whoever is free takes the next task, this process too. What a worker has made lies in a nameless
file until it is asked for, so that little of it waits in memory. A worker that fails or is killed
loses nothing: its tasks are done here, and what is wrong with one is raised here, whole.
"""

import gc
import os
import pickle
import signal
import struct
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from selectors import EVENT_READ, DefaultSelector
from typing import IO, Generic, TypeVar

Made = TypeVar("Made")

MOST = 4096
"""So many tasks at most: all of their tickets fit into a pipe."""

ENOUGH = 8
"""What else there is to do is done by one process, so that more would not be felt."""

_TICKET = struct.Struct("<I")
"""The number of a task."""

_NOTICE = struct.Struct("<IQQ")
"""The number of a task, where in the worker's file its result begins, and how long it is:
nothing where it failed."""


def several() -> int:
    """How many processes share the work where nobody says: one a processor, within reason."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), ENOUGH)
    return min(os.cpu_count() or 1, ENOUGH)


def may_fork() -> bool:
    """Whether this process may be forked: not from a thread of a server, among others of its."""
    return hasattr(os, "fork") and threading.current_thread() is threading.main_thread()


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process, the pipe on which it tells what is done, and the file where that lies."""

    pid: int
    notices: int
    file: IO[bytes]


class Workers(Generic[Made]):
    """The processes.

    Args:
        tasks: how many there are, at most ``MOST``.
        work: does one of them, and does the same in every process; its result can be pickled.
        prepare: is called in each worker before its first task.
        others: how many processes there are beside this one.
    """

    def __init__(
        self, tasks: int, work: Callable[[int], Made], prepare: Callable[[], object], others: int
    ) -> None:
        assert tasks <= MOST
        self._work = work
        self._here: dict[int, Made] = {}
        self._there: dict[int, tuple[_Worker, int, int]] = {}
        self._failed: set[int] = set()
        self._workers: list[_Worker] = []
        self._heard = DefaultSelector()
        self._tickets, end = os.pipe()
        os.write(end, b"".join(map(_TICKET.pack, range(tasks))))
        os.close(end)
        for _ in range(others):
            self._hire(prepare)

    def take(self, number: int) -> Made:
        """The result of a task, once; whatever is wrong with it is raised."""
        self._hear(0)
        while number not in self._here and number not in self._there:
            ticket = None if number in self._failed else self._ticket()
            if ticket is not None:
                self._try(ticket)
            elif number in self._failed or not self._hear(None):  # nobody else has it
                self._here[number] = self._work(number)
        if number in self._here:
            return self._here.pop(number)
        worker, begin, length = self._there.pop(number)
        made: Made = pickle.loads(os.pread(worker.file.fileno(), length, begin))
        return made

    def _try(self, ticket: int) -> None:
        """Do a task here; what is wrong with it is raised when it is asked for, in its turn."""
        try:
            self._here[ticket] = self._work(ticket)
        except Exception:
            self._failed.add(ticket)

    def close(self) -> None:
        """End the processes, finished or not."""
        for one in self._workers:
            with suppress(ProcessLookupError):
                os.kill(one.pid, signal.SIGKILL)
            os.waitpid(one.pid, 0)
            self._leave(one)
            one.file.close()
        self._workers.clear()
        self._heard.close()
        with suppress(OSError):
            os.close(self._tickets)
        self._tickets = -1

    def _hire(self, prepare: Callable[[], object]) -> None:
        notices, told = os.pipe()
        file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # closed with the worker
        pid = os.fork()
        if not pid:
            try:
                for one in self._workers:
                    os.close(one.notices)
                os.close(notices)
                gc.freeze()  # what is shared is not written to
                prepare()
                self._toil(told, file)
            finally:
                os._exit(0)  # whatever happened: nothing of the process before ends twice
        os.close(told)
        worker = _Worker(pid, notices, file)
        self._workers.append(worker)
        self._heard.register(notices, EVENT_READ, worker)

    def _toil(self, told: int, file: IO[bytes]) -> None:
        """Do tasks until there are no more, or nobody listens."""
        begin = 0
        while (ticket := self._ticket()) is not None:
            try:
                made = pickle.dumps(self._work(ticket), pickle.HIGHEST_PROTOCOL)
            except Exception:
                made = b""
            left = memoryview(made)
            while left:
                left = left[file.write(left) :]
            os.write(told, _NOTICE.pack(ticket, begin, len(made)))
            begin += len(made)

    def _ticket(self) -> int | None:
        """The next task that nobody does yet; a pipe gives each to one reader only."""
        read = os.read(self._tickets, _TICKET.size)
        return _TICKET.unpack(read)[0] if read else None

    def _hear(self, timeout: float | None) -> bool:
        """Hear what workers have done, waiting for it or not; false where none is left to hear."""
        for key, _ in self._heard.select(timeout) if self._heard.get_map() else ():
            worker: _Worker = key.data
            notices = os.read(worker.notices, _NOTICE.size * MOST)
            if not notices:
                self._leave(worker)
            for ticket, begin, length in _NOTICE.iter_unpack(notices):
                if length:
                    self._there[ticket] = worker, begin, length
                else:
                    self._failed.add(ticket)
        return bool(self._heard.get_map())

    def _leave(self, worker: _Worker) -> None:
        """Listen no more to a worker that has ended."""
        with suppress(KeyError):
            self._heard.unregister(worker.notices)
            os.close(worker.notices)
