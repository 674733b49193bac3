"""Derivation notebooks and pictures, generated from the theorem files: what they show is computed when they run."""
