# A contract as a document to print. $student is a student’s name.
document-button = As a document
# What stands above the file, without formatting
document-contract-student = Here is your contract as a document, to keep or print. It holds all that you both signed, also what helps you. You decide who sees it.
document-contract-teacher = Here is { $student }’s contract as a document, to print or keep. It also says what helps { $student }, so it is not for the class.
# In place of the file
document-not-given = I could not give you the file. Your school may not let me send files yet: an admin can change that. To read the contract here, type /accord contract.
refusal-document-not-signed = There is nothing to print yet. It becomes a document once both of you have signed it.

# What the file is called
document-contract-file = learning-contract.pdf
# On the page
document-contract-heading = Learning contract of { $student }
document-student = *Student:* { $name }
document-class = *Class:* { $name }
document-agreed = *Signed by both since:* { DATETIME($date, dateStyle: "long") }
document-change-waits = A change to this contract waits for a signature. It is not on this page.
document-rest = Everything else
document-signatures = Signatures
document-who = Who
document-signed = Signed in Slack
document-by-hand = By hand
document-role-student = Student
document-role-teacher = Teacher
# $date is a day, $time a time of day
document-on-paper = On paper. { $teacher } confirmed it on { DATETIME($date, dateStyle: "long") }
document-to-sign = *To be signed on paper.* Whoever confirms it compares the fingerprint.
document-signed-at = { DATETIME($date, dateStyle: "long") }, { $time }
# $hash is 64 letters and digits, $zone the name of a time zone
document-fingerprint = Fingerprint of this wording: { $hash }. With one other letter it would be another one. Times are those of { $zone }.
# At the foot of each page
document-foot = { $classroom } · version { $number }
document-unshown = [?] stands where I cannot print a sign. In Slack it is shown.

# Empty sheets, for whoever teaches: to plan a contract on paper, and to look back at one.
sheets-button = Print
sheet-plan-given = Here is a sheet for planning a contract on paper. It has the questions that I ask. Print as many as you need.
sheet-reflection-given = Here is a sheet for looking back at a contract on paper. Print as many as you need.
sheet-not-given = I could not give you this sheet. Your school may not let me send files yet: an admin can change that.
sheet-plan-file = contract-planning-sheet.pdf
sheet-reflection-file = looking-back-sheet.pdf
# On the sheets, a student writes as “I”.
sheet-plan-heading = Plan my learning contract
sheet-reflection-heading = Look back at my contract
sheet-name = Name
sheet-class = Class
sheet-date = Date
sheet-where-heading = Where I am
sheet-hardest = What is hardest for me right now?
sheet-well = What do I do well already?
sheet-target-heading = My target
sheet-statement = What do I want to be able to do?
sheet-statement-hint = One thing that others can see and count. For example: I start 8 of 10 sentences in a new way.
sheet-counted = What I count
sheet-start = Start
sheet-goal = Goal
sheet-by-when = By when
sheet-now = Now
sheet-practice-heading = How I get there
sheet-how = How do I practise?
sheet-how-hint = What, when and where. For example: 20 minutes every Tuesday in the library.
sheet-obstacle = What may get in the way?
sheet-fallback = What do I do then?
sheet-helps = What helps me?
sheet-shows-heading = How we will know
sheet-criteria = My signs of success
sheet-criteria-hint = At least one is in my own words.
sheet-evidence = What it is, in a few words
sheet-check-ins-heading = Check-ins
sheet-when = When do I want to be asked how it goes?
sheet-when-hint = For example: every Monday after class.
sheet-reached-heading = How far I came
sheet-my-target = My target
sheet-criteria-heading = My signs of success
sheet-criterion = Sign of success
sheet-work-heading = My work
sheet-best-work = Which piece of my work shows it best, and why?
sheet-learned-heading = What I learned about learning
sheet-helped = What helped me most?
sheet-in-the-way = What got in the way?
sheet-surprised = What surprised me?
sheet-again = What would I do again?
sheet-differently = What would I change?
sheet-teacher-heading = To my teacher
sheet-to-teacher = What do I want my teacher to know?

# A student’s folder: all contracts with their lines, what was shown, what was written at the end, feedback. A button in My journey.
folder-button = My folder
# A button on a student’s page, for who teaches them
folder-button-teacher = Folder
folder-hint = The folder comes to your direct messages as a file, to keep or print.
folder-given-student = Here is your folder: your contracts, your numbers, what you showed, what you wrote and your feedback. You decide who sees it.
folder-given-teacher = Here is { $student }’s folder from your classes: contracts, numbers, work, words and feedback. It is for you and { $student }, not for the class.
folder-not-given = I could not give you the folder. Your school may not let me send files yet: an admin can change that. To read it here, type /accord journey.
refusal-folder-empty = There is nothing to put in a folder yet. It begins with the first contract that you both sign.
folder-file = learning-folder.pdf
folder-heading = Learning folder of { $student }
folder-made = *Made on:* { DATETIME($date, dateStyle: "long") }
folder-count = *Contracts:* { $count }
folder-teacher = *Teacher:* { $name }
folder-pieces = Work that was shown
folder-piece = *{ $name }*, { $date }
folder-piece-sign = *Sign of success:* { $text }
folder-piece-line = { $text }
folder-piece-gone = { $date }: a piece that is no longer here
folder-end = At the end
folder-feedback = Feedback
folder-numbers = Numbers

