"""A compiler for facts: reads Chinese news articles and flags what cannot be right."""
