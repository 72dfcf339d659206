# A teacher decides on a proposal.
proposal-title = { $student }’s proposal in { $classroom }
proposal-approve = Approve and sign
proposal-ask = Ask a question
proposal-suggest = Suggest changes
proposal-send-back = Send it back
proposal-about = About { $student }
proposal-next = { $student } has signed this proposal. When you sign too, it is a contract and check-ins begin. I will tell { $student } what you choose.
proposal-changed = *What is new in this version*
proposal-whole = *The whole proposal*
# It waited until its end was too near or over. Below stand the old and the new dates.
dates-passed = *{ $student }*’s proposal in *{ $classroom }* has waited so long that its dates no longer fit.
dates-passed-offer = I can suggest the same proposal with these dates. Then { $student } signs it:
dates-passed-button = Suggest these dates
dates-passed-next = Nothing is signed yet. Your press signs it for you. When { $student } signs too, it is a contract.
vague-title = *Maybe look at this again*
vague-observable = { $target }: it does not say yet what you would see or hear.
vague-measure = { $target }: it does not say yet what is counted.
vague-limit-reads-as-ceiling = { $target }: the number sounds like a limit, so that doing more would miss it.
vague-effort-without-outcome = { $target }: it says what to practise, and not yet what comes of it.
vague-several-targets = { $target }: it is more than one target.
vague-compares-with-others = { $target }: it depends on how others do.
talk-asked = *{ $name } asked:*
talk-answered = *{ $name } answered:*

# What each side reads about where the contract stands.
standing-a-teacher = A teacher
standing-drafting-student = This is your draft. Only you can see it.
standing-drafting-teacher = { $student } is still working on the draft.
standing-sent-back-student = { $teacher } sent it back to you with a reason. I kept your answers, so you can change them and send it again.
standing-sent-back-teacher = { $teacher } sent it back to { $student } with a reason. When a new version comes, I will show it to you.
standing-proposed-student = Your teachers have your proposal. I will tell you as soon as one of them has decided.
standing-proposed-teacher = { $student } sent a newer version, and it is waiting for a decision. You find it in a message of its own.
standing-questioned-student = { $teacher } has a question. When you have answered it, your teachers decide.
standing-questioned-teacher = { $teacher } asked { $student } a question. When the answer comes, you can decide here.
standing-amended-student = { $teacher } suggests changes. Now it is your turn.
standing-amended-teacher = { $teacher } suggested changes. Now { $student } signs, asks, or suggests something else.
standing-active-student = You and { $teacher } have both signed. Your contract ends on { DATETIME($date, dateStyle: "long") }.
standing-active-teacher = { $student } and { $teacher } have both signed. The contract ends on { DATETIME($date, dateStyle: "long") }.
standing-renegotiating-student = A change is waiting for a signature. Until you and your teacher have both signed it, everything stays as it is.
standing-renegotiating-teacher = A change is waiting for a signature. Until a teacher and { $student } have both signed it, everything stays as it is.
standing-reassessing-student = The last day is over. Now you and your teacher look back.
standing-reassessing-teacher = The last day is over. Now you and { $student } look back.
standing-completed-student = This contract is complete.
standing-completed-teacher = This contract is complete.
standing-closed-student = { $what ->
    [draft] This draft was discarded.
    [proposal] This proposal has ended.
   *[contract] This contract ended early.
  }
standing-closed-teacher = { $what ->
    [draft] This draft was discarded.
    [proposal] This proposal has ended.
   *[contract] This contract ended early.
  }

# Questions before a decision.
reviewing-ask-title = Ask a question
reviewing-ask-submit = Send question
reviewing-ask-text = What would you like to know?
reviewing-ask-text-hint = One question at a time is easiest to answer. The answer comes back to you with the buttons to decide.
question-asked = *{ $name }* has a question about your proposal:
question-answer = Answer
question-next = Press Answer, or write your answer here. Then your teachers decide.
reviewing-answer-title = Answer
reviewing-answer-submit = Send answer
reviewing-answer-text = Your answer
reviewing-answer-text-hint = A sentence or two is enough. Then your teachers decide.
question-answered = *{ $name }* has answered the question.
question-sent = I sent your answer to your teachers. I will tell you as soon as one of them has decided.

# Sending back.
reviewing-redirect-title = Send it back
reviewing-redirect-submit = Send it back
reviewing-redirect-text = What should change, and why?
reviewing-redirect-text-hint = The student reads this. Say what is good already, and one thing to work on.
sent-back = *{ $name }* read your proposal in { $classroom } and asks you to work on it again:
sent-back-kept = I kept everything you wrote.
sent-back-go-on = Continue my draft
sent-back-next = Change what you like, then send it again. All teachers of the class will get it.

