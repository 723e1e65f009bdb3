"""Reads the tables that lie beside this module."""

from pathlib import Path


def rows(name: str) -> list[list[str]]:
    """The rows of a table, cut at tabs; lines that open with # say where it comes from."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
