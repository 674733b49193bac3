"""How fast the calculus is: process CPU times against targets, and ratios against other ways to the same result."""
