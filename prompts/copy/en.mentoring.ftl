# A student names someone beside one target. $student asked, $mentor is who was asked, $statement is the target, $names are teachers or admins.

# To the one who was asked
mentor-asked = *{ $student }* asks you to help with one target in { $classroom }.
mentor-asked-sees = If you say yes, you see that target and its numbers. You see nothing else of the contract.
mentor-asked-word = You can send { $student } one word a week, until the contract ends.
mentor-asked-teachers = The teachers see that you help. They read your words only if they are reported.
mentor-asked-next = You can say no. You can also stop at any time.
mentor-yes-button = Yes, I will help
mentor-no-button = Not now
mentor-yes-said = You said yes to { $student }. The target is in another message.
mentor-no-said = You said no this time. I told { $student } only that.
mentor-target = *You help { $student } with this target:*
# The target itself.
mentor-target-is = *{ $statement }*
mentor-target-until = Until { $date }
mentor-target-next = You can send { $student } one word a week. They read it with your name.
mentor-target-waits = You can send the next word from { $when }.
mentor-sent = You last wrote to { $student }:
mentor-write-button = Send a word
mentor-stopped-mentor = This has stopped. You do not have to do anything.
mentor-student-left = { $student } is not in this class now. You do not have to do anything.
mentor-over = This contract is over. Thank you for helping { $student }.

# The form of the one who helps
mentoring-write-title = Send a word
mentoring-write-submit = Send
mentor-write = { $student } reads this with your name. You can send the next word in 7 days.
mentor-write-text = Your word
mentor-write-text-hint = For example: Your last opening pulled me in. Try one that starts with a place.

# The form of the student
mentoring-ask-title = Ask for help
mentoring-ask-submit = Ask
mentor-ask-button = Name a helper
mentor-ask-target = For which target?
mentor-ask-mentor = Who could help you?
mentor-ask-mentor-hint = A classmate, or someone else in this Slack who knows about it. Not a teacher of this class.
mentor-ask-who-sees = *Who sees what:*
mentor-ask-first = First I ask them. They see nothing before they say yes.
mentor-ask-sees = After a yes, they see this target and its numbers, and nothing else.
mentor-ask-word = They can send you one word a week, until your contract ends.
mentor-ask-teachers = Your teachers see who helps you. They read the words only if one of you reports them.

# To the student
mentor-invited-asked = I asked *{ $mentor }* to help you with *{ $statement }*. I will tell you here what they say.
mentor-invited-agreed = *{ $mentor }* helps you with *{ $statement }* now. They see this target and its numbers.
mentor-invited-declined = *{ $mentor }* cannot help now. You can ask someone else.
mentor-invited-stopped = This has stopped. *{ $mentor }* no longer sees your target.
mentor-invited-left = *{ $mentor }* cannot help you now, and does not see your target. You can ask someone else.
mentor-invited-over = This contract is over, so *{ $mentor }* no longer sees your target.
mentor-said = *{ $mentor }* wrote to you about *{ $statement }*:
mentor-said-next = Only you read this. You do not have to answer.
mentor-said-gone = What { $mentor } wrote is gone now.
mentor-ended-no = *{ $mentor }* cannot help you now. That says nothing about your target. You can ask someone else.
mentor-ended-stopped = *{ $mentor }* no longer helps with your target, and no longer sees it. You can ask someone else.

# To both
mentor-stop-button = Stop this
mentor-stop-sure = Stop this?
mentor-stop-text = The target goes from their messages, and the words that were written are deleted.
mentor-stop-yes = Stop it
mentor-stop-no = Keep it
mentor-report-button = Report
mentor-report-sure = Report this?
mentor-report-text = I show it to { $names }, with both names, and stop it. Do this if something hurts or is not right.
mentor-report-text-nobody = I stop it. I know no one to tell. Tell an adult you trust.
mentor-report-yes = Report it
mentor-report-no = Go back
mentor-reported-by-you = You reported this, and it has stopped. { $names } can read it.
mentor-reported-nobody = You reported this, and it has stopped. I know no one to tell. Talk to an adult you trust.

# To those who are told of a report, and to teachers
mentor-reported-words = *{ $student }* reported what *{ $mentor }* wrote about a target in { $classroom }.
mentor-reported-target = *{ $mentor }* reported a target that *{ $student }* asked them to help with in { $classroom }.
mentor-reported-next = I have stopped it. Talk to each of them alone first.
mentor-on-page = { $mentor } helps with { $statement }

refusal-mentor-yourself = You cannot name yourself. Choose someone else.
refusal-mentor-teaches = { $name } teaches this class and helps you already. Choose someone else.
refusal-mentor-guest = { $name } is a guest in this Slack. Choose a classmate or a full member.
refusal-mentor-from-outside = { $name } is from another organisation. Choose someone of this Slack.
refusal-mentor-gone = { $name } cannot be reached here. Choose someone else.
refusal-mentor-unknown = I do not know this person. Choose someone of this Slack.
refusal-mentor-target-gone = Choose one of your targets.
refusal-mentor-has-one = Someone helps with this target already. Choose another target, or stop that first.
refusal-mentor-each-has-one = Someone helps with each of your targets already. Stop one first, then ask someone else.
refusal-mentor-asked-before = You have asked this person before. Choose someone else.
refusal-mentor-two-are-enough = Enough people help with this contract now. Stop one first, then ask someone else.
refusal-mentor-enough = You have asked enough people for this contract. Talk to your teacher about your target.
refusal-mentor-over = No one can help here now, because the contract does not run.
refusal-mentor-stopped = This has stopped, so I did not send anything. You do not have to do anything.
refusal-mentor-student-left = { $name } is not in this class now. You do not have to do anything.
refusal-mentor-not-now = You cannot help with this target now. You do not have to do anything.
refusal-mentor-one-a-week = You have sent a word in the last 7 days. The message shows when you can send the next one.
