"""Small tables of the language, each with its source: what words may and may not do."""
