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
proposing-section-8 = How you know it worked
proposing-section-9 = Dates
proposing-position-more = All { $sections } done · Another target?
proposing-position-summary = All { $sections } done · Your proposal

# The questions. A hint stands under its question; help is what the Help button says.
proposing-ask-hardest = *Which part is hardest for you right now?*
proposing-hint-hardest = One sentence is enough, for example: all my sentences start the same way
proposing-help-hardest-work = Think of your last { $work }. Where did you stop, or what did you have to do twice? Write that, in your own words. There is no wrong answer.
proposing-help-hardest = Think of your last piece of work in this class. Where did you stop, or what did you have to do twice? Write that, in your own words. There is no wrong answer.
proposing-feedback = Here is the latest feedback from *{ $teacher }*:
proposing-feedback-seen = *Seen:* { $text }
proposing-feedback-matters = *Why it matters:* { $text }
proposing-feedback-next = *How to go on:* { $text }
proposing-ask-strengths = *What already goes well?*
proposing-hint-strengths = For example: I have good ideas, and I finish on time
proposing-help-strengths = Your target can build on this. Think of something a teacher or a friend has praised, or a task that felt easy. Small things count.
proposing-ask-statement = *What do you want to reach? Say it in your own words.*
proposing-hint-statement = For example: start 8 of 10 sentences differently in my essays by { DAY("03-12") }
proposing-hint-statement-work = { $work ->
    [essays] For example: start 8 of 10 sentences differently in my essays by { DAY("03-12") }
    [texts] For example: use 5 of the new words in each of my next 3 texts
    [stories] For example: start 8 of 10 sentences differently in my stories by { DAY("03-12") }
    [exercises] For example: check the last line in 8 of 10 exercises by { DAY("03-12") }
    [tests] For example: write every step in 8 of 10 questions in my next two tests
    [presentations] For example: look up from my notes 5 times in each of my next 3 presentations
    [lessons] For example: ask one question in 4 of my next 5 lessons
   *[other] Say what you do, how much and by when. It may end like this: … in 4 of my next 5 { $work }
  }
proposing-help-statement = A target is one thing you want to be able to do. It gets easier to reach when it says what one can see, how much, and by when. Write it as you would say it: if something is missing, I ask.
proposing-idea = *{ $teacher } offers this as a start.* It is a draft: take it, change it, or write your own.
proposing-ask-blanks = *Which numbers fit into the open places?*
proposing-hint-blanks = Write them in their order, for example: 3 of 4. Or write the whole sentence the way you want it.
proposing-ask-blanks-work = *In how many of your next { $work } do you want to do this?*
proposing-hint-blanks-work = For example: 3 of 4. Or write the whole sentence the way you want it.
proposing-help-blanks = This sentence has a gap for each “__”. Choose numbers that are a stretch, and that you believe in. You can change every other word as well: then write the sentence new.
proposing-ask-observable = *When you have reached it, what would somebody see or hear you do?*
proposing-hint-observable = For example: start every paragraph with a different word
proposing-help-observable = “Get better” happens inside your head, so nobody can see it. What would your teacher notice in your work if it had already happened?
proposing-ask-measure = *How much do you want to reach?*
proposing-hint-measure = For example: from 5 to 8 of 10 sentences
proposing-ask-measure-work = *How much do you want to reach, or in how many of your next { $work }?*
proposing-hint-measure-work = For example: from 5 to 8 of 10 sentences, or in 3 of my next 4 { $work }
proposing-help-measure = Find something to count: sentences, tasks, minutes, points, mistakes. Say how many it is now, and how many you want it to be. A guess is fine.
proposing-ask-timeframe = *By when do you want to reach it?*
proposing-hint-timeframe = { $until ->
    [contract] A date like { DAY("03-12") }, or “in six weeks”. It can be no later than { DATETIME($latest, dateStyle: "long") }, when the contract ends.
   *[term] A date like { DAY("03-12") }, or “in six weeks”. It can be no later than { DATETIME($latest, dateStyle: "long") }.
  }
