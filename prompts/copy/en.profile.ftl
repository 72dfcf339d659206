# The student's form.
profile-save-title = About me
profile-save-submit = Save
profile-free = You choose what to write, and you can change or delete it at any time. Leave empty what you like. Nobody else can write here.
profile-who = *Who sees it:* only you, until you tick “My teachers may read this” at the end. Your class never sees it.
profile-strengths = What are you good at?
profile-strengths-hint = For example: I explain things well. I keep going.
profile-interests = What do you like?
profile-interests-hint = For example: football, drawing, old video games
profile-share-interests = Your interests as ideas
profile-share-interests-yes = May be used for ideas by a language model
profile-share-interests-hint = If your school uses a language model, it can suggest targets after a teacher’s feedback. With this tick it reads what you like, and nothing else here. I take names out first. Your teacher reads each idea before you do.
profile-motivators = What keeps you going?
profile-motivators-hint = For example: to see that I get better, to work with a friend
profile-goals = What do you want to reach, in school or later?
profile-goals-hint = For example: pass the exam in June, become a nurse
profile-supports = What helps you when something is hard?
profile-supports-hint = For example: more time, a quiet place, clear steps. Only you see this, and your teachers if you let them.
profile-subjects = What do you work on in your subjects?
profile-subjects-hint = For example: English: essays. Physics: lab reports. I will use your words when I ask you about a target.
profile-share-answers = Your answers to check-ins
profile-share-answers-yes = A language model may read them
profile-share-answers-hint = If your school has switched this on, it suggests replies to your teacher. I take names out first.
profile-share-with-teachers = Your teachers
profile-share-with-teachers-yes = My teachers may read this
profile-share-with-teachers-hint = These are the teachers of your classes here. You can remove the tick again.
profile-language = Language
profile-language-hint = I will write to you in this language.
profile-language-slack = As in Slack
profile-language-title = Language
profile-language-submit = Save

# On Home.
home-about-me-button = About me
home-about-me = *About me:* what you are good at, what you like, what helps you. You decide who sees it.
home-about-me-written = *About me:* what you wrote about yourself. You can change or delete it at any time.
home-language-button = Language
home-about-student-button = About a student

# To a teacher.
profile-choose-title = About a student
profile-choose-submit = Read about them
profile-student = About whom?
profile-student-hint = Students decide what their teachers can read here.
profile-read-title = About a student
profile-close = Close
profile-shown = *{ $student }* lets you and the other teachers of the class read this:
profile-their-strengths = *Good at*
profile-their-interests = *Likes*
profile-their-motivators = *What keeps them going*
profile-their-goals = *Wants to reach*
profile-their-supports = *What helps when something is hard*
profile-their-subjects = *Works on*
profile-keep-private = Keep it between you and the student. It never goes to a class channel.
profile-nothing-shown = *{ $student }* shows nothing here now. You can always ask what helps them.

refusal-profile-for-students = This page is for students in a class with Accord. If you are one, ask your teacher to add you to the class channel.
