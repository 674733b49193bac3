"""What claims say, in Markdown with LaTeX, kind by kind. Every formula is that of the claim itself."""
