shoutout-halfway = 🎉 *{ $student }* is well on the way to a target: { $statement }
shoutout-goal = 🎉 *{ $student }* reached a target: { $statement }
shoutout-own = 🎉 *{ $student }* reached a milestone: { $statement }
shoutout-effort = 🎉 *{ $student }* practised as planned for four weeks: { $statement }
shoutout-back = 🎉 *{ $student }* goes on with a target: { $statement }
shoutout-own-plain = 🎉 *{ $student }* reached a milestone.
shoutout-effort-plain = 🎉 *{ $student }* practised as planned for four weeks.
shoutout-back-plain = 🎉 *{ $student }* goes on with a target.
shoutout-halfway-plain = 🎉 *{ $student }* is well on the way to a target.
shoutout-goal-plain = 🎉 *{ $student }* reached a target.
# The student wants no name; $student in the lines above is this then. $statement of shoutout-words are the student’s own words.
shoutout-someone = Someone in this class
shoutout-words = 🎉 *{ $student }*: { $statement }
milestone-halfway = *You went from { $baseline } to { $value }.* That is { $percent }% of the way: { $statement }
# The target has changed since.
milestone-halfway-then = *You did half of the way or more.* That was this target: { $statement }
milestone-goal = *You reached your goal.* You said you would, and you did: { $statement }
milestone-own = *You reached a milestone of your own.* You named it yourself: { $statement }
milestone-effort = *You practised as you planned, for four weeks.* That takes effort: { $statement }
milestone-back = *You are back.* Starting again takes effort: { $statement }
milestone-question = May I show this in the channel of { $classroom }, word for word? The class sees nothing unless you say yes.
milestone-share-button = Share it
milestone-keep-button = Keep it private
milestone-question-hint = If you do nothing, I will share nothing.
milestone-shared = The class can see it now, in the channel of { $classroom }:
milestone-kept = All right, the class does not see it.
milestone-private = This stays between you and your teachers.
milestone-asked-anew = The text has changed since I asked. The new one is in a newer message.
milestone-corrected = The number behind this message has changed, so I no longer ask about the class. I shared nothing.
milestone-corrected-next = When you reach the next point, I will tell you here.
milestone-news-halfway = *{ $student }* is well on the way: { $statement }
milestone-news-goal = *{ $student }* reached the goal: { $statement }
milestone-news-own = *{ $student }* reached a milestone of their own: { $statement }
milestone-news-effort = *{ $student }* practised as planned for four weeks: { $statement }
milestone-news-back = *{ $student }* answers again after a break: { $statement }
milestone-news-asked = I asked { $student } if the class may see it. Only { $student } decides that.
milestone-news-shared = It is in the class channel now.
milestone-news-corrected = { $student } corrected a number, so this point is still to come: { $statement }
refusal-shoutout-decided = You have decided about this one already, so it stays that way. I will ask again when you reach the next point.

# The form in which a student words the shoutout. $name is how it would call them.
milestone-word-button = Change the text
celebrating-word-title = Change the text
celebrating-word-submit = Show me the text
celebrating-named = How shall I name you?
celebrating-named-full = Whole name: { $name }
celebrating-named-first = First name: { $name }
celebrating-named-not = No name
celebrating-words = Your own words
celebrating-words-hint = If you leave this empty, I use my own sentence. You see the whole text before anyone else does.
refusal-shoutout-names-others = This names someone from your class. Write it without their name.
refusal-shoutout-names-you = This has your name in it. Leave it out here, or choose to be named.
refusal-shoutout-grade = This reads like a grade or a score. Those stay between you and your teachers, so say it in other words.
refusal-shoutout-unkind = I did not take this for the class channel. Write in one sentence what you did.

# In a class where a teacher looks first: to the student, before and after their yes.
milestone-question-first = Your teacher looks at it first, and then posts it or keeps it between you. If you do nothing, I will share nothing.
milestone-waits = Your teacher looks at this first. Then it may go to the channel of { $classroom }:
milestone-waits-hint = You can take your yes back until it is posted. If no teacher looks for a week, it stays between you and your teachers.
milestone-news-waits = { $student } said yes to showing it to the class. A teacher looks first.
milestone-news-held = This stays between { $student } and the teachers.
shoutout-was-posted = *{ $teacher }* has looked at your shoutout. I am posting it in the channel of *{ $classroom }*.
shoutout-was-held = *{ $teacher }* keeps this shoutout between you. The class does not see it.
shoutout-was-not-seen = No teacher of *{ $classroom }* has looked at your shoutout for a week. So it stays between you and your teachers.
shoutout-was-held-next = What you reached counts just the same. You can ask your teacher about it.

# To the teacher who looks first.
shoutouts-wait = { $count ->
    [one] *{ $classroom }:* a student said yes to this shoutout. The class sees it only if you post it.
   *[other] *{ $classroom }:* students said yes to these { $count } shoutouts. The class sees only what you post.
  }
shoutouts-wait-none = *{ $classroom }:* no shoutout waits here now.
# The name, where the text does not show it or only a part of it.
shoutouts-wait-from = From { $student }
shoutouts-wait-more = { $count ->
    [one] One more comes here when you have decided on these.
   *[other] { $count } more come here when you have decided on these.
  }
shoutouts-wait-next = If you do nothing, nothing is posted. I will tell the student after a week that it stays between you.
shoutouts-post-button = Post it
shoutouts-hold-button = Keep it between us
refusal-shoutout-not-waiting = This one no longer waits: it was decided, taken back or changed. I posted nothing just now.
refusal-shoutout-held = This one stays between you and your teachers. I will ask again when you reach the next point.
