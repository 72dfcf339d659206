# Said to somebody who writes in this language. What the sentence is for stands in en.hearing.ftl.
hearing-reads-english = Je suis Accord, un programme. Pour l’instant, je ne lis que l’anglais. Écris-moi en anglais, s’il te plaît, ou demande de l’aide à ton enseignant ou enseignante.
