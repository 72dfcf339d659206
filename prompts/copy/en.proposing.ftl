# The interview in which a student works out a proposal.

# Where one is.
proposing-position = { $section } of { $sections } · { $name }
proposing-position-target = Target { $target } · { $section } of { $sections } · { $name }
proposing-section-1 = The hard part
proposing-section-2 = What goes well
proposing-section-3 = Your target
proposing-section-4 = Your numbers
proposing-section-5 = How you practise
proposing-section-6 = How you show it
proposing-section-7 = What helps you
proposing-section-8 = Your sign of success
proposing-section-9 = Dates
proposing-position-more = All { $sections } done · Another target
proposing-position-summary = All { $sections } done · Your proposal

# Said once, before the first question: five short lines, the last of which is care-rule-… ($teachers is a list of names).
proposing-hello = Hi { $name }. I am Accord. I help you and your teacher agree on a target.
proposing-hello-time = I ask a few short questions. It takes about 10 minutes, and you can stop at any time.
proposing-hello-readers = { $teachers } can read your answers once you send them. Until then only you can.
proposing-hello-readers-all = Your teachers can read your answers once you send them. Until then only you can.
proposing-hello-class = Your class sees nothing unless you allow it. You can change every answer before you send it.

# The questions. A hint stands under its question; help is what the Help button says.
proposing-ask-hardest = *Which part is hardest for you right now?*
proposing-hint-hardest = One sentence is enough.
proposing-hint-hardest-work = { $work ->
    [essays] One sentence is enough, for example: all my sentences start the same way
    [stories] One sentence is enough, for example: all my sentences start the same way
    [texts] One sentence is enough, for example: I forget new words when I write
    [exercises] One sentence is enough, for example: I get stuck when there are two unknowns
    [tests] One sentence is enough, for example: I run out of time at the end
    [presentations] One sentence is enough, for example: I read everything from my notes
   *[other] One sentence is enough.
  }
proposing-help-hardest-work = Think of your last { $work }. Where did you stop, or what did you do twice? Write that in your own words. There is no wrong answer.
proposing-help-hardest = Think of your last piece of work in this class. Where did you stop, or what did you do twice? Write that in your own words. There is no wrong answer.
proposing-feedback = Here is your latest feedback from *{ $teacher }*:
proposing-feedback-seen = *Seen:* { $text }
proposing-feedback-matters = *Why it matters:* { $text }
proposing-feedback-next = *What to try next:* { $text }
proposing-ask-strengths = *What goes well already?*
proposing-hint-strengths = Small things count too, for example: I keep trying
proposing-help-strengths = Your target can build on this. Think of a task that felt easy, or of something people praised. Small things count.
proposing-ask-statement = *What do you want to reach? Say it in your own words.*
proposing-hint-statement = Say what you do, how much and by when. It may end like this: … 8 of 10 times by { DAY("03-12") }, now 3
proposing-hint-statement-work = { $work ->
    [essays] For example: start 8 of 10 sentences differently in my essays by { DAY("03-12") }, now 3
    [texts] For example: use 5 new words in each of my next 3 texts, now 1
    [stories] For example: start 8 of 10 sentences differently in my stories by { DAY("03-12") }, now 3
    [exercises] For example: check the last line in 8 of 10 exercises by { DAY("03-12") }, now 2
    [tests] For example: write every step in 8 of 10 test questions, now 4
    [presentations] For example: look up from my notes 5 times in each presentation, now 1
    [lessons] For example: ask one question in 4 of my next 5 lessons, now 1
   *[other] Say what you do, how much and by when. It may end like this: … 8 of 10 times by { DAY("03-12") }, now 3
  }
proposing-help-statement = A target is one thing that you want to be able to do. Say what people can see, how much, and by when. Use your own words. If something is missing, I will ask.
proposing-idea = *{ $teacher } suggests this idea.* Use it, change it, or write your own target.
proposing-ask-blanks = *Which numbers go into the gaps?*
proposing-hint-blanks = Write them in order, for example: 3 of 4. Or write the whole sentence in your own way.
proposing-ask-blanks-work = *In how many of your next { $work } do you want to do this?*
proposing-hint-blanks-work = For example: 3 of 4. Or write the whole sentence in your own way.
proposing-help-blanks = Each “__” is a gap for a number. Choose numbers that are a stretch, and that you believe in. You can also write the whole sentence in your own way.
proposing-ask-aims = *Your sentence says two things to reach. Are they two targets?*
proposing-hint-aims = Two targets each get their own number. In one target, the second part stays as a condition.
proposing-help-aims = Two small targets are easier to check than one with two parts. Choose what fits you best.
proposing-ask-observable = *When you have reached it, what would people see or hear you do?*
proposing-hint-observable = Think of what your teacher would notice.
proposing-hint-observable-work = { $work ->
    [essays] For example: start every paragraph with a different word
    [stories] For example: start every paragraph with a different word
   *[other] Think of what your teacher would notice.
  }
