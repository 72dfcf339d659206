# La entrevista con la que se prepara una propuesta.

# Por dónde va.
proposing-position = { $section } de { $sections } · { $name }
proposing-position-target = Objetivo { $target } · { $section } de { $sections } · { $name }
proposing-section-1 = Lo difícil
proposing-section-2 = Lo que va bien
proposing-section-3 = Tu objetivo
proposing-section-4 = Tus cifras
proposing-section-5 = Cómo practicas
proposing-section-6 = Cómo lo demuestras
proposing-section-7 = Qué te ayuda
proposing-section-8 = Tu señal de éxito
proposing-section-9 = Fechas
proposing-position-more = Los { $sections } pasos, hechos · Otro objetivo
proposing-position-summary = Los { $sections } pasos, hechos · Tu propuesta

# Se dice una vez, antes de la primera pregunta: cinco líneas cortas, la última es care-rule-… ($teachers es una lista de nombres).
proposing-hello = Hola, { $name }. Soy Accord. Te ayudo a acordar un objetivo con tu docente.
proposing-hello-time = Te haré unas preguntas breves. Se tarda unos 10 minutos, y puedes parar cuando quieras.
proposing-hello-readers = Cuando envíes tus respuestas, podrá leerlas quien te da clase: { $teachers }. Hasta entonces, solo tú.
proposing-hello-readers-all = Cuando envíes tus respuestas, podrán leerlas tus docentes. Hasta entonces, solo tú.
proposing-hello-class = Tu clase no ve nada si tú no lo permites. Puedes cambiar cada respuesta antes de enviarla.

# Los trabajos de los que se habla. $work es una palabra de una lista; viene en inglés donde así escribe quien da la clase.
proposing-work = { $work ->
    [essays] redacciones
    [compositions] redacciones
    [stories] cuentos
    [poems] poemas
    [letters] cartas
    [texts] textos
    [articles] artículos
    [reports] informes
    [summaries] resúmenes
    [translations] traducciones
    [presentations] presentaciones
    [debates] debates
    [exercises] ejercicios
    [problems] problemas
    [worksheets] fichas
    [tests] exámenes
    [exams] exámenes
    [lessons] clases
    [sessions] sesiones
    [projects] proyectos
    [programs] programas
    [drawings] dibujos
    [experiments] experimentos
    [rehearsals] ensayos
    [matches] partidos
    [shifts] turnos
    [appointments] citas
   *[other] { $work }
  }

# Las preguntas. La pista está debajo de su pregunta; la ayuda es lo que dice el botón “Ayuda”.
proposing-ask-hardest = *¿Qué es lo que más te cuesta ahora?*
proposing-hint-hardest = Basta con una frase.
proposing-hint-hardest-work = { $work ->
    [redacciones] Basta con una frase, por ejemplo: todas mis frases empiezan igual
    [cuentos] Basta con una frase, por ejemplo: todas mis frases empiezan igual
    [textos] Basta con una frase, por ejemplo: cuando escribo, se me olvidan las palabras nuevas
    [ejercicios] Basta con una frase, por ejemplo: me atasco cuando hay dos incógnitas
    [pruebas] Basta con una frase, por ejemplo: al final me falta tiempo
    [controles] Basta con una frase, por ejemplo: al final me falta tiempo
    [presentaciones] Basta con una frase, por ejemplo: lo leo todo de mis notas
    [exposiciones] Basta con una frase, por ejemplo: lo leo todo de mis notas
   *[other] Basta con una frase.
  }
