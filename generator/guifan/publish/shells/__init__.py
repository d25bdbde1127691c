"""Page shells: the theme's own template rendered once for many pages, then filled in.

A page of the book differs from its neighbours in a few places: its title, its content, its table
of contents, what is active in the navigation. The theme's template is rendered with a stand-in for
the page that prints marks in those places; what lies between the marks is kept, and each page is
joined from it. Every piece is the theme's own rendering; nothing of the theme is written down here.
"""
