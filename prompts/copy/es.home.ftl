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
home-class-archived = { $classroom }: cerrada
home-archived = { $count ->
    [0] Esta clase está cerrada y no hay ningún contrato abierto. No tienes que hacer nada.
    [one] Esta clase está cerrada, así que no pido seguimientos a nadie. Cuando quien administra la abra, o desarchives su canal en Slack, todo continuará. Este contrato sigue abierto:
   *[other] Esta clase está cerrada, así que no pido seguimientos a nadie. Cuando quien administra la abra, o desarchives su canal en Slack, todo continuará. Estos contratos siguen abiertos:
  }
home-archived-end = Para terminar uno, escribe /accord contract y el nombre de tu estudiante. Después pulsa “Terminar contrato”.
home-nothing-waits = Ahora no hay nada pendiente para ti. No tienes que hacer nada.
home-proposal-waits = *{ $student }* envió una propuesta. La decisión es tuya.
home-change-waits = *{ $student }* sugiere un cambio. La decisión es tuya.
home-set-up-button = Cambiar la configuración
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

# A teacher's desk: a line of counts with " · " between them. What there is none of is left out, save what waits.
desk-waiting = { $count ->
    [0] *Nada te espera*
    [one] *1 asunto te espera*
   *[other] *{ $count } asuntos te esperan*
  }
# Of students: they left a draft, or their numbers fall behind
desk-stuck = { $count ->
    [one] 1 no avanza
   *[other] { $count } no avanzan
  }
# Of students: they left a check-in, a question or changes without an answer
desk-unanswering = { $count ->
    [one] 1 no ha respondido
   *[other] { $count } no han respondido
  }
desk-not-begun = { $count ->
    [one] 1 no ha empezado
   *[other] { $count } no han empezado
  }
# One line each of what waits. $since is a day: "lunes, 18 de enero"
desk-wait-stuck = { $student } no avanza · desde el { $since }
desk-wait-talk = { $student } pide una charla · desde el { $since }
desk-wait-question = { $student } pregunta por tus retoques · desde el { $since }
desk-wait-proposal = { $student } envió una propuesta · desde el { $since }
desk-wait-answer = { $student } respondió a tu pregunta · desde el { $since }
desk-wait-change = { $student } sugiere un cambio · desde el { $since }
desk-wait-look-back = { $student }: el contrato ha terminado, te toca mirar atrás · desde el { $since }
desk-wait-piece = { $student } muestra un trabajo · desde el { $since }
# Of what the teacher promised in contracts
desk-wait-promise = { $count ->
    [one] Prometiste algo a 1 estudiante: ¿está hecho? · desde el { $since }
   *[other] Prometiste algo a { $count } estudiantes: ¿está hecho? · desde el { $since }
  }
# $day is the day of the check-in
desk-wait-check-in = { $count ->
    [one] 1 respuesta sin contestar · seguimiento del { $day }
   *[other] { $count } respuestas sin contestar · seguimiento del { $day }
  }
desk-in-class = { $classroom }
desk-open-stuck = Leer
desk-open-talk = Abrir
desk-open-question = Leer
desk-open-proposal = Decidir
desk-open-answer = Decidir
desk-open-change = Decidir
desk-open-look-back = Mirar atrás
desk-open-piece = Abrir
desk-open-promise = Responder
desk-open-check-in = Leer
desk-all-waiting-button = Los { $count }
home-waiting-title = Pendiente
# Titles of what opens from such a line
desk-look-stuck-title = Alguien no avanza
desk-look-talk-title = Charla
desk-look-question-title = Pregunta
desk-look-proposal-title = Propuesta
desk-look-answer-title = Propuesta
desk-look-change-title = Cambio
desk-look-piece-title = Trabajo
desk-look-promise-title = Promesas
refusal-waits-no-longer = Esto ya no está pendiente. En la pestaña Inicio verás lo que sí lo está.
desk-page = Página { $page } de { $pages }
home-class-button = Toda la clase
desk-whole-class-button = Toda la clase ({ $count })
desk-open-class-button = Abrir
desk-other-class = Otras clases
desk-needing = *A quién puede venirle bien una palabra*
# One class of several. $need is how many students may need a word
desk-class-line = { $need ->
    [0] { $classroom } · { $count ->
        [one] 1 estudiante
       *[other] { $count } estudiantes
      }
   *[other] { $classroom } · { $count ->
        [one] 1 estudiante
       *[other] { $count } estudiantes
      } · { $need } por revisar
  }
desk-class-title = { $count ->
    [one] *{ $classroom }* · 1 estudiante
   *[other] *{ $classroom }* · { $count } estudiantes
  }
# One student of a class; behind it, after " · ", how it stands
desk-row = *{ $student }*
desk-is-none = no ha empezado
desk-is-finished = contrato terminado
desk-is-drafting = trabaja en un borrador
desk-is-proposed = envió una propuesta, decides tú
desk-is-questioned = tiene pendiente la pregunta de un docente
desk-is-amended = decide sobre los retoques de un docente
desk-is-reassessing = contrato terminado, es hora de mirar atrás
desk-more-targets = { $count ->
    [one] y 1 objetivo más
   *[other] y { $count } objetivos más
  }
# A day without its year
desk-day = { DAY($on) }
desk-mark-draft = *Por revisar:* el borrador no se ha tocado desde el { $day }
desk-mark-silent = *Por revisar:* sin respuesta desde el { $day }
desk-mark-look-back = *Por revisar:* aún no ha mirado atrás; se lo pedí el { $day }
desk-mark-unheard = *Por revisar:* sin comentarios ni respuesta tuya desde el { $day }
home-find-title = Clase
home-find-submit = Buscar
desk-find = Buscar por nombre
desk-nobody = No encontré a nadie. Elige “Toda la clase” o busca otro nombre.
desk-only = Mostrar
desk-only-all = Toda la clase
desk-only-word = Por revisar
desk-only-behind = Van por detrás
desk-only-done = Contrato terminado

# A student's page, for those who teach them
home-student-title = Estudiante
student-page-none-open = Ahora no hay ningún contrato abierto.
student-page-until = *Contrato hasta el { $date }*
student-page-target = *{ $statement }*
student-page-past = *Contratos anteriores*
student-page-is-completed = Completo desde el { $date }
student-page-is-closed = Terminó antes de tiempo el { $date }
student-page-pieces = *Archivos*
student-page-piece = { $name }: { $line }
student-page-piece-bare = { $name }
student-page-feedback = *Comentarios*
student-page-no-feedback = Todavía no hay comentarios.
student-page-by = { $teacher } · { $date }
student-page-check-ins = { $count ->
    [one] *1 seguimiento*
   *[other] *{ $count } seguimientos, primero los más recientes*
  }
student-page-no-check-ins = Todavía no hay seguimientos.
student-page-check-in = *{ $date }*
student-page-check-in-missed = *{ $date }:* sin respuesta
student-page-check-in-left-out = *{ $date }:* se dejó pasar
student-page-check-in-waits = *{ $date }:* todavía sin respuesta
refusal-whose-page = Di de quién es la página que quieres ver, por ejemplo /accord student @ana.