proposing-help-hardest-work = Piensa en tus { proposing-work } más recientes. ¿Dónde te detuviste o qué tuviste que hacer dos veces? Escríbelo con tus palabras. Aquí no hay respuestas malas.
proposing-help-hardest = Piensa en lo último que hiciste en esta clase. ¿Dónde te detuviste o qué tuviste que hacer dos veces? Escríbelo con tus palabras. Aquí no hay respuestas malas.
proposing-feedback = Estos son los últimos comentarios que te dio *{ $teacher }*:
proposing-feedback-seen = *Lo que vio:* { $text }
proposing-feedback-matters = *Por qué importa:* { $text }
proposing-feedback-next = *Qué puedes probar ahora:* { $text }
proposing-ask-strengths = *¿Qué te sale bien ya?*
proposing-hint-strengths = Las cosas pequeñas también cuentan, por ejemplo: sigo intentándolo
proposing-help-strengths = Tu objetivo puede apoyarse en esto. Piensa en una tarea que te resultó fácil o en algo que te han elogiado. Las cosas pequeñas también cuentan.
proposing-ask-statement = *¿Qué quieres lograr? Dilo con tus palabras.*
proposing-hint-statement = Di qué vas a hacer, cuánto y para cuándo. Puede terminar así: … 8 de cada 10 veces para el { DAY("03-12") }, ahora 3
proposing-hint-statement-work = { $work ->
    [redacciones] Por ejemplo: empezar 8 de cada 10 frases de forma distinta en mis redacciones para el { DAY("03-12") }, ahora 3
    [textos] Por ejemplo: usar 5 palabras nuevas en cada uno de mis próximos 3 textos, ahora 1
    [cuentos] Por ejemplo: empezar 8 de cada 10 frases de forma distinta en mis cuentos para el { DAY("03-12") }, ahora 3
    [ejercicios] Por ejemplo: revisar la última línea en 8 de cada 10 ejercicios para el { DAY("03-12") }, ahora 2
    [pruebas] Por ejemplo: escribir todos los pasos en 8 de cada 10 preguntas de examen, ahora 4
    [controles] Por ejemplo: escribir todos los pasos en 8 de cada 10 preguntas de examen, ahora 4
    [presentaciones] Por ejemplo: levantar la vista de mis notas 5 veces en cada presentación, ahora 1
    [exposiciones] Por ejemplo: levantar la vista de mis notas 5 veces en cada presentación, ahora 1
    [clases] Por ejemplo: hacer una pregunta en 4 de mis próximas 5 clases, ahora 1
   *[other] Di qué vas a hacer, cuánto y para cuándo. Puede terminar así: … 8 de cada 10 veces para el { DAY("03-12") }, ahora 3
  }
proposing-help-statement = Un objetivo es una cosa que quieres poder hacer. Di qué se podrá ver, cuánto y para cuándo. Usa tus propias palabras. Si falta algo, te lo preguntaré.
proposing-idea = *{ $teacher } te sugiere esta idea.* Úsala, cámbiala o escribe tu propio objetivo.
proposing-ask-blanks = *¿Qué números van en los huecos?*
proposing-hint-blanks = Escríbelos en orden, por ejemplo: 3 de 4. O escribe la frase entera a tu manera.
proposing-ask-blanks-work = *¿Cuántas veces quieres lograrlo en tus siguientes { proposing-work }?*
proposing-hint-blanks-work = Por ejemplo: 3 de 4. O escribe la frase entera a tu manera.
proposing-help-blanks = Cada “__” es un hueco para un número. Elige números que te exijan un esfuerzo y que veas posibles. También puedes escribir la frase entera a tu manera.
proposing-ask-aims = *Tu frase dice dos cosas que quieres lograr. ¿Son dos objetivos?*
proposing-hint-aims = Con dos objetivos, cada uno tiene su cifra. Con uno solo, la segunda parte queda como condición.
proposing-help-aims = Dos objetivos pequeños son más fáciles de comprobar que uno con dos partes. Elige lo que mejor te vaya.
proposing-ask-observable = *Cuando lo hayas logrado, ¿qué te verán u oirán hacer?*
proposing-hint-observable = Piensa en qué notaría tu docente.
proposing-hint-observable-work = { $work ->
    [redacciones] Por ejemplo: empezar cada párrafo con una palabra distinta
    [cuentos] Por ejemplo: empezar cada párrafo con una palabra distinta
   *[other] Piensa en qué notaría tu docente.
  }
proposing-help-observable = “Mejorar” ocurre dentro de tu cabeza, así que nadie puede verlo. ¿Qué notaría tu docente en tu trabajo?
proposing-ask-measure = *¿Cuánto quieres lograr?*
proposing-hint-measure = Por ejemplo: de 5 a 8 de cada 10
proposing-ask-measure-work = *¿Cuánto quieres lograr, o cuántas veces en tus siguientes { proposing-work }?*
proposing-hint-measure-work = { $work ->
    [redacciones] Por ejemplo: de 5 a 8 de cada 10 frases, o en 3 de mis próximas 4 redacciones
   *[other] Por ejemplo: de 5 a 8 de cada 10, o en 3 de mis siguientes 4 { proposing-work }
  }
