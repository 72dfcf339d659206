look-back-asked-student = *Your contract in { $classroom } has ended.* Now you and your teacher look back. Then I will show you what you both said.
look-back-asked-teacher = *The contract with { $student } in { $classroom } has ended.* Now you and { $student } look back. Then I will show you what you both said.
look-back-ended-student = *Your contract in { $classroom } has ended.*
look-back-ended-teacher = *The contract with { $student } in { $classroom } has ended.*
look-back-button = Look back
look-back-change-button = Change what I said
look-back-go-on-button = Go on looking back
look-back-hint-student = It takes about 5 minutes, in short parts. You can stop after each one. Your teachers read your words when you send them.
look-back-hint-teacher = It takes about 5 minutes. Nobody sees your answers before you have both looked back.
look-back-theirs = *{ $student } has looked back.* Here is what { $student } wrote. I will show you the ratings when you have rated too.
look-back-last = You are the second to look back. When you are done, I will show you both answers.
look-back-by = { $name } has looked back for the teachers. I will show you both answers when the student is done too.
look-back-waits-student = Thank you, you are done. When your teacher is done too, I will show you both answers here.
look-back-waits-teacher = Thank you, you are done. When { $student } is done too, I will show you both answers here.
look-back-closed = Until then, nobody sees your answers, and you can change them.
look-back-open = Your teachers can read your words now. Your ratings are shown when you are both done. Until then, you can change both.
look-back-complete = You have both looked back. I sent you both answers in another message.
look-back-over = This contract ended before you had both looked back.

look-back-reminder-student = You have not looked back at your contract yet. A few honest lines are enough.
look-back-reminder-teacher = You have not looked back at the contract with { $student } yet. A few lines are enough.
look-back-overdue-student = { $student } has not looked back yet. The contract ended on { $day }. A short chat may help.
look-back-overdue-teacher = { $student } has looked back and is waiting for you. The contract ended on { $day }.
look-back-overdue-both = The contract with { $student } ended on { $day }, and nobody has looked back yet. You could do it together.
look-back-overdue-close = If it no longer fits, you can end the contract without looking back.

# A classmate looks at the work, where the contract says so.
look-back-classmate-nobody = By your contract, a classmate looks at your work too. Ask one when you like.
look-back-classmate-asked = By your contract, a classmate looks at your work too. You have asked one.
look-back-classmate-given = A classmate wrote about your work, as your contract says. Your teachers read it if you show it to them.
look-back-classmate-teacher = By the contract, a classmate writes about the work too. You read it if { $student } shows it to you.

# Somebody outside marks a sheet, where the contract says so.
look-back-outside-student = By your contract, someone from outside marks a sheet too. Give it to your teacher before you both look back.
look-back-outside-teacher = By the contract, someone from outside marks a sheet too. Note what came back when you look back.
look-back-outside-note = *The sheet from outside.* Note what was marked. You can leave all of it as it is.
look-back-outside-sign = From outside: { $text }
look-back-outside-none = Nothing marked
look-back-outside-words = What is written on it
look-back-outside-words-hint = The student will read this. Leave out the name of who signed.
looked-back-outside = From outside
looked-back-outside-words = *From outside:*

looking-back-assess-title = Look back
looking-back-assess-submit = Save
looking-back-next = Next
looking-back-choose-title = Your evidence
looking-back-choose-submit = Next
looking-back-send-title = In your own words
looking-back-send-submit = Send
look-back-pieces = Which of your work shows best what you learned? Write a line for { $count ->
    [one] one piece
   *[other] up to { $count } pieces
  }. You can also leave this empty.
look-back-piece = What does “{ $piece }” show?
look-back-words = The last part is for your own words. Only the first question needs an answer. Your teachers read this part when you press Send.
look-back-again = What helped you, and what would you do again?
look-back-otherwise = What would you do differently?
look-back-surprise = What surprised you?
look-back-word = Is there something you want to tell your teachers?
look-back-form-student = For each line, choose what is true today. You get no points for this. It helps you and your teacher to see the same thing.
look-back-form-teacher = For each line, choose what you see in { $student }’s work today. { $student } does the same. Then I will show you both answers.
look-back-form-rates-none = By your contract, you do not rate your targets: others do. Your own words still count.
look-back-form-rates-none-graded = From your teacher’s ratings I suggest a grade to your teachers. They decide.
look-back-form-teacher-rates-none = By your contract, you do not rate these targets: others do. You can still write to { $student }.
look-back-number = { $count ->
    [one] Your final number ({ $unit })
   *[other] { $statement } – your final number ({ $unit })
  }
look-back-number-none = There is no number for this target yet. Leave it empty if you do not have one.
look-back-number-before = Your last number was { $value }. Leave it empty if that is still right.
look-back-number-unsure = I understood { $value } from your message. Change it if it is another number.
look-back-criterion = { $text }
look-back-rating-1 = Not yet
look-back-rating-2 = Partly
look-back-rating-3 = Mostly
look-back-rating-4 = Fully
look-back-reflection-teacher = What did you see? What would you tell the student?
look-back-reflection-teacher-hint = A few sentences are enough. The student will read them.
look-back-otherwise-teacher = What would you yourself do differently next time?
look-back-otherwise-teacher-hint = The student will read this too. You can leave it empty.

