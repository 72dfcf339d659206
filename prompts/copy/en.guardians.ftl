# A note to a student’s family, on paper. A teacher asks for it, the student sees it first and may say no. $student and $teacher are names.
# A button on a student’s page
family-button = Family note
guardians-ask-title = Family note
guardians-ask-submit = Ask the student
family-what = This makes a page for the family: what was agreed, how it goes, how to help. { $student } sees it first and may say no.
family-form-language = Which language does the family read?
family-form-ways = How can the family help? Choose up to 3.
family-form-word = A word from you
family-form-word-hint = In the family’s language: I do not translate it. Write nothing here about support, absences or other students.
family-form-who = The page has the targets, the practice, the signs of success and the newest numbers. At its foot is a slip to sign. It does not say what helps { $student }, what is hard or why someone was away.
refusal-family-choose-language = Choose a language.
refusal-family-choose-ways = Choose at least one way to help, and at most 3.
refusal-family-names-others = This names another student. Write it without their name.
refusal-family-refused = The student said no to a family note, so I cannot give you one. You can talk about it together. The student can still say yes on their card.
refusal-family-waits = The student has not decided yet. You will get the note after a yes.
refusal-family-over = A family note is about a contract that runs. This one does not run now.
# Ways to help, as the family reads them. Each is also a box to tick: at most 75 letters.
family-way-ask = Ask once a week what went well and what comes next.
family-way-show = Ask to see one piece of work.
family-way-time = Help to find a quiet time and place to practise.
family-way-effort = Praise what was tried, not only the number.
family-way-lead = Let { $student } decide the steps. Listen first.
# The student’s card
family-asked-student = *{ $teacher } would like to give your family a note about your contract.* You see it first, and you decide.
family-given-student = *You said yes to the note for your family.* { $teacher } can print it or pass it on.
family-refused-student = *You said no to the note for your family.* Nobody gets it from me.
family-holds = On it are your targets, your practice, your signs of success and your newest numbers. Nothing else that you told me is on it.
family-help-card = *How your family can help:*
family-yes-button = They can have it
family-no-button = I say no
family-paper-button = See the page
family-asked-note = A no is fine, and you do not have to say why. If you do nothing, nobody gets it.
family-given-note = You can still say no. Then I will not give it to anyone again. I cannot take back what was printed.
family-refused-note = Your teacher can see that you said no. You do not have to say why, and you can still say yes.
# The teacher’s card
family-asked-teacher = *I showed { $student } the note for the family.* I will give it to you here after a yes.
family-given-teacher = *{ $student } said yes to the note for the family.* You can print it or pass it on.
family-refused-teacher = *{ $student } said no to a note for the family.* That is all right. You can talk about it together.
family-back-button = It came back
family-back = The signed slip came back on { $date }.
# Above the file
family-given-student-file = Here is the page for your family. Nobody else has it before you say yes.
family-given-teacher-file = Here is the page for the family of { $student }. Print it or pass it on. It is for the family, not for the class.
# On the page
family-file = family-note.pdf
family-heading = For the family of { $student }
family-made = *Made on:* { DATETIME($date, dateStyle: "long") }
family-about-what = { $student } and { $teacher } have agreed on a learning contract. It says what { $student } wants to learn, how, and how both will know. { $student } read this page first and said yes to it.
family-goes = *How it goes:*
family-help = How you can help
family-word = *A word from { $teacher }:*
family-slip = To sign and send back
family-slip-what = Sign here, cut this part off and give it to { $student } or { $teacher }.
family-slip-read = We have read this page.
family-slip-talk = We would like to talk about it.
family-slip-say = What we want to say or ask
family-slip-name = Name
family-slip-date = Date
family-slip-signature = Signature
