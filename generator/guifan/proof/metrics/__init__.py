"""What metrics count, and in which unit."""
