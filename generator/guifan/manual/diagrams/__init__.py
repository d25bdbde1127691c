"""Pictures drawn from plain data as inline SVG: one module each, with its data and words."""
