"""The grammar of numbers in Chinese prose: numerals, units, hedges, ranges, dates, and what is none of them."""
