# Said to somebody who writes in this language. What the sentence is for stands in en.hearing.ftl.
hearing-reads-english = Ik ben Accord, een programma. Ik lees voorlopig alleen Engels. Schrijf me in het Engels, of vraag je docent om hulp.
