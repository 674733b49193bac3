"""What one layer of linear attention learns."""
