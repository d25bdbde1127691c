"""Rules of wording: a duty says who, what and how much, and nothing is said against it."""