proposing-hint-timeframe-work = { $until ->
    [contract] A date like { DAY("03-12") }, “in six weeks”, or “in my next three { $work }”. It can be no later than { DATETIME($latest, dateStyle: "long") }, when the contract ends.
   *[term] A date like { DAY("03-12") }, “in six weeks”, or “in my next three { $work }”. It can be no later than { DATETIME($latest, dateStyle: "long") }.
  }
proposing-help-timeframe = Choose a day that is near enough to feel real, and far enough to practise. Four to eight weeks is a good length.
proposing-ask-wording = *Here is your target with what you added. Do you want to use it?*
proposing-hint-wording = Or write it the way you like best. I show it to you before I use it.
proposing-help-wording = These are your own words, put together. Take them, keep your first sentence, or write a new one. Whatever you choose, it stays your target.
proposing-ask-wording-instead = *Use this instead?*
proposing-hint-wording-instead = Nothing changes until you choose. You can also write it in another way.
proposing-help-wording-instead = You wrote a new sentence. Take it as your target, or keep the one before it.
proposing-wording-offered = *What you wrote now*
proposing-wording-before = *The one before*
proposing-wording-suggestion = *With what you added*
proposing-wording-original = *Your first sentence*
proposing-ask-baseline = *How many is it now?*
proposing-ask-baseline-work = *In how many of your last { $total } { $work } did you do this?*
proposing-hint-baseline-work = A number from 0 to { $total }. A good guess is fine.
proposing-hint-baseline = A number, for example 5 or 14/20. A good guess is fine.
proposing-help-baseline = This is where you start from. Look at your last work and count, or guess. Starting low is no problem: it shows how far you come.
proposing-ask-goal = *How many do you want to reach?*
proposing-ask-goal-work = *In how many of your next { $total } { $work } do you want to do it?*
proposing-hint-goal-work = A number from 0 to { $total }
proposing-hint-goal = A number. It may be lower than now, for example fewer mistakes.
proposing-help-goal = Choose a number that is a stretch, and that you believe in. You can change it later together with your teacher.
proposing-ask-unit = *What do these numbers count?*
proposing-hint-unit = For example: different sentence openings, pages, minutes, %
proposing-help-unit = A word or two is enough. At each check-in I ask you for a number of this.
proposing-ask-strategies = *How will you practise?*
proposing-hint-strategies = For example: every Tuesday I rewrite one paragraph and read it aloud
proposing-help-strategies = What will you do, when, and with what? One or two steps that fit into your week are better than a long list.
proposing-ask-evidence = *How will you show that it worked?*
proposing-hint-evidence = Press one, or write something else in a few words. I cannot pass files on: show yours yourself, or share a link.
proposing-help-evidence = Choose the form in which you can show best what you can do. “Teaching somebody” means that you explain it to another student. If it is a file, write what it is and show it to your teacher yourself: I cannot pass files on.
proposing-ask-supports = *What helps you? Only you and your teachers see this.*
proposing-hint-supports = For example: more time, a quiet place, a list of sentence starters. You can skip this.
proposing-help-supports = Nothing of this is ever shown to the class. If nothing comes to mind, press Skip: you can add it later.
proposing-ask-criterion = *How will you know yourself that it worked?*
proposing-hint-criterion = For example: I read my essay and no two sentences in a row start the same way
proposing-hint-criterion-work = For example: I look at my { $work } and can show where I did it
proposing-help-criterion = This one is yours: at the end you look at it and say how far you came. Put each one on a line of its own if you have more than one.
proposing-ask-ends_on = *When should this contract end?*
proposing-hint-ends_on = A date like { DAY("03-12") }, or “in six weeks”. It can be no later than { DATETIME($latest, dateStyle: "long") }.
proposing-help-ends_on = On that day you and your teacher look back together. It should not be earlier than the date of your target.
proposing-ask-days = *On which days should I ask how it is going?*
proposing-hint-days = I ask at { $time }. Press a button, or write the days.
proposing-help-days = A check-in takes two minutes: a number and a sentence. The first one comes before the middle of your contract, so that there is still time to change something.
proposing-ask-more = *Do you want to add another target?*
proposing-hint-more = One target is enough. You can have up to { $most }.
proposing-help-more = A second target needs time of its own. Most students do well with one.

