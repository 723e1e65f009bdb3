"""What the names of towns are made of, and words that end like one and name none."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def no_towns() -> frozenset[str]:
    """Ordinary endings: 家乡, 小镇, 车站, 香港. A name may still end in one (新城镇)."""
    return _read("no-towns.txt")


@cache
def peoples() -> frozenset[str]:
    """The peoples that townships are named for, without 族."""
    return _read("peoples.txt")


def _read(name: str) -> frozenset[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
