"""A compiler for facts: reads Chinese news articles and flags what cannot be right."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("checker")
except PackageNotFoundError:  # a checkout that nobody installed
    __version__ = "0+unknown"
