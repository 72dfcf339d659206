progress-none = Todavía no hay cifra. Punto de partida: { $baseline }; meta: { $goal } { $unit }
progress-way = { $percent } % del camino: ahora { $value }, meta { $goal } { $unit }
# The number is further from the goal than the start was.
progress-back = Ahora { $value }; al empezar, { $baseline }. Meta: { $goal } { $unit }
# of what comes back in every week or lesson: a single good one is no goal reached
progress-kept = Esta vez se cumplió: ahora { $value }, meta { $goal } { $unit }
progress-so-far = { $count ->
    [one] (hasta ahora se cumplió en { $times } de 1 seguimiento)
   *[other] (hasta ahora se cumplió en { $times } de { $count } seguimientos)
  }
progress-reached = Meta alcanzada: ahora { $value }, meta { $goal } { $unit }
progress-target = *{ $name }:* { $statement }

home-welcome = Accord
home-what = Ayudo a estudiantes y docentes a acordar unos pocos objetivos claros. Después pregunto cómo va.
home-cut = Hay más de lo que cabe aquí. El resto está en tus mensajes directos conmigo.

home-student = { $classroom }: tu contrato
home-no-contract = Ahora no tienes contrato en esta clase. Elige algo que quieras mejorar.
home-start-hint = Se tarda unos 10 minutos, y puedes parar cuando quieras.
home-check-in-waits = *Ahora:* tienes un seguimiento abierto. Bastan una cifra y unas pocas palabras.
home-log-button = Hacer el seguimiento
home-left-out-dropped = Tu último seguimiento no te podía llegar a tiempo, así que lo dejé pasar. No cuenta como falta.
home-left-out-excused = Dejé pasar tu último seguimiento. No cuenta como falta.
home-next-check-in = *Próximo seguimiento:* { $when }
home-contract = *Lo acordado*
home-proposal = *Tu propuesta*
home-looked-back = Ya has mirado atrás. Cuando tu docente también lo haga, te mostraré las dos respuestas.

home-class = { $classroom }: tu clase
home-class-archived = { $classroom }: archivada
home-archived = { $count ->
    [0] El canal de esta clase está archivado y no hay ningún contrato abierto. No tienes que hacer nada.
    [one] El canal de esta clase está archivado, así que no pido seguimientos a nadie. Cuando lo desarchives en Slack, todo continuará. Este contrato sigue abierto:
   *[other] El canal de esta clase está archivado, así que no pido seguimientos a nadie. Cuando lo desarchives en Slack, todo continuará. Estos contratos siguen abiertos:
  }
home-archived-end = Para terminar uno, escribe /accord contract y el nombre de tu estudiante. Después pulsa “Terminar contrato”.
home-nothing-waits = Ahora no hay nada pendiente para ti. No tienes que hacer nada.
home-proposal-waits = *{ $student }* envió una propuesta. La decisión es tuya.
home-change-waits = *{ $student }* sugiere un cambio. La decisión es tuya.
home-look-back-waits = El contrato con *{ $student }* ha terminado. Todavía no has mirado atrás.
home-more-decisions = { $count ->
    [one] Hay una propuesta más pendiente. Está en tus mensajes directos conmigo.
   *[other] Hay { $count } propuestas más pendientes. Están en tus mensajes directos conmigo.
  }
home-glance = *Tu clase de un vistazo*
home-more-rows = { $count ->
    [one] Hay 1 estudiante más. Muestro primero a quienes pueden necesitarte antes.
   *[other] Hay { $count } estudiantes más. Muestro primero a quienes pueden necesitarte antes.
  }
home-set-up-button = Cambiar la configuración
home-row-none = *{ $student }*: ahora sin contrato
home-row-drafting = *{ $student }*: trabaja en un borrador
home-row-proposed = *{ $student }*: envió una propuesta, decides tú
home-row-questioned = *{ $student }*: tiene pendiente la pregunta de un docente
home-row-amended = *{ $student }*: decide sobre los retoques de un docente
home-row-active = *{ $student }*: contrato hasta el { DATETIME($date, dateStyle: "long") }
home-row-renegotiating = *{ $student }*: contrato hasta el { DATETIME($date, dateStyle: "long") }, con un cambio pendiente de firma
home-row-reassessing = *{ $student }*: contrato terminado, es hora de mirar atrás
home-row-last = Último seguimiento: { DATETIME($date, dateStyle: "long") }
home-row-no-check-in = Todavía sin seguimientos
home-row-away = *Por revisar:* ya no está en el canal de la clase, así que no le pido seguimientos
home-row-missed = { $count ->
    [one] *Por revisar:* un seguimiento sin respuesta
   *[other] *Por revisar:* { $count } seguimientos seguidos sin respuesta
  }
home-row-left-out = Dejé pasar el último seguimiento. No cuenta como falta
home-row-behind = *Por revisar:* la cifra va por detrás de donde podría estar ya

home-admin = Quién puede dar clase
home-admin-what = Estas personas pueden configurar una clase: solo tienen que escribir /accord setup en su canal.
home-may-teach = *Administran:* { $admins }. *También pueden dar clase:* { $named }.
home-nobody-named = nadie todavía
home-names-more = { $names } y { $count } más
home-name-teacher = Nombrar docente
home-name-teacher-hint = Escribiré a la persona que elijas, y podrá empezar enseguida.
home-take-back = Quitar de esta lista
home-take-back-title = ¿Quitar de esta lista?
home-take-back-what = Esta persona ya no podrá configurar clases nuevas, y se lo diré. Conserva las clases que da ahora.
home-take-back-yes = Quitar
home-keep-named = Dejar en la lista
home-any-class = Cambiar una clase
home-any-class-hint = Es para una clase que se ha quedado sin docentes disponibles: nombre, docentes, fechas y días de seguimiento.