proposing-help-measure = Busca algo que se pueda contar: frases, tareas, minutos, puntos, errores. Di cuánto es ahora y a cuánto quieres llegar. Puede ser aproximado.
proposing-ask-timeframe = *¿Para cuándo quieres lograrlo?*
proposing-hint-timeframe = { $until ->
    [contract] Una fecha como el { DAY("03-12") }, o “en seis semanas”. El último día posible es el { DATETIME($latest, dateStyle: "long") }, cuando termina tu contrato.
   *[term] Una fecha como el { DAY("03-12") }, o “en seis semanas”. El último día posible es el { DATETIME($latest, dateStyle: "long") }.
  }
proposing-hint-timeframe-work = { $until ->
    [contract] Una fecha como el { DAY("03-12") }, “en seis semanas” o “en mis siguientes tres { proposing-work }”. El último día posible es el { DATETIME($latest, dateStyle: "long") }, cuando termina tu contrato.
   *[term] Una fecha como el { DAY("03-12") }, “en seis semanas” o “en mis siguientes tres { proposing-work }”. El último día posible es el { DATETIME($latest, dateStyle: "long") }.
  }
proposing-help-timeframe = Elige un día que sientas cercano y que deje tiempo para practicar. Entre 4 y 8 semanas es una buena duración.
proposing-ask-wording = *He añadido a tu objetivo lo que dijiste. ¿Quieres usarlo así?*
proposing-hint-wording = O escríbelo como más te guste. Te lo mostraré antes de usarlo.
proposing-help-wording = Son tus propias palabras, ahora juntas. Úsalas, quédate con tu primera frase o escribe otra. Tú decides.
proposing-ask-wording-instead = *¿Quieres usar esto en su lugar?*
proposing-hint-wording-instead = Nada cambia hasta que elijas. También puedes escribirlo de otra manera.
proposing-help-wording-instead = Has escrito una frase nueva. Úsala como objetivo o quédate con la anterior.
proposing-wording-offered = *Lo que acabas de escribir*
proposing-wording-before = *La frase anterior*
proposing-wording-suggestion = *Con lo que añadiste*
proposing-wording-original = *Tu primera frase*
proposing-ask-baseline = *¿Cuál es tu cifra ahora?*
proposing-ask-baseline-work = *¿Cuántas veces lo hiciste en tus { $total } { proposing-work } más recientes?*
proposing-hint-baseline-work = Un número del 0 al { $total }. Puede ser aproximado.
proposing-hint-baseline = Un número, por ejemplo 5 o 14/20. Puede ser aproximado.
proposing-help-baseline = Este es tu punto de partida. Mira tu último trabajo y cuenta, o calcula más o menos. Un número bajo no es un problema: así se verá cuánto avanzas.
proposing-ask-goal = *¿A qué cifra quieres llegar?*
proposing-ask-baseline-time = *¿Cuánto tiempo es ahora?*
proposing-hint-baseline-time = Un tiempo, por ejemplo 27 min 10, 90 minutos o 1h 30. Puede ser aproximado.
proposing-ask-baseline-money = *¿Cuánto dinero es ahora?*
proposing-hint-baseline-money = Una cantidad. Si todavía no es nada, escribe 0.
proposing-ask-baseline-grade = *¿Qué nota tienes ahora?*
proposing-hint-baseline-grade = Tus notas van de { $worst } a { $best }. Puede ser aproximada.
proposing-ask-goal-time = *¿Cuánto tiempo quieres que sea?*
proposing-hint-goal-time = Un tiempo, por ejemplo 24 min 30, 60 minutos o 1h 15. Puede ser menos que ahora.
proposing-ask-goal-money = *¿Cuánto dinero quieres que sea?*
proposing-hint-goal-money = Una cantidad. Puede ser menos que ahora, por ejemplo gastar menos en dulces.
proposing-ask-goal-grade = *¿A qué nota quieres llegar?*
proposing-hint-goal-grade = Tus notas van de { $worst } a { $best }.
proposing-ask-goal-work = *¿Cuántas veces quieres hacerlo en tus siguientes { $total } { proposing-work }?*
proposing-hint-goal-work = Un número del 0 al { $total }
proposing-hint-goal = Un número. Puede ser más bajo que ahora, por ejemplo menos errores.
proposing-help-goal = Elige un número que te exija un esfuerzo y que veas posible. Más adelante se puede cambiar: basta con tu firma y la de tu docente.
proposing-ask-unit = *¿Qué vas a contar?*
proposing-hint-unit = Por ejemplo: páginas, minutos, errores, %
proposing-help-unit = Basta con una palabra o dos. Te preguntaré por esta cifra en cada seguimiento.
proposing-ask-strategies = *¿Cómo vas a practicar?*
proposing-hint-strategies = Di qué haces, cuándo y dónde, por ejemplo: 20 minutos cada martes en la biblioteca. Puedes añadir: Si no puedo, lo hago el miércoles.
proposing-help-strategies = ¿Qué vas a hacer, cuándo y dónde? Basta con uno o dos pasos que quepan en tu semana. También ayuda decir qué harás en una mala semana: «Si no tengo tiempo, lo hago el miércoles».
proposing-ask-evidence = *¿Cómo vas a demostrar que lo lograste?*
proposing-hint-evidence = Pulsa un botón o escribe otra cosa en pocas palabras. Si es un archivo, me lo puedes enviar cuando tu contrato esté en marcha.
proposing-help-evidence = Elige lo que mejor muestre lo que sabes hacer. “Enseñarlo a alguien” significa explicárselo a otra persona de la clase. Si es un archivo, me lo puedes enviar cuando tu contrato esté en marcha.
proposing-ask-supports = *¿Qué te ayuda?*
proposing-hint-supports = Por ejemplo: más tiempo, un lugar tranquilo, alguien con quien practicar. Puedes omitirlo.
proposing-help-supports = La clase nunca ve nada de esto. Si ahora no se te ocurre nada, pulsa “Omitir”. Puedes añadirlo más tarde.
proposing-ask-criterion = *¿Cómo sabrás que lo has logrado?*
proposing-hint-criterion = Por ejemplo: lo hago sin ayuda
proposing-hint-criterion-work = Por ejemplo: miro mis { proposing-work } y puedo señalar dónde lo hice
proposing-help-criterion = Esta es tu propia señal de éxito. Al final dirás hasta dónde llegaste. Si tienes más de una, escribe cada una en su línea.
proposing-ask-milestones = *¿Qué hitos quieres en el camino?*
proposing-hint-milestones = Por ejemplo: Mi primera página entera: 5
proposing-help-milestones = Nombra hasta 3 con tus palabras, uno en cada línea. Una cifra al final dice cuándo lo alcanzas. Sin cifra, me lo dices tú.
proposing-ask-ends_on = *¿Cuándo debe terminar tu contrato?*
proposing-hint-ends_on = Una fecha como el { DAY("03-12") }, o “en seis semanas”. El último día posible es el { DATETIME($latest, dateStyle: "long") }.
proposing-help-ends_on = Ese día te toca mirar atrás, y a tu docente también. Tu objetivo no puede durar más que tu contrato.
# Días en semanas alternas, en un botón.
proposing-option-second-week = { $days }, cada dos semanas
# $what es la palabra de quien aprende, por ejemplo «clase». En un botón.
proposing-option-after-each = Después de cada { $what }
proposing-ask-days = *¿Qué días quieres que te pregunte cómo va?*
proposing-hint-days = Pregunto a las { $time }: pulsa un botón, o escribe los días, o “después de cada ensayo”.
proposing-help-days = Un seguimiento son 2 minutos: una cifra y una frase. El primero llega pronto, para que haya tiempo de cambiar algo.
proposing-ask-more = *¿Quieres añadir otro objetivo?*
proposing-hint-more = Con un objetivo basta. Puedes tener hasta { $most }.
proposing-hint-more-grade = Por ejemplo, uno para lo que practicas cada semana y que te acerca a tu nota. Puedes tener hasta { $most }.
proposing-help-more = Un segundo objetivo necesita su propio tiempo. A la mayoría le va bien con uno.

