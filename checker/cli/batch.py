"""Many documents in one go: what is kept from earlier runs is taken, the rest is shared out to several processes.

What comes out is the same whatever is kept, however many processes there are and in whatever order they finish.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing.connection import wait
from multiprocessing.util import Finalize
from pathlib import Path
from types import TracebackType
from typing import Self

from checker import patterns
from checker.cli import PATIENCE
from checker.cli.packed import pack, unpack
from checker.cli.recipe import key
from checker.cli.store import Store
from checker.errors import InputError, Problems
from checker.readers import MAX_BYTES
from checker.report import DocumentReport

Work = Callable[[str], DocumentReport]
"""Makes the report on the document at a path; picklable, and raises InputError or Problems."""

MANY = 20
"""From so many documents on it pays to start processes."""


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where reports are kept, and what the one on a path follows from besides its bytes; None where none is kept."""

    store: Store
    recipe: Callable[[str], bytes | None]

    def key(self, path: str, data: bytes) -> bytes | None:
        """Under which the report on the file at ``path`` with these bytes is kept."""
        made_of = self.recipe(path)
        return None if made_of is None else key(made_of, path, data)


class Batch:
    """The documents of one run. Enter it to begin, then ask for each report once."""

    def __init__(
        self, work: Work, paths: Sequence[str], jobs: int | None, shelf: Shelf | None = None, start: str = ""
    ) -> None:
        self.work, self.paths, self.jobs, self.shelf, self.start = work, paths, jobs, shelf, start
        self.kept: dict[str, DocumentReport] = {}
        self.keys: dict[str, bytes] = {}
        self.sent: dict[str, Future[bytes | None]] = {}
        self.pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        if self.shelf:
            gc.disable()  # what is taken from the shelf is in use to the end
            for path in self.paths:
                self._look_up(path)
            gc.freeze()
            gc.enable()
        left = [path for path in self.paths if path not in self.kept and Path(path).is_file()]
        jobs = min(len(left), self.jobs or (cores() if len(left) >= MANY else 1))
        if jobs > 1:
            with suppress(OSError, NotImplementedError):  # no room, or no semaphores here: this process does it all
                self.pool = ProcessPoolExecutor(jobs, _context(self.start), _begin, (self.work,))
                for path in left:
                    self.sent[path] = self.pool.submit(_done, path)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.pool:
            self.pool.shutdown(wait=True, cancel_futures=True)
        if self.shelf:
            self.shelf.store.close()

    def report(self, path: str) -> DocumentReport:
        """The report on the document at ``path``. Raises what the work raises."""
        report = self.kept.pop(path, None) or self._sent(path)
        if report is None:
            report = self.work(path)
            data = _bytes(path) if path in self.keys else None
            if data is not None:
                self._keep(path, report, data)
        return report

    def _look_up(self, path: str) -> None:
        data = _bytes(path)
        name = self.shelf.key(path, data) if self.shelf and data is not None else None
        if name is None or not self.shelf or data is None:
            return
        self.keys[path] = name
        packed = self.shelf.store.get(name)
        report = unpack(packed, path, data, name.hex()) if packed else None
        if report is not None:
            self.kept[path] = report

    def _sent(self, path: str) -> DocumentReport | None:
        """What a process made of it; None where none did, or it met an error: that is met again, and told, here."""
        future = self.sent.pop(path, None)
        try:
            packed = future.result() if future else None
        except BrokenProcessPool:
            return None
        data = _bytes(path) if packed else None
        report = unpack(packed, path, data) if packed is not None and data is not None else None
        if report is not None and data is not None:
            self._keep(path, report, data)
        return report

    def _keep(self, path: str, report: DocumentReport, data: bytes) -> None:
        """Keep the report, unless the file has changed since it was looked up."""
        name = self.keys.get(path)
        unchanged = report.sha256 == sha256(data).hexdigest()
        if self.shelf and name is not None and unchanged and name == self.shelf.key(path, data):
            self.shelf.store.put(name, pack(report, data, name.hex()))


def _bytes(path: str) -> bytes | None:
    """What an ordinary file holds. Others (a pipe can be read but once) are left to the reader, with their errors."""
    try:
        file = Path(path)
        return file.read_bytes() if file.is_file() and file.stat().st_size <= MAX_BYTES else None
    except (OSError, ValueError):
        return None


def _context(start: str) -> multiprocessing.context.BaseContext:
    """Forked processes know the rules already; where there is no forking they are sent to them."""
    forks = "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context(start or ("fork" if forks else "spawn"))


_work: Work | None = None


def _begin(work: Work) -> None:
    """What a new process does first. An interrupt is for the process that started it, without which it ends too."""
    global _work
    _work = work
    gc.freeze()
    gc.set_threshold(*PATIENCE)
    Finalize(None, patterns.keep, exitpriority=1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _done(path: str) -> bytes | None:
    if _work is None:
        return None
    try:
        report = _work(path)
    except (InputError, Problems):
        return None
    data = _bytes(path)
    return None if data is None else pack(report, data)
