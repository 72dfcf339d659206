# Said to somebody who writes in this language. What the sentence is for stands in en.hearing.ftl.
hearing-reads-english = أنا Accord، برنامج. حتى الآن أقرأ الإنجليزية فقط. من فضلك اكتب لي بالإنجليزية، أو اطلب المساعدة ممن يدرّسك.
