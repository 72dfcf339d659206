# Said to somebody who writes in this language. What the sentence is for stands in en.hearing.ftl.
hearing-reads-english = Soy Accord, un programa. De momento solo leo inglés. Escríbeme en inglés, por favor, o pide ayuda a tu docente.
