# The page of an export. What only whoever runs Accord reads, in a terminal, is English.
privacy-page-title = Lo que Accord sabe de { $name }
privacy-page-lead = Esta página muestra todo lo que Accord guarda sobre ti en este espacio de trabajo de Slack. Se hizo el { $moment }. Todas las horas están en tu propia zona horaria ({ $zone }).
privacy-page-private = Esta página habla de ti. Guárdala donde solo puedan abrirla tú y personas de tu confianza.
privacy-page-others = He quitado los nombres de otros estudiantes. En su lugar pone […].
privacy-page-wrong = ¿Hay algo que no es correcto o que debería borrarse? Díselo a tu docente, o a quien se ocupa de la protección de datos en tu centro educativo.
privacy-page-contents = En esta página
privacy-page-nothing = Aquí no hay nada.
privacy-page-end = Fin de la página.
privacy-moment = { DATETIME($date, dateStyle: "long") }, { $time }
privacy-day = { DATETIME($date, dateStyle: "long") }
privacy-pair = { $first }: { $second }
privacy-yes = sí
privacy-no = no
privacy-empty = (nada)

privacy-about-heading = Sobre ti
privacy-about-name = Nombre en Slack
privacy-about-other-names = Otros nombres en Slack
privacy-about-handle = Nombre de usuario en Slack
privacy-about-user = Tu identificador en Slack
privacy-about-timezone = Zona horaria
privacy-about-locale = Idioma en Slack
privacy-about-language = Idioma que elegiste
privacy-about-is-admin = Administra el espacio de trabajo
privacy-about-is-active = La cuenta está activa
privacy-classes-heading = Tus clases
privacy-class-student = { $classroom }: estudiante desde el { $since }
privacy-class-teacher = { $classroom }: docente desde el { $since }
privacy-class-left = { $line }, hasta el { $left }

privacy-profile-heading = Lo que escribiste sobre ti
privacy-profile-strengths = Lo que haces bien
privacy-profile-interests = Lo que te gusta
privacy-profile-motivators = Lo que te anima a seguir
privacy-profile-goals = Lo que quieres lograr
privacy-profile-supports = Lo que te ayuda
privacy-profile-subjects = Lo que trabajas en tus materias
privacy-profile-share-interests = Un modelo de lenguaje puede usarlo para sugerir ideas
privacy-profile-share-with-teachers = Tus docentes pueden leerlo

privacy-feedback-heading = Comentarios que recibiste
privacy-feedback-item = De { $teacher }, { $moment }
privacy-feedback-seen = Lo que vio tu docente
privacy-feedback-matters = Por qué importa
privacy-feedback-next-step = Qué probar ahora
privacy-feedback-drafts = Ideas de objetivos que salieron de ahí

privacy-contracts-heading = Tus contratos
privacy-contract = Contrato { $number }, { $classroom }
privacy-contract-began = Empezó
privacy-contract-status = Cómo está ahora
privacy-status-drafting = borrador
privacy-status-proposed = propuesta enviada a tus docentes
privacy-status-questioned = con una pregunta abierta
privacy-status-amended = te toca decidir, un docente sugirió retoques
privacy-status-active = firmado
privacy-status-renegotiating = firmado, con un cambio pendiente
privacy-status-reassessing = terminado, es hora de mirar atrás
privacy-status-completed = completo
privacy-status-closed = terminado antes de tiempo
privacy-answers-heading = Tus respuestas en la conversación
privacy-version-heading = Versión { $number }, escrita por { $author }, { $moment }
privacy-signed = Firma de { $name }, { $moment }
privacy-check-ins-heading = Seguimientos
privacy-check-in = Seguimiento { $number }, { $moment }
privacy-check-in-planned = previsto
privacy-check-in-prompted = pregunta enviada
privacy-check-in-reminded = recordatorio enviado
privacy-check-in-missed = sin respuesta
privacy-check-in-answered = respondido
privacy-check-in-excused = se dejó pasar
privacy-check-in-dropped = ya no hace falta
privacy-reply-value = Cifra del objetivo { $target }
privacy-reply-practised = Cuántas veces ha practicado (objetivo { $target })
privacy-reply-typed = Lo que escribiste
privacy-response = Respuesta de { $teacher }, { $moment }
privacy-response-seen = Visto
privacy-milestones-heading = Hitos
privacy-milestone = { $point ->
    [halfway] A mitad de camino
    [goal] La meta
   *[other] { $point }
  }, objetivo { $target }, { $moment }
