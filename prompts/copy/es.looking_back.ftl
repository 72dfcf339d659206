look-back-asked-student = *Tu contrato en { $classroom } ha terminado.* Ahora te toca mirar atrás, y a tu docente también. Después te mostraré las dos respuestas.
look-back-asked-teacher = *El contrato con { $student } en { $classroom } ha terminado.* Ahora te toca mirar atrás, y a { $student } también. Después te mostraré las dos respuestas.
look-back-ended-student = *Tu contrato en { $classroom } ha terminado.*
look-back-ended-teacher = *El contrato con { $student } en { $classroom } ha terminado.*
look-back-button = Mirar atrás
look-back-change-button = Cambiar lo que dije
look-back-go-on-button = Seguir mirando atrás
look-back-hint-student = Se tarda unos 5 minutos, en partes cortas. Puedes parar después de cada una. Tus docentes leen tus palabras cuando las envías.
look-back-hint-teacher = Se tarda unos 5 minutos. Nadie ve tus respuestas antes de que estén también las de la otra persona.
look-back-theirs = *{ $student } ya ha mirado atrás.* Aquí está lo que escribió. Lo que eligió en cada señal te lo mostraré cuando termines.
look-back-last = Solo faltas tú por mirar atrás. Cuando termines, te mostraré las dos respuestas.
look-back-by = { $name } ya ha mirado atrás por el equipo docente. Te mostraré las dos respuestas cuando tu estudiante también termine.
look-back-waits-student = Gracias, has terminado. Cuando tu docente también termine, te mostraré aquí las dos respuestas.
look-back-waits-teacher = Gracias, has terminado. Cuando { $student } también termine, te mostraré aquí las dos respuestas.
look-back-closed = Hasta entonces nadie ve tus respuestas, y puedes cambiarlas.
look-back-open = Tus docentes ya pueden leer tus palabras. Lo que has elegido en cada señal se muestra cuando estén las dos respuestas. Hasta entonces puedes cambiarlo todo.
look-back-complete = Ya están las dos respuestas. Te las he enviado en otro mensaje.
look-back-over = Este contrato terminó antes de que estuvieran las dos respuestas.

look-back-reminder-student = Todavía no has mirado atrás en tu contrato. Bastan unas líneas sinceras.
look-back-reminder-teacher = Todavía no has mirado atrás en el contrato con { $student }. Bastan unas líneas.
look-back-overdue-student = { $student } todavía no ha mirado atrás. El contrato terminó el { $day }. Quizá ayude una charla breve.
look-back-overdue-teacher = { $student } ya ha mirado atrás y espera tu respuesta. El contrato terminó el { $day }.
look-back-overdue-both = El contrato con { $student } terminó el { $day }, y nadie ha mirado atrás todavía. Podrías buscar un rato para hacerlo con { $student }.
look-back-overdue-close = Si ya no encaja, puedes terminar el contrato sin mirar atrás.

# Alguien de la clase mira el trabajo, donde el contrato lo dice.
look-back-classmate-nobody = Según tu contrato, alguien de la clase también mira tu trabajo. Pídeselo a alguien cuando quieras.
look-back-classmate-asked = Según tu contrato, alguien de la clase también mira tu trabajo. Ya se lo has pedido a alguien.
look-back-classmate-given = Alguien de la clase ha escrito sobre tu trabajo, como dice tu contrato. Tus docentes lo leen si se lo muestras.
look-back-classmate-teacher = Según el contrato, alguien de la clase también escribe sobre el trabajo. Lo lees si { $student } te lo muestra.

# Alguien de fuera marca una hoja, donde el contrato lo dice.
look-back-outside-student = Según tu contrato, alguien de fuera también marca una hoja. Dásela a tu docente antes de mirar atrás.
look-back-outside-teacher = Según el contrato, alguien de fuera también marca una hoja. Anota lo que ha vuelto cuando mires atrás.
look-back-outside-note = *La hoja de fuera.* Anota lo que se marcó. Puedes dejarlo todo como está.
look-back-outside-sign = De fuera: { $text }
look-back-outside-none = Nada marcado
look-back-outside-words = Lo que dice escrito
look-back-outside-words-hint = Tu estudiante lo leerá. No escribas el nombre de quien firmó.
looked-back-outside = De fuera
looked-back-outside-words = *De fuera:*

