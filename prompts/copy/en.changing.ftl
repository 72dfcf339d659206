# A contract, and a change to it.
contract-title-student = Your contract in { $classroom }
contract-title-teacher = { $student }’s contract in { $classroom }
change-propose = Propose a change
change-propose-next = A change counts when both sides have signed it.
change-title = A change to the contract in { $classroom }
change-yours = Your side proposed this change. It waits for the signature of the other side.
change-from-student = *{ $student }* proposes a change:
change-from-teacher = *{ $teacher }* proposes a change:
change-sign = Sign the change
change-decline = Decline
change-take-back = Take it back
change-waits = Until it is signed, everything goes on as agreed.
change-next = When you sign, it counts from now on. When you decline, everything goes on as agreed.
change-in-force = Both sides have signed this change.
change-past = This change is not open any more.
change-told-agreed-to-change = *{ $name }* signed your change to the contract in { $classroom }. It counts from now on.
change-told-declined-change = *{ $name }* would rather not change the contract in { $classroom }:
change-told-took-back-change = *{ $name }* took back the proposed change to the contract in { $classroom }.
change-told-next-student = Type /accord contract to see your contract as it stands.
change-told-next-teacher = Type /accord contract and the student’s name to see the contract as it stands.
changing-propose-title = Propose a change
changing-propose-submit = Sign and send
changing-decline-title = Decline the change
changing-decline-submit = Decline
changing-decline-text = Why would you rather not?
changing-decline-text-hint = Whoever proposed the change reads this. The contract goes on as agreed.
changing-close-title = End the contract
changing-close-submit = End it
changing-close-text = Why does it end now?
changing-close-text-hint = A sentence is enough. The other side reads it, unless it is a draft that nobody else has seen.
close-button-student = Withdraw
close-button-teacher = Close it
close-confirm-title-student = { $what ->
    [draft] Give up this draft?
    [proposal] Withdraw this proposal?
   *[contract] Withdraw from this contract?
  }
close-confirm-title-teacher = { $what ->
    [draft] Close this draft?
    [proposal] Close this proposal?
   *[contract] Close this contract?
  }
close-confirm-student = { $what ->
    [draft] Nobody else has seen it. You can begin a new one at any time.
    [proposal] It ends for both sides, and nothing comes of it. You can begin a new one at any time.
   *[contract] It ends for both sides, and check-ins stop. What you reached stays visible to you and your teachers.
  }
close-confirm-teacher = { $what ->
    [draft] It ends, and the student hears why. They can begin a new one at any time.
    [proposal] It ends for both sides, and the student hears why. They can begin a new one at any time.
   *[contract] It ends for both sides, and check-ins stop. What the student reached stays visible to both.
  }
close-confirm-yes = Go on
close-confirm-no = Keep it
look-in-messages = I sent it to you as a direct message, so that only you see it.
refusal-nothing-to-change = There is no running contract to change at the moment. Type /accord contract to see where things stand.
refusal-change-decided = This change is decided already. Type /accord contract to see what counts now.
refusal-not-your-change = Only the side that proposed the change can take it back. You can decline it instead.
refusal-no-contract-yet = You have no open contract at the moment. Write me “hi” in a direct message, and we plan one.
refusal-no-contract-with-them = There is no open contract with this student in the classes you teach.
refusal-whose-contract = Please name the student, like this: /accord contract @ana or /accord change @ana
