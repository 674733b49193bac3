"""Theorems written out: their claims kind by kind, their derivations, the errata, as blocks of a page."""
