"""Regular expressions whose compiled form is kept from one run to the next.

Python keeps the compiled form of modules, but compiles every pattern anew in every process; for the few hundred of
this program that takes longer than checking an article. Here it is kept in the user's cache folder, one file for each
version of Python's matching engine. The file changes no result: whatever is wrong with it, with the folder or with the
engine's private interface, patterns are compiled as ever.

The folder is ``checker`` in CHECKER_CACHE_DIR, else in XDG_CACHE_HOME, else in ``~/.cache``; CHECKER_CACHE_DIR= (empty)
keeps nothing.
"""

import marshal
import os
import re
import sys
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

from checker.widths import any_width

Key = tuple[str, int]
Form = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the engine needs to make a pattern: flags, code, number of groups, their names by number and by name."""

MOST = 6_000
"""A file with more patterns than this holds many that no version of the program uses any more."""

AT_HAND = 4_000
"""So many patterns, and sources made of lists of words, are held ready: a check asks for its own with every article."""

SEAL = 4
_new: dict[Key, re.Pattern[str]] = {}


@lru_cache(AT_HAND)
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(source, flags)`` with digits of either width, from the kept form where there is one."""
    return exact(any_width(source), flags)


@lru_cache(AT_HAND)
def exact(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as it is written, for what tells the widths apart."""
    key = (source, int(flags))
    form = _kept().get(key)
    if form:
        return _made(source, form)
    compiled = re.compile(source, flags)
    _new[key] = compiled
    return compiled


def one_of(words: Iterable[str]) -> str:
    """The source of a pattern for any of these words, the longest first: the same text in every process.

    >>> one_of({"比", "同比", "环比"})
    '同比|环比|比'
    """
    return _one_of(tuple(words))


@lru_cache(AT_HAND)
def _one_of(words: tuple[str, ...]) -> str:
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))


def by_head(words: Iterable[str]) -> str:
    """The source of a pattern for any of these words, the longest first: as of ``one_of``, for hundreds of words.

    The engine tries one branch for each first character, not one for each word.

    >>> by_head({"比", "同比", "同期", "环比"})
    '同(?:期|比)|环比|比'
    """
    return _by_head(tuple(words))


@lru_cache(AT_HAND)
def _by_head(words: tuple[str, ...]) -> str:
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(
        re.escape(first) + (found[0] if len(found) == 1 else f"(?:{'|'.join(found)})") for first, found in rests.items()
    )


def heads(words: Iterable[str]) -> str:
    """The source of a pattern for the first character of every place where any of these words stands.

    Words that overlap are all found, in one pass; the engine skips to such characters.

    >>> heads({"走进", "走访", "行走"})
    '行(?=走)|走(?=访|进)'
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?={'|'.join(found)})" for first, found in rests.items())


def led(firsts: str, source: str) -> str:
    """The source of a pattern that is tried only where one of the characters ``firsts`` stands.

    Every match must begin with one of them. The engine skips to such a place many times quicker than it tries
    alternatives.

    >>> led("左右", "(?P<side>左边|右边)")
    '(?=[左右])(?:(?P<side>左边|右边))'
    """
    return f"(?=[{firsts}])(?:{source})"


def near(
    shape: re.Pattern[str], sign: re.Pattern[str], text: str, *, before: int, behind: int
) -> Iterator[re.Match[str]]:
    """The matches of a ``shape`` of which each holds a ``sign``, in order, without overlap.

    ``before`` a sign begins no match, and so far ``behind`` its beginning each ends with all that it looks ahead for.
    A shape that begins with many characters is tried at every one of them, a sign is skipped to.
    """
    done = 0
    for one in sign.finditer(text):
        at = one.start()
        match = shape.search(text, max(done, at - before), at + behind) if at >= done else None
        if match:
            yield match
            done = match.end()


def keep() -> None:
    """Write the patterns that were not kept yet beside those that were. Does nothing where it cannot."""
    path = _path()
    if not _new or path is None:
        return
    try:
        room = len(_kept()) + len(_new) <= MOST
        forms = dict(_kept()) if room else {}
        forms |= {key: _form(key) for key in _new}
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(_sealed(marshal.dumps(forms)))
        Path(name).replace(path)
        _new.clear()
    except Exception:
        return


def folder() -> Path | None:
    """Where things are kept from one run to the next, or None where nothing is to be kept."""
    told = os.environ.get("CHECKER_CACHE_DIR")
    if told == "":
        return None
    try:
        return Path(told or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "checker"
    except RuntimeError:
        return None


def _path() -> Path | None:
    home = folder()
    try:
        name = f"patterns-{sys.implementation.cache_tag}-{import_module('_sre').MAGIC}.bin"
    except AttributeError:
        return None
    return home / name if home else None


@cache
def _kept() -> dict[Key, Form]:
    path = _path()
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        return {}
    if not data or data != _sealed(data[SEAL:]):
        return {}
    forms: dict[Key, Form] = marshal.loads(data[SEAL:])
    return forms


def _sealed(data: bytes) -> bytes:
    """With a checksum before it: a flipped bit must not make a pattern that matches something else."""
    return crc32(data).to_bytes(SEAL, "big") + data


def _made(source: str, form: Form) -> re.Pattern[str]:
    flags, words, groups, names, numbers = form
    code = array("I", words).tolist()
    made: re.Pattern[str] = import_module("_sre").compile(source, flags, code, groups, names, numbers)
    return made


def _form(key: Key) -> Form:
    parser: Any = import_module("re._parser")
    compiler: Any = import_module("re._compiler")
    parsed = parser.parse(*key)
    names: dict[str, int] = parsed.state.groupdict
    numbers: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbers[number] = name
    words = array("I", (int(word) & 0xFFFFFFFF for word in compiler._code(parsed, key[1])))
    return key[1] | parsed.state.flags, words.tobytes(), parsed.state.groups - 1, dict(names), tuple(numbers)
