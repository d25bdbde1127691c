"""Pages become files: where a manual is read from and written to."""
