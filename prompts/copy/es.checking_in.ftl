check-in-when-soon = { $day }, { $time }
check-in-when-this-year = { $day }, { DAY($on) }, { $time }
check-in-when = { $day }, { DATETIME($date, dateStyle: "long") }, { $time }

# Según por dónde va el contrato: una redacción tras otra.
check-in-due-beginning-1 = *Toca un seguimiento breve.* ¿Cómo han ido los primeros pasos?
check-in-due-beginning-2 = *Toca un seguimiento breve.* ¿Qué has probado hasta ahora?
check-in-due-beginning-3 = *Toca un seguimiento breve.* ¿Qué parte es más fácil de lo que pensabas?
check-in-due-on-the-way-1 = *Toca un seguimiento breve.* ¿Qué te ayuda más ahora?
check-in-due-on-the-way-2 = *Toca un seguimiento breve.* ¿Qué ha cambiado desde el principio?
check-in-due-on-the-way-3 = *Toca un seguimiento breve.* ¿Cómo va la práctica?
check-in-due-setback-1 = *Toca un seguimiento breve.* La última vez costó más. ¿Cómo ha ido esta vez?
check-in-due-setback-2 = *Toca un seguimiento breve.* ¿Qué lo haría un poco más fácil?
check-in-due-setback-3 = *Toca un seguimiento breve.* Cada paso cuenta, también uno pequeño. ¿Cómo va ahora?
check-in-due-last-third-1 = *Toca un seguimiento breve.* El final se acerca. ¿Qué queda por hacer?
check-in-due-last-third-2 = *Toca un seguimiento breve.* ¿Qué puedes hacer ahora que antes costaba?
check-in-due-last-third-3 = *Toca un seguimiento breve.* ¿Qué quieres terminar antes del final?
check-in-due-next = Tus docentes pueden ver tu respuesta y contestarte.
check-in-reminder = { $count ->
    [one] *Tu seguimiento sigue abierto.* ¿Cómo vas con tu objetivo?
   *[other] *Tu seguimiento sigue abierto.* ¿Cómo vas con tus objetivos?
  }
check-in-reminder-next = Tus docentes pueden ver que está abierto. Si mañana no sé nada de ti, se lo diré. Después también podrás responder.
check-in-last = { $count ->
    [one] *Hoy es el último día de tu contrato.* ¿Cuál es tu cifra final?
   *[other] *Hoy es el último día de tu contrato.* ¿Cuáles son tus cifras finales?
  }
check-in-last-next = Este es el último seguimiento, y no te lo recordaré. Cuando acabe el día, te tocará mirar atrás, y a tu docente también.
check-in-still-open = { $count ->
    [one] *Todavía puedes responder a este seguimiento.* ¿Cómo vas con tu objetivo?
   *[other] *Todavía puedes responder a este seguimiento.* ¿Cómo vas con tus objetivos?
  }
check-in-still-open-next = Una respuesta tardía vale tanto como una temprana.
check-in-hint = { $count ->
    [one] Pulsa “Hacer el seguimiento”, o responde aquí con un número ({ $unit }) y unas palabras. Se tarda 2 minutos.
   *[other] Pulsa “Hacer el seguimiento”, o responde aquí con un número y unas palabras. Se tarda 2 minutos.
  }
check-in-hint-numbers = { $count ->
    [one] Pulsa tu cifra, o responde aquí con un número ({ $unit }) y unas palabras.
   *[other] Pulsa tus cifras, o responde aquí con números y unas palabras.
  }
