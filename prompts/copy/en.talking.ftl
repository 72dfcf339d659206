# A talk of five minutes between a student and a teacher. $when, $first and $second are moments, as “Monday, 09:00”. $name is the other one of the two.
talking-asked-student = I asked *{ $name }* for a five-minute talk with you. You will get two times to choose from.
talking-asked-next = You can call it off at any time. No reason is needed.
talking-asked-teacher = *{ $student }* would like to talk with you for five minutes.
talking-asked-teacher-next = Suggest two times, and { $student } chooses one. Whoever suggests first has the talk.
talking-neither-student = Thank you for telling me. I asked *{ $name }* for two other times.
talking-neither-teacher = Neither time suits *{ $student }*. Can you suggest two others?
talking-offered-student = *{ $name }* suggests a five-minute talk. Which time suits you?
talking-offered-next = You can call it off at any time. No reason is needed.
talking-offered-teacher = I sent *{ $student }* your two times: { $first }, or { $second }.
talking-offered-teacher-next = I will tell you here which one suits.
talking-agreed = You and *{ $name }* talk on *{ $when }*. Five minutes are enough.
talking-agreed-next = Agree on the place together. If it does not work out, call it off here.
talking-called-off = The talk is off, because one of you is no longer in this class. You do not have to do anything.
talking-called-off-by = *{ $by }* called the talk off. You do not have to do anything.
talking-called-off-by-you = You called the talk off. I told the other one, if someone had taken it.
talking-lapsed-nobody = Nobody has suggested a time for the talk yet. You can ask again here, or ask a teacher in class.
talking-lapsed-student = Both times for the talk with *{ $name }* have passed. You can ask again at any time.
talking-lapsed-teacher = The talk with *{ $student }* did not come about. You can suggest two new times whenever you like.
talking-over = How was the talk with *{ $name }*? One line about it is enough.
talking-over-next = { $student } can read it. It stays with the contract.
talking-noted = Thank you, I noted it:
talking-outcome = *{ $name }* wrote about your talk on { $when }:
talking-outcome-next = You can add a line of your own. You do not have to.

# How it stands, where the message is about something earlier, and on Home.
talking-is-asked = A talk is asked for. Two times to choose from come next.
talking-is-offered = A talk with *{ $name }* is suggested: { $first }, or { $second }.
# On the messages of before, so that the day stands in one message alone.
talking-time-found = You and *{ $name }* have found a time for your talk.
talking-is-agreed = A talk with *{ $name }* is on *{ $when }*.
talking-is-over = The talk with *{ $name }* was on { $when }.
talking-is-lapsed = This talk did not come about. Both of you can ask for a new one.
talking-is-called-off = This talk is called off.
talking-taken = Another teacher has this talk now. You do not have to do anything.
# Above what was written about it
talking-record = *Talk with { $name }*, { $when }:
# A moment in the time zone of the class, for a reader in another one
talking-in-zone = { $when } ({ $zone })

# Buttons
talking-ask-button = Ask for a talk
talking-offer-button = Suggest a talk
talking-offer-times-button = Suggest two times
talking-other-times-button = Change the times
talking-neither-button = Neither suits
talking-call-off-button = Call off
talking-line-button = Write one line
talking-change-line-button = Change the line

# Forms
talking-offer-title = Suggest a talk
talking-offer-submit = Send
talking-offer-to-title = Suggest a talk
talking-offer-to-submit = Send
talking-save-title = About the talk
talking-save-submit = Save
talking-ask-in-title = Ask for a talk
talking-ask-in-submit = Ask
talking-offer-intro = { $student } chooses one of two times. Times are in the zone of the class ({ $zone }).
talking-offer-intro-anyone = The student chooses one of two times. Times are in the zone of the class ({ $zone }).
talking-student = Whom would you like to talk with?
talking-first-day = First choice: day
talking-first-time = First choice: time
talking-second-day = Second choice: day
talking-second-time = Second choice: time
talking-line = What came of the talk?
talking-line-hint = One line is enough. { $other } can read it.
talking-class = With a teacher of which class?

refusal-talk-no-time = Choose a day and a time.
refusal-talk-past = This time has passed. Choose a later one.
refusal-talk-too-far = Choose a day in the next 60 days.
refusal-talk-day-off = The class has no school on this day. Choose another day.
refusal-talk-away = The student is away on this day. Choose another day.
refusal-talk-same = Both times are the same. Choose another one here.
refusal-talk-yourself = A talk is with someone else. Choose a student.
refusal-talk-archived = This class is archived, so I cannot ask for a talk there. Ask your teacher directly.
refusal-talk-nobody = Nobody teaches this class right now. Ask an adult at your school.
refusal-talk-open = You already have a talk under way in this class. Your Home tab shows how it stands.
refusal-talk-under-way = { $name } already has a talk under way in this class.
refusal-talk-taken = { $name } has taken this talk already. You do not have to do anything.
refusal-talk-not-open = This talk is not open now. The newest message shows how it stands.
refusal-talk-time-past = This time has passed. Choose the other one, or “Neither suits”.
refusal-talk-teacher-gone = This teacher no longer teaches the class. Call this talk off, then ask for a new one.
refusal-talk-not-over = You can write about this talk once it is over.
