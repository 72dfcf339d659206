progress-none = No number yet. Start: { $baseline }, goal: { $goal } { $unit }
progress-way = { $percent }% of the way: now { $value }, goal { $goal } { $unit }
# The number is further from the goal than the start was.
progress-back = Now { $value }, { $baseline } at the start. Goal: { $goal } { $unit }
# of what comes back in every week or lesson: a single good one is no goal reached
progress-kept = Kept this time: now { $value }, goal { $goal } { $unit }
progress-so-far = { $count ->
    [one] (kept at { $times } of 1 check-in so far)
   *[other] (kept at { $times } of { $count } check-ins so far)
  }
progress-reached = Goal reached: now { $value }, goal { $goal } { $unit }
progress-target = *{ $name }:* { $statement }

home-welcome = Accord
home-what = I help students and teachers agree on a few clear targets. Then I ask how it is going.
home-cut = There is more than fits here. You find the rest in your direct messages with me.

home-student = { $classroom }: your contract
home-no-contract = You have no contract in this class now. Choose something that you want to get better at.
home-start-hint = It takes about 10 minutes, and you can stop at any time.
home-check-in-waits = *Now:* your check-in is open. A number and a few words are enough.
home-log-button = Check in
home-left-out-dropped = Your last check-in could not reach you in time, so I left it out. You have missed nothing.
home-left-out-excused = I left out your last check-in. You have missed nothing.
home-next-check-in = *Next check-in:* { $when }
home-contract = *What you agreed on*
home-proposal = *Your proposal*
home-looked-back = You have looked back. When your teacher has too, I will show you both answers.

home-class = { $classroom }: your class
home-class-archived = { $classroom }: archived
home-archived = { $count ->
    [0] The channel of this class is archived, and no contract is open in it. You do not have to do anything.
   *[other] The channel of this class is archived, so I ask nobody for check-ins. When you restore it in Slack, everything goes on. These contracts are still open:
  }
home-archived-end = To end one, type /accord contract and the student’s name. Then press End contract.
home-nothing-waits = Nothing is waiting for you here now. You do not have to do anything.
home-proposal-waits = *{ $student }* sent a proposal. You decide.
home-change-waits = *{ $student }* suggests a change. You decide.
home-look-back-waits = The contract with *{ $student }* has ended. You have not looked back yet.
home-more-decisions = { $count ->
    [one] One more proposal is waiting. You find it in your direct messages with me.
   *[other] { $count } more proposals are waiting. You find them in your direct messages with me.
  }
home-glance = *Your class at a glance*
home-more-rows = { $count ->
    [one] There is one more student. I show those who may need you first.
   *[other] There are { $count } more students. I show those who may need you first.
  }
home-set-up-button = Change the set-up
home-row-none = *{ $student }*: no contract now
home-row-drafting = *{ $student }*: working on a draft
home-row-proposed = *{ $student }*: sent a proposal, you decide
home-row-questioned = *{ $student }*: has a teacher’s question to answer
home-row-amended = *{ $student }*: decides on a teacher’s changes
home-row-active = *{ $student }*: contract until { DATETIME($date, dateStyle: "long") }
home-row-renegotiating = *{ $student }*: contract until { DATETIME($date, dateStyle: "long") }, a change is waiting for a signature
home-row-reassessing = *{ $student }*: contract ended, looking back
home-row-last = Last check-in: { DATETIME($date, dateStyle: "long") }
home-row-no-check-in = No check-in yet
home-row-away = *To look at:* no longer in the class channel, so I ask for no check-ins
home-row-missed = { $count ->
    [one] *To look at:* one check-in without an answer
   *[other] *To look at:* { $count } check-ins in a row without an answer
  }
home-row-left-out = I left out the last check-in. Nobody missed anything
home-row-behind = *To look at:* the number is behind where it could be by now

home-admin = Who may teach
home-admin-what = Those who may teach can set up a class: they type /accord setup in its channel.
home-may-teach = *Admins:* { $admins }. *Named as teachers:* { $named }.
home-nobody-named = nobody yet
home-names-more = { $names } and { $count } more
home-name-teacher = Name a teacher
home-name-teacher-hint = I will write to the person you choose, and they can begin at once.
home-take-back = Remove from this list
home-take-back-title = Remove from this list?
home-take-back-what = They can no longer set up new classes, and I will tell them. They keep the classes that they teach now.
home-take-back-yes = Remove
home-keep-named = Keep
home-any-class = Change a class
home-any-class-hint = This is for a class whose teachers are all away: name, teachers, dates and check-in days.
