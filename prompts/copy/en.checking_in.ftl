check-in-when-soon = { $day }, { $time }
check-in-when-this-year = { $day }, { DAY($on) }, { $time }
check-in-when = { $day }, { DATETIME($date, dateStyle: "long") }, { $time }

# By where the contract is on its way: one wording after the other.
check-in-due-beginning-1 = *Time for a short check-in.* How did the first steps go?
check-in-due-beginning-2 = *Time for a short check-in.* What have you tried so far?
check-in-due-beginning-3 = *Time for a short check-in.* Which part is easier than you thought?
check-in-due-on-the-way-1 = *Time for a short check-in.* What helps you most right now?
check-in-due-on-the-way-2 = *Time for a short check-in.* What is different from when you started?
check-in-due-on-the-way-3 = *Time for a short check-in.* How is it going with your practice?
check-in-due-setback-1 = *Time for a short check-in.* Last time was harder. How did it go this time?
check-in-due-setback-2 = *Time for a short check-in.* What would make it a little easier?
check-in-due-setback-3 = *Time for a short check-in.* Every step counts, also a small one. How is it now?
check-in-due-last-third-1 = *Time for a short check-in.* The end is getting nearer. What is left to do?
check-in-due-last-third-2 = *Time for a short check-in.* What can you do now that was hard before?
check-in-due-last-third-3 = *Time for a short check-in.* What do you want to finish before the end?
check-in-due-next = Your teachers can see your answer and reply.
check-in-reminder = { $count ->
    [one] *Your check-in is still open.* How is it going with your target?
   *[other] *Your check-in is still open.* How is it going with your targets?
  }
check-in-reminder-next = Your teachers can see that it is open. If I hear nothing by tomorrow, I will tell them. You can still answer after that.
check-in-last = { $count ->
    [one] *Today is the last day of your contract.* What is your final number?
   *[other] *Today is the last day of your contract.* What are your final numbers?
  }
check-in-last-next = This is the last check-in, and I will not remind you. When the day is over, I will ask you and your teacher to look back.
check-in-still-open = { $count ->
    [one] *You can still answer this check-in.* How is it going with your target?
   *[other] *You can still answer this check-in.* How is it going with your targets?
  }
check-in-still-open-next = A late answer is as good as an early one.
check-in-hint = { $count ->
    [one] Press Check in, or answer here with a number ({ $unit }) and a few words. It takes 2 minutes.
   *[other] Press Check in, or answer here with a number and a few words. It takes 2 minutes.
  }
check-in-hint-numbers = { $count ->
    [one] Press your number, or answer here with a number ({ $unit }) and a few words.
   *[other] Press your numbers, or answer here with numbers and a few words.
  }
check-in-example = For example: { $example }
# ⋯ is the sign of a menu with “Later today”, “Tomorrow” and “I am away”.
check-in-not-now = Not now? Press ⋯ to answer later, or to say that you are away.
check-in-target = *{ $statement }*
check-in-no-number = No number this time
check-in-no-number-since = No number this time. Last time:
# Buttons: the number of last time, or the one at the start of the contract.
check-in-as-before-button = { $value } as before
check-in-as-at-the-start-button = { $value } as at the start
check-in-not-yet-button = Not yet
check-in-not-yet = All right, no number yet. You have answered your check-in. When you have a number, write it here.
check-in-practised = Thank you, I noted how often you practised. When you have a number, write it here.
check-in-log-button = Check in
check-in-change-button = Change my answer
check-in-number-button = Add a number
check-in-right-button = That is right
check-in-undo-button = Undo
check-in-respond-button = Reply
check-in-seen-button = Seen, well done
# Where no number went forward: praise would sound as if nobody had read it.
check-in-seen-plain-button = Seen, thank you
check-in-answered = *Check-in answered.* Thank you.
check-in-excused = I left out this check-in, and you have missed nothing. You do not have to do anything. You can still answer it if you like.
check-in-closed = This check-in is over. You do not have to do anything.

