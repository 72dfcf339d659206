# How it goes with one target. $statement is the target, $start, $now and $goal are numbers, $unit is what is counted (it may be empty), for example: sentences out of 10.
logbook-of = *How it goes:* { $statement }
# To a teacher.
logbook-of-student = *{ $student }:* { $statement }
# $day is the day of the newest number.
logbook-now = Start { $start }, now *{ $now }* ({ $day }), goal { $goal } { $unit }, by { DATETIME($date, dateStyle: "long") }.
logbook-no-number-yet = Start { $start }, goal { $goal } { $unit }, by { DATETIME($date, dateStyle: "long") }. There is no number yet.
# The line runs from the start of the target to its goal.
logbook-line = The line from start to goal is at { $line } today.

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