proposing-help-observable = “Get better” happens inside your head, so nobody can see it. What would your teacher notice in your work?
proposing-ask-measure = *How much do you want to reach?*
proposing-hint-measure = For example: from 5 to 8 out of 10
proposing-ask-measure-work = *How much do you want to reach, or in how many of your next { $work }?*
proposing-hint-measure-work = { $work ->
    [essays] For example: from 5 to 8 of 10 sentences, or in 3 of my next 4 essays
   *[other] For example: from 5 to 8 out of 10, or in 3 of my next 4 { $work }
  }
proposing-help-measure = Find something to count: sentences, tasks, minutes, points, mistakes. Say how many it is now, and how many you want. A guess is fine.
proposing-ask-timeframe = *By when do you want to reach it?*
proposing-hint-timeframe = { $until ->
    [contract] A date like { DAY("03-12") }, or “in six weeks”. The latest day is { DATETIME($latest, dateStyle: "long") }, when your contract ends.
   *[term] A date like { DAY("03-12") }, or “in six weeks”. The latest day is { DATETIME($latest, dateStyle: "long") }.
  }
proposing-hint-timeframe-work = { $until ->
    [contract] A date like { DAY("03-12") }, “in six weeks”, or “in my next three { $work }”. The latest day is { DATETIME($latest, dateStyle: "long") }, when your contract ends.
   *[term] A date like { DAY("03-12") }, “in six weeks”, or “in my next three { $work }”. The latest day is { DATETIME($latest, dateStyle: "long") }.
  }