check-in-noted-question = I am not sure about the number.
# { $unit } is what is counted, for example: sentences out of 10
check-in-waits = I understood: { $waiting } ({ $unit }). Is that right?
check-in-waits-instead = You said { $value }. Is it { $waiting } now?
check-in-not-confirmed = { $waiting } ({ $unit }): not confirmed yet
check-in-noted = Thank you. This is what I noted:
check-in-noted-progress = A step forward, thank you. This is what I noted:
check-in-noted-setback = Thank you for being honest. Weeks like this happen. This is what I noted:
check-in-noted-ill = Thank you. I hope you feel better soon. This is what I noted:
check-in-words-kept = Thank you, I kept your words. There is no number yet.
check-in-told-progress = That is a step forward, and it is your own work.
check-in-told-setback = Thank you for being honest. Weeks like this happen.
check-in-told-ill = I hope you feel better soon.
check-in-seen-by-teachers = Your teachers can see it and may reply.
check-in-seen-next = Your teachers can see it and may reply. Next check-in: { $when }
check-in-number-wanted = { $count ->
    [one] Thank you, I kept your words, and your teachers can read them. Is there a number too ({ $unit })?
   *[other] Thank you, I kept your words, and your teachers can read them. Are there numbers too?
  }
# Below an answer, with a button for each milestone that the student has named and no number reaches.
check-in-reached = Did you reach a milestone of your own?
check-in-reached-button = Reached: { $name }
check-in-number-wanted-next = Press the button, or write the number. You do not need one: your words are an answer too.
check-in-which-number = Thank you, I kept your words. There is more than one number in them. Which one is it?
check-in-how-many-of-later = { $count ->
    [one] Thank you, I kept your words. That number is for a day to come, so I did not note it. What is it now ({ $unit })?
   *[other] Thank you, I kept your words. That number is for a day to come, so I did not note it. What is it now?
  }
check-in-how-many-now = { $count ->
    [one] Thank you, I kept your words. They tell me how your number changed. What is it now ({ $unit })?
   *[other] Thank you, I kept your words. They tell me how your number changed. What is it now?
  }
check-in-how-many-after-no = { $count ->
    [one] Thank you for telling me. I kept no number. What is your number now ({ $unit })?
   *[other] Thank you for telling me. I kept no number. What are your numbers now?
  }
check-in-how-many-instead = This is your check-in now. Is it another number? Write it here, or press the button.
check-in-what-stands = This is your check-in now:
check-in-number-stands = I kept your new words. You gave a number after that, so I did not change it. This is your check-in now:
# Nothing is left of the answer: the check-in waits again, or is left out by now.
check-in-reopened = You deleted your answer, so I took it back. Your check-in is open again.
check-in-answer-deleted = You deleted your answer, so I took it back. You can still answer this check-in if you like.
check-in-words-taken-back = You deleted a message, so I took its words out of your check-in. This is your check-in now:
check-in-words-added = Thank you. I kept that with your check-in, where your teachers can read it. To see what else you can do, write “help”.
check-in-number-there = Thank you, I have the number now.
check-in-target-wanted = Thank you. Which target is this number for?
check-in-target-wanted-next = I kept your words already, and I will add the number when you choose. You can also write the name of the target.
check-in-target-chosen = Thank you. I noted it for: { $statement }

# How often somebody practised. { $practice } is in their own words.
check-in-practice = *{ $practice }*: how often since last time?
check-in-practice-first = *{ $practice }*: how often so far?
# Buttons, and in a sentence: "Practised: 2 times".
check-in-times = { $times ->
    [one] 1 time
   *[other] { $times } times
  }
check-in-times-or-more = { $times } times or more
check-in-said-practised = Practised: { $times }
check-in-practised-last-time = Practised last time: { $times }
check-in-practice-field = How often did you practise since last time?
check-in-practice-field-hint = { $practice }

