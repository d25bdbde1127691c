"""Rules of law: the company's own limits against the floors that the law sets for them."""
