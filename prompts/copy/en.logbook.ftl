# How it goes with one target. $statement is the target, $start, $now and $goal are numbers, $unit is what is counted (it may be empty), for example: sentences out of 10.
logbook-of = *How it goes:* { $statement }
# To a teacher.
logbook-of-student = *{ $student }:* { $statement }
# $day is the day of the newest number.
logbook-now = Start { $start }, now *{ $now }* ({ $day }), goal { $goal } { $unit }, by { DATETIME($date, dateStyle: "long") }.
logbook-no-number-yet = Start { $start }, goal { $goal } { $unit }, by { DATETIME($date, dateStyle: "long") }. There is no number yet.
# The line runs from the start of the target to its goal.
logbook-line = The line from start to goal is at { $line } today.
logbook-together-practised = Your number went further towards your goal when you had practised.
logbook-together-more = Your number went further towards your goal when you had practised more.

# One entry: a day, with what was said on it.
logbook-number = *{ $day }:* { $value } { $unit }
logbook-day = *{ $day }*
logbook-note = “{ $text }”
logbook-showed = Shown: { $name }
logbook-showed-line = Shown: { $name } ({ $line })
logbook-showed-more = { $count ->
    [one] and one more file
   *[other] and { $count } more files
  }
logbook-earlier = { $count ->
    [one] One earlier check-in is not shown here.
   *[other] { $count } earlier check-ins are not shown here.
  }

# Button
logbook-button = How it goes

# The chart. At most 20 characters each: a point, and the names of what is drawn. The line is the one from start to goal.
logbook-label-start = Start
logbook-label-today = Today
logbook-label-day = { DAY($on) }
logbook-series-numbers = You
logbook-series-line = Line to the goal
logbook-series-goal = Goal
# At most 50 characters.
logbook-chart-title = From { $start } to { $goal } { $unit }
logbook-axis-minutes = minutes
logbook-changed = { $sign } The contract changed before this number.
# Two numbers above 10.
logbook-thinned = The chart shows { $drawn } of { $said } numbers.
# For screen readers: a number, and where the line was on that day.
logbook-heard = { $day }: { $value } (line: { $line })
logbook-heard-alone = { $day }: { $value }

# The line of a target as a picture, for its student.
logbook-picture-button = Draw my line
# Above the file, without formatting
logbook-picture-given = Here is your line as a picture. It stands on your Home tab, too, until you have a new number. Nobody else gets it.
# In place of the file
logbook-picture-not-given = I could not give you a picture. Your school may not let me send files yet: an admin can change that. These are your numbers:
logbook-picture-file = line.png
refusal-no-line-yet = There is no number to draw yet. Answer your next check-in with a number, then I can draw your line.
# Under the picture on Home. $date is the day on which it was made.
logbook-picture-of = Made on { DAY($on) }
# In the picture
logbook-picture-on = { DAY($on) }
logbook-picture-changed = The contract changed
# For screen readers. $statement is the target; the numbers follow, a line each.
logbook-picture-alt = Your line for “{ $statement }”. Start { $start }, goal { $goal } { $unit }, by { DATETIME($date, dateStyle: "long") }.
logbook-picture-alt-changed = The contract changed on { $day }.