# Quién lee una respuesta, debajo de las preguntas en las que importa.
proposing-reads-hardest = Tus docentes podrán leerlo cuando envíes tu propuesta. La clase, nunca.
proposing-reads-supports = Esto solo lo ven tus docentes y tú, nunca la clase.

# Opciones.
proposing-option-statement-take = Usar esta idea
proposing-option-wording-take = Usar esta frase
proposing-option-wording-keep = Dejar la primera
proposing-option-wording-instead = Usar la nueva
proposing-option-wording-before = Dejar la anterior
proposing-option-timeframe-end = Fin de mi contrato
proposing-option-term-end = Fin del trimestre: { DATETIME($date, dateStyle: "long") }
proposing-option-evidence-written = Trabajo escrito
proposing-option-evidence-oral = Explicarlo
proposing-option-evidence-video = Grabación
proposing-option-evidence-photo = Foto
proposing-option-evidence-link = Enlace
proposing-option-evidence-peer-teaching = Enseñarlo a alguien
proposing-option-evidence-other = Otra cosa
proposing-option-aims-two = Dos objetivos
proposing-option-aims-one = Un objetivo
proposing-option-aims-first = Solo el primero
proposing-option-aims-second = Solo el segundo
proposing-option-more-yes = Añadir un objetivo
proposing-option-more-no = Eso es todo

