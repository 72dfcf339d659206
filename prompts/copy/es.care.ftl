# En el Inicio de quien administra, y el formulario que hay detrás.
home-care = Si alguien no está bien
home-care-unset = *Pendiente:* elige a quién se avisa y escribe quién puede ayudar. Hasta entonces no puedo nombrar a nadie ni avisar a nadie.
home-care-nobody = *Pendiente:* elige a quién se avisa. Hasta entonces, quien lo necesite verá quién puede ayudar, y yo no aviso a nadie.
home-care-student = Cada estudiante decide si aviso a { $names }.
home-care-at-once = Aviso enseguida a { $first }. Si nadie se encarga en { $minutes } minutos, aviso a la siguiente persona: { $others }.
home-care-hint = Cuando alguien escribe que quiere morir, o que le hacen daño, dejo de preguntar. No guardo ninguna de sus palabras.
home-care-button = Elegir a quién avisar
care-save-title = A quién se avisa
care-save-submit = Guardar
care-form-what = Antes de activarlo, pide a la persona responsable de protección que lea docs/care.md. Encuentro estos mensajes con reglas, y algunos se me escapan.
care-save-way = ¿Cómo se avisa?
care-save-way-hint = “Enseguida” necesita 2 personas. Una de ellas no puede dar ninguna clase a quien escribe. No reciben sus palabras, salvo que quiera compartirlas.
care-save-way-student = Lo decide quien escribe, con un botón
care-save-way-at-once = Enseguida, cuando encuentro un mensaje así
# $number cuenta las personas; es el nombre de un campo.
care-save-contact = { $number ->
    [1] ¿A quién se avisa primero?
    [2] ¿A quién se avisa después?
   *[other] ¿Y después? (persona { $number })
  }
care-save-helpers = ¿Quién más puede ayudar?
care-save-helpers-hint = Una persona o servicio por línea, con su función: “Sra. Park, enfermería, aula 4”. Cada estudiante puede verlo. No nombro a nadie de quien pueda tratar el mensaje.
care-save-emergency = Número de emergencias
care-save-emergency-hint = Solo lo muestro si escribes uno.
care-save-minutes = Minutos hasta avisar a la siguiente persona
care-save-minutes-hint = Solo con “Enseguida”. Entre { $least } y { $most }.
refusal-care-minutes = Escribe un número entero entre { $least } y { $most }.
refusal-care-emergency = Escribe un número, por ejemplo 112. Déjalo vacío para no mostrar ninguno.
refusal-care-twice = Ya elegiste a esta persona. Elige a otra o déjalo vacío.
refusal-care-two-at-once = Elige a una persona más. “Enseguida” necesita 2 personas.
refusal-care-one-outside = Elige a alguien que no dé ninguna de estas clases. Hay estudiantes que tienen como docentes a todas las personas elegidas.
refusal-care-unknown = Slack no me muestra a esta persona. Elige a alguien con una cuenta abierta aquí.
refusal-care-bot = Elige a una persona. Esto es una aplicación.
refusal-care-guest = Elige a un miembro pleno de este espacio de trabajo. Esta es una persona invitada, o de otra organización.
refusal-care-student = Elige a otra persona. Esta es estudiante en una clase conmigo.

