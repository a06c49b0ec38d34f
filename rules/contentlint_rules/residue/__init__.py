"""Rules about what a chat assistant's answer brings along when it is pasted into a page."""
