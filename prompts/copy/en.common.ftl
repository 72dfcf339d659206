list-and = { $first } and { $last }
# A line above a message or a form, for somebody who is in more than one class: which class it is about.
class-line = { $classroom }
# The same in a notification: the class, and what the message says.
class-and-text = { $classroom }: { $text }
# In what somebody typed: who or what they mentioned, where Accord does not know the name.
typed-somebody = someone
typed-a-channel = a channel
typed-a-group = a group
day-mo = Monday
day-tu = Tuesday
day-we = Wednesday
day-th = Thursday
day-fr = Friday
day-sa = Saturday
day-su = Sunday

refusal-empty = Write something here.
refusal-no-time = Choose a time.
refusal-has-no-account = They have no account, so I cannot ask them anything. Talk with them in person.
refusal-too-long = That is too long for me to read at once. Use { $most } characters at most.
refusal-date-in-the-past = Choose a date that is still to come.
refusal-no-check-in-day = Choose at least one day for check-ins.
refusal-unknown-zone = I do not know this time zone. Write it like Europe/Vienna or America/New_York.
refusal-unknown-zone-near = I do not know this time zone. Do you mean { $zone }?
refusal-not-readable = I could not read what Slack sent me just now, so nothing has changed. Try it once more.
refusal-too-many = That was a lot at once. I read your first { $number } messages of this minute and did not keep the rest. Wait a minute, then send me the most important one again.
refusal-old-button = This button is from an earlier message. The newest message shows where things are.
refusal-no-class-here = There is no class with Accord in this channel yet. A teacher can begin with /accord setup.
refusal-accord-not-here = I am not in this channel yet. To add me, type /invite @Accord here, and then /accord setup again.
refusal-not-in-this-class = You are not in this class now, so I cannot do that here.
refusal-for-teachers = Only the teachers of the class can do this. Ask one of them.
refusal-absence-past = That day is over already. Name a day that is still to come.
refusal-absence-backwards = The last day cannot come before the first one.
refusal-absence-too-long = That is more than three months from now. Name an earlier day. You can also end the contract.
refusal-not-away = You are not away now, so there is nothing to end.
refusal-nobody-away = Nobody said that they are away, so there is nothing to end.
refusal-own-absence = To say that you are away yourself, leave out your name.
refusal-pause-too-long = A pause ends before its contract does. For a longer one, you can end the contract, or suggest a later end.
refusal-pause-no-day-left = The contract ends too soon to pause it. You can end it, or suggest a later end.
refusal-not-paused = This contract does not pause now. You do not have to do anything.
refusal-nothing-to-move = The end of this contract cannot move along now. You can suggest a change instead.
refusal-snooze-no-time = There is not enough time left today. Press “Tomorrow” instead.
refusal-snooze-last-day = The contract ends before that. You can answer until the end of its last day.
refusal-snooze-next-one = Your next check-in comes before that. You can answer this one until then.
refusal-snooze-asked-twice = I have asked you twice already. You can still answer, or say that you are away.
refusal-for-students = Only students of the class can do this.
refusal-for-admins = Only admins of this Slack workspace can do this. Ask one of them.
refusal-not-for-people = Only Accord itself does this.
refusal-no-such-contract = I cannot find this contract among yours.
refusal-newer-version = There is a newer version of this. Look at version { $version } and decide on that one.
refusal-nothing-changed = You have not changed anything yet. Change at least one field, or close the form.
refusal-already-signed-by-your-side = This is signed already. It is waiting for the second signature.
refusal-nothing-proposed-yet = There is nothing to decide on yet.
refusal-not-agreed-yet = This contract is not signed by both of you yet.
refusal-not-in-this-state = { $status ->
    [drafting] This is a draft now. The student is working on it.
    [proposed] This proposal is waiting for the teachers now.
    [questioned] There is an open question about this proposal. The student answers it first.
    [amended] A teacher suggested changes to this proposal. The student decides first.
    [active] This contract is signed already, and check-ins have begun.
    [renegotiating] A change to this contract is waiting for a signature.
    [reassessing] The last day of this contract is over. Now the student and the teacher look back.
    [completed] This contract is complete, so you can no longer do this.
   *[closed] This has ended, so you can no longer do this.
  }
refusal-no-target = A contract needs at least one target.
refusal-too-many-targets = { $most ->
    [one] One target is enough for this class.
   *[other] Keep to { $most } targets at most. Fewer targets are easier to reach.
  }
refusal-after-the-term = This is after the end of term. Choose an earlier date.
refusal-no-criterion-of-the-students-own = At least one sign of success must be the student’s own.
refusal-goal-is-baseline = The goal is the same as the start. Choose a goal that is different.
refusal-target-after-the-end = This is after the end of the contract. Choose an earlier date.
refusal-expired = This took a little too long for Slack. Press the button again.
refusal-could-not-open = Something went wrong, and the form did not open. Your work is safe. Try again in a minute.
# A time of day on its own, such as "08:45". $time is always written like that; TIME writes it as the reader does.
time-of-day = { TIME($time) }

# A day with its weekday; the second one has the year.
named-day = { $day }, { DAY($on) }
named-day-of-year = { $day }, { DATETIME($date, dateStyle: "long") }