looking-back-assess-title = Mirar atrás
looking-back-assess-submit = Guardar
looking-back-next = Siguiente
looking-back-choose-title = Tus pruebas
looking-back-choose-submit = Siguiente
looking-back-send-title = Con tus palabras
looking-back-send-submit = Enviar
look-back-pieces = ¿Qué trabajo tuyo muestra mejor lo que has aprendido? Escribe una línea para { $count ->
    [one] un trabajo
   *[other] hasta { $count } trabajos
  }. También puedes dejarlo vacío.
look-back-piece = ¿Qué muestra «{ $piece }»?
look-back-words = La última parte es para tus propias palabras. Solo la primera pregunta necesita respuesta. Tus docentes leen esta parte cuando pulsas Enviar.
look-back-again = ¿Qué te ayudó y qué volverías a hacer?
look-back-otherwise = ¿Qué harías de otra manera?
look-back-surprise = ¿Qué te sorprendió?
look-back-word = ¿Quieres decirles algo a tus docentes?
look-back-form-student = En cada línea, elige lo que hoy es verdad. Esto no da puntos. Sirve para comparar lo que ves tú y lo que ve tu docente.
look-back-form-teacher = En cada línea, elige lo que ves hoy en el trabajo de { $student }. { $student } hace lo mismo. Después te mostraré las dos respuestas.
look-back-form-rates-none = Según tu contrato, tú no valoras tus objetivos: lo hacen otras personas. Tus palabras siguen contando.
look-back-form-rates-none-graded = Con lo que valora tu docente sugiero una nota a tus docentes. La decisión es suya.
look-back-form-teacher-rates-none = Según el contrato, tú no valoras estos objetivos: lo hacen otras personas. Aun así puedes escribir a { $student }.
look-back-number = { $count ->
    [one] Tu cifra final ({ $unit })
   *[other] { $statement } – tu cifra final ({ $unit })
  }
look-back-number-none = Este objetivo todavía no tiene cifra. Déjalo vacío si no tienes ninguna.
look-back-number-before = Tu última cifra fue { $value }. Déjalo vacío si sigue siendo correcta.
look-back-number-unsure = En tu mensaje he entendido { $value }. Cámbialo si es otra cifra.
look-back-criterion = { $text }
look-back-rating-1 = Todavía no
look-back-rating-2 = En parte
look-back-rating-3 = En gran parte
look-back-rating-4 = Del todo
look-back-reflection-teacher = ¿Qué viste? ¿Qué le dirías a tu estudiante?
look-back-reflection-teacher-hint = Bastan unas frases. Las leerá tu estudiante.
look-back-otherwise-teacher = ¿Qué harías tú de otra manera la próxima vez?
look-back-otherwise-teacher-hint = También lo leerá tu estudiante. Puedes dejarlo vacío.

looked-back-title-student = Tu contrato está completo
looked-back-title-teacher = El contrato con { $student } está completo
looked-back-criterion = Lo que se acordó
looked-back-reflection-student = *{ $name }: lo que ayudó y volvería a hacer*
looked-back-reflection-teacher = *{ $name } dice:*
looked-back-otherwise-student = *{ $name }: lo que haría de otra manera*
looked-back-otherwise-teacher = *{ $name }: lo que yo haría de otra manera*
looked-back-surprise = *{ $name }: lo que fue una sorpresa*
looked-back-word = *{ $name } te quiere decir:*
looked-back-pieces = *{ $name } ha elegido este trabajo:*
looked-back-piece = *{ $name }*
looked-back-piece-gone = Un trabajo que ya no se muestra
looked-back-talk-button = Hablarlo
looked-back-not-reached = { $count ->
    [one] Hay un objetivo sin alcanzar todavía.
   *[other] Hay { $count } objetivos sin alcanzar todavía.
  } Lo que aprendiste se queda. Puedes seguir desde tu cifra de hoy, o hablarlo antes.
looked-back-go-on-button = Seguir, otra fecha
looked-back-smaller-button = Hacerlo más pequeño
looked-back-else-button = Otra cosa
looked-back-next-student = ¿En qué coincides con tu docente, y en qué no? Vale la pena hablarlo. Cuando quieras, empieza un contrato nuevo.
looked-back-next-button = Empezar un contrato
looked-back-next-hint = Se tarda unos 10 minutos, y puedes parar cuando quieras.
looked-back-thanks = ¿En qué coincides con tu docente, y en qué no? Vale la pena hablarlo.
looked-back-next-teacher = { $student } lee lo mismo. Habla con { $student } sobre lo que cada cual ve distinto. Tus comentarios pueden llevar al próximo contrato.

