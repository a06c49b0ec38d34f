"""Rules about typography: blanks, punctuation and numbers, by the language of the page."""
