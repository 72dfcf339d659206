# A student's journey: a page for each contract that they signed with a teacher
journey-button = My journey
journey-show-title = My journey
journey-of-student-title = Contracts
journey-nothing = Nothing is finished yet, and that is fine. When a contract ends, it stays here: its numbers, what you showed and what you wrote.
journey-none-finished = You have not finished a contract yet. Here is what you are working on.
journey-intro = Your contracts stay here, with the newest first.
journey-who-sees = Only you, those who teach you in that class and its aides can read this.
journey-with = *{ $classroom }* with { $teacher }
journey-in = *{ $classroom }*
# $start is the number at the start, $numbers has a day and a number each: "18 January: 5 · 25 January: 6"
journey-numbers = Start: { $start } · { $numbers }
journey-number = { DAY($on) }: { $value }
journey-pieces = *What you chose to show*
journey-pieces-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
journey-feedback-more = { $count ->
    [one] and one more from before
   *[other] and { $count } more from before
  }
journey-look-student = *{ $name } at the end*
journey-look-teacher = *{ $name } at the end*
journey-look-outside = *Someone from outside rated:*
# A sign of success, and how it was rated, for example: fully
journey-sign = { $text }: { $rated }
journey-newer-button = Newer
journey-older-button = Older

# The list of what is finished
journey-past = { $count ->
    [one] *You have one finished contract.*
   *[other] *You have { $count } finished contracts.*
  }
journey-past-of = { $count ->
    [one] *{ $student } has one finished contract.*
   *[other] *{ $student } has { $count } finished contracts.*
  }
journey-line = { $classroom }: { $statement }
journey-look-button = Open
journey-past-more = { $count ->
    [one] One more is behind the last one: press Open, then Older.
   *[other] { $count } more are behind the last one: press Open, then Older.
  }
refusal-journey-for-students = My journey is for students. To see the contracts of a student, type /accord student and their name.
