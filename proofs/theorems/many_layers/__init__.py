"""What many layers of linear attention compute, and where their loss is critical."""
