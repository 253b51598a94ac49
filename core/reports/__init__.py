"""From a document's sentences to its reports. Who looks for a rule finds its room here.

The document     read (a document in, its reports out), prospects (can it tell of any?), datelines, narrator (told by "I"), cast
                 (its people), story and telling (what "he", "here" and "the same day" mean at each sentence), line_by_line (what
                 happened, one sentence after the other), finish and filled_in (what holds for the whole), same (told twice),
                 concern (whom it is about), stated (what can be checked), writing (reports with the words they rest on), confidence
A clause         clauses, standing (who stands where), posts (quoted, and who signed them), status (held, planned, called off,
                 or none), settle (when), where_told, unknown_towns, venues, legs, setting
Meetings         events and talks (verbs and nouns of meeting), joint (signed, chaired, brought about), events_told (calls,
                 words, hospitality), company ("with", whatever the verb), encounters (face to face), their_talks ("during their
                 meeting"), joined_names ("India-Vietnam talks"), conferences (without a
                 name), wires (two on the telephone), draft, drafted and drafted_sides (drafts become events), sides and several (whom "they" means),
                 tables and together (who sat at one table)
Several in turn  lists, announced, series, turns, likewise
Forums           gatherings (gathering, gone_to, held: which took place), gathered, present, sessions (of two countries),
                 bodies ("NATO ministers met"), chairs, when_gathered, held_there, forums_told, forum_given, story_forum, by_calendar
Trips, drills    journeys, trips_told, trip_days, trips_implied, port_calls (ships), called_off, guests; exercises, drills, drill_lines
The next line    carried (what it may leave out), inherited (what an engagement takes over)
Notes, diaries   cards, card_names, card_rows, card_settings; diary, entries
Evidence         evidence, printed (the words behind each value), substance (topics and outcomes)
"""
