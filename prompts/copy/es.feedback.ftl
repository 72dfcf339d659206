feedback-give-title = Dar comentarios
feedback-give-submit = Enviar comentarios
feedback-give-button = Dar comentarios
feedback-student = ¿Para quién?
feedback-student-hint = Si eliges a varias personas, cada una recibe su propio mensaje. Nadie ve quién más lo recibió.
feedback-class = ¿En qué clase?
feedback-seen = ¿Qué has visto?
feedback-seen-hint = Nombra una sola cosa, con la mayor precisión posible.
feedback-matters = ¿Por qué importa?
feedback-matters-hint = Bastan una o dos frases.
feedback-next = ¿Qué podría probar ahora?
feedback-next-hint = Nombra un paso que tu estudiante pueda probar.
feedback-given = *{ $teacher }* tiene comentarios para ti en { $classroom }.
feedback-part-seen = *Lo que vi*
feedback-part-matters = *Por qué importa*
feedback-part-next = *Qué puedes probar ahora*
feedback-start-button = Convertir en objetivo
feedback-start-hint = Se tarda unos 10 minutos, y puedes parar cuando quieras.
feedback-delivered = He enviado tus comentarios a { $student }, con un botón para convertirlos en un objetivo.
refusal-not-your-student = Esta persona no estudia en ninguna de tus clases.
refusal-which-student = Elige al menos a una persona.
refusal-feedback-too-many = { $most ->
    [one] Elige a una sola persona.
   *[other] Elige a { $most } personas como máximo.
  }
refusal-feedback-which-class = Compartes más de una clase con estas personas. Elige la clase de la que tratan los comentarios. Para ver las clases, abre el formulario otra vez con /accord feedback.
refusal-feedback-not-in-class = Hay alguien que no es estudiante de esta clase. Elige otra clase o a otras personas.

# Debajo de los comentarios y de una respuesta a un seguimiento: botones para el estudiante
uptake-try-button = Lo probaré
uptake-unclear-button = No lo entiendo
uptake-talk-button = Hablemos
uptake-hint = También puedes responder en el hilo de este mensaje. Se lo paso a { $teacher }.
uptake-said-try = Lo vas a probar. { $teacher } puede verlo.
uptake-said-unclear = Le dije a { $teacher } que todavía no está claro. Di en el hilo de este mensaje qué no entiendes.
uptake-said-talk = Pediste hablar.
refusal-feedback-said-already = Ya lo dijiste. No tienes que hacer nada.
refusal-feedback-archived = El canal de esta clase está archivado, así que no puedo pasarlo. Dilo en persona.
refusal-feedback-contract-over = Este contrato ha terminado, así que este botón ya no hace nada. Para hablar de ello, escribe /accord talk.
# Para el docente: hasta dónde han llegado los comentarios, o una respuesta
uptake-is-wrote = { $student } te escribió sobre esto.
uptake-is-talk = { $student } pidió hablar.
uptake-is-unclear = { $student } todavía no lo entiende.
uptake-is-tries = { $student } lo va a probar.
uptake-is-target = { $student } lo convirtió en objetivo.
uptake-unclear-feedback = *{ $student }* todavía no entiende tus comentarios:
uptake-unclear-response = *{ $student }* todavía no entiende tu respuesta:
uptake-explain-button = Explicarlo
uptake-unclear-next = Dilo con otras palabras o con un ejemplo. También puedes responder en el hilo de este mensaje.
feedback-explain-title = Explicarlo
feedback-explain-submit = Enviar
uptake-explain-text = Con otras palabras, para { $student }

# Comentarios en una sola casilla
feedback-quick-title = Dar comentarios
feedback-quick-submit = Enviar comentarios
feedback-quick-text = ¿Qué has visto, y qué puede venir ahora?
feedback-quick-text-hint = Por ejemplo: Tu primera frase despierta la curiosidad. Prueba lo mismo con la última.
feedback-quick-message = Escribió (no guardo nada de esto):
# Botones que cambian el formulario
feedback-in-three-button = Tres preguntas
feedback-in-one-button = Una casilla
# Lo que le falta al texto, antes de enviarlo. Se puede enviar como está.
feedback-send-title = Antes de enviar
feedback-send-submit = Enviar comentarios
feedback-before-you-send = *Una mirada más, si quieres:*
feedback-lacks-next = Todavía no dice qué probar ahora. Lo que más ayuda es un paso pequeño.
feedback-lacks-person = Habla de la persona. Las palabras sobre el trabajo se usan mejor: qué viste en él, y dónde.
feedback-lacks-others = Compara con los demás. Compara con su propio trabajo de antes.
feedback-send-anyway = Puedes cambiarlo aquí, o enviarlo como está.
feedback-lines-hint = Cada persona recibe este texto. Puedes añadir una línea que solo ella lee.
feedback-line = Una línea para { $student }
refusal-feedback-no-account = Una de esas personas no tiene cuenta, así que no puedo enviarle nada. Díselo en persona.
refusal-feedback-yourself = Te has elegido a ti. Elige a estudiantes de tus clases.
refusal-feedback-class-archived = El canal de esta clase ya está archivado, así que no puedo enviarlo allí.
# Beside the form, for one student.
feedback-beside-last = *Lo último que escribiste a { $student }*, el { $on }:
feedback-beside-profile = *Lo que te muestra { $student }:*