# Options.
proposing-option-statement-take = Start from this
proposing-option-wording-take = Use this
proposing-option-wording-keep = Keep my first sentence
proposing-option-wording-instead = Use this instead
proposing-option-wording-before = Keep the one before
proposing-option-timeframe-end = When the contract ends
proposing-option-term-end = End of term: { DATETIME($date, dateStyle: "long") }
proposing-option-evidence-written = Written work
proposing-option-evidence-oral = Explaining it
proposing-option-evidence-video = Video
proposing-option-evidence-photo = Photo
proposing-option-evidence-link = Link
proposing-option-evidence-peer-teaching = Teaching somebody
proposing-option-evidence-other = Something else
proposing-option-more-yes = Yes, one more
proposing-option-more-no = No, that is all

# Buttons under every question.
proposing-back = Back
proposing-skip = Skip
proposing-help = Help
proposing-later = Finish later
proposing-keep = Keep this
proposing-keep-skipped = Still skip it

# What was understood.
proposing-understood = I read: *{ $value }*. If that is not right, edit your message or press Back.
proposing-understood-open = I keep your words, and your target runs until your contract ends. If you would like a day instead, edit your message or press Back.
proposing-read-back = I read: from *{ $baseline }* to *{ $goal }* { $unit }, by *{ DATETIME($due, dateStyle: "long") }*.
proposing-read-back-open = I read: from *{ $baseline }* to *{ $goal }* { $unit }.
proposing-change-numbers = Change the numbers
proposing-change-date = Change the date
proposing-you-wrote = You wrote:
proposing-you-skipped = You skipped this before.
proposing-so-far-unit = You count: { $unit }

# A thought about the target. It blocks nothing.
proposing-thought-goal-not-beyond-baseline = A thought: is this goal better than where you are now? If a smaller number is better for you, all is well.
proposing-thought-goal-far-beyond-baseline = A thought: that is a big step. A nearer goal is easier to believe in, and you can go further later.
proposing-thought-limit-reads-as-ceiling = A thought: this reads like a limit. If you mean “at least”, change the sentence in the end.
proposing-thought-effort-without-outcome = A thought: this says how you practise. What will you be able to do when it has worked?
proposing-thought-several-targets = A thought: this holds more than one target. You can add another one at the end, and keep this one short.
proposing-thought-compares-with-others = A thought: this depends on how others do. A number of your own is in your own hands.
proposing-thought-timeframe-beyond-end = A thought: this goes on after the end of term.

# Said before a question.
proposing-remark-welcome-back = Good to see you. Here is where we are.
proposing-remark-idea-kept = I keep this idea ready, and show it to you when we get to your target.
proposing-remark-answered-already = That question is answered already. Here is where we are.
proposing-remark-corrected = Thank you, I changed that answer.
proposing-remark-only-a-yes = All right. This question is still open:
proposing-remark-summary-typed = All your questions are answered. To send your proposal, press Sign and send; to change something, choose the part below.
proposing-remark-summary-changed = Something has changed since you saw your proposal. Please look at it again before you sign.

# The summary.
proposing-summary-intro = *This is your proposal.* Read it once more: you can still change every part.
proposing-summary-guided = The end date and the check-in days are the same for the whole class.
proposing-summary-sign = With “Sign and send” you sign it, and your teachers get it. When one of them signs too, it is agreed.
proposing-submit = Sign and send
proposing-edit = Change a part
proposing-help-summary = Choose “Change a part” to answer one question again: everything else stays. “Sign and send” is your signature. Your teachers can then sign too, ask you something, or suggest changes.
proposing-part-hardest = The hardest part
proposing-part-strengths = What goes well
proposing-part-sentence = The target
proposing-part-numbers = The numbers
proposing-part-timeframe = By when
proposing-part-strategies = How you practise
proposing-part-evidence = How you show it
proposing-part-supports = What helps you
proposing-part-criterion = How you know it worked
proposing-part-ends_on = The end date
proposing-part-days = The check-in days
proposing-part-more = Another target or not
proposing-part-of-target = Target { $target }: { $part }