refusal-look-back-not-begun = Empieza por la primera parte. Pulsa { look-back-button } en el mensaje sobre tu contrato.
refusal-pieces-most = Elige { $most } como mucho. Deja vacío este u otro.
refusal-rate-each = Elige una de las cuatro opciones en esta línea.
refusal-look-back-taken = { $name } ya ha mirado atrás por el equipo docente. Te mostraré las dos respuestas cuando tu estudiante termine.

# A mitad de camino: valora las señales de éxito, y nadie más lo ve hasta que las dos partes han mirado atrás
halfway-offer = *Vas más o menos por la mitad.* ¿Cuánto se cumple hoy cada señal de éxito? Se tarda 1 minuto.
halfway-button = Valorar mis señales
halfway-form = En cada línea, elige lo que hoy es verdad. Esto no da puntos. Nadie más lo ve antes del final.
looking-back-halfway-title = A medio camino
looking-back-halfway-submit = Guardar
halfway-noted = Gracias. Así lo ves a mitad de camino.
halfway-rated = *{ $rating }*
halfway-change-button = Cambiar
halfway-next = Ahora solo lo ves tú. Tus docentes lo ven al final, cuando las dos partes hayan mirado atrás.
halfway-ask = Puedes preguntar a una persona de tu clase qué funciona en un trabajo tuyo y qué podría venir después.
halfway-ask-later = Cuando añadas una prueba, puedes pedir a una persona de tu clase que la mire.
looked-back-halfway = { $rating } (a mitad de camino: { $before })
refusal-halfway-over = Este contrato ha terminado. Podrás valorar sus señales cuando mires atrás.

# Una nota sugerida, donde una clase la quiere. $percent es la parte de «del todo», $part cuánto cuentan las valoraciones, en porcentaje.
grading-button = Nota sugerida
looking-back-grading-title = Nota sugerida
looking-back-grading-submit = Guardar
grading-form = Cuando las dos partes hayan mirado atrás, puedo sugerirte una nota. La calculo con las valoraciones de las dos partes. No la envío a nadie, y decides tú.
grading-choice = ¿Quieres una nota sugerida?
grading-choice-hint = Se explica a cada estudiante antes de valorar. Vale para quienes miren atrás a partir de ahora.
grading-none = No, ninguna
grading-teachers-alone = Sí, solo con mis valoraciones
grading-part = Sí, y las de cada estudiante cuentan un { $part }%
grading-suggested = *Nota sugerida: { $percent }%*
grading-suggested-scale = *Nota sugerida: { $percent }%*, más o menos *{ $grade }* en tu escala, con pasos iguales
grading-teachers = Valoraciones docentes: { $percent }%. Cuentan un { $part }%.
grading-students = Valoraciones de { $student }: { $percent }%. Cuentan un { $part }%.
grading-signs = Todas las señales cuentan igual. «Todavía no» es 0%, «Del todo» es 100%.
grading-signs-weighed = Los objetivos cuentan como dice el contrato, y las señales de un objetivo cuentan lo mismo. «Todavía no» es 0%, «Del todo» es 100%.
grading-yours = Solo lo ven docentes de la clase. { $student } no lo ve, y nada depende de ello. Decides tú.
look-back-form-graded = En cada línea, elige lo que hoy es verdad. Con esto sugiero una nota a tus docentes. Tus valoraciones cuentan un { $part }%. Deciden tus docentes.
look-back-form-graded-teachers = En cada línea, elige lo que hoy es verdad. Sugiero una nota a tus docentes con las valoraciones de tu docente. Las tuyas no cuentan.

# How many signs of success a student met, where a class wants that line. "Fully" is the best of four ratings.
signs-met-choice = ¿Quieres ver cuántas señales de éxito se cumplen?
signs-met-choice-hint = Aparece en la página de cada estudiante y en la exportación. Cuenta lo valorado con “Del todo”, por cada estudiante y por ti.
signs-met-uncounted = No, ninguna línea
signs-met-counted = Sí, una línea por estudiante
# To a student, before they rate.
look-back-form-counted = En cada línea, elige lo que hoy es verdad. Sirve para comparar lo que ves tú y lo que ve tu docente.
signs-met-told = Cuento las líneas que valoras con “Del todo”, y las que tu docente valora así. Solo tus docentes ven los dos números.
# On a student's page, to their teachers. $student and $teacher are numbers of signs.
signs-met-line = { $count ->
    [one] *Señales de éxito en { $classroom }:* { $signs } en un contrato. Valoradas con “Del todo”: { $student } por quien aprende, { $teacher } por su docente.
   *[other] *Señales de éxito en { $classroom }:* { $signs } en { $count } contratos. Valoradas con “Del todo”: { $student } por quien aprende, { $teacher } por su docente.
  }
