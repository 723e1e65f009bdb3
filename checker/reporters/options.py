"""How a reader wants a report to look. Nothing here changes what it says."""

import os
import shutil
from dataclasses import dataclass
from typing import TextIO

PIPED_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Options:
    """``width`` is in cells. ``style`` shows findings that are only 可改 one by one, ``verbose`` everything there is.

    Only the terminal report knows colours, widths and how much to show; the other formats always hold everything.
    ``statistics`` adds counts by rule and an estimate of the error rate to the reports that people read.
    """

    color: bool = False
    width: int = PIPED_WIDTH
    verbose: bool = False
    style: bool = False
    statistics: bool = False

    @classmethod
    def of(cls, stream: TextIO, *, verbose: bool = False, style: bool = False, statistics: bool = False) -> "Options":
        """What suits ``stream``: colours (unless NO_COLOR is set, see no-color.org) and its width on a terminal."""
        if not stream.isatty():
            return cls(verbose=verbose, style=style, statistics=statistics)
        color = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(color, shutil.get_terminal_size((PIPED_WIDTH, 24)).columns, verbose, style, statistics)
