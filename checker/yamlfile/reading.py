"""From bytes to data, with every way in which a text can fail to be YAML."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from checker.errors import InputError, Problems
from checker.patterns import pattern
from checker.yamlfile.builder import SPARE_NODES, Builder
from checker.yamlfile.file import YamlFile

UNPRINTABLE = pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LOADER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_text(path: Path, error: type[InputError]) -> str:
    """The file as UTF-8 text; raises ``error`` with the remedy when that cannot be had."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise error(str(path), "no such file", remedy="correct the path") from None
    except IsADirectoryError:
        raise error(str(path), "is a folder", remedy="name the file in it") from None
    except OSError as problem:
        raise error(str(path), f"cannot be read: {problem.strerror}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise error(str(path), f"not UTF-8 at byte {problem.start}", line, remedy="save the file as UTF-8") from None


def parse(text: str, path: str, error: type[InputError] = InputError) -> YamlFile:
    """Read one YAML document.

    Raises ``error`` at the place of a mistake, or Problems when keys are given twice in several places.
    """
    stray = UNPRINTABLE.search(text)
    if stray:
        message = f"character U+{ord(stray[0]):04X} is not allowed in YAML"
        raise error(path, message, *_place(text, stray.start()), "remove it")
    file = YamlFile(path, None, error=error)
    builder = Builder(file, len(text) + SPARE_NODES)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise error(path, _plain(problem, text, mark), *place) from None
    if builder.twice:
        raise builder.twice[0] if len(builder.twice) == 1 else Problems(list(builder.twice))
    return file


def load(path: Path, error: type[InputError] = InputError) -> YamlFile:
    """Read and parse one file."""
    return parse(read_text(path, error), str(path), error)


def _events(text: str) -> Iterator[yaml.Event]:
    loader = LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _plain(problem: yaml.MarkedYAMLError, text: str, mark: yaml.Mark | None) -> str:
    lines = text.splitlines()
    if mark and mark.line < len(lines) and "\t" in lines[mark.line][: mark.column + 1]:
        return "a tab where YAML wants spaces (replace the tab by spaces)"
    return f"not YAML: {problem.problem or problem.context}"