# Los botones que están debajo de cada pregunta.
proposing-back = Volver
proposing-skip = Omitir
proposing-help = Ayuda
proposing-later = Terminar después
proposing-keep = Dejarlo así
proposing-keep-skipped = Omitir otra vez

# Lo que se ha entendido.
proposing-understood = He entendido: *{ $value }*. Si no es eso, edita tu mensaje o pulsa “Volver”.
proposing-understood-open = He guardado tus palabras. Tu objetivo dura hasta que termine tu contrato. Si prefieres una fecha, edita tu mensaje o pulsa “Volver”.
proposing-read-back = He entendido: de *{ $baseline }* a *{ $goal }* { $unit }, para el *{ DATETIME($due, dateStyle: "long") }*.
proposing-read-back-open = He entendido: de *{ $baseline }* a *{ $goal }* { $unit }.
proposing-change-numbers = Cambiar las cifras
proposing-change-date = Cambiar la fecha
proposing-you-wrote = Escribiste:
proposing-you-skipped = Esto lo omitiste antes.
proposing-so-far-unit = Lo que cuentas: { $unit }

# Lo que se tomó de una respuesta a otra pregunta; debajo están las palabras de quien respondió.
proposing-took-statement = He guardado esto como tu objetivo. Todavía puedes cambiarlo:
proposing-took-strengths = He guardado esto como lo que te sale bien. Todavía puedes cambiarlo:
proposing-took-strategies = He guardado esto como tu manera de practicar. Todavía puedes cambiarlo:

# Una frase sobre lo escrito, antes de la siguiente pregunta.
proposing-warm-ill = Gracias por contármelo. Espero que te mejores pronto.
proposing-warm-setback = Gracias por tu sinceridad. No es fácil, y le pasa a mucha gente.
proposing-warm-progress = Ya has avanzado una parte, y es por tu propio trabajo.
proposing-warm-thanks = Gracias por contármelo. Podemos partir de ahí.

# Algo en lo que pensar sobre el objetivo. No impide nada.
proposing-thought-goal-not-beyond-baseline = Para pensar: ¿esta meta es mejor que tu cifra de ahora? Si para ti es mejor un número más bajo, está bien.
proposing-thought-goal-far-beyond-baseline = Para pensar: es un paso grande. Es más fácil creer en una meta cercana. Después siempre puedes ir más lejos.
proposing-thought-limit-reads-as-ceiling = Para pensar: esto suena a límite. Si quieres decir “al menos”, puedes cambiar la frase al final.
proposing-thought-effort-without-outcome = Para pensar: esto dice cómo vas a practicar. ¿Qué sabrás hacer cuando haya dado resultado?
proposing-thought-several-targets = Para pensar: esto es más de un objetivo. Puedes dejar este corto y añadir otro al final.
proposing-thought-goal-is-a-grade = Una nota es una buena meta. A ella te lleva lo que practicas cada semana. Al final puedes añadir un objetivo para eso.
proposing-thought-goal-is-a-grade-alone = Una nota es una buena meta. A ella te lleva lo que practicas cada semana. De eso trata la siguiente pregunta.
proposing-thought-compares-with-others = Para pensar: esto depende de cómo les vaya a otras personas. Una cifra tuya está en tus manos.
proposing-thought-timeframe-beyond-end = Para pensar: esta fecha es posterior al fin del trimestre.