# What a teacher can print: a form with a line for each class, and empty sheets. Each comes as a file in a direct message.
documents-print-title = Print
print-what = Choose what you need. It comes to your direct messages as a file.
print-contracts-button = All contracts
print-overview-button = Overview
print-empty = *Empty sheets, for any class*
print-plan-button = Plan
print-reflection-button = Look back
print-ticket-button = Exit tickets
print-support-button = Who helps me
print-who = All contracts also say what helps each student, so that file is for you. The overview leaves it out.
print-not-given = I could not give you the file. Your school may not let me send files yet: an admin can change that.
refusal-class-not-signed = There is nothing to print yet. A contract can be printed here once its student and a teacher have signed it.
refusal-class-nobody = Nobody learns in this class yet, so the overview would be empty.

class-contracts-given = { $count ->
    [one] Here is the one signed contract of { $classroom }. It also says what helps the student, so the file is not for the class.
   *[other] Here are all { $count } signed contracts of { $classroom }. Each begins on a new page. They also say what helps each student, so the file is not for the class.
  }
class-contracts-file = class-contracts.pdf
class-contracts-heading = Contracts of { $classroom }

overview-given = Here is the overview of { $classroom } for a meeting of teachers. It does not say what helps a student or why someone was away.
overview-file = class-overview.pdf
overview-heading = Overview of { $classroom }
overview-what = Numbers are those that students gave. What helps a student, and why someone was away, is not on this page.
overview-student = Student
overview-targets = Targets
overview-state = How it is now
overview-last = Last check-in
overview-next = Next
overview-none = –
# Below the head “How it is now”
overview-is-running = contract runs
overview-is-none = no contract yet
overview-is-finished = contract done
overview-is-drafting = working on a draft
overview-is-proposed = proposal waits for the teacher
overview-is-questioned = the teacher asked a question
overview-is-amended = changes wait for the student
overview-is-reassessing = ended, looking back
overview-missed = { $count ->
    [one] one check-in without an answer
   *[other] { $count } check-ins in a row without an answer
  }
overview-behind = number behind where it could be
overview-check-in = Check-in { DATETIME($date, dateStyle: "long") }
overview-ends = Ends { DATETIME($date, dateStyle: "long") }

# A card of a student’s own, to keep at hand
card-button = My card
card-given-student = Here is your card, to keep at hand. It says how you practise and what to look for. It also says what you do when something is in the way.
card-given-teacher = Here is { $student }’s card, to keep at hand. It says how to practise and what to look for.
card-not-given = I could not give you the card. Your school may not let me send files yet: an admin can change that.
card-file = my-card.pdf
card-heading = Card of { $student }
card-goal = From *{ $start }* to *{ $goal }* { $unit }, by { DATETIME($date, dateStyle: "long") }
card-practise = *I practise:* { $text }
card-if-then = *If* { $obstacle } *then* { $fallback }
card-signs = *I look for:*
card-sign = { $text }
card-week = Week
card-practised = Times I practised
card-number = My number
card-sign-seen = A sign I saw

sheet-ticket-given = Here are exit tickets, two on a page. Print as many as you need and cut them apart.
sheet-ticket-file = exit-tickets.pdf
sheet-ticket-heading = Exit tickets
sheet-ticket-one = Before I go
sheet-ticket-learned = One thing that I can do now
sheet-ticket-unclear = What is not clear to me yet?
sheet-ticket-sure = How sure am I?
sheet-ticket-next = What do I do next, and when?
sheet-support-given = Here is a sheet on which a student writes who helps with what. Print as many as you need.
sheet-support-file = who-helps-me.pdf
sheet-support-heading = Who helps me with what
sheet-support-target-heading = My target
sheet-support-for = What do I want to be able to do?
sheet-support-roles-heading = Who does what
sheet-support-who = Who
sheet-support-does = What they do
sheet-support-asked = When and how I ask
sheet-support-me = Me
sheet-support-classmate = A classmate
sheet-support-teacher = My teacher
sheet-support-home = Someone at home
sheet-support-other = Someone else
sheet-support-alone-heading = Before I ask
sheet-support-first = What do I try first by myself?
sheet-support-signal = How do I show that I need help?
sheet-support-fades-heading = When I need it less
sheet-support-less = What will I do alone, and from when on?
sheet-support-less-hint = For example: from week 4 on I check my openings alone.

# A sheet for somebody outside, where a contract says that one rates.
outside-button = Sheet to sign
outside-given-student = Here is the sheet for someone from outside. They mark it and sign it. Give it to your teacher when it is back.
outside-given-teacher = Here is the sheet for someone from outside who sees { $student }’s work. Note what came back when you look back.
outside-file = sheet-to-sign.pdf
outside-heading = What { $student } can do
outside-what = { $student } agreed on this at school, and on asking someone from outside. Make one mark in each line, as you see it today. Leave out what you did not see.
outside-in-words = In your words
outside-saw = What did you see?
outside-name = Name
outside-role = What you do
outside-signature = Signature
outside-back = Give this page back to the student. The teacher keeps your marks and your words with the contract. Only the student and the teachers read them.
refusal-outside-not-agreed = This contract does not ask someone from outside. You can suggest it under “Who rates it at the end”.
