"""Parts that add up: what a row of numbers has in common, what divides it, what it comes to."""
