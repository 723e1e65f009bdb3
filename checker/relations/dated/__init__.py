"""Time that passes between printed moments: spans, ages, terms of office, editions, weekdays."""
