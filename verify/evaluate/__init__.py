"""Evaluation of derived losses: in their entries, at rational matrices, in floating point."""
