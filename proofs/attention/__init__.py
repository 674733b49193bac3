"""Models of attention from their definition, and the data they see."""
