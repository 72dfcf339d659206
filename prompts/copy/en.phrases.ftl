# Sentences that a teacher keeps, to choose from in replies and feedback.
phrases-button = My phrases
phrases-save-title = My phrases
phrases-save-submit = Keep them
phrases-text = Your phrases
phrases-text-hint = One on each line, { $most } at most. Take a line out, and it is gone. Only you see them. You choose from them when you reply and give feedback.
phrases-choice = Or one of your phrases
refusal-too-many-phrases = Keep { $most } at most, one on each line.
# $start is how the line begins.
refusal-phrase-too-long = This phrase is too long. Make it shorter: “{ $start }…”
# A box to tick, where a reply is written.
phrases-keep = For next time
# Above the names of students: what is typed for each can be kept.
phrases-keep-several = Save as a phrase what I type to
phrases-keep-yes = Save what I type as a phrase
refusal-phrase-not-kept = This is too long for a phrase. Untick this, and I will send it as it is.