# Lo que se dice antes de una pregunta.
proposing-remark-welcome-back = Me alegra verte. Vamos por aquí.
proposing-remark-from-before = He tomado lo que quedó de tu último contrato, con la cifra que tienes ahora. Solo pregunto lo que es nuevo.
proposing-remark-from-before-else = Tu último contrato dejó algo para empezar: tu cifra de ahora, cómo practicaste y qué lo impidió. Te lo muestro, y tú lo conservas o escribes algo nuevo.
proposing-remark-idea-kept = He guardado esta idea. Te la mostraré cuando lleguemos a tu objetivo.
proposing-remark-answered-already = Esa pregunta ya la respondiste. Vamos por aquí.
proposing-remark-corrected = Gracias, he cambiado esa respuesta.
proposing-remark-only-a-yes = De acuerdo. Esta pregunta sigue abierta:
proposing-remark-summary-typed = Has respondido a todas las preguntas. Para enviar tu propuesta, pulsa “Firmar y enviar”. Para cambiar algo, pulsa “Cambiar una parte”.
proposing-remark-summary-changed = Algo ha cambiado desde que viste tu propuesta. Mírala otra vez antes de firmar.
proposing-remark-not-all-answered = Podrás firmarla y enviarla cuando todas las preguntas tengan respuesta. La siguiente es esta:

# La pregunta una vez respondida: ya no tiene botones.
proposing-answered = Tu respuesta: { $value }
proposing-answered-skipped = Has omitido esta pregunta.
proposing-summary-sent = Has firmado y enviado este borrador.
proposing-summary-over = Seguiste adelante desde aquí. Tu borrador ha cambiado desde entonces.

# El resumen.
proposing-summary-intro = *Este es tu borrador.* Léelo una vez más. Todavía puedes cambiar cualquier parte.
proposing-summary-coming = { $count ->
    [one] Si tu docente firma ahora, tu seguimiento será el { $dates }.
   *[other] Si tu docente firma ahora, tus primeros seguimientos serán: { $dates }.
  }
proposing-summary-guided-by = { $teacher } decidió que tu fecha final y tus días de seguimiento sean los de la clase.
proposing-summary-guided = La fecha final y los días de seguimiento son los mismos para toda la clase.
proposing-summary-defaults = Con “Cambiar una parte” puedes elegir otra fecha final y otros días de seguimiento.
proposing-summary-sign = Con “Firmar y enviar” lo firmas, y tus docentes lo reciben como tu propuesta. Cuando también lo firme tu docente, será tu contrato.
proposing-submit = Firmar y enviar
proposing-edit = Cambiar una parte
proposing-help-summary = Con “Cambiar una parte” respondes otra vez a una pregunta. Lo demás queda como está. “Firmar y enviar” es tu firma. Después tus docentes también pueden firmar, preguntarte algo o sugerir retoques.
proposing-part-hardest = Lo difícil
proposing-part-strengths = Lo que va bien
proposing-part-sentence = El objetivo
proposing-part-aims = Un objetivo o dos
proposing-part-numbers = Las cifras
proposing-part-timeframe = Para cuándo
proposing-part-strategies = Cómo practicas
proposing-part-evidence = Cómo lo demuestras
proposing-part-supports = Qué te ayuda
proposing-part-criterion = Tu señal de éxito
proposing-part-milestones = Tus propios hitos
proposing-part-ends_on = La fecha final
proposing-part-days = Los días de seguimiento
proposing-part-more = Otro objetivo o no
proposing-part-of-target = Objetivo { $target }: { $part }

# Alrededor de la entrevista.
proposing-paused = Tu borrador para { $classroom } está a salvo. Vas por el paso { $section } de { $sections }.
proposing-paused-next = Vuelve cuando quieras, aunque pasen unas semanas. Pulsa el botón o escribe “hola”.
proposing-resume = Seguir con mi borrador
proposing-which-class = ¿En qué clase quieres empezar?
proposing-which-class-next = Se tarda unos 10 minutos. Puedes parar cuando quieras.
proposing-sent = *Has firmado tu propuesta y la he enviado* a { $teachers }.
proposing-sent-next = Ahora falta su decisión: firmarla, preguntarte algo, sugerir retoques o devolvértela. Te lo diré aquí.
proposing-answer-sent = Ya firmaste y enviaste tu propuesta, así que esta respuesta se queda como estaba.
proposing-answer-sent-next = Dile a tu docente qué quieres cambiar. Puede devolverte la propuesta o sugerir un retoque.