privacy-milestone-consent = Se mostró a la clase
privacy-consent-asked = todavía sin decidir
privacy-consent-given = sí, con tu permiso
privacy-consent-refused = no
privacy-consent-not-asked = no
privacy-consent-withdrawn = no, la cifra se corrigió
privacy-look-back-heading = Mirada atrás
privacy-look-back = { $name }, { $moment }
privacy-look-back-ratings = Valoraciones (de 1 a 4)
privacy-look-back-reflection = Con palabras
privacy-look-back-otherwise = Lo que se haría de otra manera
privacy-look-back-surprise = Lo que fue una sorpresa
privacy-look-back-word = A los docentes
privacy-look-back-piece = Sobre un trabajo
privacy-history-heading = Qué pasó
privacy-rest-heading = Todo lo demás
privacy-rest-what = Accord necesita estos datos para hacer su trabajo. Se muestran tal como se guardan.
privacy-acts-heading = Lo que hiciste en contratos de otras personas
privacy-acts-what = Solo que lo hiciste, y cuándo. El contenido es de la otra persona.
privacy-act = { $moment }: { $table } ({ $part })
privacy-act-undated = { $table } ({ $part })

# What each table holds.
privacy-table-person = Quién es cada persona, según Slack: nombres, usuario, zona horaria, idioma
privacy-table-learner-profile = Lo que cada estudiante escribió sobre sí
privacy-table-teacher-grant = Quién puede dar clase, y quién lo dijo
privacy-table-classroom = Una clase: su canal, su nombre, sus fechas y sus reglas
privacy-table-day-off = Días en los que no se pregunta a una clase: vacaciones, días sin clase y eventos de su calendario
privacy-table-school-calendar = De dónde vienen los días sin clase: el país, la dirección del calendario del centro educativo y quién la dio
privacy-table-standard = Lo que una clase debe aprender: sus estándares, como los trajeron sus profesores
privacy-table-lesson = Lecciones sobre contratos: quién las dio y qué se publicó en la clase
privacy-table-lesson-answer = Qué respondió un estudiante en un boleto de salida
privacy-table-rubric = Cómo se reconoce lo bueno: rúbricas que comparten los profesores, y quién escribió cada versión
privacy-table-activity = El menú: actividades que comparte el profesorado, y quién escribió cada una
privacy-table-brought = Un archivo que un profesor trajo para una clase: lo que se leyó, hasta que se decide
privacy-table-membership = Quién está en qué clase, como estudiante o como docente
privacy-table-admission = Personas invitadas o de otras organizaciones en un canal de clase: si un docente las eligió, quién y cuándo. También quién dio la clase antes
privacy-table-outside-rule = Si este centro educativo deja estudiar a personas de otras organizaciones, y quién lo dijo
privacy-table-feedback = Comentarios de un docente a un estudiante
privacy-table-draft = Ideas de objetivos que salieron de los comentarios
privacy-table-llm-call = Lo que se envió a un modelo de lenguaje y lo que respondió, con marcas en lugar de nombres
privacy-table-contract = Contratos de aprendizaje y en qué punto están
privacy-table-contract-version = Cada versión de lo que dice un contrato
privacy-table-signature = Quién firmó qué versión, y cuándo
privacy-table-history = Qué pasó con un contrato, y qué se preguntó y respondió sobre él
privacy-table-interview = Respuestas en la conversación de la que sale un borrador
privacy-table-focus = De qué trata el próximo mensaje que alguien escriba
privacy-table-utterance = Lo que alguien escribió en los últimos minutos, para unirlo o deshacerlo
privacy-table-asked-back = Lo que Accord preguntó sobre algo que alguien escribió, con las palabras hasta que haya respuesta
privacy-table-note = Lo que un estudiante y un docente se escribieron a través de Accord, palabra por palabra
privacy-table-check-in = Cuándo se preguntó a alguien cómo va
privacy-table-absence = Hasta cuándo está fuera un estudiante, o en pausa un contrato, y quién lo dijo. Ningún motivo
privacy-table-evidence = Archivos, enlaces y textos de un estudiante para una meta, cada uno con una línea. El archivo mismo está en la carpeta de archivos. Las fotos no dicen nada de lugar ni cámara
privacy-table-evidence-look = Qué docente ha visto lo que un estudiante mostró, y cuándo
privacy-table-talk = Charlas con un docente: las horas, cómo está cada una y la línea que cada cual escribió sobre ella
privacy-table-calendar-address = Que alguien tiene una dirección de la que su calendario lee sus fechas, y desde cuándo. No la dirección, solo una huella cifrada de ella
privacy-table-roster = Una lista de clase que envió un docente: nombres y quiénes son en Slack, hasta que se confirma o se descarta. Ningún correo
privacy-table-digest = Cada cuánto y cuándo recibe un resumen un docente
privacy-table-phrase = Frases que guarda quien da la clase para elegir
privacy-table-promise = Lo que prometió quien da la clase: el día, la respuesta, unas palabras
privacy-table-reply = Lo que un estudiante respondió en un seguimiento
privacy-table-response = Lo que un docente respondió a eso
privacy-table-milestone = Puntos alcanzados en el camino, y si la clase puede saberlo
privacy-table-halfway = Cómo veía cada estudiante su contrato a mitad de camino
privacy-table-conference = Lo que un estudiante preparó para dirigir un encuentro, y el siguiente paso que se acordó
privacy-table-family-note = Una nota a una familia: las palabras de un docente, lo que dijo el estudiante, si volvió
privacy-table-peer-look = Lo que alguien de la clase escribió sobre un trabajo, cuando las dos partes quisieron
privacy-table-assessment = Cómo miraron atrás un estudiante y un docente sobre un contrato
privacy-table-outbox = Qué mensajes envió o enviará Accord, y a quién. No su texto, solo una marca que muestra si cambia
privacy-table-home = Una marca de lo que muestra la pestaña Inicio de alguien, para ver si cambió. No lo que muestra
privacy-table-errand = Trabajo que está por hacer
privacy-table-incoming = Identificadores de lo que Slack entregó, para no hacer nada dos veces
privacy-table-disclosure = Quién miró, entregó o borró datos personales, y por qué
privacy-table-pace = Con qué rapidez se pueden enviar mensajes ahora
privacy-table-presence = Cuándo escuchó Accord a Slack por última vez
privacy-table-clock = Equipos que ejecutan Accord y cuyo reloj dio un salto, y qué pasó después
privacy-table-care-setting = Lo que este centro educativo decidió para cuando alguien no está bien: cómo se avisa, y quién puede ayudar
privacy-table-care-contact = A quién se avisa cuando alguien no está bien
privacy-table-care-alert = Que alguien escribió que no está bien, o que alguien que conoce no lo está: cuándo, y cómo acabó. No lo que escribió. En “helpers” están las personas y los números que escribió quien administra
privacy-table-care-told = A quién se avisó de ello, cuándo, y quién se hizo cargo
privacy-table-care-cleared = Que unas palabras querían decir otra cosa: una huella cifrada de ellas, para que no vuelvan a contar
privacy-table-privacy = Cuánto tiempo guarda cada cosa este centro educativo
privacy-table-retraction = Lo que falta por quitar de Slack después de borrar los datos de alguien: qué queda, y el identificador y los nombres con los que se encuentra
privacy-table-departure = Espacios de trabajo que quitaron Accord
privacy-table-slack-bots = La clave propia de Accord para un espacio de trabajo, sellada
privacy-table-slack-installations = Quién instaló Accord en un espacio de trabajo
privacy-table-slack-oauth-states = Instalaciones que están en marcha

