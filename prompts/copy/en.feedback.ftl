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
