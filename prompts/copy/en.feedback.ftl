feedback-give-title = Give feedback
feedback-give-submit = Send feedback
feedback-give-button = Give feedback
feedback-student = For whom?
feedback-student-hint = If you choose several people, each gets a message of their own. Nobody sees who else got it.
feedback-class = In which class?
feedback-seen = What did you see?
feedback-seen-hint = Name one thing, as exactly as you can.
feedback-matters = Why does it matter?
feedback-matters-hint = One or two sentences are enough.
feedback-next = What could they try next?
feedback-next-hint = Name one step that the student can try.
feedback-given = *{ $teacher }* has feedback for you in { $classroom }.
feedback-part-seen = *What I saw*
feedback-part-matters = *Why it matters*
feedback-part-next = *What to try next*
feedback-start-button = Make it a target
feedback-start-hint = It takes about 10 minutes, and you can stop at any time.
feedback-delivered = I sent your feedback to { $student }, with a button to make a target from it.
refusal-not-your-student = This person is not a student in a class that you teach.
refusal-which-student = Choose at least one student.
refusal-feedback-too-many = { $most ->
    [one] Choose one student.
   *[other] Choose { $most } students at most.
  }
refusal-feedback-which-class = You share more than one class with them. Choose the class that this is about. To see the classes, open the form again with /accord feedback.
refusal-feedback-not-in-class = Not everyone you chose is a student of this class. Choose another class or other students.

# Below feedback, and below a reply to a check-in: buttons for the student
uptake-try-button = I’ll try it
uptake-unclear-button = I don’t understand
uptake-talk-button = Let’s talk
uptake-hint = You can also reply in the thread of this message. I pass it on to { $teacher }.
uptake-said-try = You will try it. { $teacher } can see that.
uptake-said-unclear = I told { $teacher } that it is not clear yet. Say in the thread of this message what you do not understand.
uptake-said-talk = You asked for a talk.
refusal-feedback-said-already = You have said so already. You do not have to do anything.
refusal-feedback-archived = The channel of this class is archived, so I cannot pass this on. Ask your teacher in person.
refusal-feedback-contract-over = This contract has ended, so this button does nothing now. To talk about it, type /accord talk.
# To the teacher: how far feedback, or a reply, has come
uptake-is-wrote = { $student } wrote to you about it.
uptake-is-talk = { $student } asked for a talk.
uptake-is-unclear = { $student } does not understand it yet.
uptake-is-tries = { $student } will try it.
uptake-is-target = { $student } made it a target.
uptake-unclear-feedback = *{ $student }* does not understand your feedback yet:
uptake-unclear-response = *{ $student }* does not understand your reply yet:
uptake-explain-button = Explain it
uptake-unclear-next = Say it in other words, or with an example. You can also reply in the thread of this message.
feedback-explain-title = Explain it
feedback-explain-submit = Send to student
uptake-explain-text = In other words, for { $student }

# Feedback in one box
feedback-quick-title = Give feedback
feedback-quick-submit = Send feedback
feedback-quick-text = What did you see, and what next?
feedback-quick-text-hint = For example: Your first sentence makes me curious. Try the same with the last one.
feedback-quick-message = They wrote (I keep nothing of it):
# Buttons that change the form
feedback-in-three-button = Three questions
feedback-in-one-button = One box
# What the text lacks, before it is sent. It can be sent as it is.
feedback-send-title = Before you send
feedback-send-submit = Send feedback
feedback-before-you-send = *One more look, if you like:*
feedback-lacks-next = It does not say yet what to try next. One small step helps most.
feedback-lacks-person = It speaks of the person. Words about the work are easier to use: what you saw in it, and where.
feedback-lacks-others = It compares them with others. Compare with their own work of before.
feedback-send-anyway = You can change it here, or send it as it is.
feedback-lines-hint = Each gets this text. You can add a line that only they read.
feedback-line = A line for { $student }
refusal-feedback-no-account = One of them has no account, so I cannot send them anything. Tell them in person.
refusal-feedback-yourself = You chose yourself. Choose students of yours.
refusal-feedback-class-archived = The channel of this class is archived now, so I cannot send it there.
# Beside the form, for one student.
feedback-beside-last = *What you last wrote to { $student }* on { $on }:
feedback-beside-profile = *What { $student } shows you:*
