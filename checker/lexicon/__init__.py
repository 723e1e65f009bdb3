"""Small tables of the language, each with its source: what looks alike, what sounds alike, what is called what."""
