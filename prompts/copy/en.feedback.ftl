feedback-give-title = Give feedback
feedback-give-submit = Send
feedback-give-button = Give feedback
feedback-student = For whom?
feedback-student-hint = Several people get one message each. Nobody sees who else got it.
feedback-class = In which class?
feedback-seen = What did you see?
feedback-seen-hint = One thing, as concrete as you can.
feedback-matters = Why does it matter?
feedback-matters-hint = One or two sentences are enough.
feedback-next = How to go on?
feedback-next-hint = One next step the student can try.
feedback-given = *{ $teacher }* has feedback for you in { $classroom }.
feedback-part-seen = *What I saw*
feedback-part-matters = *Why it matters*
feedback-part-next = *How to go on*
feedback-start-button = Make a target from this
feedback-start-hint = It takes about ten minutes. You can stop at any time and go on later.
feedback-delivered = Your feedback is on its way to { $student }. It comes with a button to make a target from it.
refusal-not-your-student = This person is not a student in a class that you teach.
refusal-which-student = Choose at least one student.
refusal-feedback-too-many = { $most ->
    [one] Choose one student.
   *[other] Choose { $most } students at most.
  }
refusal-feedback-which-class = You share more than one class with them. Choose the class that this is about. To see the classes, open the form again with /accord feedback.
refusal-feedback-not-in-class = Not everybody you chose is a student of this class. Choose another class or other students.