# After a setback: what the student wrote in the contract. { $obstacle } and { $fallback } are in their own words.
check-in-your-way = In your contract you wrote: if this gets in the way (*{ $obstacle }*), you do this: *{ $fallback }*
check-in-your-way-then = In your contract you wrote what you do when something gets in the way: *{ $fallback }*
check-in-same-way-button = Same plan
check-in-another-way-button = Suggest a change
check-in-same-way-kept = I noted it as your next step. Your teachers can see it.
check-in-what-then = It helps to say what you do when something gets in the way. You can add it to your contract.

check-in-undone = I took that back and kept nothing of it. Your check-in is open again.
check-in-undone-unasked = I took that back and kept nothing of it.
check-in-shared-undone = *{ $student }* took their check-in back ({ $classroom }). I will show you the next answer here.
check-in-shared = *{ $student }* checked in ({ $classroom }).
check-in-said-worked = *What worked:* { $text }
check-in-said-did-not-work = *What did not work:* { $text }
check-in-said-next-step = *Next step:* { $text }
check-in-said-evidence = *What shows it:* { $text }
check-in-said-typed = *In a message:* { $text }
check-in-said-confidence = *How sure:* { $level }
check-in-response = *{ $teacher }* replied: { $text }
check-in-response-seen = *{ $teacher }* has seen it: well done.
check-in-response-seen-plain = *{ $teacher }* has seen it.
check-in-next = Next check-in: { $when }
check-in-missed = *{ $student }* ({ $classroom }) has not answered the check-in of { $when }. I asked twice.
check-in-missed-next = They can still answer, and I will show you the answer here. A short chat in class may help.
check-in-missed-answered = *{ $student }* ({ $classroom }) has now answered the check-in.
check-in-seen = *{ $teacher }* has seen your check-in, and says: well done.
check-in-seen-plain = *{ $teacher }* has seen your check-in, and says: thank you.
check-in-responded = *{ $teacher }* replied to your check-in:

drift-seen = The contract of *{ $student }* ({ $classroom }) may need a change.
drift-target = { $statement }
drift-missed = { $count ->
    [one] One check-in without an answer
   *[other] { $count } check-ins in a row without an answer
  }
drift-offer = This happens in many contracts. You could look at it together: a smaller goal, a later date, or another way to practise.
drift-change-button = Suggest a change
drift-feedback-button = Give feedback
drift-next = Nothing changes until you have both signed. I will not say this again at every check-in.
# To the student, before anybody else reads it. "The line" runs from the start of a target to its goal.
drift-noticed-not-catching-up = Your last 3 numbers are behind the line to your goal. There is time to change that.
drift-noticed-little-practice = Your last 3 numbers are behind the line to your goal, with little practice. Weeks like that happen.
drift-noticed-less-sure = Your last 3 numbers are behind the line, and you felt less sure twice. Thank you for being honest.
drift-noticed-silent = You have not answered the last 2 check-ins. Weeks like that happen. One number is enough to go on.
drift-noticed-offer = Would one of these help?
drift-noticed-next = I have told only you. If it is still so at your next check-in, I will also tell your teacher. Nothing changes until you have both signed.
drift-noticed-told = Your teacher can read this now, too. Nothing changes until you have both signed.
drift-no-longer = This is no longer so. You do not have to do anything.
drift-seen-not-catching-up = The last 3 numbers of *{ $student }* ({ $classroom }) are behind the line to the goal.
drift-seen-little-practice = The last 3 numbers of *{ $student }* ({ $classroom }) are behind the line, with little practice.
drift-seen-less-sure = The last 3 numbers of *{ $student }* ({ $classroom }) are behind the line. They felt less sure twice.
drift-seen-silent = *{ $student }* ({ $classroom }) has not answered several check-ins in a row.
drift-seen-offer = I told { $student } at an earlier check-in, and it is still so. A short chat may help. You can also suggest a change:
drift-seen-again = I told you before, and it is still so. A short chat may help. You can also suggest a change:
drift-seen-next = Nothing changes until you have both signed. If it stays so, I will tell you again after 3 more check-ins.
drift-over = Your numbers are keeping up with the line to your goal again. Keep what helped.
drift-over-answers = You are answering again. Thank you for coming back.
drift-passed = The numbers of *{ $student }* ({ $classroom }) are keeping up with the line again. You do not have to do anything.
drift-passed-answers = *{ $student }* ({ $classroom }) is answering again. You do not have to do anything.

