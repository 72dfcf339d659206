look-back-asked-student = *Your contract in { $classroom } has come to its end.* Look back at it. Your teacher does the same, and then you see each other’s answers.
look-back-asked-teacher = *The contract with { $student } in { $classroom } has come to its end.* { $student } looks back now. Please do the same. Then you see each other’s answers.
look-back-button = Look back
look-back-change-button = Change what I said
look-back-hint = It takes about 5 minutes. Nobody sees it before you have both looked back.
look-back-last = You are the second to look back. When you are done, you see each other’s answers.
look-back-by = { $name } has looked back for the teachers. You see it here when the student is done too.
look-back-waits-student = Thank you, your part is done. When your teacher is done too, I will show you both answers here.
look-back-waits-teacher = Thank you, your part is done. When { $student } is done too, I will show you both answers here.
look-back-closed = Until then, what you said stays closed, and you can change it.
look-back-complete = You have both looked back. You find the answers in a message of their own.
look-back-over = This contract was closed before both had looked back.

look-back-reminder-student = Your look back is still open. A few honest lines are enough.
look-back-reminder-teacher = The look back at the contract with { $student } is still open on your side. A few lines are enough.
look-back-overdue-student = { $student } has not looked back yet, and the contract ended a week ago. A word in person may help.
look-back-overdue-teacher = { $student } has looked back and waits for your side. The contract ended a week ago.
look-back-overdue-both = The contract with { $student } ended a week ago, and nobody has looked back yet. You could do it together.
look-back-overdue-close = If it does not fit any more, you can close the contract without looking back.

looking-back-assess-title = Look back
looking-back-assess-submit = Save
look-back-form-student = For each line, choose what is true today. There are no points for this: it helps you and your teacher to see the same thing.
look-back-form-teacher = For each line, choose what you see in { $student }’s work today. { $student } does the same. When you are both done, you see each other’s answers.
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
look-back-reflection-student = What helped you? What would you do differently?
look-back-reflection-student-hint = A few sentences are enough. You and your teachers read them.
look-back-reflection-teacher = What did you notice? What would you pass on?
look-back-reflection-teacher-hint = A few sentences to the student. They read them.

looked-back-title-student = Your contract is completed
looked-back-title-teacher = Completed: the contract with { $student }
looked-back-criterion = What we agreed on
looked-back-reflection = *{ $name } says:*
looked-back-next-student = Where do you two see it in the same way, and where not? Talk about it with your teacher. When you are ready, plan what comes next.
looked-back-next-button = Plan my next contract
looked-back-next-hint = It takes about ten minutes. You can stop at any time and go on later.
looked-back-thanks = Where do you two see it in the same way, and where not? Talk about it with your teacher.
looked-back-next-teacher = { $student } sees the same. Where the two sides differ is a good start for a talk. Your feedback can be the start of the next contract.

refusal-rate-each = Please choose one of the four for this line.
refusal-look-back-taken = { $name } has looked back for the teachers already. You see both sides as soon as the student is done.
