"""The grammar of numbers in Chinese prose: numerals, units, hedges, ranges, dates, and what is none of them."""

from checker.quantities.scanner import parses, quantities, scan

__all__ = ["parses", "quantities", "scan"]
