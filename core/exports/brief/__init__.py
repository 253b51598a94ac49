"""A brief of about two pages, in plain sentences made from the rows: for a country, a pair, a forum or a period."""
