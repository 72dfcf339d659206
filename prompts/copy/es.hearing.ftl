# Lo que dice Accord de un mensaje que no ha tomado como respuesta.

hearing-which = Tengo más de una pregunta abierta para ti. *¿Para cuál* es tu mensaje?
hearing-which-next = Guardaré tus palabras hasta que elijas, y antes nadie las leerá. También puedes escribir el nombre de la clase.
# Botones: { $classroom } es el nombre de una clase.
hearing-check-in-button = Seguimiento, { $classroom }
hearing-interview-button = Mi borrador, { $classroom }
hearing-question-button = Mi docente, { $classroom }
hearing-none-button = Ninguna de estas
hearing-taken-check-in = Gracias. Lo he tomado como respuesta a tu seguimiento en *{ $classroom }*.
hearing-taken-interview = Gracias. Lo he tomado como respuesta para tu borrador en *{ $classroom }*.
hearing-taken-question = Gracias. Lo he tomado como respuesta a tu docente en *{ $classroom }*.
hearing-dropped = De acuerdo. No he guardado nada de ese mensaje, y nadie lo ha leído.
hearing-again = Tu seguimiento en *{ $classroom }* sigue abierto. ¿Cómo vas? Bastan un número y unas palabras.

# Un botón: el nombre de una clase.
hearing-class-button = { $classroom }
hearing-taken-class = Gracias. Entiendo que trata de *{ $classroom }*.

# A teacher wrote under the message about a whole class. { $classroom }: the name of a student.
hearing-which-student = *¿Para quién* es esto?
hearing-which-student-next = Guardaré tus palabras hasta que elijas, y antes nadie las leerá. También puedes escribir el nombre.
hearing-which-menu = Elige a alguien
hearing-shared-button = { $classroom }
hearing-taken-shared = De acuerdo. Es para *{ $classroom }*.

# Palabras breves sobre lo que no se guarda en ninguna parte.
hearing-passed-on = Lo he pasado.
hearing-thanks = De nada.
hearing-greeting = Hola. Me alegra saber de ti.
hearing-unwilling = Está bien. No tienes que responder ahora, y nadie más ha leído eso.
hearing-for-teacher = Eso parece algo para tu docente. No sé quién da tu clase, así que no puedo pasarlo. No he guardado nada.
hearing-stop = No tienes ningún contrato ni borrador, así que no hay nada que terminar. No tienes que hacer nada.
hearing-change = No tienes ningún contrato ni borrador, así que todavía no hay nada que cambiar.
hearing-away = Gracias por avisarme. No he guardado ninguna cifra y no se lo he dicho a nadie. No tienes que hacer nada.
hearing-not-a-message-for-us = Creo que eso no era para mí. No he guardado nada.
hearing-unclear = No he entendido eso. No he guardado nada, y nadie lo ha leído. Puedes escribir “ayuda” para ver qué puedo hacer.
hearing-answer = No sé a qué responde eso. No he guardado nada, y nadie lo ha leído.
hearing-progress = Eso suena a avance. No he guardado nada.
hearing-waits-check-in = Tu seguimiento sigue abierto. Basta con un número o una frase.
hearing-waits-interview = Mi pregunta sigue abierta. Puedes responderla cuando quieras.
hearing-waits-question = La pregunta de tu docente sigue abierta. Puedes responderla aquí.
hearing-waits-start = Aquí puedes empezar un contrato. Se tarda unos 10 minutos, y puedes parar cuando quieras.
hearing-number-not-noted = No he anotado la cifra de tu mensaje. Si cuenta, envíame solo esa cifra.
# Se dice a quien escribe en este idioma; hay un archivo con este nombre para cada idioma que Accord reconoce.
hearing-reads-english = Soy Accord, un programa. Ahora leo tus mensajes en inglés. En la pestaña Inicio, en “Sobre mí”, puedes elegir español.

