"""A part over its whole and the rate that says so, in a sentence or across the article."""