proposing-help-timeframe = Choose a day that feels near, and that leaves time to practise. 4 to 8 weeks is a good length.
proposing-ask-wording = *I put what you added into your target. Do you want to use it?*
proposing-hint-wording = Or write it in the way you like best. I will show it to you before I use it.
proposing-help-wording = These are your own words, put together. Use them, keep your first sentence, or write a new one. You decide.
proposing-ask-wording-instead = *Do you want to use this instead?*
proposing-hint-wording-instead = Nothing changes until you choose. You can also write it in another way.
proposing-help-wording-instead = You wrote a new sentence. Use it as your target, or keep the one before it.
proposing-wording-offered = *What you wrote now*
proposing-wording-before = *The one before*
proposing-wording-suggestion = *With what you added*
proposing-wording-original = *Your first sentence*
proposing-ask-baseline = *What is your number now?*
proposing-ask-baseline-work = *In how many of your last { $total } { $work } did you do this?*
proposing-hint-baseline-work = A number from 0 to { $total }. A good guess is fine.
proposing-hint-baseline = A number, for example 5 or 14/20. A good guess is fine.
proposing-help-baseline = This is your start. Look at your last work and count, or guess. A low number is no problem: it shows how far you come.
proposing-ask-goal = *What number do you want to reach?*
proposing-ask-baseline-time = *How long is it now?*
proposing-hint-baseline-time = A time, for example 27 min 10, 90 minutes or 1h 30. A good guess is fine.
proposing-ask-baseline-money = *How much is it now?*
proposing-hint-baseline-money = An amount. If it is nothing yet, write 0.
proposing-ask-baseline-grade = *Which grade is it now?*
proposing-hint-baseline-grade = Your grades go from { $worst } up to { $best }. A good guess is fine.
proposing-ask-goal-time = *How long should it be?*
proposing-hint-goal-time = A time, for example 24 min 30, 60 minutes or 1h 15. It can be shorter than now.
proposing-ask-goal-money = *How much do you want it to be?*
proposing-hint-goal-money = An amount. It can be lower than now, for example less money for snacks.
proposing-ask-goal-grade = *Which grade do you want to reach?*
proposing-hint-goal-grade = Your grades go from { $worst } up to { $best }.
proposing-ask-goal-work = *In how many of your next { $total } { $work } do you want to do it?*
proposing-hint-goal-work = A number from 0 to { $total }
proposing-hint-goal = A number. It can be lower than now, for example fewer mistakes.
proposing-help-goal = Choose a number that is a stretch, and that you believe in. You and your teacher can change it later.
proposing-ask-unit = *What do you count?*
proposing-hint-unit = For example: pages, minutes, mistakes, %
proposing-help-unit = A word or two is enough. I will ask you for this number at each check-in.
proposing-ask-strategies = *How will you practise?*
proposing-hint-strategies = Say what you do, when and where, for example: 20 minutes every Tuesday in the library. You can add: If I miss it, I do it on Wednesday.
proposing-help-strategies = What will you do, when and where? One or two steps that fit into your week are enough. It helps to say what you do in a bad week: “If I have no time, I do it on Wednesday.”
proposing-ask-evidence = *How will you show that it worked?*
proposing-hint-evidence = Press a button, or write something else in a few words. You can send me a file once your contract is running.
proposing-help-evidence = Choose what shows best what you can do. “Teach someone” means that you explain it to another student. You can send me a file once your contract is running.
proposing-ask-supports = *What helps you?*
proposing-hint-supports = For example: more time, a quiet place, someone to practise with. You can skip this.
proposing-help-supports = The class never sees any of this. If you have no idea now, press Skip. You can add it later.
proposing-ask-criterion = *How will you know that it worked?*
proposing-hint-criterion = For example: I can do it without help
proposing-hint-criterion-work = For example: I look at my { $work } and can show where I did it
proposing-help-criterion = This is your own sign of success. At the end, you will say how far you came. If you have more than one, write each on its own line.
proposing-ask-milestones = *Which milestones do you want on the way?*
proposing-hint-milestones = For example: My first whole page: 5
proposing-help-milestones = Name up to 3 in your own words, one on each line. A number at the end says when you reach it. Without a number, you tell me when you do.
proposing-ask-ends_on = *When should your contract end?*
proposing-hint-ends_on = A date like { DAY("03-12") }, or “in six weeks”. The latest day is { DATETIME($latest, dateStyle: "long") }.
proposing-help-ends_on = On that day you and your teacher look back together. Your target cannot run longer than your contract.
# Days in every second week, on a button.
proposing-option-second-week = { $days }, every second week
# $what is the student’s own word, for example “lesson”. On a button.
proposing-option-after-each = After each { $what }
proposing-ask-days = *On which days should I ask how it is going?*
proposing-hint-days = I ask at { $time }. Press a button, or write when, for example “every other Thursday” or “after each essay”.
proposing-help-days = A check-in takes 2 minutes: a number and a sentence. The first one comes early, so that there is time to change something.
proposing-ask-more = *Do you want to add another target?*
proposing-hint-more = One target is enough. You can have up to { $most }.
proposing-hint-more-grade = For example one for what you practise each week, on the way to your grade. You can have up to { $most }.
proposing-help-more = A second target needs time of its own. Most students do well with one.

# Who reads an answer, under the questions where it matters.
proposing-reads-hardest = Your teachers can read this once you send your proposal. The class never does.
proposing-reads-supports = Only you and your teachers see this, never the class.

# Options.
proposing-option-statement-take = Use this idea
proposing-option-wording-take = Use this
proposing-option-wording-keep = Keep my first one
proposing-option-wording-instead = Use this instead
proposing-option-wording-before = Keep the one before
proposing-option-timeframe-end = End of my contract
proposing-option-term-end = End of term: { DATETIME($date, dateStyle: "long") }
proposing-option-evidence-written = Written work
proposing-option-evidence-oral = Explaining it
proposing-option-evidence-video = Video
proposing-option-evidence-photo = Photo
proposing-option-evidence-link = Link
proposing-option-evidence-peer-teaching = Teach someone
proposing-option-evidence-other = Something else
proposing-option-aims-two = Two targets
proposing-option-aims-one = One target
proposing-option-aims-first = Only the first
proposing-option-aims-second = Only the second
proposing-option-more-yes = Add a target
proposing-option-more-no = That is all

# Buttons under every question.
proposing-back = Back
proposing-skip = Skip
proposing-help = Help
proposing-later = Finish later
proposing-keep = Keep this
proposing-keep-skipped = Skip it again

