"""Files of results: read within limits, counted in a database, written as a page and a workbook."""
