"""Search: what a reader types to the clause that answers it; one index, read by two engines.

The index is built here and read by `guifan search` and, shard by shard, by the browser
(`site_templates/assets/search/`). Index and query are cut the same way, so they cannot disagree.
"""
