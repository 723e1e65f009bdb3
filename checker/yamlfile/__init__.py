"""YAML that people write by hand: exact scalars, and a line and column for every mistake.

Scalars stay as they are written (``3.50``, ``0123``, ``no``); only a plain ``null``, ``~`` or nothing is None. A key
given twice, an anchor that expands without end, a tab: each is an error with its place.
"""

from checker.yamlfile.file import Key, YamlFile
from checker.yamlfile.reading import load, parse, read_text

__all__ = ["Key", "YamlFile", "load", "parse", "read_text"]
