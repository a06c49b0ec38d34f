"""Sources that a page names: whether they are named so that a reader finds them."""
