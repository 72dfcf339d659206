# The answer to somebody who is not well, in the language in which they wrote. It waits for review by somebody trained.
# Each sentence is isolated from right to left (U+2067, U+2069), since names and numbers in it run the other way.
# What each sentence is for stands in en.care.ftl; $person is a name and is not inflected.
care-sorry = ⁧يؤسفني أن الأمور صعبة إلى هذا الحد، ومن الجيد أن هذا قد كُتب.⁩
care-sorry-other = ⁧يؤسفني أن شخصًا من معارفك يمر بوقت صعب إلى هذا الحد. من الجيد أن هذا قد كُتب، ولا داعي لحمل هذا دون مساعدة.⁩
care-program = ⁧أنا برنامج ولست خدمة طوارئ، لذلك لا أستطيع المساعدة في هذا بنفسي.⁩
care-talk = ⁧من فضلك، ليكن اليوم حديث مع شخص بالغ موثوق به.⁩
care-talk-lines = ⁧من فضلك، ليكن اليوم حديث مع شخص بالغ موثوق به، مثلًا:⁩
care-emergency = ⁧إذا كان أحد في خطر الآن، فرقم الطوارئ هو { $number }.⁩
care-nobody = ⁧لم أخبر أحدًا.⁩
care-nobody-left = ⁧لم أخبر أحدًا: كل من يمكنني إخباره قد يكون هو الشخص المقصود. من فضلك، ليكن الحديث مع شخص بالغ من خارج المدرسة.⁩
care-telling = ⁧أُخبر الآن { $person } بأنه ينبغي أن يتحدث أحد معك. لا أنقل كلماتك.⁩
care-telling-asked = ⁧أُخبر الآن { $person } برغبتك في الحديث. لا أنقل كلماتك.⁩
care-told = ⁧تم إبلاغ { $person }، { $time }.⁩
care-taken = ⁧تم إبلاغ { $person }، { $time }، وتم الاطلاع على الرسالة.⁩
care-unreached = ⁧لم أتمكن من الوصول إلى { $person }.⁩
care-next = ⁧إذا لم يطّلع أحد عليها حتى { $time }، فسأُخبر أيضًا { $person }.⁩
care-night = ⁧الوقت متأخر الآن. قد لا تُقرأ الرسالة إلا في الصباح.⁩
care-words-passing = ⁧أنقل الآن كلماتك إلى { $person }.⁩
care-words-passed = ⁧وصلت كلماتك إلى { $person }، { $time }.⁩
care-words-gone = ⁧لم تعد رسالتك موجودة في Slack، لذلك لم أتمكن من نقلها.⁩
care-words-failed = ⁧لم أتمكن من نقل كلماتك إلى { $person }.⁩
care-meant-else = ⁧كان المقصود شيئًا آخر. كل من تم إبلاغه سيعرف ذلك أيضًا.⁩
care-went-on = ⁧تمت المتابعة. كل من تم إبلاغه سيعرف ذلك أيضًا.⁩
care-tell-button = ⁧إخبار { $person } برغبتي في الحديث⁩
care-share-button = ⁧مشاركة ما كتبته⁩
care-meant-else-button = ⁧قصدت شيئًا آخر⁩
care-go-on-button = ⁧متابعة⁩
care-share-sure = ⁧مشاركة ما كتبته؟⁩
care-share-what = ⁧سيقرؤها { $person } كلمة بكلمة كما هي في Slack.⁩
care-share-yes = ⁧مشاركة⁩
care-share-no = ⁧دون مشاركة⁩
care-still = ⁧لا أحتفظ بأي شيء من هذا ولا أنقله إلى أحد. من فضلك، ليكن اليوم حديث مع شخص ما. أسئلتي يمكنها الانتظار.⁩
care-back = ⁧حسنًا. يمكنك الكتابة إليّ عند الرغبة في المتابعة.⁩
care-elsewhere = ⁧أجبتك في رسائلنا المباشرة.⁩
care-form-title = ⁧لم يُرسل⁩
care-form-close = ⁧إغلاق⁩
care-form-said = ⁧لم أحتفظ بأي شيء من هذا النموذج. أجبتك في رسائلنا المباشرة.⁩
