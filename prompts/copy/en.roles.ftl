# It changes who teaches a class.

# To a teacher whom somebody took out of a class. $heir has the contracts that were theirs.
teacher-removed = { $count ->
    [0] *{ $by } changed who teaches { $classroom }.* You no longer teach it.
    [one] *{ $by } changed who teaches { $classroom }.* You no longer teach it. { $heir } has your contract now.
   *[other] *{ $by } changed who teaches { $classroom }.* You no longer teach it. { $heir } has your { $count } contracts now.
  }
teacher-removed-next = What you signed stays signed. If this is a mistake, ask a teacher of the class or an admin.
# In place of a message about a student in the class that somebody taught.
card-cleared = You no longer teach this class. I have cleared this message.
# To the teacher who has them now.
contracts-taken-over = { $count ->
    [one] *You have one more contract in { $classroom }.* It was with { $former }, who no longer teaches the class.
   *[other] *You have { $count } more contracts in { $classroom }.* They were with { $former }, who no longer teaches the class.
  }
contracts-taken-over-next = What was signed stays signed. I told the students.
# To a student.
contract-taken-over = *{ $former } no longer teaches { $classroom }.* { $heir } is there for your contract now.
contract-taken-over-next = What you agreed on stays the same. You do not have to do anything.
# To the teachers of a class.
admin-teaches = *{ $by } is now a teacher of { $classroom }.* They are an admin and added themselves.
admin-teaches-next = They read what you read: contracts, check-ins and feedback of this class. It stands in the record of disclosures.

# To somebody who came to teach a class in which they have a contract as a student.
own-contract = *You teach { $classroom } now, and you have a contract there as a student.* What should happen to it?
own-contract-alone = *You teach { $classroom } now, and you have a contract there as a student.* Nobody else teaches the class, so no one can be your teacher for it. End it, or add another teacher.
own-contract-next = You stay the student of your contract. You cannot decide on it as a teacher.
# $name is cut to 20 characters.
own-contract-keep = Keep with { $name }
own-contract-stays = *Your contract in { $classroom } goes on.* { $keeper } is your teacher for it.
own-contract-over = *Your contract in { $classroom } has ended.* You do not have to do anything.
# To the teacher with whom it stays.
own-contract-kept = *{ $student } teaches { $classroom } with you now, and keeps a contract there as a student.* You are the teacher for it.
own-contract-kept-next = I will send you the check-ins. You do not have to do anything now.

refusal-own-contract = This is your own contract. Another teacher of the class decides on it.
refusal-own-contract-no-teacher = This person does not teach the class. Choose someone who does.

# In the set-up form.
set-up-takes-over = Who has the contracts of teachers you remove?
set-up-takes-over-hint = Only needed if you remove someone. I will tell them, the new teacher and the students.
refusal-takes-over-whom = { $count ->
    [one] One contract is with a teacher you remove. Choose who has it from now on.
   *[other] { $count } contracts are with teachers you remove. Choose who has them from now on.
  }
refusal-takes-over-no-teacher = This person does not teach the class. Choose a teacher who stays.
refusal-takes-over-own = One of these contracts is this person’s own. Choose another teacher who stays.
