"""Pictures, one file each: a function that takes its parameters and returns a Figure, drawn from computed values."""