privacy-action-submitted = envió una propuesta
privacy-action-approved = la firmó
privacy-action-asked = hizo una pregunta
privacy-action-answered = respondió
privacy-action-amended = sugirió retoques
privacy-action-redirected = la devolvió
privacy-action-accepted = firmó los retoques
privacy-action-countered = sugirió otra cosa
privacy-action-wondered = preguntó por los retoques
privacy-action-explained = respondió sobre los retoques
privacy-action-proposed-change = sugirió un cambio
privacy-action-agreed-to-change = firmó el cambio
privacy-action-declined-change = dijo que no al cambio
privacy-action-took-back-change = retiró el cambio
privacy-action-took-over = se ocupa desde entonces, en lugar de otro docente
privacy-action-ended = llegó el último día
privacy-action-completed = la mirada atrás quedó completa
privacy-action-closed = lo terminó

# The periods in the form of an admin.
retention-contract-days = Contratos con todas sus partes, después de terminar
retention-feedback-days = Comentarios que no llevaron a un contrato
retention-llm-days = Consultas a un modelo de lenguaje
retention-incoming-days = Identificadores de lo que llegó
retention-outbox-days = Mensajes, después de enviarlos

# Said in Slack when somebody is erased.
contract-removed = Se quitó un contrato de *{ $classroom }*, porque se borraron los datos de alguien.
contract-removed-what = Lo quitaré de tus mensajes. No tienes que hacer nada.
home-erased = Se ha borrado todo lo que Accord sabía de ti.
home-erased-again = Puedes empezar de nuevo cuando quieras: escríbeme “hola” en un mensaje directo. Si ya no estás en tu clase, pide ayuda a tu docente. Puede volver a guardar la clase con /accord setup.

# On an admin's Home.
home-keep-button = Elegir cuánto se guarda
home-keep-hint = Accord borra lo que es más antiguo. Tu centro educativo decide el plazo.
privacy-keep-title = Cuánto se guarda
privacy-keep-submit = Guardar
privacy-form-what = Cada cifra es un número de días. Varias veces al día borro para siempre lo que es más antiguo.
privacy-form-open = Nunca borro un contrato abierto. Anoto cada cambio con tu nombre.
refusal-keeps-no-number = Escribe un número entero de días, por ejemplo 365.
refusal-no-such-setting = Este formulario es de una versión anterior. Ábrelo de nuevo en la pestaña Inicio.
refusal-keeps-too-short = Es demasiado poco. { $least ->
    [one] Lo mínimo es un día.
   *[other] Lo mínimo son { $least } días, para que nada se pierda por el camino.
  }
refusal-keeps-too-long = Es demasiado. Lo máximo son { $most } días.