check-in-example = Por ejemplo: { $example }
# ⋯ is the sign of a menu with “Later today”, “Tomorrow” and “I am away”.
check-in-not-now = ¿Ahora no? Pulsa ⋯ para responder más tarde o decir que estás fuera.
check-in-target = *{ $statement }*
check-in-no-number = Esta vez sin cifra
check-in-no-number-since = Esta vez sin cifra. La última vez:
# Botones: la cifra de la última vez, o la del principio del contrato.
check-in-as-before-button = { $value }, como antes
check-in-as-at-the-start-button = { $value }, como al principio
check-in-not-yet-button = Todavía no
check-in-not-yet = De acuerdo, todavía sin cifra. Ya has respondido al seguimiento. Cuando tengas una cifra, escríbela aquí.
check-in-practised = Gracias, he anotado cuántas veces has practicado. Cuando tengas una cifra, escríbela aquí.
check-in-log-button = Hacer el seguimiento
check-in-change-button = Cambiar mi respuesta
check-in-number-button = Añadir una cifra
check-in-right-button = Es correcto
check-in-undo-button = Deshacer
check-in-respond-button = Responder
check-in-seen-button = Visto, bien hecho
# Donde ninguna cifra avanzó: un elogio sonaría como si nadie lo hubiera leído.
check-in-seen-plain-button = Visto, gracias
check-in-answered = *Seguimiento respondido.* Gracias.
check-in-excused = He dejado pasar este seguimiento, y no cuenta como falta. No tienes que hacer nada. Si quieres, todavía puedes responder.
check-in-closed = Este seguimiento ya pasó. No tienes que hacer nada.

check-in-noted-question = No sé con seguridad cuál es la cifra.
# { $unit } es lo que se cuenta, por ejemplo: frases de 10
check-in-waits = He entendido: { $waiting } ({ $unit }). ¿Es correcto?
check-in-waits-instead = Dijiste { $value }. ¿Ahora es { $waiting }?
check-in-not-confirmed = { $waiting } ({ $unit }): falta confirmarlo
check-in-noted = Gracias. Esto es lo que he anotado:
check-in-noted-progress = Un paso adelante, gracias. Esto es lo que he anotado:
check-in-noted-setback = Gracias por tu sinceridad. Hay semanas así. Esto es lo que he anotado:
check-in-noted-ill = Gracias. Espero que te mejores pronto. Esto es lo que he anotado:
check-in-words-kept = Gracias, he guardado tus palabras. Todavía no hay cifra.
check-in-told-progress = Es un paso adelante, y es fruto de tu trabajo.
check-in-told-setback = Gracias por tu sinceridad. Hay semanas así.
check-in-told-ill = Espero que te mejores pronto.
check-in-seen-by-teachers = Tus docentes pueden verlo y quizá te respondan.
check-in-seen-next = Tus docentes pueden verlo y quizá te respondan. Próximo seguimiento: { $when }
check-in-number-wanted = { $count ->
    [one] Gracias, he guardado tus palabras y tus docentes pueden leerlas. ¿Hay también una cifra ({ $unit })?
   *[other] Gracias, he guardado tus palabras y tus docentes pueden leerlas. ¿Hay también cifras?
  }
# Debajo de una respuesta, con un botón para cada hito que nombró quien estudia y que no depende de una cifra.
check-in-reached = ¿Alcanzaste un hito tuyo?
check-in-reached-button = Alcanzado: { $name }
check-in-number-wanted-next = Pulsa el botón o escribe la cifra. No es obligatoria: tus palabras también son una respuesta.
check-in-which-number = Gracias, he guardado tus palabras. En ellas hay más de un número. ¿Cuál es?
check-in-how-many-of-later = { $count ->
    [one] Gracias, he guardado tus palabras. Esa cifra es de un día que aún no llegó, así que no la anoté. ¿Cuál es ahora ({ $unit })?
   *[other] Gracias, he guardado tus palabras. Esa cifra es de un día que aún no llegó, así que no la anoté. ¿Cuál es ahora?
  }
check-in-how-many-now = { $count ->
    [one] Gracias, he guardado tus palabras. Me dicen cuánto cambió tu cifra. ¿Cuál es ahora ({ $unit })?
   *[other] Gracias, he guardado tus palabras. Me dicen cuánto cambió tu cifra. ¿Cuál es ahora?
  }
check-in-how-many-after-no = { $count ->
    [one] Gracias por decírmelo. No he guardado ninguna cifra. ¿Cuál es tu cifra ahora ({ $unit })?
   *[other] Gracias por decírmelo. No he guardado ninguna cifra. ¿Cuáles son tus cifras ahora?
  }
