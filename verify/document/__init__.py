"""Pages as data, written as plain text, Markdown, LaTeX or HTML."""
