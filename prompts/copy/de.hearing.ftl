# Said to somebody who writes in this language. What the sentence is for stands in en.hearing.ftl.
hearing-reads-english = Ich bin Accord, ein Programm. Ich lese bisher nur Englisch. Bitte schreib mir auf Englisch, oder bitte deine Lehrkraft um Hilfe.
