look-back-asked-student = *Your contract in { $classroom } has ended.* Now you and your teacher look back. Then I will show you what you both said.
look-back-asked-teacher = *The contract with { $student } in { $classroom } has ended.* Now you and { $student } look back. Then I will show you what you both said.
look-back-ended-student = *Your contract in { $classroom } has ended.*
look-back-ended-teacher = *The contract with { $student } in { $classroom } has ended.*
look-back-button = Look back
look-back-change-button = Change what I said
look-back-hint = It takes about 5 minutes. Nobody sees your answers before you have both looked back.
look-back-last = You are the second to look back. When you are done, I will show you both answers.
look-back-by = { $name } has looked back for the teachers. I will show you both answers when the student is done too.
look-back-waits-student = Thank you, you are done. When your teacher is done too, I will show you both answers here.
look-back-waits-teacher = Thank you, you are done. When { $student } is done too, I will show you both answers here.
look-back-closed = Until then, nobody sees your answers, and you can change them.
look-back-complete = You have both looked back. I sent you both answers in another message.
look-back-over = This contract ended before you had both looked back.

look-back-reminder-student = You have not looked back at your contract yet. A few honest lines are enough.
look-back-reminder-teacher = You have not looked back at the contract with { $student } yet. A few lines are enough.
look-back-overdue-student = { $student } has not looked back yet. The contract ended a week ago. A short chat may help.
look-back-overdue-teacher = { $student } has looked back and is waiting for you. The contract ended a week ago.
look-back-overdue-both = The contract with { $student } ended a week ago, and nobody has looked back yet. You could do it together.
look-back-overdue-close = If it no longer fits, you can end the contract without looking back.

looking-back-assess-title = Look back
looking-back-assess-submit = Save
look-back-form-student = For each line, choose what is true today. You get no points for this. It helps you and your teacher to see the same thing.
look-back-form-teacher = For each line, choose what you see in { $student }’s work today. { $student } does the same. Then I will show you both answers.
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
look-back-reflection-student-hint = A few sentences are enough. You and your teachers will read them.
look-back-reflection-teacher = What did you see? What would you tell the student?
look-back-reflection-teacher-hint = A few sentences are enough. The student will read them.

looked-back-title-student = Your contract is complete
looked-back-title-teacher = The contract with { $student } is complete
looked-back-criterion = What we agreed on
looked-back-reflection = *{ $name } says:*
looked-back-next-student = Where do you and your teacher see the same, and where not? Talk about it. When you are ready, start a new contract.
looked-back-next-button = Start a new contract
looked-back-next-hint = It takes about 10 minutes, and you can stop at any time.
looked-back-thanks = Where do you and your teacher see the same, and where not? Talk about it.
looked-back-next-teacher = { $student } reads the same. Talk about what you see differently. Your feedback can lead to the next contract.

refusal-rate-each = Choose one of the four for this line.
refusal-look-back-taken = { $name } has looked back for the teachers already. I will show you both answers when the student is done.
