# What a teacher reads of all her classes at once. A line each.
digest-since = *Your students since { $since }*
digest-text = Your students since { $since }
digest-answered = { $asked ->
    [one] { $answered ->
        [0] 1 student was asked and has not answered yet.
       *[other] 1 student was asked and answered.
      }
   *[other] { $answered } of { $asked } students answered at least once.
  }
# $names is a list of students.
digest-reached-goal = *Reached a goal:* { $names }
digest-reached-own = *Reached a milestone of their own:* { $names }
digest-reached-halfway = *Half of the way or more:* { $names }
digest-reached-effort = *Practised as planned for four weeks:* { $names }
digest-reached-back = *Answered again after a long silence:* { $names }
digest-unheard = *No word from a teacher for three weeks:* { $names }
digest-reminded = *I reminded, and no answer has come yet:* { $names }
digest-praise-goal = Worth a word of praise: { $student } reached a goal.
digest-praise-own = Worth a word of praise: { $student } reached a milestone of their own.
digest-praise-halfway = Worth a word of praise: { $student } is half of the way or further.
digest-praise-effort = Worth a word of praise: { $student } practised as planned for four weeks.
digest-praise-back = Worth a word of praise: { $student } answered again after a long silence.
digest-table = All students, those first who may need a word
digest-column-student = Student
digest-column-class = Class
digest-column-state = How it stands
digest-column-look = Note
digest-column-answer = Last answer
digest-class = See a class
digest-comes-weekly = This comes every { $day } at { $time }. If there is no school, it comes on the next school day.
digest-comes-daily = This comes every school day at { $time }.
digest-comes-off = You have chosen to get no more of these.
digest-instead = Students I remind are named here, with no message of their own.
digest-change-button = Change digest

# The form
digest-where = *Your digest* says at once how all your classes are doing.
digest-choose-title = Your digest
digest-choose-submit = Save
digest-how = How often do you want it?
digest-how-hint = It says who answered, what waits, what was reached and who may need a word.
digest-how-weekly = Once a week
digest-how-daily = Every school day
digest-how-off = Never
digest-day = On which day?
digest-day-hint = This counts for once a week.
digest-at = At what time?
digest-reply-button = Reply to several
digest-reply-title = Reply to several
digest-reply-submit = Send replies
digest-reply-intro = { $count ->
    [one] One answer waits for your reply.
   *[other] These { $count } answers wait longest for your reply. Write only where you like.
}
digest-reply-name = *{ $student }*
digest-reply-name-in-class = *{ $student }* ({ $classroom })
digest-reply-more = { $count ->
    [one] One more waits. You will see it when you open this again.
   *[other] { $count } more wait. You will see them when you open this again.
}
digest-replied-meanwhile = { $count ->
    [one] { $teachers } replied to { $students } before you, so I did not send your reply. I sent the others.
   *[other] { $teachers } replied to { $students } before you, so I did not send yours to them. I sent the others.
}
digest-replied-meanwhile-next = You can still reply to each of them under their check-in.
refusal-nothing-to-reply-to = No answer waits for your reply now. You do not have to do anything.
refusal-nothing-replied = Write at least one reply, or close the form.
