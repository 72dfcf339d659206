progress-none = No number yet. Start: { $baseline }, goal: { $goal } { $unit }
progress-way = { $percent } % of the way: now { $value }, goal { $goal } { $unit }
progress-reached = Goal reached: now { $value }, goal { $goal } { $unit }
progress-target = *{ $name }:* { $statement }

home-welcome = Accord
home-what = I help a student and a teacher agree on a few clear targets, and keep them alive.
home-cut = There is more than fits here. The rest is in your messages with me.

home-student = { $classroom }: your contract
home-no-contract = You have no contract in this class now. Choose something that you want to get better at, and make a plan for it.
home-start-hint = It takes about ten minutes. You can stop at any time and go on later.
home-check-in-waits = *Now:* a check-in waits for you. A number and a few words are enough.
home-log-button = Log progress
home-left-out-dropped = Your last check-in could not reach you in time, so it is left out. You have missed nothing.
home-left-out-excused = Your last check-in is left out. You have missed nothing.
home-next-check-in = *Next check-in:* { $when }
home-contract = *What you agreed on*
home-proposal = *What is on the table*
home-looked-back = You have looked back. When your teacher has too, you see each other’s answers.

home-class = { $classroom }: your class
home-class-archived = { $classroom }: archived
home-archived = { $count ->
    [0] The channel of this class is archived, and no contract is open in it. There is nothing to do.
   *[other] The channel of this class is archived, so nobody is asked for check-ins. When you bring it back in Slack, everything goes on. These contracts are still open:
  }
home-archived-end = To end one, type /accord contract and the student’s name, and close it.
home-nothing-waits = Nothing waits for you here now. You do not have to do anything.
home-proposal-waits = *{ $student }* has sent a proposal and waits for your decision.
home-change-waits = *{ $student }* proposes a change and waits for your decision.
home-look-back-waits = The contract with *{ $student }* has come to its end. Your look back is still open.
home-more-decisions = { $count ->
    [one] One more proposal waits. Its card is in your messages with me.
   *[other] { $count } more proposals wait. Their cards are in your messages with me.
  }
home-glance = *Your class at a glance*
home-more-rows = { $count ->
    [one] And one more student. Those who may need you are shown first.
   *[other] And { $count } more students. Those who may need you are shown first.
  }
home-set-up-button = Change the set-up
home-row-none = *{ $student }*: no contract now
home-row-drafting = *{ $student }*: is working on a draft
home-row-proposed = *{ $student }*: has sent a proposal, you decide
home-row-questioned = *{ $student }*: has a question from a teacher to answer
home-row-amended = *{ $student }*: decides on the changes that a teacher suggested
home-row-active = *{ $student }*: running until { DATETIME($date, dateStyle: "long") }
home-row-renegotiating = *{ $student }*: running until { DATETIME($date, dateStyle: "long") }, a change waits for a signature
home-row-reassessing = *{ $student }*: at its end, looking back
home-row-last = Last check-in: { DATETIME($date, dateStyle: "long") }
home-row-no-check-in = No check-in yet
home-row-away = *To look at:* not in the class channel at the moment, so there are no check-ins
home-row-missed = { $count ->
    [one] *To look at:* one check-in without an answer
   *[other] *To look at:* { $count } check-ins in a row without an answer
  }
home-row-left-out = The last check-in was left out. Nobody missed anything
home-row-behind = *To look at:* progress is behind the line to the goal

home-admin = Who may teach
home-admin-what = Those who may teach can set up a class with /accord setup in their class channel.
home-may-teach = *Admins:* { $admins }. *Named as teachers:* { $named }.
home-nobody-named = nobody yet
home-names-more = { $names } and { $count } more
home-name-teacher = Name a teacher
home-name-teacher-hint = Whom you choose gets a message from me and can begin at once.
home-take-back = Take it back from somebody
home-take-back-title = Take it back?
home-take-back-what = They can not set up new classes any more, and they hear it from me. The classes that they teach stay theirs.
home-keep-named = Leave it
home-any-class = Change the set-up of a class
home-any-class-hint = For when nobody who teaches it is there: name, teachers, dates and check-in days.
