"""National-size projects for Cadrage, and the same texts for Hugo."""