check-in-none-now = No check-in is open for you now.
check-in-coming = { $classroom }: the next one comes on { $when }
check-in-none-coming = { $classroom }: no more check-ins before your contract ends
check-in-no-contract = You have no signed contract yet, so there is nothing to check in on. Do you want to start one?

checking-in-log-title = Check in
checking-in-log-submit = Save
checking-in-respond-title = Reply
checking-in-respond-submit = Send reply
check-in-value = { $count ->
    [one] Your number now ({ $unit })
   *[other] { $statement } – your number now ({ $unit })
  }
check-in-value-hint = Your start was { $baseline }, and your goal is { $goal }. Leave this empty if you have no number yet.
check-in-worked = What worked?
check-in-did-not-work = What did not work?
check-in-next-step = What will you do next?
check-in-confidence = How sure are you that you will get there?
check-in-confidence-1 = 1 – not sure at all
check-in-confidence-2 = 2 – a little unsure
check-in-confidence-3 = 3 – in the middle
check-in-confidence-4 = 4 – quite sure
check-in-confidence-5 = 5 – very sure
check-in-evidence = What shows it?
check-in-evidence-hint = A link, or a few words about where to find it. Send a file as a message to me.
check-in-typed = You also wrote:
check-in-response-to = *{ $student }* wrote:
check-in-response-text = Your reply to { $student }

refusal-undo-too-late = I can take something back for 10 minutes only. You can still change it: press Change my answer.
refusal-undo-changed = You have answered again since then, so I changed nothing. To change it, press Change my answer.
refusal-check-in-noted-already = I already noted another number, so I changed nothing. To change it, press Change my answer.
refusal-check-in-over = This contract has ended, so you can no longer answer its check-ins. I kept your earlier answers.
refusal-check-in-not-yet = This check-in has not come yet. I will ask you when it is time.
refusal-check-in-empty = Write a number, or a few words in one of the fields.
refusal-check-in-in-words = I could not find any words in that message. Answer with a number and a few words, or press Check in.
refusal-check-in-no-number = I did not find a number here. Write it like 7 or 1.5, or leave it empty.
refusal-check-in-which-number = There is more than one number here. Which one is it?
refusal-check-in-only-the-number = I am not sure which number it is now. Write only that number, like 7 or 1.5.
refusal-check-in-change = This tells me how it changed. What is your number now? Write only that number.
refusal-check-in-another-measure = This number seems to count something else. Write only the number that the question asks for.

# The message about all check-ins of a class on one day.
class-check-ins = *{ $classroom }*: check-ins of { $day }
class-check-ins-text = { $classroom }: check-ins of { $day }. { $count }
# { $asked }: all who were asked, or will be asked on that day.
class-check-ins-count = { $answered } of { $asked } have answered.
class-check-ins-name = *{ $student }*
class-check-ins-unsure = (a number is not confirmed yet)
class-check-ins-words = “{ $text }”
class-check-ins-seen = (seen by { $teacher })
class-check-ins-replied = ({ $teacher } replied: “{ $text }”)
class-check-ins-waiting = *Not answered yet:* { $names }
class-check-ins-to-type = { $count ->
    [one] *Without an account:* ask them, and type in what they say.
   *[other] *Without an account:* ask each of them, and type in what they say.
}
class-check-ins-to-type-more = { $count ->
    [one] One more is without an account. Find them on Home: Without an account.
   *[other] { $count } more are without an account. Find them on Home: Without an account.
}
class-check-ins-missed = *No answer, and I asked twice:* { $names }
class-check-ins-left-out = *Left out:* { $names }
class-check-ins-next = { $count ->
    [0] They can still answer, and I will show the answers here.
    [one] I fill this in as answers come. You can also reply in the thread.
   *[other] I fill this in as answers come. You can also reply in the thread: begin with the name.
  }
