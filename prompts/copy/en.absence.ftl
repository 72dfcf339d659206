# Somebody is away: until when, never why. $last, $first and $after are days, as “Monday, 1 February”.
away-noted = You are away until *{ $last }*. I will not ask you anything until then, and nothing counts as missed.
away-noted-later = You are away from *{ $first }* until *{ $last }*. I will not ask you anything then, and nothing counts as missed.
away-noted-for-you = *{ $teacher }* told me that you are away until *{ $last }*. I will not ask you anything until then, and nothing counts as missed.
away-noted-for-you-later = *{ $teacher }* told me that you are away from *{ $first }* until *{ $last }*. I will not ask you anything then.
away-noted-teacher = *{ $student }* is away until *{ $last }*. I will ask them nothing until then, and nothing counts as missed.
away-noted-teacher-later = *{ $student }* is away from *{ $first }* until *{ $last }*. I will ask them nothing then, and nothing counts as missed.
# A list of classes, where they are not all of the reader’s.
away-in-classes = This is for { $classes } alone.
away-next = From { $after } I will ask again. Your teachers see until when you are away, and no reason. You can also write “I’m back”.
away-next-later = From { $after } I will ask again. Your teachers see when you are away, and no reason.
away-next-teacher = From { $after } I will ask again. The class does not see this.
away-over = You are no longer away. You do not have to do anything.
away-over-teacher = *{ $student }* is no longer away.
# Buttons
away-back-button = I am back
away-back-teacher-button = They are back
away-cancel-button = Not away
away-cancel-teacher-button = Not away
away-change-button = Change the days
away-move = { $count ->
    [one] These days take a good part of your contract. Its end can move along, if you and your teacher sign.
   *[other] These days take a good part of your contracts. Their ends can move along, if you and your teachers sign.
  }
# Buttons: $day is a date, $classroom the name of a class.
away-move-button = End on { $day }
away-move-class-button = Move end: { $classroom }
away-move-teacher = These days take a good part of the contract. Its end can move along, if you and the student sign.
away-ended = Welcome back. I will ask you as before.
away-ended-teacher = *{ $student }* is back. I will ask them as before.
away-next-check-in = Next check-in: { $day }
# Days: $day is the name of a weekday, $on the month and the day of it.

# The question until when, with its buttons. $until is a day.
away-until-when = Thank you for telling me. I kept no number. *Until when* are you away?
away-until-next = I will ask you nothing until then, and nothing counts as missed. Your teachers see only until when. You can also write a day, like “friday”.
away-until-button = Until { $until }
away-today-button = Only today
away-week-button = This week
away-pick-button = Pick a day
# After a yes, or a no, to the days that were noted.
hearing-away-yes = All right. I will ask again when those days are over.
hearing-away-no = All right, you are not away. I will ask you as before.
away-until-said = All right, I noted until when you are away.
# What is said first where the days can not be.
away-why-absence-past = That day is over already.
away-why-no-such-date = There is no such day in the calendar.
away-why-absence-too-long = That is more than three months from now.

# Forms
absence-save-title = I am away
absence-save-submit = Save
absence-save-for-title = A student is away
absence-save-for-submit = Save
absence-pause-title = Pause contract
absence-pause-submit = Pause
away-first = From
away-last = Until
away-last-hint = This is the last day away. I will not ask for a reason.
away-classes = For which classes?
away-all-classes = All my classes
away-student = Who is away?
away-student-hint = This is for the classes in which you teach them. They will get a message about it.
pause-what = While a contract pauses, I ask nothing about it, and nothing counts as missed. Its end stays as it is. Student and teachers can go on at any time.
pause-last = Until
pause-last-hint = Choose a day before { DATETIME($ends, dateStyle: "long") }. Leave it empty to pause until you go on, at most 4 weeks.

# A contract pauses. $last is its last day, $by who said it.
pause-noted-student = Your contract in *{ $classroom }* pauses until *{ $last }*. I will ask nothing about it until then.
pause-noted-student-by = *{ $by }* paused your contract in *{ $classroom }* until *{ $last }*. I will ask nothing about it until then.
pause-noted-teacher = The contract with *{ $student }* pauses until *{ $last }*. I will ask nothing about it until then.
pause-noted-teacher-by = *{ $by }* paused the contract with *{ $student }* until *{ $last }*. I will ask nothing about it until then.
pause-noted-teacher-theirs = *{ $student }* paused their contract until *{ $last }*. I will ask nothing about it until then.
pause-next = Nothing counts as missed. The student and the teachers can go on at any time.
pause-next-open = Nothing counts as missed. Go on when you like. After that day I will ask again.
pause-over-student = The pause of your contract in *{ $classroom }* is over.
pause-over-teacher = The pause of the contract with *{ $student }* is over.
pause-ended-student = Your contract in *{ $classroom }* goes on. I will ask you as before.
pause-ended-teacher = The contract with *{ $student }* goes on. I will ask them as before.
# Buttons
pause-button = Pause contract
pause-resume-button = Go on now
# On a contract's card and on Home
contract-paused = This contract pauses until *{ $last }*.

# On Home
home-away = You are away until *{ $last }*. I will not ask you anything until then.
home-away-later = You are away from *{ $first }* until *{ $last }*.
home-away-button = I am away
home-away-class-button = Someone is away
home-row-absent = Away until { DATETIME($date, dateStyle: "long") }. Nothing counts as missed
home-row-absent-later = Away from { DATETIME($from, dateStyle: "long") } until { DATETIME($date, dateStyle: "long") }
home-row-paused = The contract pauses until { DATETIME($date, dateStyle: "long") }

# A check-in that is asked about again later, by buttons under it.
snooze-later-button = Later today
snooze-tomorrow-button = Tomorrow
snooze-away-button = I am away
snoozed = All right. I will ask you again on { $when }. You can answer before that at any time.
