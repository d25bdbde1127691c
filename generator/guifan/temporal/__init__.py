"""Durations, calendars and deadlines: exact time, free of any knowledge of the manual."""
