"""What the company says against what the law asks."""
