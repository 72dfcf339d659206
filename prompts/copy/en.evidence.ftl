# Files that a student sends to show something for a target. $names are the files, $name is one. $teachers are the teachers who get it.
evidence-which = For which target is *{ $names }*?
evidence-which-next = Nobody sees it until you choose.
evidence-which-menu = Choose a target
evidence-over = Your contract ended before I could pass *{ $names }* on, so nobody has seen it. You can show it yourself.
evidence-enough = You have shown a lot today, and your teachers look at all of it. Nobody has seen this one. Send it again tomorrow.
evidence-coming = Thank you. I am getting *{ $names }* ready for *{ $teachers }*.
evidence-kept = *{ $teachers }* can see *{ $names }* now.
evidence-for = For: _{ $statement }_
evidence-looked = Seen by { $names }.
evidence-taken-back = You took this back. Your teachers no longer see it.
evidence-not-taken = I could not take *{ $names }*. My next message says why.

# To a teacher. $student is the student’s name.
evidence-shown = *{ $student }* shows you *{ $name }*.
evidence-file = { $student } sent you this file.
evidence-file-not = I could not put *{ $name }* here. Ask *{ $student }* to show it to you.
evidence-gone = *{ $student }* took this back. You do not have to do anything.

# Why a file is not taken, and what to do
evidence-why-empty = *{ $name }* is empty. Can you send it again?
# $taken is a list of what can be shown instead, $most how large a file may be, in MB.
evidence-why-too-big = *{ $name }* is larger than { $most } MB. Can you send a smaller one, or a shorter part?
evidence-why-kind = I cannot take *{ $name }* here. What works: { $taken }.
evidence-why-name = The name *{ $name }* does not fit what is in the file. Can you send it under another name?
evidence-why-heic = I cannot read this kind of photo. A JPEG or a screenshot of *{ $name }* works.
evidence-why-too-many-pixels = *{ $name }* is too large a picture for me. A screenshot of it works.
evidence-why-broken = I could not open *{ $name }*. Can you send it again?
evidence-why-not-sent = Slack did not give me *{ $name }*. Can you send it again?
evidence-why-gone = *{ $name }* was deleted before I could take it. To show it, send it again.
evidence-why-hidden = Slack hides *{ $name }*, because it keeps files only for a while here. Can you send it again?
evidence-why-elsewhere = *{ $name }* is kept somewhere else, and I cannot read it there. Can you send the file itself?
evidence-why-not-allowed = Your school has not allowed me to read files yet. Show *{ $name }* to your teacher yourself.
evidence-why-no-room = I cannot keep files now. Can you send *{ $name }* again tomorrow?

# What a class takes, in a list
evidence-kind-picture = photos
evidence-kind-document = documents (PDF, Word and others)
evidence-kind-audio = sound
evidence-kind-video = videos
evidence-kind-link = links
evidence-kind-text = texts

# Links and texts. $names is the address, or how the text begins.
evidence-whether = Shall I show *{ $names }* to *{ $teachers }*?
evidence-whether-next = Nobody sees it until you choose.
evidence-shown-nobody = I have not shown it to anyone. I have deleted it here.
evidence-criterion = Sign of success: _{ $criterion }_
evidence-shown-text = *{ $student }* shows you a text.
evidence-link-note = I have not opened this link. Look at the address before you open it.

# What was shown for a contract, on its card, on Home and at the look back
evidence-listed-student = *What you have shown:*
evidence-listed-teacher = *What { $student } has shown:*
evidence-listed-seen = *{ $name }*. Seen by { $names }.
evidence-listed-unseen = *{ $name }*. No teacher has pressed “I have seen it” yet.
evidence-listed-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
evidence-no-files = Files do not reach me in this workspace. Add a link, or show your file to your teacher yourself.

# At a check-in near the due date: what the contract names has not been shown yet. $form is “a video”, “written work” …
evidence-asked = You want to show _{ $statement }_ with { $form } by { $date }. You can add it when you are ready.

# Buttons
evidence-add-button = Add evidence
evidence-show-button = Yes, show it
evidence-keep-button = Do not show it
evidence-drop-button = Take it back
evidence-line-button = Say what it shows
evidence-line-again = Change what it shows
evidence-seen-button = I have seen it

# The form for one line about a piece
evidence-line = What does { $what } show?
evidence-line-hint = One line is enough. Your teachers read it beside the file.
evidence-say-title = What it shows
evidence-say-submit = Save

# The form in which a student shows something
evidence-give-title = Add evidence
evidence-give-submit = Show it
evidence-give-target = For which target?
evidence-give-files = Files
# $kinds is a list of the kinds that the class takes.
evidence-give-files-hint = Up to 3 files, { $most } MB each. What works: { $kinds }.
evidence-give-words = A link or a text
evidence-give-words-hint = For example the address of your essay, or your poem itself.
evidence-give-link = A link
evidence-give-link-hint = For example the address of your essay.
evidence-give-text = A text
evidence-give-text-hint = For example your poem itself.
evidence-give-line = What does it show?
evidence-give-line-hint = One line is enough. Your teachers read it beside what you show.
evidence-give-criterion = Which sign of success is it about?
refusal-evidence-nothing = Add what you want to show.
refusal-evidence-no-link = Your class takes no links. Write a text, or add a file if the form takes files.
refusal-evidence-no-text = Your class takes no texts here. Add a link, or a file if the form takes files.
refusal-evidence-no-words = Your class takes files only. Add a file.
refusal-evidence-target = Choose the target that it is for.
refusal-evidence-criterion = This sign belongs to another target. Choose one of the same target, or leave it empty.
refusal-evidence-ended = This contract is over, so I did not pass anything on. Show it to your teacher yourself.
refusal-evidence-enough = That is a lot for one day. Choose the best ones, or show the others tomorrow.
