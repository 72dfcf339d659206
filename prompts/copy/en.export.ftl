# A class as files for its teacher. $count is how many students stand in it.
export-workbook = { $count ->
    [one] *{ $classroom }* as a workbook, with 1 student. It holds personal data: keep it where your school keeps such files.
   *[other] *{ $classroom }* as a workbook, with { $count } students. It holds personal data: keep it where your school keeps such files.
  }
export-tables = *{ $classroom }* as plain tables (CSV), for other programs.
export-workbook-title = { $classroom }, workbook
export-tables-title = { $classroom }, tables
export-no-files = I cannot give you the file, because this workspace does not let me send files. Ask an admin of Slack to allow it, then type /accord export again.
refusal-export-which-class = You teach several classes. Type /accord export in the channel of the one you want.

# The sheet that says what each column means
export-about = One row for each line of the record. Days are in the zone of the class (2027-01-18), moments in UTC (2027-01-18T08:45:00Z).
export-about-left-out = It has the students who are in the class now. It has what they and their teachers can see. Drafts, notes and learner profiles are not in it. A check-in that was left out has no reason here.
export-sheet-contracts = Contracts that were sent to a teacher
export-sheet-targets = The targets of each contract
export-sheet-check-ins = Check-ins, a row for each target that was answered
export-sheet-practice = How often they practised between two check-ins
export-sheet-evidence = What students showed; the files are not in it
export-sheet-assessments = What both said when they looked back, once both had
export-sheet-signs-met = Signs of success that each student met, by name, where the class wants it
export-column-contract = Number of the contract
export-column-student = Name of the student
export-column-status = How the contract is now: sent, question open, changes suggested, running, change open, looking back, done, ended early
export-column-teacher = Who decides on the contract
export-column-started-on = Day on which it was begun
export-column-ends-on = Last day, as agreed
export-column-ended-on = Day on which it was over
export-column-hardest = What is hardest, in the student’s words
export-column-strengths = Strengths, in the student’s words
export-column-supports = Help that they want
export-column-commitments = What the teacher promised
export-column-target = Number of the target in its contract
export-column-statement = The target
export-column-start = Number at the start
export-column-goal = Number to reach
export-column-newest = Newest number that counts
export-column-unit = What is counted
export-column-due-on = Day by which it is to be reached
export-column-practice = How they practise
export-column-evidence-form = What is to show that it worked
export-column-check-in = Number of the check-in
export-column-due-at = When it was due
export-column-state = answered, no answer, left out, or open
export-column-answered-at = When it was answered
export-column-value = The number that counts; empty where there was none
export-column-words = What they wrote
export-column-how-sure = How sure they are, from 1 to 5
export-column-replies = What teachers replied
export-column-times = How often; the highest number means that often or more
export-column-name = Name of the file, link or text
export-column-kind = What kind of file it is
export-column-line = What it shows, in their words
export-column-sign = The sign of success
export-column-came-on = Day on which it was shown
export-column-side = student or teacher
export-column-by = Who looked back
export-column-rating = From 1 (not yet) to 4 (fully)
export-column-reflection = What they wrote; on the first row of each
export-column-chosen = The work they chose for the end, and what they say of it
export-column-contracts = In how many contracts that both looked back at
export-column-signs = How many signs of success these have
export-column-met-by-student = How many of them the student rated “Fully”
export-column-met-by-teacher = How many of them the teacher rated “Fully”
