"""So much for each, how many of them, and what that makes."""
