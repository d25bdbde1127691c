"""Who is there, who stands over whom, who carries what."""
