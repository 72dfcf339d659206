# What Accord says about a message that it did not take as an answer.

hearing-which = I have more than one question open for you. *Which one* is your message for?
hearing-which-next = I keep your words until you choose. Nobody reads them before that. You can also write the name of the class.
# Buttons: { $classroom } is the name of a class.
hearing-check-in-button = Check-in, { $classroom }
hearing-interview-button = My draft, { $classroom }
hearing-question-button = My teacher, { $classroom }
hearing-none-button = None of these
hearing-taken-check-in = Thank you. I took it for your check-in in *{ $classroom }*.
hearing-taken-interview = Thank you. I took it for your draft in *{ $classroom }*.
hearing-taken-question = Thank you. I took it for your teacher’s question in *{ $classroom }*.
hearing-dropped = All right. I kept nothing of that message, and nobody has read it.
hearing-again = Your check-in in *{ $classroom }* is still open. How is it going? A number and a few words are enough.

hearing-passed-on = I passed it on.
hearing-thanks = You are welcome.
hearing-greeting = Hello.
hearing-unwilling = That is fine. You do not have to answer now.
hearing-question = I can answer only a few questions. Write “help” to see what I can do.
hearing-for-teacher = That sounds like something for your teacher. Nobody has read it here: please tell them yourself.
hearing-stop = I have not changed anything. You can change or end your contract on the Home tab.
hearing-change = I have not changed anything. You can suggest a change on the Home tab.
hearing-away = Thank you for telling me. I kept no number.
hearing-not-a-message-for-us = I think that was not meant for me. I kept nothing of it.
hearing-answer = I could not tell what that answers. I kept nothing of it, and nobody has read it.
hearing-unclear = I did not understand that. I kept nothing of it, and nobody has read it.
hearing-progress = That sounds like progress. I kept nothing of it.
hearing-waits-check-in = Your check-in is still open. A number or one sentence is enough.
hearing-waits-interview = My question is still open. You can answer it at any time.
hearing-waits-question = Your teacher’s question is still open. Just answer here.
