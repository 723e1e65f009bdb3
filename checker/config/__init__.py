"""Settings: what a repository says about how its articles are checked, and where it says so."""

from checker.config.finding import find, load, parse
from checker.config.settings import Settings

__all__ = ["Settings", "find", "load", "parse"]
