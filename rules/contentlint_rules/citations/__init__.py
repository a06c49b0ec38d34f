"""Sources that a page names: whether readers find them, and find there what the page says."""
