# On an admin's Home, and the form behind it.
home-care = If someone is not well
home-care-unset = *To do:* choose who is told, and write down who can help. Until then I can name nobody, and I tell nobody.
home-care-nobody = *To do:* choose who is told. Until then students see who can help, and I tell nobody.
home-care-student = Students decide for themselves whether I tell { $names }.
home-care-at-once = I tell { $first } at once. If nobody takes it within { $minutes } minutes, I go on: { $others }.
home-care-hint = When students write that they want to die, or that someone hurts them, I stop asking. Nothing of their words is stored.
home-care-button = Choose who is told
care-save-title = Who is told
care-save-submit = Save
care-form-what = Before you switch this on, let your safeguarding lead read docs/care.md. I find such messages by rules, and I miss some.
care-way = How is someone told?
care-way-hint = “At once” needs 2 people, and one of them must teach none of the student’s classes. They never get the words.
care-way-student = The student decides, with a button
care-way-at-once = At once, when I find such a message
# $number counts the people; the label of one field.
care-contact = { $number ->
    [1] Who is told first?
    [2] Who is told next?
   *[other] And after that? (person { $number })
  }
care-helpers = Who else can help?
care-helpers-hint = People and numbers, one on each line. The student sees them. For example: Ms Park, school nurse, room 4
care-emergency = Emergency number
care-emergency-hint = I show it only if you enter one.
care-minutes = Minutes until the next person is told
care-minutes-hint = Only for “at once”. Between { $least } and { $most }.
refusal-care-minutes = Enter a whole number between { $least } and { $most }.
refusal-care-emergency = Enter a number, for example 112. Leave it empty to show none.
refusal-care-twice = You chose this person already. Choose someone else, or leave it empty.
refusal-care-two-at-once = Choose one more person. “At once” needs 2 people.
refusal-care-one-outside = Choose someone who teaches none of these classes. Some students are taught by everyone you chose.
refusal-care-unknown = Slack does not show me this person. Choose someone with an open account here.
refusal-care-bot = Choose a person. This is an app.
refusal-care-guest = Choose a full member of this workspace. This is a guest, or someone from another organisation.
refusal-care-student = Choose someone else. This is a student in a class with me.
