"""The web: asks for addresses, politely and safely, and tells what came of each."""
