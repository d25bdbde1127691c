"""Exams on paper: what stands on each sheet, and the sheets as DOCX, PDF and tables."""
