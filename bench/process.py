"""Whole processes, measured from outside: start-up, work and exit, as whoever waits for them sees it."""

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

LIMIT = 600.0
"""Seconds after which a process is stopped and counted as failed."""

TRACEBACK = b"Traceback (most recent call last)"
LOOK = 65536
CRASH = 255
"""The status that is noted for a Python program that crashed: it is 1 then, as if something had been found."""

RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes that one unit of ``ru_maxrss`` stands for."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process took: seconds of wall clock and of CPU, bytes at its largest, and how it ended."""

    wall: float
    cpu: float
    peak: int
    status: int


@dataclass(frozen=True, slots=True)
class Sample:
    """Several runs of one command."""

    runs: tuple[Usage, ...]

    @property
    def wall(self) -> float:
        """The median wall clock time in seconds."""
        return median(run.wall for run in self.runs)

    @property
    def fastest(self) -> float:
        """The least wall clock time in seconds."""
        return min(run.wall for run in self.runs)

    @property
    def slowest(self) -> float:
        """The greatest wall clock time in seconds."""
        return max(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """The median CPU time in seconds, user and system."""
        return median(run.cpu for run in self.runs)

    @property
    def peak(self) -> int:
        """The greatest resident size in bytes; of several processes, that of the largest one."""
        return max(run.peak for run in self.runs)

    @property
    def statuses(self) -> tuple[int, ...]:
        """The exit statuses that occurred; a signal is a negative number, a crash CRASH."""
        return tuple(sorted({run.status for run in self.runs}))


def run(command: Sequence[str], folder: Path) -> Usage:
    """Run ``command`` in ``folder``, its output thrown away.

    Python keeps its compiled modules in ``folder``, as those of an installed program are kept: the first run makes
    them. A process inherits the peak of the one that starts it until it has started, so the caller must stay small.
    """
    with TemporaryFile() as said:
        start = time.perf_counter()
        null = subprocess.DEVNULL
        process = subprocess.Popen(command, cwd=folder, env=_environment(folder), stdin=null, stdout=null, stderr=said)
        status, used = _wait(process)
        wall = time.perf_counter() - start
        said.seek(0)
        crashed = TRACEBACK in said.read(LOOK)
    return Usage(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * RSS_UNIT, CRASH if crashed else status)


def _wait(process: "subprocess.Popen[bytes]") -> tuple[int, resource.struct_rusage]:
    timer = threading.Timer(LIMIT, process.kill)
    timer.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
    finally:
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def sample(command: Sequence[str], folder: Path, runs: int, budget: float) -> Sample:
    """Run ``command`` up to ``runs`` times, but start no further run once ``budget`` seconds are spent."""
    done: list[Usage] = []
    while len(done) < runs and (not done or sum(one.wall for one in done) < budget):
        done.append(run(command, folder))
    return Sample(tuple(done))
