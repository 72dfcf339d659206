# Said to somebody who writes in this language. What the sentence is for stands in en.hearing.ftl.
hearing-reads-english = Ben Accord, bir programım. Şimdilik yalnızca İngilizce okuyabiliyorum. Lütfen bana İngilizce yaz ya da öğretmeninden yardım iste.
