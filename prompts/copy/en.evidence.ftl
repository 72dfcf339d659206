# Files that a student sends to show something for a target. $names are the files, $name is one. $teachers are the teachers who get it.
evidence-which = For which target is *{ $names }*?
evidence-which-next = Nobody sees it until you choose.
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
evidence-why-too-big = *{ $name }* is larger than 10 MB. Can you send a smaller one, or a shorter part?
evidence-why-kind = I cannot take *{ $name }*. Photos, PDF and Word files, sound and video work.
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

# Buttons
evidence-drop-button = Take it back
evidence-line-button = Say what it shows
evidence-line-again = Change what it shows
evidence-seen-button = I have seen it

# The form for one line about a piece
evidence-line = What does { $what } show?
evidence-line-hint = One line is enough. Your teachers read it beside the file.
evidence-say-title = What it shows
evidence-say-submit = Save
