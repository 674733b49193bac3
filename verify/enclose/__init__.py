"""Ball arithmetic: zeros that exist, eigenvalues whose signs are certain. Every comparison here is rigorous."""
