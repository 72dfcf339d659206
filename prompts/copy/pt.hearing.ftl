# Said to somebody who writes in this language. What the sentence is for stands in en.hearing.ftl.
hearing-reads-english = Sou o Accord, um programa. Por enquanto, só leio inglês. Escreve-me em inglês, por favor, ou pede ajuda a quem te dá aulas.
