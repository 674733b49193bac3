"""Minimizers: squares completed, sets of minimizers, limits."""
