"""Files that are whole or not there: written beside their place, then renamed into it."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from checker.errors import ConfigError


def write(path: Path, text: str | bytes | Iterable[bytes]) -> None:
    """Put ``text`` into ``path``, as UTF-8 unless it is bytes, whole or in pieces; nothing is left half-done.

    Raises ConfigError when it cannot be written.
    """
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    _write(path, (data,) if isinstance(data, bytes) else data, 0o666 & ~_umask())


def spare(path: Path | None, articles: Iterable[str]) -> None:
    """Raises ConfigError when ``path`` is one of the articles: a report never takes the place of its article."""
    if path is not None and any(os.path.basename(one) == path.name and _is_same(path, one) for one in articles):  # noqa: PTH119
        raise ConfigError(str(path), "is an article that is checked", remedy="write the report elsewhere")


def _is_same(path: Path, other: str) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one of them is not there, or can never be
        return False


def rewrite(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of what the file at ``path`` holds; its permissions stay, and so does a link to it."""
    _write(path.resolve(), (data,), path.stat().st_mode & 0o7777)


def _write(path: Path, data: Iterable[bytes], mode: int) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(data)
            temporary.chmod(mode)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise ConfigError(str(path), f"cannot be written: {problem.strerror}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
