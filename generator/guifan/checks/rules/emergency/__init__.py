"""Rules of emergencies: plans that hold at any hour and report in time."""
