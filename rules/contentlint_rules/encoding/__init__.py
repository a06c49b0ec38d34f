"""Rules about text that was stored or read in the wrong way."""
