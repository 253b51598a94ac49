"""Sidelines reads articles and finds who met whom, when, where and at which forum.

The rooms, in the order in which data passes them; a room imports from rooms before it only:

documents    a file of any format becomes a `Document`: text, title, the day it was published
web          a page or a feed that the user names is fetched, and read like a file
text         the document's lines become blocks and sentences, each with its offsets
mentions     what a sentence names: countries, people, places, forums, days
reports      a sentence and its surroundings become a `Report`: who met whom, when, where
engagements  reports of one engagement, from any number of documents, become one `Engagement`
tables       the tables of the contract, as frames and as files
store        the lasting collection: documents, reports, engagements, decisions and the log of all changes
views        a frame in, a smaller frame or a figure out
exports      what is taken along: tables, points, a calendar, citations, a bundle, a brief, as files
ui           the only room that knows Streamlit

`model` (the records), `lexicon` (domain knowledge, read from data files) and `language` (the words of the screen in the
reader's language, from catalogues) serve all of them; `run` leads many documents through.
"""

VERSION = "0.1.0"
