"""Small tables of the language: each says where it comes from and, where it can expire, for which years it holds."""
