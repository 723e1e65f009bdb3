"""A ledger in other forms: tables for people who live in them, JSON-LD for what has been published and checked."""
