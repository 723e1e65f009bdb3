"""How long ``checker lint`` takes beside other programs, and how its time and memory grow. Prints Markdown."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.process import CRASH, Sample, sample
from bench.texts import ARTICLE, MEGABYTE, one_line, repeated
from bench.tools import PROBE, PROBE_TEXT, Tool, default_home, install, ours, peers

GROWTH = (1, 2, 5, 10)
LINE = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; status 1 when our own command does not work or a peer is missing."""
    options = _options().parse_args(arguments)
    if options.install:
        install(options.peers)
    with TemporaryDirectory(prefix="checker-bench-") as name:
        return _measure(options, Path(name))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    parser.add_argument("--peers", type=Path, default=default_home(), metavar="DIR", help="where the peers are kept")
    parser.add_argument("--install", action="store_true", help="install the peers there first (needs npm)")
    parser.add_argument("--article", type=Path, default=ARTICLE, help="the text to measure on")
    parser.add_argument("--runs", type=int, default=7, help="runs of every measurement, at most")
    parser.add_argument("--budget", type=float, default=30.0, metavar="S", help="no further run after so many seconds")
    parser.add_argument("--only-ours", action="store_true", help="leave the peers out")
    return parser


def _measure(options: argparse.Namespace, folder: Path) -> int:
    (folder / PROBE).write_text(PROBE_TEXT, encoding="utf-8")
    checker = ours()
    if trouble := checker.trouble(folder):
        print(f"checker: {trouble}", file=sys.stderr)
        return 1
    tools = [] if options.only_ours else peers(options.peers.resolve())
    troubles = {tool.name: trouble for tool in tools if (trouble := tool.trouble(folder))}
    print(f"{os.cpu_count()} CPUs, {platform.system()} {platform.machine()}, Python {platform.python_version()}\n")
    for title, file in _inputs(options.article, folder):
        print(f"## {title}\n")
        _print(_beside([checker, *tools], troubles, file, folder, options))
    print("## Growth\n")
    _print(_growth(checker, options, folder))
    return int(bool(troubles))


def _inputs(article: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Title and file name of each text that every program reads."""
    size = repeated(article, 1, folder / "article.txt")
    yield f"One article ({size / 1000:.0f} kB): a cold start", "article.txt"
    size = repeated(article, MEGABYTE, folder / "1mb.txt")
    yield f"The article over and over ({size / MEGABYTE:.2f} MB)", "1mb.txt"


def _beside(
    tools: list[Tool], troubles: dict[str, str], file: str, folder: Path, options: argparse.Namespace
) -> Iterator[list[str]]:
    """One row per program; the ratio says how many times our time it takes."""
    yield ["program", "wall s (median)", "min–max", "runs", "CPU s", "peak MB", "time ÷ checker", "status"]
    yardstick: float | None = None
    for tool in tools:
        if tool.name in troubles:
            yield [tool.name, troubles[tool.name], *[""] * 6]
            continue
        taken = sample(tool.on(file), folder, options.runs, options.budget)
        yardstick = yardstick or taken.wall
        yield [tool.name, *_figures(taken), f"{taken.wall / yardstick:.2f}×", _statuses(taken)]


def _growth(checker: Tool, options: argparse.Namespace, folder: Path) -> Iterator[list[str]]:
    """Our own time by size of text: seconds per MB that stay the same are linear time."""
    yield ["text", "wall s (median)", "min–max", "runs", "CPU s", "peak MB", "s ÷ MB", "÷ the first", "status"]
    first: float | None = None
    for title, size in _lengthening(options.article, folder / "growth.txt"):
        taken = sample(checker.on("growth.txt"), folder, options.runs, options.budget)
        pace = taken.wall / (size / MEGABYTE)
        first = first or pace
        yield [title, *_figures(taken), f"{pace:.3f}", f"{pace / first:.2f}", _statuses(taken)]


def _lengthening(article: Path, target: Path) -> Iterator[tuple[str, int]]:
    """Title and size in bytes of each text, while it stands in ``target``."""
    for megabytes in GROWTH:
        yield f"{megabytes} MB", repeated(article, megabytes * MEGABYTE, target)
    yield f"{LINE} MB, one line", one_line(article, LINE * MEGABYTE, target)


def _figures(taken: Sample) -> list[str]:
    spread = f"{taken.fastest:.3f}–{taken.slowest:.3f}"
    return [f"{taken.wall:.3f}", spread, str(len(taken.runs)), f"{taken.cpu:.2f}", f"{taken.peak / MEGABYTE:.0f}"]


def _statuses(taken: Sample) -> str:
    return ", ".join("crashed" if status == CRASH else str(status) for status in taken.statuses)


def _print(rows: Iterator[list[str]]) -> None:
    """The rows as a Markdown table, each as soon as it is there: a long run shows how far it has come."""
    for number, row in enumerate(rows):
        print(f"| {' | '.join(row)} |", flush=True)
        if number == 0:
            print(f"|---|{'---:|' * (len(row) - 1)}", flush=True)
    print()


if __name__ == "__main__":
    sys.exit(main())
