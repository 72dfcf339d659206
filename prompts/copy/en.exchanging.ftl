# What a student and a teacher write to each other through Accord.

# $teachers is a list of names.
pass-on-offer = Shall I pass this on to *{ $teachers }*, word for word?
# They wrote a number in the same message; what it counts stands below this.
pass-on-beside = I also found this in your message. If you say yes, I will note it too.
pass-on-next = Nobody will read it before you say yes.
pass-on-yes-button = Pass it on
pass-on-no-button = Keep it private
pass-on-yes = All right. I passed it on.
pass-on-no = All right. I kept nothing of it, and nobody has read it.
note-from = *{ $name }* wrote to you:
note-reply-button = Reply
note-next-teacher = You can also reply in the thread of this message. { $name } will read it in Slack.
note-next-student = To answer, write in the thread of this message. Only { $name } will read it.
# $names is a list of other teachers.
note-answered = { $names } replied already.
note-sent = I passed it on to *{ $names }*.
# What stands in the place of words that their sender, $name, deleted.
note-gone = { $name } took this message back.
# $names is a list of those for whom it was.
note-changed = You changed your message. { $names } can read the new words now.
note-taken-back = I took your message back. Nobody has read it.
note-taken-back-read = I took your message back for { $names }. They may have read it before.
note-reply-text = Your reply to { $to }
exchanging-reply-title = Reply
exchanging-reply-submit = Send reply
refusal-no-such-note = I cannot find this message among yours.
refusal-note-teacher-gone = They no longer teach this class, so I cannot pass it on. Write to another teacher of the class.
refusal-note-student-gone = This student is no longer in the class, so I cannot pass it on.

# A student does not get on with what they practise.
stuck-button = I am stuck
exchanging-stuck-title = I am stuck
exchanging-stuck-submit = Tell my teacher
# $teachers is a list of names.
stuck-intro = Getting stuck is part of learning. *{ $teachers }* will read this as soon as you send it.
stuck-intro-quiet = Getting stuck is part of learning. *{ $teachers }* will read this on { $when }. I do not write to teachers at night.
stuck-text = What are you stuck on?
stuck-text-hint = One line is enough. Say where it stops, and what you tried.
stuck-offer = Shall I tell *{ $teachers }* now that you are stuck, with these words?
# $names is a list.
stuck-told = I told *{ $names }* that you are stuck. Their reply will come here.
stuck-told-later = I will tell *{ $names }* on { $when } that you are stuck. I do not write to teachers at night. Their reply will come here.
note-stuck = *{ $name }* is stuck:
refusal-stuck-nobody = Nobody teaches this class right now. Ask an adult at your school.
