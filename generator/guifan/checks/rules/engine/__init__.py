"""Area X: the check itself: waivers and rules that fail."""
