# Alguien está fuera: hasta cuándo, nunca por qué. $last, $first y $after son días, como «lunes, 1 de febrero».
away-noted = Estás fuera hasta el *{ $last }*. Hasta entonces no te preguntaré nada, y nada cuenta como falta.
away-noted-later = Estás fuera del *{ $first }* al *{ $last }*. Esos días no te preguntaré nada, y nada cuenta como falta.
away-noted-for-you = *{ $teacher }* me ha dicho que estás fuera hasta el *{ $last }*. Hasta entonces no te preguntaré nada, y nada cuenta como falta.
away-noted-for-you-later = *{ $teacher }* me ha dicho que estás fuera del *{ $first }* al *{ $last }*. Esos días no te preguntaré nada.
away-noted-teacher = *{ $student }* está fuera hasta el *{ $last }*. Hasta entonces no le preguntaré nada, y nada cuenta como falta.
away-noted-teacher-later = *{ $student }* está fuera del *{ $first }* al *{ $last }*. Esos días no le preguntaré nada, y nada cuenta como falta.
# Una lista de clases, si no son todas las de quien lee.
away-in-classes = Es solo para { $classes }.
away-next = A partir del { $after } volveré a preguntar. Tus docentes ven hasta cuándo estás fuera, y ningún motivo. También puedes escribir «he vuelto».
away-next-later = A partir del { $after } volveré a preguntar. Tus docentes ven cuándo estás fuera, y ningún motivo.
away-next-teacher = A partir del { $after } volveré a preguntar. La clase no ve esto.
away-over = Ya no estás fuera. No tienes que hacer nada.
away-over-teacher = *{ $student }* ya no está fuera.
# Botones
away-back-button = He vuelto
away-back-teacher-button = Ha vuelto
away-cancel-button = No estaré fuera
away-cancel-teacher-button = No estará fuera
away-change-button = Cambiar los días
away-move = { $count ->
    [one] Estos días ocupan buena parte de tu contrato. Su final se puede retrasar, con la firma de las dos partes.
   *[other] Estos días ocupan buena parte de tus contratos. Su final se puede retrasar, con la firma de las dos partes.
  }
# Botones: $day es una fecha, $classroom el nombre de una clase.
away-move-button = Final: { $day }
away-move-class-button = Retrasar: { $classroom }
away-move-teacher = Estos días ocupan buena parte del contrato. Su final se puede retrasar, con tu firma y la de tu estudiante.
away-ended = Qué bien que hayas vuelto. Te preguntaré como antes.
away-ended-teacher = *{ $student }* ha vuelto. Le preguntaré como antes.
away-next-check-in = Próximo seguimiento: { $day }
# Días: $day es el nombre de un día de la semana, $on el mes y el día.

# La pregunta de hasta cuándo, con sus botones. $until es un día.
away-until-when = Gracias por decírmelo. No he guardado ningún número. *¿Hasta cuándo* estás fuera?
away-until-next = Hasta entonces no te preguntaré nada, y nada cuenta como falta. Tus docentes solo ven hasta cuándo. También puedes escribir un día, como «viernes».
away-until-button = Hasta el { $until }
away-today-button = Solo hoy
away-week-button = Esta semana
away-pick-button = Elegir un día
# Después de un sí, o de un no, a los días anotados.
hearing-away-yes = De acuerdo. Volveré a preguntar cuando pasen esos días.
hearing-away-no = De acuerdo, no estás fuera. Te preguntaré como antes.
away-until-said = De acuerdo, he anotado hasta cuándo estás fuera.
# Lo que se dice primero si los días no pueden ser.
away-why-absence-past = Ese día ya ha pasado.
away-why-no-such-date = Ese día no existe en el calendario.
away-why-absence-too-long = Faltan más de tres meses para ese día.

# Formularios
absence-save-title = Estoy fuera
absence-save-submit = Guardar
absence-save-for-title = Alguien está fuera
absence-save-for-submit = Guardar
absence-pause-title = Pausar el contrato
absence-pause-submit = Pausar
away-first = Desde
away-last = Hasta
away-last-hint = Es el último día que estás fuera. No te pediré ningún motivo.
away-classes = ¿Para qué clases?
away-all-classes = Todas mis clases
away-student = ¿Quién está fuera?
away-student-hint = Es para las clases en las que le das clase. Recibirá un mensaje sobre esto.
pause-what = Mientras un contrato está en pausa, no pregunto nada sobre él, y nada cuenta como falta. Su final no cambia. Cualquiera de las dos partes puede seguir cuando quiera.
pause-last = Hasta
pause-last-hint = Elige un día antes del { DATETIME($ends, dateStyle: "long") }. Déjalo vacío para una pausa hasta que sigas, como mucho 4 semanas.

# Un contrato está en pausa. $last es el último día, $by quien lo dijo.
pause-noted-student = Tu contrato en *{ $classroom }* está en pausa hasta el *{ $last }*. Hasta entonces no preguntaré nada sobre él.
pause-noted-student-by = *{ $by }* puso en pausa tu contrato en *{ $classroom }* hasta el *{ $last }*. Hasta entonces no preguntaré nada sobre él.
pause-noted-teacher = El contrato con *{ $student }* está en pausa hasta el *{ $last }*. Hasta entonces no preguntaré nada sobre él.
pause-noted-teacher-by = *{ $by }* puso en pausa el contrato con *{ $student }* hasta el *{ $last }*. Hasta entonces no preguntaré nada sobre él.
pause-noted-teacher-theirs = *{ $student }* ha puesto en pausa su contrato hasta el *{ $last }*. Hasta entonces no preguntaré nada sobre él.
pause-next = Nada cuenta como falta. Cualquiera de las dos partes puede seguir cuando quiera.
pause-next-open = Nada cuenta como falta. Puedes seguir cuando quieras. Después de ese día volveré a preguntar.
pause-over-student = La pausa de tu contrato en *{ $classroom }* ha terminado.
pause-over-teacher = La pausa del contrato con *{ $student }* ha terminado.
pause-ended-student = Tu contrato en *{ $classroom }* sigue. Te preguntaré como antes.
pause-ended-teacher = El contrato con *{ $student }* sigue. Le preguntaré como antes.
# Botones
pause-button = Pausar contrato
pause-resume-button = Seguir ahora
# En la tarjeta de un contrato y en Inicio
contract-paused = Este contrato está en pausa hasta el *{ $last }*.

# En Inicio
home-away = Estás fuera hasta el *{ $last }*. Hasta entonces no te preguntaré nada.
home-away-later = Estás fuera del *{ $first }* al *{ $last }*.
home-away-button = Estoy fuera
home-away-class-button = Alguien está fuera
home-row-absent = Fuera hasta el { DATETIME($date, dateStyle: "long") }. Nada cuenta como falta
home-row-absent-later = Fuera del { DATETIME($from, dateStyle: "long") } al { DATETIME($date, dateStyle: "long") }
home-row-paused = El contrato está en pausa hasta el { DATETIME($date, dateStyle: "long") }

# Un seguimiento por el que se vuelve a preguntar más tarde, con botones debajo.
snooze-later-button = Más tarde hoy
snooze-tomorrow-button = Mañana
snooze-away-button = Estoy fuera
snoozed = De acuerdo. Volveré a preguntarte: { $when }. Puedes responder antes, cuando quieras.