check-in-how-many-instead = Así está tu seguimiento ahora. ¿Es otra cifra? Escríbela aquí o pulsa el botón.
check-in-what-stands = Así está tu seguimiento ahora:
check-in-number-stands = He guardado tus palabras nuevas. Después de ellas diste una cifra, así que no la he cambiado. Así está tu seguimiento ahora:
# No queda nada de la respuesta: el seguimiento espera otra vez, o ya se ha dejado pasar.
check-in-reopened = Has borrado tu respuesta, así que la he retirado. Tu seguimiento está abierto otra vez.
check-in-answer-deleted = Has borrado tu respuesta, así que la he retirado. Si quieres, todavía puedes responder a este seguimiento.
check-in-words-taken-back = Has borrado un mensaje, así que he quitado sus palabras de tu seguimiento. Ahora está así:
check-in-words-added = Gracias. Lo he guardado con tu seguimiento, donde pueden leerlo tus docentes. Para ver qué más puedes hacer, escribe “ayuda”.
check-in-number-there = Gracias, ya tengo la cifra.
check-in-target-wanted = Gracias. ¿De qué objetivo es esta cifra?
check-in-target-wanted-next = Tus palabras ya están guardadas. Añadiré la cifra cuando elijas. También puedes escribir el nombre del objetivo.
check-in-target-chosen = Gracias. La he anotado para: { $statement }

# Cuántas veces ha practicado. { $practice } son sus propias palabras.
check-in-practice = *{ $practice }*: ¿cuántas veces desde la última vez?
check-in-practice-first = *{ $practice }*: ¿cuántas veces hasta ahora?
check-in-times = { $times ->
    [one] 1 vez
   *[other] { $times } veces
  }
check-in-times-or-more = { $times } veces o más
check-in-said-practised = Práctica: { $times }
check-in-practised-last-time = Práctica la última vez: { $times }
check-in-practice-field = ¿Cuántas veces has practicado desde la última vez?
check-in-practice-field-hint = { $practice }

# Después de un retroceso: lo que escribió en el contrato. { $obstacle } y { $fallback } son sus propias palabras.
check-in-your-way = En tu contrato escribiste: si se cruza esto (*{ $obstacle }*), haces esto: *{ $fallback }*
check-in-your-way-then = En tu contrato escribiste qué haces si algo se cruza: *{ $fallback }*
check-in-same-way-button = Igual que antes
check-in-another-way-button = Sugerir un cambio
check-in-same-way-kept = Lo he anotado como tu siguiente paso. Tus docentes pueden verlo.
check-in-what-then = Ayuda decir qué haces si algo se cruza. Puedes añadirlo a tu contrato.

check-in-undone = Lo he retirado y no he guardado nada. Tu seguimiento está abierto otra vez.
check-in-undone-unasked = Lo he retirado y no he guardado nada.
check-in-shared-undone = *{ $student }* ha retirado su seguimiento ({ $classroom }). Aquí te mostraré la próxima respuesta.
check-in-shared = *{ $student }* ha hecho su seguimiento ({ $classroom }).
check-in-said-worked = *Qué funcionó:* { $text }
check-in-said-did-not-work = *Qué no funcionó:* { $text }
check-in-said-next-step = *Próximo paso:* { $text }
check-in-said-evidence = *Qué lo demuestra:* { $text }
check-in-said-typed = *En un mensaje:* { $text }
check-in-said-confidence = *Confianza:* { $level }
check-in-response = *{ $teacher }* respondió: { $text }
check-in-response-seen = *{ $teacher }* lo ha visto: bien hecho.
check-in-response-seen-plain = *{ $teacher }* lo ha visto.
check-in-next = Próximo seguimiento: { $when }
check-in-missed = *{ $student }* ({ $classroom }) no ha respondido al seguimiento del { $when }, aunque pregunté dos veces.
check-in-missed-next = Todavía puede responder, y aquí te mostraré la respuesta. Quizá ayude una charla breve en clase.
check-in-missed-answered = *{ $student }* ({ $classroom }) ya ha respondido al seguimiento.
check-in-seen = *{ $teacher }* ha visto tu seguimiento y te dice: bien hecho.
check-in-seen-plain = *{ $teacher }* ha visto tu seguimiento y te dice: gracias.
check-in-responded = *{ $teacher }* ha respondido a tu seguimiento:

drift-seen = Quizá el contrato de *{ $student }* ({ $classroom }) necesita un cambio.
drift-target = { $statement }
drift-missed = { $count ->
    [one] Un seguimiento sin respuesta
   *[other] { $count } seguimientos seguidos sin respuesta
  }
