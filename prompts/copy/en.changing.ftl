# A contract, and a change to it.
contract-title-student = Your contract in { $classroom }
contract-title-teacher = { $student }’s contract in { $classroom }
change-propose = Suggest a change
change-propose-next = Nothing changes until you have both signed.
change-title = A change to the contract in { $classroom }
change-yours-student = You suggested this change. It is waiting for your teacher’s signature.
change-yours-teacher = You or another teacher suggested this change. It is waiting for { $student }’s signature.
change-from-student = *{ $student }* suggests a change:
change-from-teacher = *{ $teacher }* suggests a change:
change-sign = Sign the change
change-decline = Say no
change-take-back = Take back the change
change-waits = Until it is signed, everything stays as it is.
change-next = If you sign, the contract changes now. If you say no, everything stays as it is.
change-in-force = You have both signed this change.
change-past = This change is no longer open.
change-told-agreed-to-change = *{ $name }* signed your change to the contract in { $classroom }. The contract has changed now.
change-told-declined-change = *{ $name }* said no to your change to the contract in { $classroom }:
change-told-took-back-change = *{ $name }* took back the change to the contract in { $classroom }.
change-told-next-student = Type /accord contract to see your contract as it is now.
change-told-next-teacher = Type /accord contract and the student’s name to see the contract as it is now.
changing-propose-title = Suggest a change
changing-propose-submit = Sign and send
changing-decline-title = Say no
changing-decline-submit = Say no
changing-decline-text = Why do you say no?
changing-decline-text-hint = The person who suggested the change reads this. The contract stays as it is.
changing-close-title = Say why
changing-close-submit = End it
changing-close-text = Why does it end now?
changing-close-text-hint = One sentence is enough. Anyone who has seen it so far will read this.
close-button-student = { $what ->
    [draft] Discard draft
    [proposal] Take back proposal
   *[contract] End contract
  }
close-button-teacher = { $what ->
    [draft] Discard draft
    [proposal] End proposal
   *[contract] End contract
  }
close-confirm-title-student = { $what ->
    [draft] Discard this draft?
    [proposal] Take back this proposal?
   *[contract] End this contract early?
  }
close-confirm-title-teacher = { $what ->
    [draft] Discard this draft?
    [proposal] End this proposal?
   *[contract] End this contract early?
  }
close-confirm-student = { $what ->
    [draft] Nobody else has seen it. You can start a new one at any time.
    [proposal] Your teachers can no longer sign it. You can start a new one at any time.
   *[contract] It ends for you and your teachers, and check-ins stop. You and your teachers can still see what you reached.
  }
close-confirm-teacher = { $what ->
    [draft] The student will hear why. They can start a new one at any time.
    [proposal] Nobody can sign it after that, and the student will hear why. They can start a new one at any time.
   *[contract] It ends for you and the student, and check-ins stop. You can both still see what they reached.
  }
close-confirm-no = { $what ->
    [draft] Keep draft
    [proposal] Keep proposal
   *[contract] Keep contract
  }
look-in-messages = I sent it to you as a direct message, so that only you see it.
refusal-nothing-to-change = There is no contract to change now. Type /accord contract to see where things are.
refusal-change-decided = This change is decided already. Type /accord contract to see the contract as it is now.
refusal-not-your-change = You did not suggest this change, so you cannot take it back. You can say no to it instead.
refusal-no-contract-yet = You have no open contract now. Write me “hi” in a direct message to start one.
refusal-no-contract-with-them = There is no open contract with this student in the classes you teach.
refusal-whose-contract = Name the student, like this: /accord contract @ana or /accord change @ana

# The days and the time of a class were changed. To the teacher who did it.
rhythm-now = { $classroom } checks in on { $days } at { $time } now.
rhythm-kept = { $count ->
    [one] 1 running contract keeps { $days } at { $time }.
   *[other] { $count } running contracts keep { $days } at { $time }.
  }
rhythm-follow = { $count ->
    [one] 1 contract has the new days and time.
   *[other] { $count } contracts have the new days and time.
  }
rhythm-waiting = { $count ->
    [one] 1 student has not signed the change yet.
   *[other] { $count } students have not signed the change yet.
  }
rhythm-other = { $count ->
    [one] 1 contract has another change that is not signed yet.
   *[other] { $count } contracts have another change that is not signed yet.
  }
rhythm-suggest-button = Suggest to all
rhythm-next = I will ask each student to sign the new days and time. Until they do, their contract stays as it is.
rhythm-coming = The class’s next check-ins: { $dates }.
refusal-nobody-to-suggest-it-to = There is no contract that could change its days now. The ones that are left have another open change, or end too soon.

# Three ways to make a contract easier, each a button and a short form.
easing-smaller-button = A smaller step
easing-practice-button = Practise another way
easing-later-button = A later date
easing-smaller-title = A smaller step
easing-practice-title = Another way
easing-later-title = A later date
easing-smaller-intro = This goal is half of the way that is left. You can change it.
easing-practice-intro = This is how it is practised now. Change what, when or where.
easing-later-intro = This date is two weeks later, or the end of term. You can change it.
easing-counts-later = A smaller goal counts from one week after you have both signed. So a bad evening decides nothing.
easing-next = The contract stays as it is until you have both signed.
changing-ease-submit = Sign and send
