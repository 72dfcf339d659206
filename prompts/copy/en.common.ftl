list-and = { $first } and { $last }
# A line above a message or a form, for somebody who is in more than one class: which class it is about.
class-line = { $classroom }
# The same in a notification: the class, and what the message says.
class-and-text = { $classroom }: { $text }
# In what somebody typed: who or what they mentioned, where Accord does not know the name.
typed-somebody = somebody
typed-a-channel = a channel
typed-a-group = a group
day-mo = Monday
day-tu = Tuesday
day-we = Wednesday
day-th = Thursday
day-fr = Friday
day-sa = Saturday
day-su = Sunday

refusal-empty = Please write something here.
refusal-no-time = Please choose a time.
refusal-too-long = That is too long to read in one go. Please use { $most } characters at most.
refusal-date-in-the-past = Please choose a date that is still to come.
refusal-no-check-in-day = Please choose at least one day for check-ins.
refusal-unknown-zone = I do not know this time zone. Please write it like Europe/Vienna or America/New_York.
refusal-unknown-zone-near = I do not know this time zone. Do you mean { $zone }?
refusal-not-readable = I could not read what Slack sent me from you just now, so nothing has changed. Please try it once more.
refusal-too-many = That was a lot at once. I read your first { $number } messages of this minute. I did not keep the ones after that. Wait a minute, then send me the most important one again.
refusal-old-button = This button is from an earlier message. The newest message above or below shows where things stand.
refusal-no-class-here = There is no class with Accord in this channel yet. A teacher can begin with /accord setup.
refusal-accord-not-here = I am not in this channel yet. Please add me first: type /invite @Accord here, and then /accord setup again.
refusal-not-in-this-class = You are not in this class at the moment, so I can not do that here.
refusal-for-teachers = Only the teachers of the class can do this.
refusal-for-students = Only students of the class can do this.
refusal-for-admins = Only admins of this Slack workspace can do this. Ask one of them.
refusal-not-for-people = Only Accord itself does this.
refusal-no-such-contract = I can not find this contract among yours.
refusal-newer-version = There is a newer version of this contract. Please look at version { $version } and decide on that one.
refusal-nothing-changed = Nothing is different yet. Change at least one field, or close the form.
refusal-already-signed-by-your-side = Your side has signed this already. Now the other side decides.
refusal-nothing-proposed-yet = Nothing has been proposed yet.
refusal-not-agreed-yet = This contract is not agreed yet.
refusal-not-in-this-state = { $status ->
    [drafting] This contract is a draft at the moment. The student is working on it.
    [proposed] This contract waits for the teachers at the moment.
    [questioned] There is an open question about this contract. The student answers it first.
    [amended] A teacher suggested changes to this contract. The student decides first.
    [active] This contract is already agreed and running.
    [renegotiating] A change to this contract is waiting for a signature.
    [reassessing] This contract is at its end: both sides look back now.
    [completed] This contract is completed.
   *[closed] This contract is closed.
  }
refusal-no-target = A contract needs at least one target.
refusal-too-many-targets = { $most ->
    [one] One target is enough for this class.
   *[other] Please keep to { $most } targets at most. Fewer targets are easier to reach.
  }
refusal-after-the-term = This is after the end of term. Please choose an earlier date.
refusal-no-criterion-of-the-students-own = At least one success criterion has to be the student’s own.
refusal-goal-is-baseline = The goal is the same as today’s number. Please choose a goal that is different.
refusal-target-after-the-end = This is after the end of the contract. Please choose an earlier date.
refusal-expired = This took a little too long, and Slack closed the door. Please press the button again.
refusal-could-not-open = Something went wrong on my side and the form did not open. Your work is safe. Please try again in a minute.
# A time of day on its own, such as "08:45". $time is always written like that; TIME writes it as the reader does.
time-of-day = { TIME($time) }
