"""Is never run."""