# What was understood.
proposing-understood = I understood: *{ $value }*. If that is not right, edit your message or press Back.
proposing-understood-open = I kept your words. Your target runs until your contract ends. If you want a date instead, edit your message or press Back.
proposing-read-back = I understood: from *{ $baseline }* to *{ $goal }* { $unit }, by *{ DATETIME($due, dateStyle: "long") }*.
proposing-read-back-open = I understood: from *{ $baseline }* to *{ $goal }* { $unit }.
proposing-change-numbers = Change the numbers
proposing-change-date = Change the date
proposing-you-wrote = You wrote:
proposing-you-skipped = You skipped this before.
proposing-so-far-unit = You count: { $unit }

# What was taken out of an answer to another question; it stands below in the student’s own words.
proposing-took-statement = I kept this as your target. You can still change it:
proposing-took-strengths = I kept this as what goes well. You can still change it:
proposing-took-strategies = I kept this as how you practise. You can still change it:

# One clause about what was written, before the next question.
proposing-warm-ill = Thank you for telling me. I hope you feel better soon.
proposing-warm-setback = Thank you for being honest. That is hard, and it happens to many people.
proposing-warm-progress = You have come some way already, and that is your own work.
proposing-warm-thanks = Thank you for telling me. We can start from there.

# A thought about the target. It blocks nothing.
proposing-thought-goal-not-beyond-baseline = A thought: is this goal better than your number now? If a smaller number is better for you, all is well.
proposing-thought-goal-far-beyond-baseline = A thought: that is a big step. A nearer goal is easier to believe in. You can always go further later.
proposing-thought-limit-reads-as-ceiling = A thought: this sounds like a limit. If you mean “at least”, you can change the sentence at the end.
proposing-thought-effort-without-outcome = A thought: this says how you will practise. What will you be able to do when it has worked?
proposing-thought-several-targets = A thought: this is more than one target. You can keep this one short, and add another one at the end.
proposing-thought-goal-is-a-grade = A grade is a good goal. What you practise each week gets you there. You can add a target for that at the end.
proposing-thought-goal-is-a-grade-alone = A grade is a good goal. What you practise each week gets you there. That is the next question.
proposing-thought-compares-with-others = A thought: this depends on how others do. A number of your own is in your own hands.
proposing-thought-timeframe-beyond-end = A thought: this date is after the end of term.

# Said before a question.
proposing-remark-welcome-back = Good to see you. Here is where we are.
proposing-remark-from-before = I took over what your last contract left, with the number you have now. I ask only what is new.
proposing-remark-from-before-else = Your last contract left something to begin with: your number now, how you practised, and what got in the way. I show you each, and you keep it or write something new.
proposing-remark-idea-kept = I kept this idea. I will show it to you when we get to your target.
proposing-remark-answered-already = You answered that question already. Here is where we are.
proposing-remark-corrected = Thank you, I changed that answer.
proposing-remark-only-a-yes = All right. This question is still open:
proposing-remark-summary-typed = You have answered all the questions. To send your proposal, press Sign and send. To change something, press Change a part.
proposing-remark-summary-changed = Something has changed since you saw your proposal. Look at it again before you sign.
proposing-remark-not-all-answered = You can sign and send it once all questions are answered. This one is next:

# The question once it is answered: its buttons are gone.
proposing-answered = You answered: { $value }
proposing-answered-skipped = You skipped this.
proposing-summary-sent = You have signed and sent this draft.
proposing-summary-over = You went on from here. Your draft has changed since.

# The summary.
proposing-summary-intro = *This is your draft.* Read it once more. You can still change every part.
proposing-summary-coming = { $count ->
    [one] If your teacher signs now, your check-in will be on { $dates }.
   *[other] If your teacher signs now, your first check-ins will be: { $dates }.
  }
proposing-summary-guided-by = { $teacher } decided that your end date and check-in days are those of the class.
proposing-summary-guided = The end date and the check-in days are the same for the whole class.
proposing-summary-defaults = You can choose another end date and other check-in days with “Change a part”.
proposing-summary-sign = With “Sign and send” you sign it, and your teachers get it as your proposal. When one of them signs too, it is your contract.
proposing-submit = Sign and send
proposing-edit = Change a part
proposing-help-summary = “Change a part” lets you answer one question again. The rest stays as it is. “Sign and send” is your signature. Then your teachers can sign too, ask you something, or suggest changes.
proposing-part-hardest = The hardest part
proposing-part-strengths = What goes well
proposing-part-sentence = The target
proposing-part-aims = One target or two
proposing-part-numbers = The numbers
proposing-part-timeframe = By when
proposing-part-strategies = How you practise
proposing-part-evidence = How you show it
proposing-part-supports = What helps you
proposing-part-criterion = Your sign of success
proposing-part-milestones = Milestones of your own
proposing-part-ends_on = The end date
proposing-part-days = The check-in days
proposing-part-more = Another target or not
proposing-part-of-target = Target { $target }: { $part }

