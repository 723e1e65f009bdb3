"""Where the time of ``checker lint`` goes: samples of the CPU, by layer, module and function. Prints Markdown.

The innermost function of ours that a sample finds at work is charged, and with it whatever libraries do on its behalf.
"""

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from types import FrameType

from bench.texts import ARTICLE, MEGABYTE, repeated

INTERVAL = 0.001
"""Seconds of CPU time between two samples."""

ROOT = str(Path(__file__).parent.parent / "checker") + os.sep

Place = tuple[str, str]


@dataclass(slots=True)
class Samples:
    """Seconds of CPU time by module and function; imports and everything else have names of their own."""

    seconds: dict[Place, float] = field(default_factory=dict)
    last: float = field(default_factory=time.process_time)

    def take(self, _signal: int, frame: FrameType | None) -> None:
        """Charge the time since the last sample: a call into C is not interrupted, so that may be long."""
        now = time.process_time()
        place = _place(frame)
        self.seconds[place] = self.seconds.get(place, 0.0) + now - self.last
        self.last = now


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in this process on a text of the size asked for, and print three tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.layers", description=__doc__)
    parser.add_argument("--article", type=Path, default=ARTICLE, help="the text to measure on")
    parser.add_argument("--size", type=float, default=1.0, metavar="MB", help="how much of it, over and over")
    parser.add_argument("--top", type=int, default=15, help="lines of the longer tables")
    options = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="checker-bench-") as name:
        text = Path(name) / "text.txt"
        repeated(options.article, int(options.size * MEGABYTE), text)
        samples = sampled(lambda: _lint(text))
    for title, by in (("layer", _layer), ("module", _module), ("function", ".".join)):
        print("\n".join(_table(title, samples.seconds, by, options.top)), end="\n\n")
    return 0


def sampled(work: Callable[[], None]) -> Samples:
    """Do ``work`` while a timer takes samples of it."""
    samples = Samples()
    before = signal.signal(signal.SIGPROF, samples.take)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return samples


def _lint(text: Path) -> None:
    from checker.cli import main as checker  # its imports are part of what is measured

    arguments = sys.argv
    sys.argv = ["checker", "lint", str(text)]
    try:
        with TemporaryFile("w", encoding="utf-8") as sink, redirect_stdout(sink):
            checker()
    except SystemExit as end:
        if end.code not in (0, 1):
            raise
    finally:
        sys.argv = arguments


def _place(frame: FrameType | None) -> Place:
    while frame is not None:
        code = frame.f_code
        if code.co_name == "<module>" or code.co_filename.startswith("<frozen importlib"):
            return "(imports)", ""
        if code.co_filename.startswith(ROOT):
            return code.co_filename.removeprefix(ROOT).removesuffix(".py").replace(os.sep, "."), code.co_qualname
        frame = frame.f_back
    return "(outside)", ""


def _layer(place: Place) -> str:
    return place[0].partition(".")[0]


def _module(place: Place) -> str:
    return place[0]


def _table(title: str, seconds: dict[Place, float], by: Callable[[Place], str], top: int) -> Iterator[str]:
    grouped: dict[str, float] = {}
    for place, spent in seconds.items():
        name = by(place).strip(".")
        grouped[name] = grouped.get(name, 0.0) + spent
    total = sum(seconds.values()) or 1.0
    yield f"| {title} | share | CPU s |"
    yield "|---|---:|---:|"
    for name, spent in sorted(grouped.items(), key=lambda item: -item[1])[:top]:
        yield f"| {name} | {spent / total:.1%} | {spent:.2f} |"


if __name__ == "__main__":
    sys.exit(main())