looked-back-title-student = Your contract is complete
looked-back-title-teacher = The contract with { $student } is complete
looked-back-criterion = What we agreed on
looked-back-reflection-student = *{ $name } – what helped, and what to do again:*
looked-back-reflection-teacher = *{ $name } says:*
looked-back-otherwise-student = *{ $name } – what to do differently:*
looked-back-otherwise-teacher = *{ $name } – what I would do differently:*
looked-back-surprise = *{ $name } – what was a surprise:*
looked-back-word = *{ $name } wants to tell you:*
looked-back-pieces = *{ $name } chose this work:*
looked-back-piece = *{ $name }*
looked-back-piece-gone = A piece that was taken back
looked-back-talk-button = Talk about it
looked-back-not-reached = { $count ->
    [one] One target is not reached yet.
   *[other] { $count } targets are not reached yet.
  } What you learned stays. You can go on from your number today, or talk about it first.
looked-back-go-on-button = Go on, new date
looked-back-smaller-button = Make it smaller
looked-back-else-button = Something else
looked-back-next-student = Where do you and your teacher see the same, and where not? Talk about it. When you are ready, start a new contract.
looked-back-next-button = Start a new contract
looked-back-next-hint = It takes about 10 minutes, and you can stop at any time.
looked-back-thanks = Where do you and your teacher see the same, and where not? Talk about it.
looked-back-next-teacher = { $student } reads the same. Talk about what you see differently. Your feedback can lead to the next contract.

refusal-look-back-not-begun = Start with the first part. Press { look-back-button } on the message about your contract.
refusal-pieces-most = Choose { $most } at most. Leave this one empty, or another one.
refusal-rate-each = Choose one of the four for this line.
refusal-look-back-taken = { $name } has looked back for the teachers already. I will show you both answers when the student is done.

# Halfway: a student rates the signs of success, for nobody else until both have looked back
halfway-offer = *You are about halfway.* How far is each sign of success today? It takes 1 minute.
halfway-button = Rate my signs
halfway-form = For each line, choose what is true today. You get no points for this. Nobody else sees it before the end.
looking-back-halfway-title = Halfway
looking-back-halfway-submit = Save
halfway-noted = Thank you. This is how you see it halfway.
halfway-rated = *{ $rating }*
halfway-change-button = Change my ratings
halfway-next = Only you see this now. Your teachers see it at the end, when you have both looked back.
halfway-ask = You can ask one classmate to look at your work: what works, and what could come next?
halfway-ask-later = When you have added evidence, you can ask one classmate to look at it.
looked-back-halfway = { $rating } (halfway: { $before })
refusal-halfway-over = This contract is over. You can rate its signs when you look back.

# A suggested grade, where a class wants one. $percent is of “fully” for each sign, $part how much ratings count, in percent.
grading-button = Suggested grade
looking-back-grading-title = Suggested grade
looking-back-grading-submit = Save
grading-form = When you have both looked back, I can suggest a grade to you. I work it out from how you both rated the signs of success. I send it to nobody, and you decide.
grading-choice = Do you want a suggested grade?
grading-choice-hint = Students read about it before they rate. It holds for those who look back from now on.
grading-none = No
grading-teachers-alone = Yes, from my ratings alone
grading-part = Yes, and the student’s ratings count { $part }%
grading-suggested = *Suggested grade: { $percent }%*
grading-suggested-scale = *Suggested grade: { $percent }%*, about *{ $grade }* on your scale in equal steps
grading-teachers = The teacher’s ratings: { $percent }%. They count { $part }%.
grading-students = { $student }’s own ratings: { $percent }%. They count { $part }%.
grading-signs = Each sign counts the same. “Not yet” is 0%, “Fully” is 100%.
grading-signs-weighed = Targets count as the contract says, and the signs of one target count the same. “Not yet” is 0%, “Fully” is 100%.
grading-yours = Only teachers of the class see this. { $student } does not, and nothing depends on it. You decide.
look-back-form-graded = For each line, choose what is true today. From these ratings I suggest a grade to your teachers. Yours count { $part }%. Your teachers decide.
look-back-form-graded-teachers = For each line, choose what is true today. From your teacher’s ratings I suggest a grade to your teachers. Yours do not count in it.

# How many signs of success a student met, where a class wants that line. "Fully" is the best of four ratings.
signs-met-choice = Do you want to see how many signs of success are met?
signs-met-choice-hint = It stands on each student’s page and in the export. It counts what is rated “Fully”, by the student and by you.
signs-met-uncounted = No
signs-met-counted = Yes, a line for each student
# To a student, before they rate.
look-back-form-counted = For each line, choose what is true today. It helps you and your teacher to see the same thing.
signs-met-told = I count the lines that you rate “Fully”, and those that your teacher does. Only your teachers see both numbers.
# On a student's page, to their teachers. $student and $teacher are numbers of signs.
signs-met-line = { $count ->
    [one] *Signs of success in { $classroom }:* { $signs } in one contract. Rated “Fully”: { $student } by the student, { $teacher } by the teacher.
   *[other] *Signs of success in { $classroom }:* { $signs } in { $count } contracts. Rated “Fully”: { $student } by the student, { $teacher } by the teacher.
  }