# Preguntas a Accord, según de qué tratan.
explained-who-reads = Quienes dan esa clase leen tu contrato y tus respuestas a los seguimientos. El resto de estudiantes y las familias no reciben nada de mí. La clase solo ve un hito si dices que sí al texto exacto. La base de datos la lleva tu centro educativo, y Slack guarda estos mensajes.
explained-what-teacher-sees = Quienes dan tu clase ven tu contrato y tus respuestas a los seguimientos, palabra por palabra. También ven los seguimientos sin respuesta. No ven un borrador antes de que lo envíes, ni las preguntas que me haces.
# $teachers es una lista de nombres.
explained-teachers = { $classroom }: { $teachers }
explained-what-next = Esto es lo que viene ahora:
explained-next-none = { $classroom }: todavía no tienes contrato. Escribe “hola” para empezar uno cuando quieras.
explained-next-drafting = { $classroom }: terminas tu borrador y lo envías. Después decide tu docente.
explained-next-proposed = { $classroom }: tu docente lee tu propuesta. Te diré qué decide.
explained-next-questioned = { $classroom }: tu docente te ha preguntado algo. Cuando respondas, decidirá.
explained-next-amended = { $classroom }: tu docente ha sugerido retoques. Puedes firmarlos o sugerir otra cosa.
explained-next-reassessing = { $classroom }: tu contrato ha terminado. Ahora te toca mirar atrás, y a tu docente también.
explained-change-or-end = Puedes sugerir un cambio en tu contrato, o terminarlo antes de tiempo, cuando quieras. Para hacerlo, abre tu contrato. Tu docente ve las dos cosas. Para cambiar la cifra de un seguimiento, pulsa el botón que está debajo.
explained-how-am-i-doing = Así vas:
explained-start = Punto de partida: { $baseline }.
explained-when-is-it = Estas son tus fechas:
explained-dates = { $classroom }: tu próximo seguimiento llega el { $when }, y tu contrato termina el { $end }.
explained-dates-asked = { $classroom }: tu seguimiento está abierto ahora. Tu contrato termina el { $end }.
explained-dates-none = { $classroom }: ya no habrá más seguimientos. Tu contrato termina el { $end }.
explained-nothing-agreed = Todavía no tienes un contrato firmado, así que no hay cifras ni fechas.
explained-are-you-human = Soy Accord, un programa. No soy una persona, y aquí no responde ninguna persona. Sigo reglas fijas.
explained-why = Pregunto porque es lo que firmaste con tu docente. Mirar atrás un momento muestra pronto qué ayuda y qué conviene cambiar. Yo no te pongo ninguna nota.
explained-what-do-you-mean = En un seguimiento te pregunto hasta dónde has llegado con tu objetivo. Escribe tu cifra ahora, y qué ayudó o qué no. Basta con una frase.
explained-other = A eso no puedo responder. Si es para tu docente, escribe “dile a mi docente” y tu pregunta. Te preguntaré si quieres que se la pase.

# Alguien quiere parar, o cambiar algo.
ways-out-stop = Entiendo que quieres parar. Todavía no ha cambiado nada. Esto es lo que puedes hacer:
ways-out-change = Entiendo que quieres cambiar algo. Todavía no ha cambiado nada. Esto es lo que puedes hacer:
ways-out-next = Con una pausa dejo pasar tu próximo seguimiento. Un cambio necesita también la firma de tu docente. Si terminas tu contrato, tu docente leerá tu motivo.
ways-out-break-button = Hacer una pausa
ways-out-smaller-button = Reducir la meta
ways-out-change-button = Sugerir un cambio
ways-out-end-button = Terminar contrato
ways-out-draft = Esto todavía es tu borrador, así que puedes cambiarlo todo. Nadie más lo ha visto.
ways-out-proposal = A esta propuesta todavía le falta una firma. Esto es lo que puedes hacer:
ways-out-at-the-end = Tu contrato ha terminado, y ya no habrá seguimientos. Ahora te toca mirar atrás, y a tu docente también.
ways-out-over = Este contrato ha terminado.

# Alguien está fuera. $classes es una lista de clases; $count dice cuántas.
leave-out-offer = { $count ->
    [one] Gracias por avisarme. No he guardado ninguna cifra. ¿Dejo pasar tu seguimiento en *{ $classes }*?
   *[other] Gracias por avisarme. No he guardado ninguna cifra. ¿Dejo pasar tus seguimientos en *{ $classes }*?
  }
leave-out-next = Si dices que sí, no volveré a preguntar por esto. No cuenta como falta. Tu docente solo verá que se dejó pasar.
leave-out-yes-button = Dejarlo pasar
leave-out-no-button = Mantenerlo
leave-out-yes = De acuerdo. Lo he dejado pasar.
leave-out-no = De acuerdo. Tu seguimiento se queda como estaba.
left-out = He dejado pasar este seguimiento. No cuenta como falta. Si quieres, todavía puedes responder.
left-out-next = Próximo seguimiento: { $when }