# Around the interview.
proposing-paused = Your draft for { $classroom } is safe. You are at step { $section } of { $sections }.
proposing-paused-next = Come back when you like, even after some weeks. Press the button, or write “hi”.
proposing-resume = Continue my draft
proposing-which-class = In which class do you want to start?
proposing-which-class-next = It takes about 10 minutes. You can stop at any time.
proposing-sent = *You have signed your proposal, and I sent it* to { $teachers }.
proposing-sent-next = One of them will sign it, ask you something, suggest changes, or send it back. I will tell you here.
proposing-answer-sent = You have already signed and sent your proposal, so this answer stays as it was.
proposing-answer-sent-next = Tell your teacher what you want to change. They can send it back to you, or suggest a change.

# What can not be read, or does not fit.
refusal-no-words = I could not find any words in that. Say it in a few words.
refusal-which-aim = Press one of the buttons, or write “one” or “two”.
refusal-no-number = I could not find a number in that. Write one, like 5, 1.5 or 14/20.
refusal-one-number = I found more than one number there. Write only the one I asked for.
refusal-another-measure = That number seems to measure something else, like time. Write how many it is of what we count, like 5 or 0.
refusal-number-below-zero = This number cannot be below 0. Write 0, or more.
refusal-number-too-big = That number is too big for me. Choose a smaller one.
refusal-no-date = I did not understand that as a date. Write one like { DAY("03-12") }, or “in six weeks”.
refusal-one-date = I am not sure which day that is. Write one day, like { DAY("03-12") }.
refusal-other-weekday = That date falls on another day of the week. Write the one you mean, like { DAY("03-12") }.
refusal-no-such-date = That day is not in the calendar. Write another one.
refusal-end-too-soon = That leaves no time for a check-in on the way. Choose a later day.
refusal-end-before-a-target = Your target has a later date than this. Choose that day or a later one.
refusal-no-grade = I did not find one grade in that. Write one from { $worst } up to { $best }.
refusal-sentence-says-another-number = Your sentence says { $number }. A target needs the same number in both places, so change one of the two.
refusal-sentence-says-another-day = Your sentence says another day. A target needs the same day in both places, so change one of the two.
refusal-due-after-the-end = That is later than { DATETIME($end, dateStyle: "long") }, when your contract ends. Choose an earlier date. If you need more time, press “End of my contract”. Then change “The end date” in your draft.
refusal-no-days = I could not find a weekday in that. Press a button, or write days like Monday and Thursday.
refusal-not-those-days = Check-ins in this class are on fixed days. Choose one of the buttons.
refusal-evidence-in-words = Write in a few words what it is. For example: a poster for the classroom.
refusal-yes-or-no = Press a button, or write yes or no.
refusal-blanks-left = { $count ->
    [one] There is one gap left. Write what belongs there, or the whole sentence.
   *[other] There are { $count } gaps left. Write a number for each, in order, or the whole sentence.
  }
refusal-blanks-left-work = Write two numbers, for example 3 of 4. Or write the whole sentence.
refusal-wording-is-one-word = Write the whole sentence, or press one of the buttons.
refusal-not-optional = I need this for your proposal. A few words are enough, and Help shows an example.
refusal-nothing-to-keep = There is no earlier answer to keep here. Answer the question in a few words.
refusal-not-asked-now = That does not fit the question we are at. Here it is again.
refusal-wording-is-a-part = That sounds like one part of it. Write the whole sentence, or press a button.
refusal-criterion-is-a-day = I will ask about the check-in days soon. What would show you that you have reached your target?
refusal-nothing-before = This is the first question, so there is nothing to go back to.
refusal-not-finished = Your draft is no longer complete. Here is what is missing.
refusal-proposal-sent = You have already signed and sent this proposal. Write “hi” to see where it is.
refusal-draft-closed = This draft was discarded. Write “hi” to begin a new one.
refusal-no-such-feedback = I cannot find this feedback among yours.
refusal-no-class-to-start-in = You are not a student in a class with Accord now. Ask your teacher to add you to the class channel.
refusal-term-too-close = The term ends so soon that there is no time for a check-in. Your teacher can change the end of term with /accord setup. I keep your draft if you have one.
