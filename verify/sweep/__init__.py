"""Instances of the hypotheses of a theorem: covariances, dimensions, free matrices."""