# A teacher's suggestion, and the student's answer.
reviewing-suggest-title = Suggest changes
reviewing-suggest-submit = Sign and send
amendment-title = { $teacher } suggests changes
amendment-past = Suggested changes in { $classroom }
amendment-intro = The rest stays as you wrote it. This would be different:
amendment-sign = Sign the changes
amendment-counter = Change it again
amendment-wonder = Ask a question
amendment-next = When you sign, it is a contract and check-ins begin. You can also change it again or ask a question.
reviewing-counter-title = Change it again
reviewing-counter-submit = Sign and send
reviewing-wonder-title = Ask a question
reviewing-wonder-submit = Send question
reviewing-wonder-text = What would you like to know?
reviewing-wonder-text-hint = You can take your time. You decide when you have the answer.
wonder-asked = *{ $name }* has a question about the changes you suggested:
wonder-next = { $student } will decide after your answer.
wonder-answered = *{ $name }* has answered your question.
wonder-sent = I sent your question. You decide when you have the answer.
reviewing-explain-title = Answer
reviewing-explain-submit = Send answer
reviewing-explain-text = Your answer
reviewing-explain-text-hint = The student reads this, and then decides.

# Agreed.
agreed-for-teacher = *You and { $student } have both signed:* the contract in { $classroom } begins.
agreed-next-for-teacher = You see every check-in on your Home tab. I will tell you when one has no answer.
next-check-in-for-student = *Next check-in:* { $moment }. I will write to you then. It takes about 2 minutes.
next-check-in-for-teacher = *Next check-in with { $student }:* { $moment }

# Closed before its end.
closed-for-student = { $what ->
    [draft] *{ $name }* discarded your draft in { $classroom }:
    [proposal] *{ $name }* ended your proposal in { $classroom }:
   *[contract] *{ $name }* ended your contract in { $classroom } early:
  }
closed-for-teacher = { $what ->
    [proposal] *{ $name }* took back their proposal in { $classroom }:
   *[contract] *{ $name }* ended the contract in { $classroom } early:
  }
closed-next-for-student = { $what ->
    [contract] You keep what you reached. Write “hi” when you want to start a new contract.
   *[other] Write “hi” when you want to start a new one.
  }
closed-next-for-teacher = I will not ask about it again. Feedback is a good way to a new target.
closed-by-you-student = { $what ->
    [draft] You discarded your draft in { $classroom }. Nobody else has seen it.
    [proposal] You took back your proposal in { $classroom }. I will tell your teachers why.
   *[contract] You ended your contract in { $classroom } early, and check-ins stop. I will tell your teachers why.
  }
closed-by-you-next-student = { $what ->
    [contract] You keep what you reached. Write “hi” when you want to start a new contract.
   *[other] Write “hi” when you want to start a new one.
  }
closed-by-you-teacher = { $what ->
    [draft] You discarded the draft of *{ $student }* in { $classroom }. I will tell { $student } why.
    [proposal] You ended the proposal of *{ $student }* in { $classroom }. I will tell { $student } why.
   *[contract] You ended the contract with *{ $student }* in { $classroom } early, and check-ins stop. I will tell { $student } why.
  }
closed-by-you-next-teacher = I will not ask about it again. Feedback is a good way to a new target.

refusal-signature-does-not-fit = This version no longer fits its signature. Suggest a change, so that there is a new version to sign.
refusal-student-not-here = { $name } is not in this class now. When they come back to the class channel, you can continue here.
refusal-you-decided-already = { $status ->
    [questioned] You have asked about this already. When the answer comes, you can decide.
    [amended] You have suggested changes already. Now the student decides.
    [drafting] You have sent this back already. When a new version comes, I will show it to you.
   *[other] You have signed this already. It is a contract now.
  }
refusal-somebody-decided = { $status ->
    [questioned] { $name } was faster and asked the student a question. When the answer comes, you can decide.
    [amended] { $name } was faster and suggested changes. Now the student decides.
    [drafting] { $name } was faster and sent it back. When a new version comes, I will show it to you.
   *[other] { $name } was faster and signed it. It is a contract now.
  }
refusal-nothing-asked = There is no open question here. The newest message about your contract shows where it is.
# Under a change of check-in days that waits: the days on which the student would be asked.
check-ins-to-come = { $count ->
    [one] With these terms, the next check-in would be on { $dates }.
   *[other] With these terms, the next check-ins would be: { $dates }.
  }
refusal-no-check-in-by-midpoint = With these days the first check-in would come in the second half. Choose an earlier day, or a later end.
refusal-second-week-too-late = With every second week, the first check-in would come in the second half. Choose every week, or the other week.
refusal-version-too-late = This version waited so long that its dates no longer fit. Choose a later end, or other check-in days.
refusal-change-too-late = This change waited so long that its dates no longer fit. Say no to it, and suggest a new one.
refusal-wording-hides = { $status ->
    [renegotiating] This change has hidden characters in it, so it may not say what you see. Nothing is signed. Say no to it, and suggest it again: I will take them out.
   *[other] This wording has hidden characters in it, so it may not say what you see. Nothing is signed. Press the button to open it without them. Read it and send it: that signs what you see.
  }