drift-offer = Esto pasa en muchos contratos. Hablarlo puede ayudar: una meta más pequeña, una fecha posterior u otra manera de practicar.
drift-change-button = Sugerir un cambio
drift-feedback-button = Dar comentarios
drift-next = Nada cambia hasta que estén las dos firmas. No repetiré esto en cada seguimiento.
# To the student, before anybody else reads it. "The line" runs from the start of a target to its goal.
drift-noticed-not-catching-up = Tus 3 últimas cifras van por detrás de la línea hacia tu meta. Hay tiempo de cambiarlo.
drift-noticed-little-practice = Tus 3 últimas cifras van por detrás de la línea, con poca práctica. Hay semanas así.
drift-noticed-less-sure = Tus 3 últimas cifras van por detrás de la línea, y tu confianza ha bajado dos veces. Gracias por decirlo.
drift-noticed-silent = No has respondido a los 2 últimos seguimientos. Hay semanas así. Una cifra basta para seguir.
drift-noticed-offer = ¿Te ayudaría algo de esto?
drift-noticed-next = Solo te lo he dicho a ti. Si sigue igual en tu próximo seguimiento, también se lo diré a tu docente. Nada cambia hasta que estén las dos firmas.
drift-noticed-told = Tu docente también puede leerlo ahora. Nada cambia hasta que estén las dos firmas.
drift-no-longer = Ya no es así. No tienes que hacer nada.
drift-seen-not-catching-up = Las 3 últimas cifras de *{ $student }* ({ $classroom }) van por detrás de la línea hacia la meta.
drift-seen-little-practice = Las 3 últimas cifras de *{ $student }* ({ $classroom }) van por detrás de la línea, con poca práctica.
drift-seen-less-sure = Las 3 últimas cifras de *{ $student }* ({ $classroom }) van por detrás de la línea. Su confianza ha bajado dos veces.
drift-seen-silent = *{ $student }* ({ $classroom }) no ha respondido a varios seguimientos seguidos.
drift-seen-offer = Se lo dije a { $student } en un seguimiento anterior y sigue igual. Puede ayudar una charla breve. También puedes sugerir un cambio:
drift-seen-again = Ya te lo dije y sigue igual. Puede ayudar una charla breve. También puedes sugerir un cambio:
drift-seen-next = Nada cambia hasta que estén las dos firmas. Si sigue igual, te lo diré otra vez tras 3 seguimientos más.
drift-over = Tus cifras vuelven a seguir la línea hacia tu meta. Mantén lo que te ha ayudado.
drift-over-answers = Vuelves a responder. Gracias por volver.
drift-passed = Las cifras de *{ $student }* ({ $classroom }) vuelven a seguir la línea hacia la meta. No tienes que hacer nada.
drift-passed-answers = *{ $student }* ({ $classroom }) vuelve a responder. No tienes que hacer nada.

check-in-none-now = Ahora no tienes ningún seguimiento abierto.
check-in-coming = { $classroom }: el próximo llega el { $when }
check-in-none-coming = { $classroom }: no hay más seguimientos antes de que termine tu contrato
check-in-no-contract = Todavía no tienes un contrato firmado, así que no hay nada que seguir. ¿Quieres empezar uno?

checking-in-log-title = Hacer seguimiento
checking-in-log-submit = Guardar
checking-in-respond-title = Responder
checking-in-respond-submit = Enviar respuesta
check-in-value = { $count ->
    [one] Tu cifra ahora ({ $unit })
   *[other] { $statement } – tu cifra ahora ({ $unit })
  }
check-in-value-hint = Tu punto de partida era { $baseline } y tu meta es { $goal }. Déjalo vacío si todavía no tienes cifra.
check-in-worked = ¿Qué funcionó?
check-in-did-not-work = ¿Qué no funcionó?
check-in-next-step = ¿Qué vas a hacer ahora?
check-in-confidence = ¿Cuánta confianza tienes en lograrlo?
check-in-confidence-1 = 1 – ninguna
check-in-confidence-2 = 2 – poca
check-in-confidence-3 = 3 – regular
check-in-confidence-4 = 4 – bastante
check-in-confidence-5 = 5 – mucha
check-in-evidence = ¿Qué lo demuestra?
check-in-evidence-hint = Un enlace, o unas palabras sobre dónde encontrarlo. Un archivo me lo envías por mensaje.
check-in-typed = También escribiste:
check-in-response-to = *{ $student }* escribió:
check-in-response-text = Tu respuesta a { $student }

