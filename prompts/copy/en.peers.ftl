# A student asks one classmate to look at a piece of work. $student asked, $peer is the classmate, $work is the piece, $names are teachers or admins.

# To the classmate
peers-asked = *{ $student }* asks you to look at one piece of work in { $classroom }. It takes about 5 minutes.
peers-asked-work = If you say yes, you see the work and its signs of success.
peers-asked-words = You write what works and what could come next. { $student } reads it with your name.
peers-asked-teachers = Your teachers read it only if { $student } shows it, or if it is reported.
peers-asked-next = You can say no. You can also stop at any time.
peers-yes-button = Yes, I will look
peers-no-button = Not now
peers-yes-said = You said yes to { $student }. The work is in another message.
peers-no-said = You said no this time. I told { $student } only that.
peers-piece = *{ $student }* shows you *{ $work }*.
peers-signs = *Signs of success to look for:*
peers-piece-next = { $student } reads what you write. Your teachers read it only if it is shown or reported.
peers-write-button = Write what I see
peers-change-button = Change what I wrote
peers-take-back-button = Take it back
peers-written = Thank you. This is what { $student } reads:
peers-written-shared = Thank you. { $student } has shown this to the teachers:
peers-stopped-peer = This has stopped. You do not have to do anything.
peers-piece-gone = { $student } took this work back. You do not have to do anything.
peers-student-left = { $student } is not in this class now. You do not have to do anything.
peers-over = This contract is over. You do not have to do anything.

# The form of the classmate
peers-write-title = Look at the work
peers-write-submit = Send
peers-write = For each sign, write a few words. You can leave a line empty. { $student } reads this with your name.
peers-sign = *{ $sign }*
peers-works = What works?
peers-next = What could come next?
peers-works-shown = What works
peers-next-shown = What could come next

# The form of the student
peers-ask-title = Ask a classmate
peers-ask-submit = Ask
peers-ask-button = Ask a classmate
peers-ask-piece = Which piece of work?
peers-ask-peer = Whom do you want to ask?
peers-ask-sees = *Who sees what:*
peers-ask-they = First I ask them. After a yes, they see this work, your line and its signs of success.
peers-ask-not = They do not see your numbers, your ratings or your contract.
peers-ask-you = You read what they write: what works, and what could come next.
peers-ask-teachers = Your teachers read it only if you show it, or if it is reported.

# To the student
peers-invited-asked = I asked *{ $peer }* to look at *{ $work }*. I will tell you here what { $peer } says.
peers-invited-next = { $peer } does not see your work before saying yes.
peers-invited-agreed = *{ $peer }* said yes, and can see *{ $work }* now.
peers-invited-given = *{ $peer }* has looked at your work. Their words are in another message.
peers-invited-declined = *{ $peer }* cannot look at it now. You can ask someone else.
peers-invited-stopped = This has stopped. You can ask someone else.
peers-invited-reported = This has stopped.
peers-invited-gone = You took this work back, so *{ $peer }* no longer sees it.
peers-invited-left = *{ $peer }* is not in this class now. You can ask someone else.
peers-said = *{ $peer }* has looked at *{ $work }* for you.
peers-said-no-work = *{ $peer }* has looked at your work, which you took back since.
peers-said-next = Your teachers read it only if you show it, or if it is reported.
peers-said-shared = You have shown this to your teachers.
peers-said-gone = What { $peer } wrote is gone now.
peers-ended-no = *{ $peer }* cannot look at your work now. That says nothing about your work. You can ask someone else.
peers-ended-stopped = *{ $peer }* has stopped looking at your work. You can ask someone else, or your teacher.
peers-ended-left = *{ $peer }* is not in this class now, and no longer sees your work. You can ask someone else.
peers-share-button = Show my teachers
peers-share-sure = Show this to your teachers?
peers-share-text = They read the words and the name. You cannot undo it once they have read it.
peers-share-yes = Show it
peers-share-no = Keep it here
peers-delete-button = Delete it
peers-delete-sure = Delete these words?
peers-delete-text = They go for both of you, and your classmate no longer sees your work.
peers-delete-yes = Delete them
peers-delete-no = Keep them

# To both
peers-stop-button = Stop this
peers-stop-sure = Stop this?
peers-stop-text = The work goes from these messages, and the words that were written are deleted.
peers-stop-yes = Stop it
peers-stop-no = Keep it
peers-report-button = Report
peers-report-sure = Report this?
peers-report-text = I show it to { $names }, with both names, and stop it. Do this if something hurts or is not right.
peers-report-text-nobody = I stop it. I know no one to tell. Tell an adult you trust.
peers-report-yes = Report it
peers-report-no = Go back
peers-reported-by-you-words = You reported this, and it has stopped. { $names } can read what was written.
peers-reported-by-you-work = You reported this, and it has stopped. { $names } can see the work.
peers-reported-nobody = You reported this, and it has stopped. I know no one to tell. Talk to an adult you trust.

# To teachers, and to those who are told of a report
peers-shared = *{ $student }* shows you what *{ $peer }* wrote about *{ $work }*.
peers-shared-no-work = *{ $student }* shows you what *{ $peer }* wrote. The work itself was taken back since.
peers-shared-gone = { $student } no longer shows this. You do not have to do anything.
peers-shared-next = { $student } asked for it, and { $peer } agreed. It counts for nothing.
peers-reported-words = *{ $student }* reported what *{ $peer }* wrote about *{ $work }* in { $classroom }.
peers-reported-words-gone = *{ $student }* reported what *{ $peer }* wrote in { $classroom }.
peers-reported-work = *{ $peer }* reported the work *{ $work }* that *{ $student }* asked them to look at in { $classroom }.
peers-reported-work-gone = *{ $peer }* reported work that *{ $student }* asked them to look at in { $classroom }. It was taken back since.
peers-reported-next = I have stopped it. Talk to each of them alone first.

refusal-peer-no-work = There is nothing to look at yet. Press { evidence-add-button } on your contract first.
refusal-peer-nobody-to-ask = There is no classmate to ask in this class yet.
refusal-peer-not-here = This person is not in your class now. Choose someone else.
refusal-peer-piece-gone = This work is gone now. Choose another piece.
refusal-peer-work-gone = { $name } took this work back. You do not have to do anything.
refusal-peer-student-left = { $name } is not in this class now. You do not have to do anything.
refusal-peer-over = This contract is over, so no one can be asked or write here now.
refusal-peer-stopped = This has stopped, so I did not send anything. You do not have to do anything.
refusal-peer-one-at-a-time = You have asked someone already. Stop that first, then ask someone else.
refusal-peer-asked-before = You have asked this classmate before. Choose someone else.
refusal-peer-enough = You have asked enough classmates for this contract. Talk to your teacher about your work.
