"""What a report looks like: one module a format, each with ``render(report, options) -> str``.

Reporters know findings, never rules or articles. A format's module is imported when it is asked for, because some
need libraries that others should not wait for.
"""

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Protocol, TextIO, cast

from checker.report import Report
from checker.reporters.options import Options

__all__ = ["FORMATS", "Options", "encode", "render", "write"]

FORMATS: Mapping[str, str] = {
    "terminal": "checker.reporters.terminal",
    "json": "checker.reporters.json",
    "markdown": "checker.reporters.markdown",
    "html": "checker.reporters.html",
    "sarif": "checker.reporters.sarif",
    "github": "checker.reporters.github",
    "gitlab": "checker.reporters.gitlab",
    "junit": "checker.reporters.junit",
}


class Reporter(Protocol):
    """What a format's module offers."""

    def render(self, report: Report, options: Options) -> str:
        """The whole report, ending in a line feed."""


def render(report: Report, format: str, options: Options | None = None) -> str:  # noqa: A002 - the option's own name
    """``report`` in one of FORMATS, ending in a line feed. Raises KeyError for another format."""
    return cast("Reporter", import_module(FORMATS[format])).render(report, options or Options())


def encode(report: Report, format: str, options: Options | None = None) -> Iterable[bytes]:  # noqa: A002
    """``report`` in UTF-8, in one piece or, where the format is long, in many that are made as they are asked for."""
    module = import_module(FORMATS[format])
    pieces = getattr(module, "pieces", None)
    if pieces:
        return cast("Iterable[bytes]", pieces(report, options or Options()))
    return (render(report, format, options).encode("utf-8", "replace"),)


def write(report: Report, format: str, stream: TextIO, options: Options | None = None) -> None:  # noqa: A002
    """Write ``report`` to ``stream``, which should be UTF-8; without ``options`` the stream decides on its looks.

    Half surrogate pairs, which no stream takes, never reach it.
    """
    stream.write(render(report, format, options or Options.of(stream)))
