"""What has changed: editions of the past, typed differences, and what a change touches."""
