"""Levels, increments and rates of one thing at two times: changes, averages over years, multiples."""
