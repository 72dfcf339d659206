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
home-class-archived = { $classroom }: closed
home-archived = { $count ->
    [0] This class is closed, and no contract is open in it. You do not have to do anything.
   *[other] This class is closed, so I ask nobody for check-ins. When an admin opens it, or you restore its channel in Slack, everything goes on. These contracts are still open:
  }
home-archived-end = To end one, type /accord contract and the student’s name. Then press End contract.
home-nothing-waits = Nothing is waiting for you here now. You do not have to do anything.
home-proposal-waits = *{ $student }* sent a proposal. You decide.
home-change-waits = *{ $student }* suggests a change. You decide.
home-set-up-button = Change the set-up
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

# A teacher's desk: a line of counts with " · " between them. What there is none of is left out, save what waits.
desk-waiting = { $count ->
    [0] *Nothing waits for you*
    [one] *1 waits for you*
   *[other] *{ $count } wait for you*
  }
# Of students: they left a draft, or their numbers fall behind
desk-stuck = { $count ->
    [one] 1 is stuck
   *[other] { $count } are stuck
  }
# Of students: they left a check-in, a question or changes without an answer
desk-unanswering = { $count ->
    [one] 1 has not answered
   *[other] { $count } have not answered
  }
desk-not-begun = { $count ->
    [one] 1 has not begun
   *[other] { $count } have not begun
  }
# One line each of what waits. $since is a day: "Monday, 18 January"
desk-wait-stuck = { $student } is stuck · since { $since }
desk-wait-talk = { $student } asks for a talk · since { $since }
desk-wait-question = { $student } asks about your changes · since { $since }
desk-wait-proposal = { $student } sent a proposal · since { $since }
desk-wait-answer = { $student } answered your question · since { $since }
desk-wait-change = { $student } suggests a change · since { $since }
desk-wait-look-back = { $student }: the contract has ended, you look back · since { $since }
desk-wait-piece = { $student } shows work · since { $since }
# Of what the teacher promised in contracts
desk-wait-promise = { $count ->
    [one] You promised 1 student something: is it done? · since { $since }
   *[other] You promised { $count } students something: is it done? · since { $since }
  }
# $day is the day of the check-in
desk-wait-check-in = { $count ->
    [one] 1 answer has no reply yet · check-in of { $day }
   *[other] { $count } answers have no reply yet · check-in of { $day }
  }
desk-in-class = { $classroom }
desk-open-stuck = Read
desk-open-talk = Open
desk-open-question = Read
desk-open-proposal = Decide
desk-open-answer = Decide
desk-open-change = Decide
desk-open-look-back = Look back
desk-open-piece = Open
desk-open-promise = Answer
desk-open-check-in = Read
desk-all-waiting-button = All { $count }
home-waiting-title = What waits
# Titles of what opens from such a line
desk-look-stuck-title = Someone is stuck
desk-look-talk-title = Talk
desk-look-question-title = Question
desk-look-proposal-title = Proposal
desk-look-answer-title = Proposal
desk-look-change-title = Change
desk-look-piece-title = Work
desk-look-promise-title = Promises
refusal-waits-no-longer = This no longer waits for anyone. Open your Home tab to see what does.
desk-page = Page { $page } of { $pages }
home-class-button = Whole class
desk-whole-class-button = Whole class ({ $count })
desk-open-class-button = Open
desk-other-class = Other classes
desk-needing = *Who may need a word*
# One class of several. $need is how many students may need a word
desk-class-line = { $need ->
    [0] { $classroom } · { $count ->
        [one] 1 student
       *[other] { $count } students
      }
   *[other] { $classroom } · { $count ->
        [one] 1 student
       *[other] { $count } students
      } · { $need } may need a word
  }
desk-class-title = { $count ->
    [one] *{ $classroom }* · 1 student
   *[other] *{ $classroom }* · { $count } students
  }
# One student of a class; behind it, after " · ", how it stands
desk-row = *{ $student }*
desk-is-none = has not begun
desk-is-finished = contract done
desk-is-drafting = working on a draft
desk-is-proposed = sent a proposal, you decide
desk-is-questioned = has a teacher’s question to answer
desk-is-amended = decides on a teacher’s changes
desk-is-reassessing = contract ended, looking back
desk-more-targets = { $count ->
    [one] and 1 more target
   *[other] and { $count } more targets
  }
# A day without its year
desk-day = { DAY($on) }
desk-mark-draft = *To look at:* the draft has rested since { $day }
desk-mark-silent = *To look at:* no answer since { $day }
desk-mark-look-back = *To look at:* has not looked back, asked on { $day }
desk-mark-unheard = *To look at:* no feedback or reply since { $day }
home-find-title = Class
home-find-submit = Search
desk-find = Search by name
desk-nobody = I found nobody here. Choose “Everyone”, or search for another name.
desk-only = Show
desk-only-all = Everyone
desk-only-word = May need a word
desk-only-behind = Fall behind
desk-only-done = Contract done

# A student's page, for those who teach them
home-student-title = Student
student-page-none-open = No contract is open now.
student-page-until = *Contract until { $date }*
student-page-target = *{ $statement }*
student-page-past = *Earlier contracts*
student-page-is-completed = Complete since { $date }
student-page-is-closed = Ended early on { $date }
student-page-pieces = *Files*
student-page-piece = { $name }: { $line }
student-page-piece-bare = { $name }
student-page-feedback = *Feedback*
student-page-no-feedback = No feedback yet.
student-page-by = { $teacher } · { $date }
student-page-check-ins = { $count ->
    [one] *1 check-in*
   *[other] *{ $count } check-ins, the newest first*
  }
student-page-no-check-ins = No check-ins yet.
student-page-check-in = *{ $date }*
student-page-check-in-missed = *{ $date }:* no answer
student-page-check-in-left-out = *{ $date }:* left out
student-page-check-in-waits = *{ $date }:* no answer yet
refusal-whose-page = Say whose page you want to see, for example /accord student @ana.