# Lo que no se puede leer o no encaja.
refusal-no-words = No he encontrado palabras ahí. Dilo en pocas palabras.
refusal-which-aim = Pulsa uno de los botones, o escribe “uno” o “dos”.
refusal-no-number = No he encontrado ningún número ahí. Escribe uno, como 5, 1,5 o 14/20.
refusal-one-number = Ahí hay más de un número. Escribe solo el que te pregunté.
refusal-another-measure = Ese número parece medir otra cosa, como tiempo. Escribe cuánto es de lo que contamos, por ejemplo 5 o 0.
refusal-number-below-zero = Este número no puede ser menor que 0. Escribe 0 o más.
refusal-number-too-big = Ese número es demasiado grande para mí. Elige uno más pequeño.
refusal-no-date = No he entendido eso como fecha. Escribe una como el { DAY("03-12") }, o “en seis semanas”.
refusal-one-date = No sé con seguridad qué día es ese. Escribe un solo día, como el { DAY("03-12") }.
refusal-other-weekday = Esa fecha cae en otro día de la semana. Escribe la que quieres decir, como el { DAY("03-12") }.
refusal-no-such-date = Ese día no está en el calendario. Escribe otro.
refusal-end-too-soon = Así no queda tiempo para un seguimiento por el camino. Elige un día posterior.
refusal-end-before-a-target = Tu objetivo tiene una fecha posterior a esta. Elige ese día u otro más tarde.
refusal-no-grade = No he encontrado una sola nota ahí. Escribe una de { $worst } a { $best }.
refusal-sentence-says-another-number = Tu frase dice { $number }. Un objetivo necesita el mismo número en los dos sitios, así que cambia uno de ellos.
refusal-sentence-says-another-day = Tu frase dice otro día. Un objetivo necesita el mismo día en los dos sitios, así que cambia uno de ellos.
refusal-due-after-the-end = Eso es después del { DATETIME($end, dateStyle: "long") }, cuando termina tu contrato. Elige una fecha anterior. Si necesitas más tiempo, pulsa “Fin de mi contrato”. Después cambia “La fecha final” en tu borrador.
refusal-no-days = No he encontrado ningún día de la semana ahí. Pulsa un botón o escribe días, como lunes y jueves.
refusal-not-those-days = En esta clase, los seguimientos tienen días fijos. Elige uno de los botones.
refusal-evidence-in-words = Escribe en pocas palabras qué es. Por ejemplo: un cartel para el aula.
refusal-yes-or-no = Pulsa un botón, o escribe sí o no.
refusal-blanks-left = { $count ->
    [one] Queda un hueco. Escribe lo que va ahí, o la frase entera.
   *[other] Quedan { $count } huecos. Escribe un número para cada uno, en orden, o la frase entera.
  }
refusal-blanks-left-work = Escribe dos números, por ejemplo 3 de 4. O escribe la frase entera.
refusal-wording-is-one-word = Escribe la frase entera o pulsa uno de los botones.
refusal-not-optional = Esto lo necesito para tu propuesta. Bastan unas palabras, y en “Ayuda” hay un ejemplo.
refusal-nothing-to-keep = Aquí no hay una respuesta anterior que conservar. Responde a la pregunta en pocas palabras.
refusal-not-asked-now = Eso no encaja con la pregunta en la que estamos. Aquí la tienes otra vez.
refusal-wording-is-a-part = Eso parece solo una parte. Escribe la frase entera o pulsa un botón.
refusal-criterion-is-a-day = Por los días de seguimiento te preguntaré enseguida. ¿Qué te mostraría que has logrado tu objetivo?
refusal-nothing-before = Esta es la primera pregunta, así que no se puede volver atrás.
refusal-not-finished = Tu borrador ya no está completo. Esto es lo que falta.
refusal-proposal-sent = Ya firmaste y enviaste esta propuesta. Escribe “hola” para ver cómo va.
refusal-draft-closed = Este borrador se descartó. Escribe “hola” para empezar otro.
refusal-no-such-feedback = No encuentro estos comentarios entre los tuyos.
refusal-no-class-to-start-in = Ahora no eres estudiante de ninguna clase con Accord. Pide a tu docente que te añada al canal de la clase.
refusal-term-too-close = El trimestre termina tan pronto que no queda tiempo para un seguimiento. Tu docente puede cambiar el fin del trimestre con /accord setup. Si tienes un borrador, lo guardo.
