"""Softmax regression: derivatives, shifts of the target, and the link to linear attention."""
