"""The page cache: a page is rendered again when the answer to something that it asked is another.

While a page is rendered, everything that it asks of the book and of the corpus is noted, and kept
with the page. Next time the same questions are asked of the manual as it is now; where all answers
are the same, the page is (verifying traces: Mokhov, Mitchell, Peyton Jones, «Build systems à la
carte», 2018, § 5.2.1). What every page rests on, such as templates, is in the key of them all.
"""
