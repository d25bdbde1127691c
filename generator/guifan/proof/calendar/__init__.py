"""Time over the manual's calendars: what is compared over every start, and who may count on it."""