# Around the interview.
proposing-paused = Your draft for { $classroom } is safe. You are at { $section } of { $sections }.
proposing-paused-next = Come back when you like, even in some weeks: press the button, or write “hi”.
proposing-resume = Go on
proposing-which-class = In which class do you want to start?
proposing-which-class-next = We go through nine short steps. You can stop at any time.
proposing-sent = *You have signed, and your proposal is on its way* to { $teachers }.
proposing-sent-next = One of them signs it, asks you something, suggests changes, or sends it back with a reason. I tell you here as soon as that happens.
proposing-answer-sent = This answer belongs to a proposal that you have signed and sent, so it stays as it was.
proposing-answer-sent-next = Tell your teacher what you would like to change: they can send it back to you, or suggest a new version.

# What can not be read, or does not fit.
refusal-no-words = I could not find any words in that. Please say it in a few words.
refusal-no-number = I could not find a number in that. Please write one, like 5, 1.5 or 14/20.
refusal-one-number = I found more than one number there. Please write the one I asked for.
refusal-another-measure = That number seems to measure something else, like time. Please write how many it is of what we count, like 5 or 0.
refusal-number-below-zero = There can not be fewer than 0. Please write 0, or a number above it.
refusal-number-too-big = That number is too big for me. Please choose a smaller one.
refusal-no-date = I could not find a date in that. Please write one like { DAY("03-12") }, or “in six weeks”.
refusal-one-date = I am not sure which day that is. Please write one day, like { DAY("03-12") }.
refusal-other-weekday = That date falls on another day of the week. Please write the one you mean, like { DAY("03-12") }.
refusal-no-such-date = That day does not exist in the calendar. Please write another one.
refusal-end-too-soon = That leaves no time for a check-in on the way. Please choose a later day.
refusal-end-before-a-target = Your target has a later date than this. Please choose that day or a later one.
refusal-sentence-says-another-number = Your sentence says { $number }. A target needs the same number in both places, so change one of the two.
refusal-sentence-says-another-day = Your sentence says another day. A target needs the same day in both places, so change one of the two.
refusal-due-after-the-end = Your contract ends on { DATETIME($end, dateStyle: "long") }, and that day is later. Please choose an earlier date. If you need more time, press “When the contract ends”, and then change “The end date” in your proposal.
refusal-no-days = I could not find a weekday in that. Please press a button, or write days like Monday and Thursday.
refusal-not-those-days = Check-ins in this class are on fixed days. Please choose among the buttons.
refusal-evidence-in-words = Please write in a few words what it is, for example: a poster for the classroom.
refusal-yes-or-no = Please press a button, or write yes or no.
refusal-blanks-left = { $count ->
    [one] There is one open place. Please write what belongs there, or the whole sentence.
   *[other] There are { $count } open places. Please write that many numbers, in their order, or the whole sentence.
  }
refusal-blanks-left-work = Please write two numbers, for example 3 of 4. Or write the whole sentence.
refusal-wording-is-one-word = Please write the whole sentence, or press one of the buttons.
refusal-not-optional = This one I need for your proposal. A few words are enough, and Help shows an example.
refusal-nothing-to-keep = There is no earlier answer to keep here. Please answer the question.
refusal-not-asked-now = That does not fit the question we are at. Here it is.
refusal-nothing-before = This is the first question, so there is nothing to go back to.
refusal-not-finished = Your proposal is not quite complete any more. Here is what is missing.
refusal-proposal-sent = You have signed and sent this proposal already. Write “hi” to see where it stands.
refusal-draft-closed = This draft is closed. Write “hi” to begin a new one.
refusal-no-such-feedback = I can not find this feedback among yours.
refusal-no-class-to-start-in = You are not a student in a class with Accord at the moment. Ask your teacher to add you to the class channel.
refusal-term-too-close = The term ends so soon that there is no time for a check-in. Your teacher can change the end of term with /accord setup. A draft you have is kept.
