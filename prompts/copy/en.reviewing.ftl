# A teacher decides on a proposal.
proposal-title = { $student }’s proposal in { $classroom }
proposal-approve = Approve and sign
proposal-ask = Ask
proposal-suggest = Suggest changes
proposal-send-back = Send it back
proposal-about = About { $student }
proposal-next = { $student } has signed this version. When you sign too, it is agreed and check-ins begin. Whatever you choose, { $student } hears it at once.
proposal-changed = *What is different from the last version*
proposal-whole = *The whole proposal*
vague-title = *Maybe worth another look*
vague-observable = { $target }: it does not say yet what somebody would see or hear.
vague-measure = { $target }: it does not say yet what is counted.
vague-limit-reads-as-ceiling = { $target }: the number reads like a limit, so that doing more would miss it.
vague-effort-without-outcome = { $target }: it names the practice, and not yet what it leads to.
vague-several-targets = { $target }: it holds more than one aim.
vague-compares-with-others = { $target }: it depends on how others do.
talk-asked = *{ $name } asked:*
talk-answered = *{ $name } answered:*

# What each side reads about where the contract stands.
standing-a-teacher = A teacher
standing-drafting-student = This is your draft. Only you can see it.
standing-drafting-teacher = { $student } is still working on the draft.
standing-sent-back-student = { $teacher } sent it back to you with a reason. Your answers are kept: you can go on from there.
standing-sent-back-teacher = { $teacher } sent it back to { $student } with a reason. When a new version comes, you get a new card.
standing-proposed-student = Your teachers have your proposal. I tell you as soon as one of them has decided.
standing-proposed-teacher = { $student }’s newest version waits for a decision. It has a card of its own.
standing-questioned-student = { $teacher } has a question. When you have answered, the teachers decide.
standing-questioned-teacher = { $teacher } asked { $student } a question. When the answer comes, you can decide here.
standing-amended-student = { $teacher } suggests changes. Now it is your turn.
standing-amended-teacher = { $teacher } suggested changes. Now { $student } signs, asks, or answers with another version.
standing-active-student = It is agreed: you and { $teacher } have both signed. It runs until { DATETIME($date, dateStyle: "long") }.
standing-active-teacher = It is agreed: { $student } and { $teacher } have both signed. It runs until { DATETIME($date, dateStyle: "long") }.
standing-renegotiating-student = It is agreed and running. Until both sides have signed the change that is proposed, everything stays as it is.
standing-renegotiating-teacher = It is agreed and running. Until both sides have signed the change that is proposed, everything stays as it is.
standing-reassessing-student = The end date has come. Now you and your teacher look back.
standing-reassessing-teacher = The end date has come. Now { $student } and you look back.
standing-completed-student = This contract is completed.
standing-completed-teacher = This contract is completed.
standing-closed-student = This contract is closed.
standing-closed-teacher = This contract is closed.

# Questions before a decision.
reviewing-ask-title = Ask the student
reviewing-ask-submit = Send the question
reviewing-ask-text = What would you like to know?
reviewing-ask-text-hint = One question at a time is easiest to answer. The answer comes back to you with the buttons to decide.
question-asked = *{ $name }* has a question about your proposal:
question-answer = Answer
question-next = Press Answer, or just write your answer here. Then your teachers decide.
reviewing-answer-title = Answer the question
reviewing-answer-submit = Send the answer
reviewing-answer-text = Your answer
reviewing-answer-text-hint = A sentence or two is enough. Then your teachers decide.
question-answered = *{ $name }* has answered the question.
question-sent = Your answer is with your teachers. I tell you as soon as one of them has decided.

# Sending back.
reviewing-redirect-title = Send it back
reviewing-redirect-submit = Send it back
reviewing-redirect-text = What should change, and why?
reviewing-redirect-text-hint = The student reads this. Say what is already good, and one thing to work on.
sent-back = *{ $name }* read your proposal in { $classroom } and would like you to work on it once more:
sent-back-kept = Everything you wrote is kept.
sent-back-go-on = Go on with my draft
sent-back-next = Change what you like, then send it again. It goes to all teachers of the class.

