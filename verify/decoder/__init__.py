"""Decoder layers with explicit weights, the layers that programs are built into, and programs over the rationals."""
