"""``contentlint cite``: what stands at the sources that pages name, seen and told."""
