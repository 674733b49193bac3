"""The theorems, one file each: proofs/theorems/<subject>/<conclusion>.py. Nothing is derived at import."""
