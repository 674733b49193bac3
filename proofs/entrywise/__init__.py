"""Sums over indices of products of entries, for vectors and matrices of any size: what entrywise products need."""
