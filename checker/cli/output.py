"""Files that are whole or not there: written beside their place, then renamed into it."""

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from checker.errors import ConfigError
from checker.patterns import pattern

KEPT = pattern("(?:^|[\\r\\n{\ufeff])[\"']?schema[\"']?: *[\"']?(claims|names|facts|waivers|baseline)/[0-9]")
"""What tells a file that people keep from a report."""
SETTINGS = frozenset(("checker.yaml", "pyproject.toml"))
HEAD = 64 * 1024
"""How many bytes of a file are looked at to tell what it is."""


def write(path: Path, text: str | bytes | Iterable[bytes], *, over: str = "") -> None:
    """Put ``text`` into ``path``, as UTF-8 unless it is bytes, whole or in pieces; nothing is left half-done.

    What people keep by hand (a ledger, a list of names) is never written over, but for that which ``over`` names. A
    device or a pipe is written to, not replaced. Raises ConfigError when it cannot be written.
    """
    held = _kept(path)
    if held and held != over:
        raise ConfigError(str(path), f"is a file that people keep ({held})", remedy="write elsewhere")
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    pieces = (data,) if isinstance(data, bytes) else data
    mode = _mode(path)
    if mode is None or stat.S_ISDIR(mode):
        _write(path, pieces, 0o666 & ~_umask())
    elif stat.S_ISREG(mode):
        rewrite(path, pieces)
    else:
        _pour(path, pieces)


def spare(path: Path | None, articles: Iterable[str]) -> None:
    """Raises ConfigError when ``path`` is one of the articles: a report never takes the place of its article."""
    if path is not None and _mode(path) is not None:
        other_name = path.is_symlink() or path.stat().st_nlink > 1
        if any((other_name or os.path.basename(one) == path.name) and _is_same(path, one) for one in articles):  # noqa: PTH119
            raise ConfigError(str(path), "is an article that is checked", remedy="write the report elsewhere")


def _is_same(path: Path, other: str) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one of them is not there, or can never be
        return False


def rewrite(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Put ``data`` in the place of what the file at ``path`` holds; its permissions stay, and so does a link to it.

    Raises ConfigError when it cannot be written.
    """
    _write(path.resolve(), (data,) if isinstance(data, bytes) else data, path.stat().st_mode & 0o7777)


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
        raise _unwritable(path, problem) from None


def _pour(path: Path, data: Iterable[bytes]) -> None:
    try:
        with path.open("wb") as file:
            file.writelines(data)
    except OSError as problem:
        raise _unwritable(path, problem) from None


def _unwritable(path: Path, problem: OSError) -> ConfigError:
    remedy = "write elsewhere, or ask for permission to write there"
    return ConfigError(str(path), f"cannot be written: {problem.strerror}", remedy=remedy)


def _mode(path: Path) -> int | None:
    """What lies at ``path``, as ``stat`` tells it; None where nothing does, or never can."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return None


def _kept(path: Path) -> str:
    """What sort of file that people keep lies at ``path``; empty where none does."""
    try:
        if not path.is_file():
            return ""
        if path.name in SETTINGS:
            return "settings"
        with path.open("rb") as file:
            found = KEPT.search(file.read(HEAD).decode("utf-8", "replace"))
    except (OSError, ValueError):  # whoever writes there is told
        return ""
    return found[1] if found else ""


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
