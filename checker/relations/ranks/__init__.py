"""Places in an order and the moves between them."""
