"""Small tables of the language and the calendar; each tells where it comes from and for which years it holds."""
