# What Accord says about a message that it did not take as an answer.

hearing-which = I have more than one question open for you. *Which one* is your message for?
hearing-which-next = I will keep your words until you choose, and nobody will read them before that. You can also write the name of the class.
# Buttons: { $classroom } is the name of a class.
hearing-check-in-button = Check-in, { $classroom }
hearing-interview-button = My draft, { $classroom }
hearing-question-button = My teacher, { $classroom }
hearing-none-button = None of these
hearing-taken-check-in = Thank you. I took it for your check-in in *{ $classroom }*.
hearing-taken-interview = Thank you. I took it for your draft in *{ $classroom }*.
hearing-taken-question = Thank you. I took it for your teacher’s question in *{ $classroom }*.
hearing-dropped = All right. I kept nothing of that message, and nobody has read it.
hearing-again = Your check-in in *{ $classroom }* is still open. How is it going? A number and a few words are enough.

# A button: the name of a class.
hearing-class-button = { $classroom }
hearing-taken-class = Thank you. I took it to be about *{ $classroom }*.

# A teacher wrote under the message about a whole class. { $classroom }: the name of a student.
hearing-which-student = *Whom* is this for?
hearing-which-student-next = I will keep your words until you choose, and nobody will read them before that. You can also write the name.
hearing-which-menu = Choose a student
hearing-shared-button = { $classroom }
hearing-taken-shared = All right. It is for *{ $classroom }*.

# Short words on what is kept nowhere.
hearing-passed-on = I passed it on.
hearing-thanks = You are welcome.
hearing-greeting = Hello. It is good to hear from you.
hearing-unwilling = That is fine. You do not have to answer now, and nobody else has read that.
hearing-for-teacher = That sounds like something for a teacher. I know of no teacher in your class, so I cannot pass it on. I kept nothing of it.
hearing-stop = You have no contract and no draft, so there is nothing to end. You do not have to do anything.
hearing-change = You have no contract and no draft, so there is nothing to change yet.
hearing-away = Thank you for telling me. I kept no number, and I told nobody. You do not have to do anything.
hearing-not-a-message-for-us = I think that was not meant for me. I kept nothing of it.
hearing-unclear = I did not understand that. I kept nothing of it, and nobody has read it. You can write “help” to see what I can do.
hearing-answer = I could not tell what that answers. I kept nothing of it, and nobody has read it.
hearing-progress = That sounds like progress. I kept nothing of it.
hearing-waits-check-in = Your check-in is still open. A number or one sentence is enough.
hearing-waits-interview = My question is still open. You can answer it at any time.
hearing-waits-question = Your teacher’s question is still open. You can answer it here.
hearing-waits-start = You can start a contract here. It takes about 10 minutes, and you can stop at any time.
hearing-number-not-noted = I did not note the number in your message. If it counts, send me just the number.
# Said in the language that somebody writes in; there is a file of this name for each language that Accord knows by sight.
hearing-reads-english = I am Accord, a program. I read only English so far. Please write to me in English, or ask your teacher for help.

# Questions to Accord itself, by what they are about.
explained-who-reads = The teachers of that class read your contract and your check-in answers. Other students and parents get nothing from me. The class sees a milestone only if you say yes to the exact text. Your school runs the database, and Slack keeps these messages.
explained-what-teacher-sees = The teachers of your class see your contract and your check-in answers, word for word. They also see check-ins without an answer. They do not see a draft before you send it, or your questions to me.
# $teachers is a list of names.
explained-teachers = { $classroom }: { $teachers }
explained-what-next = This is what happens next:
explained-next-none = { $classroom }: you have no contract yet. Write “hi” to start one when you like.
explained-next-drafting = { $classroom }: you finish your draft and send it. Then your teacher decides.
explained-next-proposed = { $classroom }: your teacher reads your proposal. I will tell you what they decide.
explained-next-questioned = { $classroom }: your teacher asked you something. You answer it, and then they decide.
explained-next-amended = { $classroom }: your teacher suggested changes. You sign them, or you suggest something else.
explained-next-reassessing = { $classroom }: your contract is over. You and your teacher look back at it.
explained-change-or-end = You can suggest a change to your contract, or end it early, at any time. Open your contract to do it. Your teacher sees both. To change a number from a check-in, press the button under it.
explained-how-am-i-doing = This is how you are doing:
explained-start = Start: { $baseline }.
explained-when-is-it = These are your dates:
explained-dates = { $classroom }: your next check-in comes on { $when }. Your contract ends on { $end }.
explained-dates-asked = { $classroom }: your check-in is open now. Your contract ends on { $end }.
explained-dates-none = { $classroom }: no more check-ins will come. Your contract ends on { $end }.
explained-nothing-agreed = You have no signed contract yet, so there are no numbers and no dates.
explained-are-you-human = I am Accord, a program. I am not a person, and no person answers here. I follow fixed rules.
explained-why = I ask because you and your teacher agreed on it. A short look back shows early what helps and what to change. You do not get a grade from me.
explained-what-do-you-mean = At a check-in I ask how far you are with your target. Write your number now, and what helped or did not. One sentence is enough.
explained-other = I cannot answer that. If it is for your teacher, write “tell my teacher” and your question. I will ask you if I should pass it on.

# Somebody wants to stop, or to change something.
ways-out-stop = I understand that you want to stop. Nothing has changed yet. This is what you can do:
ways-out-change = I understand that you want to change something. Nothing has changed yet. This is what you can do:
ways-out-next = A break leaves out your next check-in. A change needs your teacher’s signature too. If you end your contract, your teacher will read your reason.
ways-out-break-button = Take a break
ways-out-smaller-button = Make it smaller
ways-out-change-button = Suggest a change
ways-out-end-button = End contract
ways-out-draft = This is still your draft, so you can change everything. Nobody else has seen it.
ways-out-proposal = You and your teacher have not both signed this proposal yet. This is what you can do:
ways-out-at-the-end = Your contract is over, and no more check-ins will come. Now you and your teacher look back at it.
ways-out-over = This contract has ended.

# Somebody is away. $classes is a list of classes, $count says how many.
leave-out-offer = { $count ->
    [one] Thank you for telling me. I kept no number. Shall I leave out your check-in in *{ $classes }*?
   *[other] Thank you for telling me. I kept no number. Shall I leave out your check-ins in *{ $classes }*?
  }
leave-out-next = If you say yes, I will not ask about it again. It does not count as missed. Your teacher sees only that it was left out.
leave-out-yes-button = Leave it out
leave-out-no-button = Keep the check-in
leave-out-yes = All right. I left it out.
leave-out-no = All right. Your check-in stays as it was.
left-out = I left out this check-in. It does not count as missed. You can still answer it if you like.
left-out-next = Next check-in: { $when }