refusal-undo-too-late = Solo puedo deshacer algo durante 10 minutos. Todavía puedes cambiarlo: pulsa “Cambiar mi respuesta”.
refusal-undo-changed = Después de eso has respondido otra vez, así que no he cambiado nada. Para cambiarlo, pulsa “Cambiar mi respuesta”.
refusal-check-in-noted-already = Ya había anotado otra cifra, así que no he cambiado nada. Para cambiarla, pulsa “Cambiar mi respuesta”.
refusal-check-in-over = Este contrato ha terminado, así que ya no puedes responder a sus seguimientos. He guardado tus respuestas anteriores.
refusal-check-in-not-yet = Este seguimiento todavía no ha llegado. Te preguntaré cuando toque.
refusal-check-in-empty = Escribe una cifra, o unas palabras en uno de los campos.
refusal-check-in-in-words = No he encontrado palabras en ese mensaje. Responde con un número y unas palabras, o pulsa “Hacer el seguimiento”.
refusal-check-in-no-number = No he encontrado ningún número aquí. Escríbelo como 7 o 1,5, o déjalo vacío.
refusal-check-in-which-number = Aquí hay más de un número. ¿Cuál es?
refusal-check-in-only-the-number = No sé con seguridad cuál es la cifra ahora. Escribe solo ese número, como 7 o 1,5.
refusal-check-in-change = Esto me dice cuánto cambió. ¿Cuál es tu cifra ahora? Escribe solo ese número.
refusal-check-in-another-measure = Este número parece contar otra cosa. Escribe solo el número por el que se pregunta.

# The message about all check-ins of a class on one day.
class-check-ins = *{ $classroom }*: seguimientos del { $day }
class-check-ins-text = { $classroom }: seguimientos del { $day }. { $count }
# { $asked }: all who were asked, or will be asked on that day.
class-check-ins-count = Respuestas: { $answered } de { $asked }.
class-check-ins-name = *{ $student }*
class-check-ins-unsure = (un número sin confirmar)
class-check-ins-words = «{ $text }»
class-check-ins-seen = (visto por { $teacher })
class-check-ins-replied = ({ $teacher } respondió: «{ $text }»)
class-check-ins-waiting = *Aún sin respuesta:* { $names }
class-check-ins-to-type = { $count ->
    [one] *Sin cuenta:* pregúntale y escribe lo que dice.
   *[other] *Sin cuenta:* pregunta a cada uno y escribe lo que dice.
}
class-check-ins-to-type-more = { $count ->
    [one] Hay una persona más sin cuenta. La encuentras en Inicio: Sin cuenta.
   *[other] Hay { $count } personas más sin cuenta. Las encuentras en Inicio: Sin cuenta.
}
class-check-ins-missed = *Sin respuesta, y pregunté dos veces:* { $names }
class-check-ins-left-out = *Sin seguimiento:* { $names }
class-check-ins-next = { $count ->
    [0] Aún se puede contestar, y mostraré las respuestas aquí.
    [one] Completo este mensaje según llegan las respuestas. También puedes contestar en el hilo.
   *[other] Completo este mensaje según llegan las respuestas. También puedes contestar en el hilo: empieza por el nombre.
  }
class-check-ins-all-button = Ver las respuestas
class-check-ins-earlier-button = Anteriores
class-check-ins-more-button = Más
checking-in-list-title = Seguimientos
class-check-ins-tell-button = Mensajes
checking-in-tell-title = Mensajes
checking-in-tell-submit = Guardar
class-check-ins-tell = ¿Qué quieres recibir de los seguimientos de { $classroom }?
class-check-ins-tell-hint = Si de alguien no se enterara nadie, se lo digo a quien decidió el contrato. En Inicio lo ves siempre todo.
class-check-ins-tell-one = Un mensaje por cada día de seguimiento
class-check-ins-tell-each = Un mensaje por cada estudiante
class-check-ins-tell-none = Ningún mensaje
# What comes as a message of its own in a class of many students.
class-check-ins-singly = Enviarme siempre uno por uno
class-check-ins-singly-hint = De lo demás envío solo los primeros de cada semana. En Inicio lo ves siempre todo.
class-check-ins-singly-changes = Cambios, preguntas y respuestas
class-check-ins-singly-work = Trabajos que muestran
class-check-ins-singly-behind = Cifras que se quedan atrás
class-check-ins-singly-ends = Contratos que terminan

