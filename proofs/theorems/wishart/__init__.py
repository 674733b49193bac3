"""Moments of Gram matrices of Gaussian data."""
