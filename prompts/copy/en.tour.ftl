tour-title = 
    {""}
    { $number }. { $title }
tour-part-1 = Set-up
tour-part-2 = A plan for the class
tour-part-3 = Feedback
tour-part-4 = Interview
tour-part-5 = Review
tour-part-6 = Check-in
tour-part-7 = Monday, half an hour
tour-part-8 = Milestone
tour-part-9 = A second language
tour-part-10 = Harder weeks
tour-part-11 = Halfway, with a classmate
tour-part-12 = Change
tour-part-13 = End
tour-part-14 = What was not reached
tour-part-15 = Work that is shown
tour-part-16 = Flat weeks
tour-part-17 = A lesson, and a contract with oneself
tour-part-18 = A conference that a student leads
tour-part-19 = A note to a family
tour-says = { $name }: { $text }
tour-hears =
    Accord to { $reader }:
    { $text }
tour-class = the class
tour-presses = presses “{ $what }”
tour-fills = fills in “{ $title }” and sends it
tour-hands-in = sends { $name }, and writes “{ $text }”
tour-time = … until { DATETIME($moment, dateStyle: "full") }
tour-sees-no-answer = sees in the message about the class that Ana has not answered
tour-sees-decided = sees on the card that Ms Lee has decided
tour-done =
    {""}
    The story is complete: proposed, agreed, checked in, celebrated, helped, changed, looked back, begun anew, shown, made easier, told to guests and a family.

tour-feedback-seen = Seven of your ten sentences begin with “The”.
tour-feedback-matters = When every sentence sounds the same, readers stop listening to your ideas.
tour-feedback-next-step = Try to begin your sentences in different ways.
tour-draft-by-model = In __ of my next __ texts, I will begin at most __ of ten sentences with the same word.
tour-answer-hardest = All my sentences start the same
tour-answer-strengths = I have good ideas
tour-answer-statement = get better at writing
tour-answer-observable = begin my sentences in different ways
tour-answer-measure = from 3 to 8 of 10 sentences
tour-answer-timeframe = in six weeks
tour-answer-strategies = Every Tuesday I rewrite one paragraph and read it aloud
tour-answer-criterion = No two sentences in a row start alike
tour-answer-check-in = 5 of 10 today, the reading aloud helps
tour-holiday = /accord holiday 8 february Staff day
tour-answer-setback = only 4 of 10 this week, i rushed it
tour-answer-stuck = im stuck, i dont know how else to begin a sentence
tour-answer-again = 8 of 10, i took my time again
tour-answer-ill = im ill until friday
tour-commitment = I read one paragraph each week and mark the openings
tour-response = Good start. Try a question as an opening next time.
tour-log-worked = Reading aloud shows me where it sounds the same
tour-log-did-not-work = I forget it when I am in a hurry
tour-log-next-step = Write the first words of each sentence in colour
tour-reflection-student = Counting helped: I saw that it got better. Next time I would start earlier.
tour-reflection-teacher = Ana’s texts are much easier to listen to now. She found the questions as openings by herself.
tour-answer-page = my two paragraphs from this week
tour-peer-works = Your second opening is a question, and I wanted to read on.
tour-peer-next = Try one opening without “I”.
tour-conference-script = I show a paragraph from January and one from today. The difference is in the first words.
tour-conference-first = Which of the two would you read on?
tour-conference-step = One paragraph aloud each Sunday, with someone who listens
tour-family-word = We can talk on Tuesday after school.
tour-too-slow = Accord did not come to rest. The lines above, and the log, show how far it came.
tour-strategies = Every Tuesday I rewrite one paragraph and read it aloud to a partner
tour-higher-target = I will begin my sentences in different ways: at least 9 of 10, by 24 February 2027.
tour-outcome = We tried three openings: a question, a place and a sound. Ana picked two of them for her next text.

# Ben, whose way is longer than he thought.
tour-question = Which paragraph was the hardest, and why?
tour-answer-ben-hardest = My paragraphs start anywhere and go everywhere
tour-answer-ben-strengths = I find good examples
tour-answer-ben-statement = start 8 of 10 paragraphs with a clear point, now 3, by 7 May
tour-answer-ben-strategies = Every Tuesday I write one first sentence before the rest
tour-answer-ben-criterion = My partner can say the point after the first sentence
tour-answer-ben-milestones = Half of my paragraphs have a point: 5
tour-answer-question = The second one, I had two ideas in it
tour-answer-file = my first page with the points marked
tour-answer-flat-1 = 3 of 10, the points come last
tour-answer-flat-2 = still 3 of 10
tour-answer-flat-3 = 3 of 10 again, i write too fast
tour-answer-how = How am I doing?
tour-answer-on-the-way = 5 of 10, one point at a time

# Diego writes Spanish.
tour-diego-hello = hola
tour-answer-diego-hardest = Me paro mucho cuando leo en voz alta
tour-answer-diego-strengths = Tengo buenas ideas y preparo bien mis textos
tour-answer-diego-statement = leer en voz alta sin parar 8 de 10 párrafos, ahora 3, para el 7 de mayo
tour-answer-diego-strategies = Los martes y jueves leo un párrafo en voz alta a mi hermana
tour-answer-diego-criterion = Mi hermana entiende todo el texto
tour-answer-diego-check-in = hoy 5 de 10, la semana fue bien
tour-answer-found = I can see it when somebody else reads it aloud
tour-answer-next = Sentences that are not too long
tour-answer-lesson-goal = One page that my partner understands at once
tour-answer-lesson-steps =
    Read it aloud
    Cut what is too long
tour-answer-lesson-sign = My partner asks nothing
tour-standard = W.3: Vary how sentences begin, so that readers keep listening
tour-rubric-name = Essay
tour-rubric-table =
    {""} | Beginning | Secure | Strong
    Openings | nearly all alike | two ways | three ways or more
    Ideas | one | two, in order | three, and each has a reason
tour-template-name = Paragraphs
tour-template-examples = In 8 of 10 paragraphs my first sentence says what it is about.
tour-template-criteria = The first sentence says the point
tour-template-hardest = Where do your paragraphs lose their reader?
tour-activity-name = Letter to the editor
tour-activity-purpose = Argue with evidence for readers who do not know you