# La respuesta a quien no está bien. Espera la revisión de alguien con formación. Las mismas claves hay en cada idioma en que se reconoce un mensaje así.
# No promete secreto ni ayuda que llegue, y no pide detalles. $person es un nombre y no se declina.
care-sorry = Siento mucho que todo sea tan difícil, y me alegra que lo hayas escrito.
care-sorry-other = Siento mucho que alguien que conoces lo esté pasando tan mal. Me alegra que lo hayas escrito. No tienes que llevar esto sin ayuda.
care-program = Soy un programa y no un servicio de emergencias, así que no puedo ayudar con esto.
care-talk = Por favor, habla hoy con una persona adulta de confianza.
care-talk-lines = Por favor, habla hoy con una persona adulta de confianza, por ejemplo:
care-emergency = Si alguien está en peligro ahora, llama al { $number }.
care-nobody = No se lo he dicho a nadie.
care-nobody-left = No se lo he dicho a nadie: cualquier persona a la que podría avisar puede ser alguien de quien escribiste. Por favor, habla con una persona adulta que no sea de tu centro educativo.
care-telling = Estoy avisando a { $person } de que alguien debería hablar contigo. No paso tus palabras.
care-telling-asked = Estoy avisando a { $person } de que te gustaría hablar. No paso tus palabras.
care-told = A las { $time } envié el aviso a { $person }.
care-taken = A las { $time } envié el aviso a { $person }. Ya lo ha visto.
care-unreached = No he podido avisar a { $person }.
care-next = Si nadie lo ha visto a las { $time }, avisaré también a { $person }.
care-night = Ahora es tarde. Puede que no lo lean hasta la mañana.
care-words-passing = Estoy pasando tus palabras a { $person }.
care-words-passed = Desde las { $time }, { $person } tiene tus palabras.
care-words-gone = Tu mensaje ya no está en Slack, así que no he podido pasarlo.
care-words-failed = No he podido pasar tus palabras a { $person }.
care-meant-else = Dijiste que querías decir otra cosa. Quien recibió el aviso lo sabrá también.
care-went-on = Has continuado. Quien recibió el aviso lo sabrá también.
care-tell-button = Avisar a { $person } de que me gustaría hablar
care-share-button = Compartir lo que escribí
care-meant-else-button = Quería decir otra cosa
care-go-on-button = Continuar
care-share-sure = ¿Compartir lo que escribiste?
care-share-what = Llegará a { $person } palabra por palabra, tal como está en Slack.
care-share-yes = Compartir
care-share-no = No compartir
care-still = No guardo nada de esto y no lo paso a nadie. Por favor, habla hoy con alguien. Mis preguntas pueden esperar.
care-back = De acuerdo. Escríbeme cuando quieras continuar.
care-elsewhere = Te he respondido en nuestros mensajes directos.
care-form-title = No enviado
care-form-close = Cerrar
care-form-said = No he guardado nada de este formulario. Te he respondido en nuestros mensajes directos.

# A quienes se avisa, y a docentes.
care-alert = Alguien debería hablar pronto con *{ $student }*.
care-alert-asked = A *{ $student }* le gustaría hablar contigo.
care-alert-class = { $student } está en { $classes }.
care-alert-handle = En Slack: @{ $handle }
care-alert-why = Por algo que me escribió, creo que quizá no está bien o no está a salvo. Soy un programa y puedo equivocarme.
care-alert-why-other = Me escribió sobre alguien que quizá no está bien o no está a salvo. Soy un programa y puedo equivocarme.
care-alert-words = No paso lo que escribió. Puede compartirlo contigo si quiere.
care-alert-meant-else = Después, *{ $student }* ha dicho que quería decir otra cosa.
care-alert-went-on = Después, *{ $student }* ha continuado con su trabajo aquí. Eso no dice cómo está.
care-alert-mine = Desde las { $time } te encargas de esto.
care-alert-theirs = De esto ya se encarga *{ $person }*.
care-alert-next = Si nadie lo pulsa antes de las { $time }, avisaré también a { $person }.
care-alert-do = Por favor, sigue las normas de protección de tu centro educativo.
care-take-button = Me encargo
care-take-hint = Púlsalo cuando te hagas cargo. { $student } verá entonces que lo has visto.
care-update-meant-else = *{ $student }* dice que quería decir otra cosa. Aun así, una charla breve puede ayudar.
care-update-went-on = *{ $student }* ha continuado con su trabajo aquí. Eso no dice cómo está.
care-words = *{ $student }* me ha pedido que te pase esto. Son sus propias palabras:
care-for-lead = Parece que alguien no está bien o no está a salvo. Por favor, llévalo ahora a la persona responsable de protección de tu centro educativo. No he guardado nada y no se lo he dicho a nadie.
refusal-care-for-lead = Parece que alguien no está bien o no está a salvo. Por favor, llévalo ahora a la persona responsable de protección de tu centro educativo. No he guardado nada ni se lo he dicho a nadie. Puedes enviar este formulario sin ello.

# Antes de que se escriba nada: qué se reconoce, y a quién se avisaría.
care-rule-nobody = Si escribes que no estás a salvo o que no quieres vivir, paro y te muestro quién puede ayudar. No aviso a nadie.
care-rule-student = Si escribes que no estás a salvo o que no quieres vivir, paro y te muestro quién puede ayudar. Tú decides si aviso a { $names }.
care-rule-or = { $first } o { $last }
care-rule-at-once = Si escribes que no estás a salvo o que no quieres vivir, paro y te muestro quién puede ayudar. También aviso a { $first } de que alguien debería hablar contigo, sin tus palabras.
