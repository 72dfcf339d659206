# What a teacher promised in a contract: asked about before it is due.
promises-due = { $count ->
    [one] *You promised something to one student.* Is it done?
   *[other] *You promised something to { $count } students.* What is done?
}
promises-answered = *What you promised these days*
# $due is a weekday or a day.
promises-line = *{ $student }* · { $text } · { $due }
promises-line-in-class = *{ $student }* ({ $classroom }) · { $text } · { $due }
promises-done-button = Done
promises-tomorrow-button = Tomorrow
promises-can-not-button = I cannot
promises-all-done-button = All { $count } are done
promises-more = { $count ->
    [one] One more comes up when you have answered one of these.
   *[other] { $count } more come up as you answer these.
}
promises-kept = *Done:* { $names }
promises-put-off = *I will ask you again on the next school day:* { $names }
promises-not-kept = *I told them that you cannot:* { $names }
promises-next = Your students see what is done. If you do not answer, I do not tell them anything.
# The form behind [I cannot].
promises-say-title = I cannot
promises-say-submit = Tell the student
promises-say-intro = I will tell { $student } that you cannot do this now:
promises-word = A word to { $student }
promises-word-hint = For example: what you can do instead, or when. You can leave this empty.
# To the student.
promise-not-kept = *{ $teacher }* cannot do one thing from your contract in { $classroom } this time:
promise-word = *{ $teacher } writes to you:*
promise-not-kept-next = Your contract stays as it is. You do not have to do anything.
# Beside the contract. $count is how often it was done, $last the day it was for.
promise-kept-student = { $count ->
    [one] Your teacher did this once, on { $last }.
   *[other] Your teacher did this { $count } times, last on { $last }.
}
promise-kept-teacher = { $count ->
    [one] You did your part once, on { $last }.
   *[other] You did your part { $count } times, last on { $last }.
}
# The same where the teacher does several things: $text is which.
promise-kept-line-student = { $count ->
    [one] “{ $text }”: your teacher did this once, on { $last }.
   *[other] “{ $text }”: your teacher did this { $count } times, last on { $last }.
}
promise-kept-line-teacher = { $count ->
    [one] “{ $text }”: you did this once, on { $last }.
   *[other] “{ $text }”: you did this { $count } times, last on { $last }.
}
promise-not-this-time-line-student = “{ $text }”: the last time, your teacher could not do it.
promise-not-this-time-line-teacher = “{ $text }”: the last time, you could not do it.
promise-not-this-time-student = The last time, your teacher could not do it.
promise-not-this-time-teacher = The last time, you could not do it.
refusal-promise-answered = { $name } has answered that already. You do not have to do anything.
refusal-promise-put-off = You put this off once. Choose “Done”, or “I cannot”.
refusal-promise-dropped = This is no longer in the contract. You do not have to do anything.
