"""From a document to what it says: quantities, relations, copies, and what each section is about."""