# Lo que se pregunta en los seguimientos de una clase, según elige su profesorado. { $question } son palabras de quien enseña.
check-in-asks = Tu docente también pregunta:
check-in-asked = { $question }
check-in-asked-earlier = Una pregunta anterior
check-in-talk = ¿De qué quieres hablar en clase?
check-in-talk-hint = Basta con una cosa. Tus docentes lo leen antes de hablar contigo.
check-in-said-talk = *Para hablar:* { $text }
check-in-said-asked = *{ $question }* { $text }
check-in-said-asked-earlier = *A una pregunta anterior:* { $text }
questions-button = Preguntas
refusal-questions-which-class = Das más de una clase. Escribe /accord questions en el canal de la clase que quieres.
checking-in-questions-title = Preguntas
checking-in-questions-submit = Ver cómo queda
checking-in-preview-title = Vista previa
checking-in-preview-submit = Guardar
questions-shape = ¿Qué pregunta un seguimiento además del número?
questions-shape-report = Un informe corto: qué funcionó y qué viene ahora
questions-shape-talk = Una charla: algo de lo que hablar en clase
questions-own-1 = Una pregunta tuya
questions-own-2 = Otra pregunta
questions-own-2-hint = Las dos pueden quedar vacías. Cada estudiante puede responderlas o no. Ahora verás cómo las verá tu clase.
questions-preview = Así lo verá tu clase, aquí con los números de un ejemplo. Los botones no hacen nada, y no guardo nada de lo que escribas.
questions-preview-form = Al pulsar *Hacer el seguimiento*, se abre este formulario:
questions-preview-close = Volver
questions-example-statement = Empiezo mis frases de formas distintas
questions-example-unit = frases de 10
questions-example-practice = Leo un párrafo en voz alta cada martes

# Seguimientos después de cada ensayo, clase o turno. $what es la palabra de quien aprende, por ejemplo «ensayo».
had-one-button = Ya tuve uno
none-for-long = En { $classroom } te pregunto después de cada { $what }. Hace tiempo que no me cuentas de ninguno. ¿Hubo alguno?
none-for-long-next = Si no hubo ninguno, no tienes que hacer nada. Cuando tengas uno, dímelo. Entonces te preguntaré cómo fue.
# Lo que se puede responder, por regla. Se envía tal como está aquí; tras los dos puntos va lo que dice el contrato.
check-in-suggestion = O empieza con esto
check-in-suggestion-hint = Se envía con lo que escribas, o solo. Yo no envío nada por mi cuenta.
# The two parts of that list.
check-in-suggestion-fitting = Para este seguimiento
check-in-suggestion-model = Escrito por un modelo de lenguaje
check-in-suggestion-own = Tus frases
check-in-suggest-forward = Te acercas a tu meta. Esto parece ayudar:
check-in-suggest-forward-plain = Tu cifra va por buen camino. ¿Qué hiciste para lograrlo?
check-in-suggest-back = Hay semanas así. ¿Qué paso pequeño puedes dar esta semana?
check-in-suggest-fallback = Esto lo tenías previsto:
check-in-suggest-practised = Practicaste. Es la parte que cuenta. Sigue así.
check-in-suggest-talk = Gracias por decírmelo. ¿Cuándo lo hablamos?
check-in-suggest-stuck = ¿Dónde se hizo difícil? Enséñame un ejemplo.
check-in-suggest-worked = ¿Qué hizo que funcionara? ¿Dónde más te serviría?
check-in-suggest-unsure = ¿Qué te daría un poco más de seguridad?
check-in-suggest-next = ¿Cuál es tu próximo paso hasta el próximo seguimiento?
check-in-suggest-fallback-plain = ¿Qué tenías previsto para una semana así?
