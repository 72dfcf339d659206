# Said to somebody who writes in this language. What the sentence is for stands in en.hearing.ftl.
hearing-reads-english = Jestem Accord, czyli program. Na razie czytam tylko po angielsku. Napisz do mnie po angielsku albo poproś o pomoc osobę, która cię uczy.
