# Said to somebody who writes in this language. What the sentence is for stands in en.hearing.ftl.
hearing-reads-english = Я Accord, програма. Поки що я читаю лише англійською. Напиши мені, будь ласка, англійською або попроси вчителя чи вчительку про допомогу.
