"""Results that come back: responses read, marked and counted, and what the counts say."""
