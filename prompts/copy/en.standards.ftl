# What a class must learn. { $classroom } is its name.
standards-heading = Standards of { $classroom }
standards-none = This class has no standards yet. Type some, or bring a CSV or a CASE package. Then students can say which ones a target serves.
standards-covered = { $named ->
    [0] { $count ->
        [one] It has one standard. No signed contract names it yet.
       *[other] It has { $count } standards. No signed contract names one yet.
      }
   *[other] Signed contracts name *{ $named } of { $count }* standards.
  }
# A line in a list: a student, and the standards that their targets serve.
standards-student = *{ $student }*: { $standards }
standards-student-more = { $count ->
    [one] *{ $student }*: { $standards } and one more
   *[other] *{ $student }*: { $standards } and { $count } more
  }
standards-students-more = { $count ->
    [one] One more student names some.
   *[other] { $count } more students name some.
  }
standards-students-without = { $count ->
    [one] One student names none yet.
   *[other] { $count } students name none yet.
  }
standards-open = *Named by nobody yet:*
standards-open-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
  }
standards-how = Students choose them before they sign. Their own sentence stays as they wrote it.
standards-add-button = Add standards
standards-out-button = Take some out
standards-add-title = Standards
standards-add-submit = Add
standards-add-intro = Fill in what you need.
standards-file = A file
standards-file-hint = A CSV with the columns code and statement (and resources), or a CASE package (JSON). I show you first what I read.
standards-typed = Or type them
standards-typed-hint = One on each line: the code, a colon, the statement. For example: RL.6.1: Name evidence from the text
standards-resources = What helps with a standard
standards-resources-hint = One on each line. For example: RL.6.1: The reader, page 12; https://example.org. Links that everyone can open.
standards-helping = { $count ->
    [one] One standard says what helps.
   *[other] { $count } standards say what helps.
  }
standards-out-title = Take out
standards-out-submit = Take out
standards-out-intro = Contracts keep the standards that they name.
standards-out-some = Which ones?
standards-out-some-hint = Type a few letters of the code or of the words.
standards-out-or = Or all of them
standards-out-all = { $count ->
    [one] The one standard of this class
   *[other] All { $count } standards of this class
  }
standards-search = Type to search
standards-choose-title = Standards
standards-choose-submit = Save
standards-choice-intro = Which standards of your class does each target serve? You can leave this empty. Your sentence stays yours.
standards-choice = { $target }: it serves
standards-choice-hint = Type a few letters. Choose 5 at most.
proposing-standards-button = Add standards
refusal-standards-which-class = You teach more than one class. Type /accord standards in the channel of the class that you mean.
refusal-standards-nothing = Type at least one standard, or choose a file.
refusal-standards-none-chosen = Choose at least one, or tick all of them.
refusal-standards-too-many = A class has 20,000 standards at most. Take some out first.
refusal-standard-line = Line { $line } needs a code, a colon and a statement. For example: RL.6.1: Name evidence from the text
refusal-standard-resources-line = Line { $line } needs a code, a colon and what helps. For example: RL.6.1: The reader, page 12
refusal-standard-unknown = This class has no standard { $code }. Add it first, or check the code.
refusal-standard-twice = Line { $line } has a code of an earlier line. Write each code once.
# A student's own standards, by work. { $work } are names of work, { $standard } is a standard of the class.
standards-mine-button = My standards
standards-of-student-button = Standards
standards-mine-title = My standards
standards-of-student-title = Standards
standards-mine-intro = Here is which of your work shows which standard, and what is next. Your teachers can see it, too.
standards-of-student = *{ $student }*: which work shows which standard, and what is next. { $student } says what each piece shows.
standards-mine-class = *{ $classroom }*
standards-mine-shown = Shown by work:
standards-mine-next = Next, in a target but not shown by work yet:
standards-mine-others = Other standards of the class:
standards-mine-by-work = *{ $standard }*: { $work }
standards-mine-by-work-more = *{ $standard }*: { $work } and { $count } more
standards-mine-by-target = *{ $standard }*: { $target }
standards-mine-more = { $count ->
    [one] There is one more.
   *[other] There are { $count } more.
  }
standards-mine-nothing = No target and no work names a standard yet.
standards-mine-none = Your class has no standards yet. Your teacher can add them.
standards-mine-no-work = Show some work for a target first. Then you can say which standard it shows.
standards-shows-button = Say what work shows
standards-shows-title = Work and standard
standards-shows-submit = Save
standards-shows-piece = Which work?
standards-shows-which = Which standards does it show?
standards-shows-which-hint = Type a code or a word. What you choose takes the place of what you chose before for this work.
refusal-standards-no-work = There is no work to choose yet. Show something for a target first.
refusal-standards-choose-work = Choose one of your pieces of work.
refusal-standards-most = Choose at most { $most }.
refusal-standards-gone = One of these is no longer a standard of the class. Choose again.
