"""What follows from the standards over the real calendar: worst cases, slack, counterexamples."""
