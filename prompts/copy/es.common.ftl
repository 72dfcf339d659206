list-and = { $first } y { $last }
# Una línea encima de un mensaje o un formulario, para quien está en más de una clase: de qué clase trata.
class-line = { $classroom }
# Lo mismo en una notificación: la clase y lo que dice el mensaje.
class-and-text = { $classroom }: { $text }
# En lo que alguien escribió: a quién o qué mencionó, cuando Accord no conoce el nombre.
typed-somebody = alguien
typed-a-channel = un canal
typed-a-group = un grupo
day-mo = lunes
day-tu = martes
day-we = miércoles
day-th = jueves
day-fr = viernes
day-sa = sábado
day-su = domingo

refusal-empty = Escribe algo aquí.
refusal-no-time = Elige una hora.
refusal-has-no-account = No tiene cuenta, así que no puedo preguntarle nada. Háblalo en persona.
refusal-too-long = Es demasiado largo para leerlo de una vez. Usa { $most } caracteres como máximo.
refusal-date-in-the-past = Elige una fecha que todavía no haya pasado.
refusal-no-check-in-day = Elige al menos un día para los seguimientos.
refusal-unknown-zone = No conozco esta zona horaria. Escríbela así: Europe/Madrid o America/Bogota.
refusal-unknown-zone-near = No conozco esta zona horaria. ¿Quieres decir { $zone }?
refusal-not-readable = No he podido leer lo que Slack me acaba de enviar, así que nada ha cambiado. Inténtalo otra vez.
refusal-too-many = Eso era mucho de una vez. He leído tus primeros { $number } mensajes de este minuto y no he guardado los demás. Espera un minuto y envíame otra vez el más importante.
refusal-old-button = Este botón es de un mensaje anterior. El mensaje más reciente dice cómo va todo.
refusal-no-class-here = En este canal todavía no hay una clase con Accord. Quien da la clase puede empezar con /accord setup.
refusal-accord-not-here = Todavía no estoy en este canal. Para añadirme, escribe aquí /invite @Accord y después otra vez /accord setup.
refusal-not-in-this-class = Ahora no estás en esta clase, así que aquí no puedo hacerlo.
refusal-for-teachers = Esto solo pueden hacerlo docentes de la clase. Pídeselo a alguien que la dé.
refusal-absence-past = Ese día ya ha pasado. Di un día que todavía no haya pasado.
refusal-absence-backwards = El último día no puede ser anterior al primero.
refusal-absence-too-long = Faltan más de tres meses para ese día. Di uno anterior. También puedes terminar el contrato.
refusal-not-away = Ahora no estás fuera, así que no hay nada que terminar.
refusal-nobody-away = Nadie ha dicho que esté fuera, así que no hay nada que terminar.
refusal-own-absence = Para decir que tú estás fuera, escribe la orden sin tu nombre.
refusal-pause-too-long = Una pausa termina antes que su contrato. Si necesitas más tiempo, puedes terminar el contrato o sugerir un final más tarde.
refusal-pause-no-day-left = El contrato termina demasiado pronto para una pausa. Puedes terminarlo o sugerir un final más tarde.
refusal-not-paused = Este contrato no está en pausa ahora. No tienes que hacer nada.
refusal-nothing-to-move = El final de este contrato no se puede retrasar ahora. Puedes sugerir un cambio.
refusal-snooze-no-time = Hoy ya no queda tiempo suficiente. Pulsa «Mañana».
refusal-snooze-last-day = El contrato termina antes. Puedes responder hasta el final del último día.
refusal-snooze-next-one = Tu próximo seguimiento llega antes. Puedes responder este hasta entonces.
refusal-snooze-asked-twice = Ya te he preguntado dos veces. Todavía puedes responder, o decir que estás fuera.
refusal-for-students = Esto solo pueden hacerlo estudiantes de la clase.
refusal-for-admins = Esto solo puede hacerlo quien administra este espacio de trabajo de Slack. Pídeselo.
refusal-not-for-people = Esto solo lo hace Accord.
refusal-no-such-contract = No encuentro este contrato entre los tuyos.
refusal-newer-version = Hay una versión más nueva de esto. Mira la versión { $version } y decide sobre ella.
refusal-nothing-changed = Todavía no has cambiado nada. Cambia al menos un campo o cierra el formulario.
refusal-already-signed-by-your-side = Esto ya está firmado. Falta la segunda firma.
refusal-nothing-proposed-yet = Todavía no hay nada que decidir.
refusal-not-agreed-yet = A este contrato todavía le falta una firma.
refusal-not-in-this-state = { $status ->
    [drafting] Ahora es un borrador, y quien lo escribe sigue trabajando en él.
    [proposed] Esta propuesta espera ahora la decisión docente.
    [questioned] Hay una pregunta abierta sobre esta propuesta. Primero tiene que responderla quien la escribió.
    [amended] Hay retoques sugeridos para esta propuesta. Primero decide quien la escribió.
    [active] Este contrato ya está firmado, y los seguimientos han empezado.
    [renegotiating] Un cambio a este contrato espera una firma.
    [reassessing] El último día de este contrato ya pasó. Ahora toca mirar atrás.
    [completed] Este contrato está completo, así que esto ya no se puede hacer.
   *[closed] Esto ya terminó, así que ya no se puede hacer.
  }
refusal-no-target = Un contrato necesita al menos un objetivo.
refusal-too-many-targets = { $most ->
    [one] En esta clase basta con un objetivo.
   *[other] Quédate con { $most } objetivos como máximo. Con menos objetivos es más fácil llegar.
  }
refusal-after-the-term = Esto es después del fin del trimestre. Elige una fecha anterior.
refusal-no-criterion-of-the-students-own = Al menos una señal de éxito tiene que ser de quien aprende.
refusal-goal-is-baseline = La meta es igual que el punto de partida. Elige una meta distinta.
refusal-target-after-the-end = Esto es después del fin del contrato. Elige una fecha anterior.
refusal-expired = Esto ha tardado un poco más de lo que Slack permite. Pulsa el botón otra vez.
refusal-could-not-open = Algo ha fallado y el formulario no se ha abierto. Tu trabajo está a salvo. Inténtalo de nuevo en un minuto.
# Una hora sola, como "08:45". $time se escribe siempre así; TIME la escribe como la lee cada cual.
time-of-day = { TIME($time) }

# A day with its weekday; the second one has the year.
named-day = { $day }, { DAY($on) }
named-day-of-year = { $day }, { DATETIME($date, dateStyle: "long") }
