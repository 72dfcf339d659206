# On an admin's Home, and the form behind it.
home-care = If someone is not well
home-care-unset = *To do:* choose who is told, and write down who can help. Until then I can name nobody, and I tell nobody.
home-care-nobody = *To do:* choose who is told. Until then students see who can help, and I tell nobody.
home-care-student = Students decide for themselves whether I tell { $names }.
home-care-at-once = I tell { $first } at once. If nobody takes it within { $minutes } minutes, I tell the next: { $others }.
home-care-hint = When students write that they want to die, or are being hurt, I stop asking. I store none of their words.
home-care-button = Choose who is told
care-save-title = Who is told
care-save-submit = Save
care-form-what = Before you switch this on, let your safeguarding lead read docs/care.md. I find such messages by rules, and I miss some.
care-save-way = How is someone told?
care-save-way-hint = “At once” needs 2 people. One of them must teach none of the student’s classes. They get no words unless the student shares them.
care-save-way-student = The student decides, with a button
care-save-way-at-once = At once, when I find such a message
# $number counts the people; the label of one field.
care-save-contact = { $number ->
    [1] Who is told first?
    [2] Who is told next?
   *[other] And after that? (person { $number })
  }
care-save-helpers = Who else can help?
care-save-helpers-hint = One on each line, with what they are: “Ms Park, school nurse, room 4”. Students see this. I leave out whoever a message may be about.
care-save-emergency = Emergency number
care-save-emergency-hint = I show it only if you enter one.
care-save-minutes = Minutes until the next person is told
care-save-minutes-hint = Only for “at once”. Between { $least } and { $most }.
refusal-care-minutes = Enter a whole number between { $least } and { $most }.
refusal-care-emergency = Enter a number, for example 112. Leave it empty to show none.
refusal-care-twice = You chose this person already. Choose someone else, or leave it empty.
refusal-care-two-at-once = Choose one more person. “At once” needs 2 people.
refusal-care-one-outside = Choose someone who teaches none of these classes. Some students are taught by everyone you chose.
refusal-care-unknown = Slack does not show me this person. Choose someone with an open account here.
refusal-care-bot = Choose a person. This is an app.
refusal-care-guest = Choose a full member of this workspace. This is a guest, or someone from another organisation.
refusal-care-student = Choose someone else. This is a student in a class with me.

# The answer to somebody who is not well. It waits for review by somebody trained. The same keys stand in a file for each
# language in which such a message is recognised. It promises no secrecy and no help that comes, and asks for no details.
care-sorry = I am sorry that things are so hard, and I am glad you wrote it.
care-sorry-other = I am sorry that someone you know is having such a hard time. I am glad you wrote it, and you do not have to carry this alone.
care-program = I am a program and not an emergency service, so I cannot help with this myself.
care-talk = Please talk to an adult you trust today.
care-talk-lines = Please talk to an adult you trust today, for example:
care-emergency = If someone is in danger now, call { $number }.
care-nobody = I have not told anyone.
care-nobody-left = I have not told anyone: everyone I could tell may be someone you wrote about. Please talk to an adult outside school.
care-telling = I am telling { $person } now that someone should talk with you. I do not pass on your words.
care-telling-asked = I am telling { $person } now that you would like to talk. I do not pass on your words.
care-told = { $person } was told, { $time }.
care-taken = { $person } was told, { $time }, and has seen it.
care-unreached = I could not reach { $person }.
care-next = If nobody has seen it by { $time }, I will also tell { $person }.
care-night = It is late now. They may read it only in the morning.
care-words-passing = I am passing on your words to { $person } now.
care-words-passed = { $person } has your words, { $time }.
care-words-gone = Your message is no longer in Slack, so I could not pass it on.
care-words-failed = I could not pass on your words to { $person }.
care-meant-else = You said that you meant something else. Everyone who was told hears that too.
care-went-on = You went on. Everyone who was told hears that too.
# Buttons. $person is one name, cut at 20 characters.
care-tell-button = Tell { $person } that I would like to talk
care-share-button = Share what I wrote
care-meant-else-button = I meant something else
care-go-on-button = Go on
care-share-sure = Share what you wrote?
# $person is one name or several.
care-share-what = { $person } will read it word for word, as it stands in Slack.
care-share-yes = Share it
care-share-no = Keep it private
# Said when somebody writes on after the answer.
care-still = I keep nothing of this, and I pass it on to no one. Please talk to someone today. My questions can wait.
care-back = All right. Write to me when you want to go on.
care-elsewhere = I have answered you in our direct messages.
care-form-title = Not sent
care-form-close = Close
care-form-said = I have kept nothing of this form. I have answered you in our direct messages.

# To those who are told, and to teachers.
care-alert = Someone should talk with *{ $student }* soon.
care-alert-asked = *{ $student }* would like to talk with you.
care-alert-class = { $student } is in { $classes }.
care-alert-handle = In Slack: @{ $handle }
care-alert-why = They wrote something that makes me think they may not be well or not safe. I am a program, and I may be wrong.
care-alert-why-other = They wrote to me about someone who may not be well or not safe. I am a program, and I may be wrong.
care-alert-words = I do not pass on what they wrote. They can share it with you if they want to.
care-alert-meant-else = *{ $student }* has said since that they meant something else.
care-alert-went-on = *{ $student }* has gone on with their work here since. That does not say how they are.
care-alert-mine = You have this since { $time }.
care-alert-theirs = *{ $person }* has this already.
care-alert-next = If nobody presses it by { $time }, I will also tell { $person }.
care-alert-do = Please follow your school’s safeguarding rules.
care-take-button = I have this
care-take-hint = Press it when you take this on. { $student } then sees that you have seen it.
care-update-meant-else = *{ $student }* says that they meant something else. A short talk may still help.
care-update-went-on = *{ $student }* has gone on with their work here. That does not say how they are.
care-words = *{ $student }* asked me to pass this on. These are their own words:
care-for-lead = This sounds as if someone may not be well or not safe. Please take it to your school’s safeguarding lead now. I have kept nothing of it, and I have told no one.
refusal-care-for-lead = This sounds as if someone may not be well or not safe. Please take it to your school’s safeguarding lead now. I have kept nothing, and told no one. You can send this form without it.

# Before anything is written: what is recognised, and who would be told.
care-rule-nobody = If you write that you are not safe or do not want to live, I stop and show you who can help. I tell no one.
care-rule-student = If you write that you are not safe or do not want to live, I stop and show you who can help. You decide whether I tell { $names }.
care-rule-or = { $first } or { $last }
care-rule-at-once = If you write that you are not safe or do not want to live, I stop and show you who can help. I also tell { $first } that someone should talk with you, without your words.
