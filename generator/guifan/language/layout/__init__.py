"""One form for all files: edits of their text that change how it is laid out, never what it says.

The order of keys is the writer's: a comment says something of what stands below it, and whoever
moves keys would have to guess how far. Sentences are never wrapped anew.
"""
