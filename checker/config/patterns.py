"""Lists of patterns in the syntax of .gitignore. Their library is loaded only where there are some."""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Patterns:
    """Patterns that start from the folder ``home``. Raises ValueError when one of them is none."""

    def __init__(self, lines: Sequence[str], home: Path) -> None:
        self.home = os.path.realpath(home)
        self._spec = _spec(tuple(lines)) if lines else None

    def __bool__(self) -> bool:
        return self._spec is not None

    def decide(self, path: str | Path, *, folder: bool = False) -> bool | None:
        """Whether the last pattern that speaks of ``path`` takes it in; None when none does, or it lies elsewhere."""
        if self._spec is None:
            return None
        whole = os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))  # noqa: PTH118, PTH119, PTH120
        inside = os.path.relpath(whole, self.home).replace(os.sep, "/")
        if inside == "." or inside.startswith("../"):
            return None
        return self._spec.check_file(inside + "/" * folder).include

    def match(self, path: str | Path, *, folder: bool = False) -> bool:
        """Whether ``path`` is meant."""
        return self.decide(path, folder=folder) is True


@lru_cache(maxsize=256)
def _spec(lines: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
