# A student says how it goes while nobody asked.

unasked-offer = I understood this. Shall I note it?
# They wrote it in a message that says that they are ill, or away.
unasked-offer-away = Thank you for telling me. There is a number in your message. Shall I note it?
unasked-offer-words = That sounds like progress. I found no number in it. Shall I note your words?
# The words hold a number that somebody wants to reach.
unasked-offer-later = That number is for a day to come, so it does not count yet. Shall I note your words? If you have a number for today, write it.
unasked-which = That sounds like progress. Which target is the number for?
unasked-next = If you say yes, your teachers can read the number and your words. Nobody reads them before that.
unasked-next-words = If you say yes, your teachers can read your words. Nobody reads them before that.
unasked-next-number = If you say yes, your teachers can see the number. Nobody sees it before that.
unasked-spared = It takes the place of your next check-in: { $when }. I will not ask you then.
unasked-spared-form = With a number, it takes the place of your next check-in: { $when }. I will not ask you then.
unasked-yes-button = Note it
unasked-no-button = Do not note it
unasked-none-button = None of these
unasked-yes = All right. I noted it.
unasked-no = All right. I noted nothing, and nobody has read it.

unasked-class = You can check in now all the same.
unasked-class-button = Check in, { $classroom }
unasked-log-title = Check in
unasked-log-submit = Save