# A teacher's suggestion, and the student's answer.
reviewing-suggest-title = Suggest changes
reviewing-suggest-submit = Sign and send
amendment-title = { $teacher } suggests changes
amendment-past = Suggested changes in { $classroom }
amendment-intro = What is not named here stays as you wrote it. This would be different:
amendment-sign = Sign it
amendment-counter = Change it again
amendment-wonder = Ask
amendment-next = When you sign, it is agreed and check-ins begin. You can also change it again or ask: both are fine.
reviewing-counter-title = Your version
reviewing-counter-submit = Sign and send
reviewing-wonder-title = Ask your teacher
reviewing-wonder-submit = Send the question
reviewing-wonder-text = What would you like to know?
reviewing-wonder-text-hint = The suggestion waits for you until you decide.
wonder-asked = *{ $name }* has a question about the changes you suggested:
wonder-next = { $student } decides when your answer is there.
wonder-answered = *{ $name }* has answered your question.
wonder-sent = Your question is on its way. The suggestion waits for you until you decide.
reviewing-explain-title = Answer the student
reviewing-explain-submit = Send the answer
reviewing-explain-text = Your answer
reviewing-explain-text-hint = The student reads this and then signs, asks again or answers with another version.

# Agreed.
agreed-for-teacher = *{ $student }* and you agree: the contract in { $classroom } is signed by both sides.
agreed-next-for-teacher = You see every check-in on your Home tab, and I tell you when one stays unanswered.
next-check-in-for-student = *Next check-in:* { $moment }. I write to you then, and you need about two minutes.
next-check-in-for-teacher = *Next check-in with { $student }:* { $moment }

# Closed before its end.
closed-for-student = { $what ->
    [draft] *{ $name }* closed your draft in { $classroom }:
    [proposal] *{ $name }* closed your proposal in { $classroom }:
   *[contract] *{ $name }* closed your contract in { $classroom }:
  }
closed-for-teacher = { $what ->
    [proposal] *{ $name }* withdrew the proposal in { $classroom }:
   *[contract] *{ $name }* withdrew from the contract in { $classroom }:
  }
closed-next-for-student = { $what ->
    [contract] What you reached stays yours. Write “hi” whenever you would like to plan something new.
   *[other] Write “hi” whenever you would like to plan something new.
  }
closed-next-for-teacher = Nothing more will be asked about it. Feedback is a good way to start a new one.
closed-by-you-student = { $what ->
    [draft] Your draft in { $classroom } is closed. Nobody else has seen it.
    [proposal] Your proposal in { $classroom } is withdrawn. Your teachers hear why.
   *[contract] Your contract in { $classroom } has ended, and check-ins stop. Your teachers hear why.
  }
closed-by-you-next-student = { $what ->
    [contract] What you reached stays yours. Write “hi” whenever you would like to plan something new.
   *[other] Write “hi” whenever you would like to plan something new.
  }
closed-by-you-teacher = { $what ->
    [draft] You closed the draft of *{ $student }* in { $classroom }. { $student } hears why.
    [proposal] You closed the proposal of *{ $student }* in { $classroom }. { $student } hears why.
   *[contract] You closed the contract with *{ $student }* in { $classroom }, and check-ins stop. { $student } hears why.
  }
closed-by-you-next-teacher = Nothing more will be asked about it. Feedback is a good way to start a new one.

refusal-signature-does-not-fit = This version does not fit its signature any more. Suggest a change, so that there is a new version to sign.
refusal-student-not-here = { $name } is not in this class at the moment. When they come back to the class channel, you can go on here.
refusal-you-decided-already = { $status ->
    [questioned] You have asked about this already. When the answer comes, you can decide.
    [amended] You have suggested changes already. Now the student decides.
    [drafting] You have sent this back already. A new version comes with a new card.
   *[other] You have signed this already. It is agreed.
  }
refusal-somebody-decided = { $status ->
    [questioned] { $name } was faster and asked the student a question. When the answer comes, you can decide.
    [amended] { $name } was faster and suggested changes. Now the student decides.
    [drafting] { $name } was faster and sent it back to the student. A new version comes with a new card.
   *[other] { $name } was faster and signed it. It is agreed.
  }
refusal-nothing-asked = There is no open question here. The newest message about your contract shows where it stands.
refusal-no-check-in-by-midpoint = With these days the first check-in would come after half of the time. Please choose an earlier day, or a later end.
refusal-version-too-late = This version waited so long that its dates do not fit any more. Please change it: a later end, or other check-in days.
refusal-change-too-late = This change waited so long that its dates do not fit any more. Please decline it and propose a new one.
refusal-wording-hides = { $status ->
    [renegotiating] This change has hidden characters in it, so it may not say what you see. Nothing is signed. Say no to it, and suggest it again: I will take them out.
   *[other] This wording has hidden characters in it, so it may not say what you see. Nothing is signed. Press the button to open it without them. Read it and send it: that signs what you see.
  }
