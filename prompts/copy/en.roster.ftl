# Class lists: a file of the school's says who is in a class.
# "Class list" is the word for teachers; a "set" is a zip of several files that a school's system exports.
roster-how = Send me your class list as a file, here. I will show you what I found before anything changes.
roster-how-list = A table with names and e-mail addresses, saved as CSV.
roster-how-set = An export of your school's system: OneRoster (.zip) or School Data Sync. Send all its files in one message.
roster-how-next = I look people up by e-mail address, and keep no address. I do not read birthdays, parents, flags or passwords.
roster-coming = { $count ->
    [one] 1 student would come into the class: { $names }
   *[other] { $count } students would come into the class: { $names }
  }
roster-state-coming = I am reading your class list. This takes less than a minute.
roster-state-taking = I am adding the students to *{ $classroom }*. This takes less than a minute.
roster-state-dropped = This class list is discarded. Nothing changed by it.
roster-which = I read your class list. Which class is it for?
roster-which-button = Choose the class
roster-open-button = Check and add
roster-drop-button = Discard list
roster-nothing-yet = Nothing has changed yet.
roster-no-emails = I cannot see e-mail addresses in your workspace, so I looked for handles and names.
roster-title = Class list for { $classroom }
roster-counts = *{ $found }* found in Slack, *{ $choose }* to choose, *{ $nobody }* not found.
roster-here = { $count ->
    [one] 1 student is in the class already.
   *[other] { $count } students are in the class already.
  }
roster-absent = { $count ->
    [one] 1 of them is not in the class channel: { $names }
   *[other] { $count } of them are not in the class channel: { $names }
  }
roster-beside = { $count ->
    [one] 1 student in the class is not on the list, and stays: { $names }
   *[other] { $count } students in the class are not on the list, and stay: { $names }
  }
roster-teachers = Teachers on the list: { $names }. A list makes nobody a teacher. Add teachers in the class set-up.
roster-term = On the list the term ends on { $date }. For your class it ends on { $now }.
roster-no-change = The list changes nothing in this class.
roster-faults = { $count ->
    [one] 1 line has a problem:
   *[other] { $count } lines have a problem:
  }
roster-faults-more = { $count ->
    [one] There is one more problem.
   *[other] There are { $count } more problems.
  }
# $what is one of the roster-fault-… sentences below, without a full stop.
roster-fault-line = { $file }, line { $line }: { $what }
roster-fault-lines = { $file }, line { $line } and { $more } more: { $what }
roster-fault-header = the column “{ $what }” is misspelt, and I did not need it
roster-fault-no-header = a column has no name
roster-fault-date = the date of the last change is not written as year-month-day
roster-fault-no-id-column = there is no column “sourcedId”
roster-fault-no-id = there is no sourcedId, so I left the line out
roster-fault-id-twice = “{ $what }” stands in an earlier line, so I left this one out
roster-fault-no-file = the file “{ $what }” is missing
roster-fault-no-org = the school “{ $what }” is not in orgs.csv
roster-fault-no-user = the person “{ $what }” is not in users.csv, so I left the line out
roster-fault-no-class = the class “{ $what }” is not in classes.csv, so I left the line out
roster-fault-no-term = the session “{ $what }” is not in academicSessions.csv
roster-fault-term-date = I did not understand the dates of this session
roster-fault-twice = “{ $what }” is in the list twice, and counts once
roster-fault-gone = “{ $what }” is marked as no longer there, so I left the line out
roster-fault-formula = a cell begins like a formula, so I left the line out
roster-fault-email = I did not understand the e-mail address
roster-fault-nobody = there is no name and no address, so I left the line out
roster-refused = I could not use your class list. Nothing changed.
roster-unread-empty = The file is empty. Export it again and send it here.
roster-unread-too-big = The file is too large, or takes too long to read. Send the list of one class alone.
roster-unread-too-many = The list has too many lines. One class may have 500 people. Send the list of one class alone.
roster-unread-page = The file is a web page, not a table. Save the table as CSV and send that.
roster-unread-excel = I cannot read Excel files. In Excel, choose “Save as”, then CSV, and send that file.
roster-unread-encoding = I cannot read the letters in this file. Save it as CSV in UTF-8 and send it again.
roster-unread-broken = The file is damaged. Export it again and send it here.
roster-unread-locked = The file has a password. Send it without one.
roster-unread-no-list = I found no students in it. I need a table with names, e-mail addresses or handles.
roster-unread-no-users = A part is missing. I need users.csv, classes.csv and enrollments.csv in one message.
roster-unread-no-such-class = The class that you chose is no longer in the file. Send the file again.
roster-unread-not-sent = Slack did not give me the file. Send it again.
roster-unread-not-allowed = Your workspace does not let me read files. Ask whoever runs Accord for you to bring the list in.
roster-done = { $count ->
    [0] Nobody new came into *{ $classroom }*.
    [one] *1 student* came into *{ $classroom }*.
   *[other] *{ $count } students* came into *{ $classroom }*.
  }
roster-invite = { $count ->
    [one] 1 student of the class is not in its channel. Invite them: { $names }
   *[other] { $count } students of the class are not in its channel. Invite them: { $names }
  }
roster-done-next = I kept nothing of the file. It still stands in our messages: you can delete it there.
roster-which-title = Choose the class
roster-which-submit = Choose class
roster-which-room = Your class in Slack
roster-which-class = The class in the file
# $count is the number of students.
roster-class = { $title } ({ $count })
roster-confirm-title = Check and add
roster-confirm-submit = Add students
roster-confirm = These students will be in *{ $classroom }*. Nobody leaves the class by this.
roster-confirm-coming = New in the class
# A person of the list who was not found for sure: the label of a field to choose somebody.
roster-by-hand = { $person }
roster-by-hand-hint = Line { $line }. I did not find them. Choose someone, or leave it empty.
roster-by-hand-perhaps = { $person }
roster-by-hand-perhaps-hint = Line { $line }. It may be { $perhaps }. Choose someone, or leave it empty.
roster-confirm-rest = { $count ->
    [one] 1 more person was not found. Send the list again afterwards.
   *[other] { $count } more people were not found. Send the list again afterwards.
  }
roster-confirm-term = End of term (now { $now })
roster-confirm-term-yes = End the term on { $date }
refusal-roster-no-change = This list changes nothing in your class. You do not have to do anything.
refusal-roster-no-teacher = Nobody teaches this class yet. Add a teacher in the class set-up first.
refusal-roster-empty = There is no student on this list.