class-check-ins-all-button = Show all answers
class-check-ins-earlier-button = Earlier
class-check-ins-more-button = More
checking-in-list-title = Check-ins
class-check-ins-tell-button = Check-in messages
checking-in-tell-title = Check-in messages
checking-in-tell-submit = Save
class-check-ins-tell = What do you want from check-ins in { $classroom }?
class-check-ins-tell-hint = Whoever decided on a contract hears of it if nobody else would. You always see everything on the Home tab.
class-check-ins-tell-one = One message for each check-in day
class-check-ins-tell-each = A message for each student
class-check-ins-tell-none = No messages
# What comes as a message of its own in a class of many students.
class-check-ins-singly = Always send me one by one
class-check-ins-singly-hint = Of all else I send only the first few each week. You always see everything on the Home tab.
class-check-ins-singly-changes = Changes, questions and answers
class-check-ins-singly-work = Work that students show
class-check-ins-singly-behind = Numbers that fall behind
class-check-ins-singly-ends = Contracts that end

# What check-ins of a class ask for, as its teachers choose. { $question } is in a teacher's own words.
check-in-asks = Your teacher also asks:
check-in-asked = { $question }
check-in-asked-earlier = An earlier question
check-in-talk = What do you want to talk about in class?
check-in-talk-hint = One thing is enough. Your teachers read it before you talk.
check-in-said-talk = *To talk about:* { $text }
check-in-said-asked = *{ $question }* { $text }
check-in-said-asked-earlier = *To an earlier question:* { $text }
questions-button = Check-in questions
refusal-questions-which-class = You teach more than one class. Type /accord questions in the channel of the class that you mean.
checking-in-questions-title = Questions
checking-in-questions-submit = Show preview
checking-in-preview-title = Preview
checking-in-preview-submit = Save questions
questions-shape = What does a check-in ask beside the number?
questions-shape-report = A short report: what worked, and what comes next
questions-shape-talk = A talk: one thing to talk about in class
questions-own-1 = Your own question
questions-own-2 = Another question
questions-own-2-hint = Both can stay empty. Each student can answer them or leave them out. Next you see them as your students will.
questions-preview = This is what your students will see, here with the numbers of an example. The buttons do nothing, and I keep nothing that you type.
questions-preview-form = When they press *Check in*, this form opens:
questions-preview-close = Back
questions-example-statement = I start my sentences in different ways
questions-example-unit = sentences out of 10
questions-example-practice = I read one paragraph aloud every Tuesday

# Check-ins that come after each essay, lesson or shift. $what is the student’s own word, for example “essay”.
had-one-button = I have had one
none-for-long = You check in after each { $what } in { $classroom }. I have not heard of one for a while. Was there one?
none-for-long-next = If there was none, you do not have to do anything. When you have had one, tell me. Then I will ask how it went.
# What a teacher may reply, by rule. It is sent as it stands here; behind a colon comes what the contract says.
check-in-suggestion = Or begin with this
check-in-suggestion-hint = It is sent with what you write, or alone. I send nothing by myself.
# The two parts of that list.
check-in-suggestion-fitting = For this check-in
check-in-suggestion-model = Written by a language model
check-in-suggestion-own = Your phrases
check-in-suggest-forward = You are getting closer. This seems to help:
check-in-suggest-forward-plain = Your number went the right way. What did you do for it?
check-in-suggest-back = Weeks like this happen. What is one small step for this week?
check-in-suggest-fallback = You planned for this:
check-in-suggest-practised = You practised. That is the part that counts. Go on like this.
check-in-suggest-talk = Thank you for telling me. When shall we talk about it?
check-in-suggest-stuck = Where exactly did it get hard? Show me one example.
check-in-suggest-worked = What made that work? Where else could you use it?
check-in-suggest-unsure = What would make you feel a little surer?
check-in-suggest-next = What is your next step until the next check-in?
check-in-suggest-fallback-plain = What did you plan to do in a week like this?
