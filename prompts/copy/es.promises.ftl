# Lo que prometió quien da la clase en un contrato: se pregunta antes de que toque.
promises-due = { $count ->
    [one] *Prometiste algo a una persona de tu clase.* ¿Está hecho?
   *[other] *Prometiste algo a { $count } personas de tu clase.* ¿Qué está hecho?
}
promises-answered = *Lo que prometiste estos días*
# $due es un día de la semana o una fecha.
promises-line = *{ $student }* · { $text } · { $due }
promises-line-in-class = *{ $student }* ({ $classroom }) · { $text } · { $due }
promises-done-button = Hecho
promises-tomorrow-button = Mañana
promises-can-not-button = No puedo
promises-all-done-button = Todo hecho ({ $count })
promises-more = { $count ->
    [one] Hay una más. Aparece cuando respondas a una de estas.
   *[other] Hay { $count } más. Aparecen a medida que respondes.
}
promises-kept = *Hecho:* { $names }
promises-put-off = *Te preguntaré otra vez el próximo día de clase:* { $names }
promises-not-kept = *Les dije que no puedes:* { $names }
promises-next = Tu clase ve lo que está hecho. Si no respondes, no les digo nada.
# El formulario detrás de [No puedo].
promises-say-title = No puedo
promises-say-submit = Decírselo
promises-say-intro = Le diré a { $student } que ahora no puedes hacer esto:
promises-word = Unas palabras para { $student }
promises-word-hint = Por ejemplo: qué puedes hacer en su lugar, o cuándo. Puedes dejarlo vacío.
# Para quien aprende.
promise-not-kept = *{ $teacher }* no puede hacer esta vez una cosa de tu contrato en { $classroom }:
promise-word = *{ $teacher } te escribe:*
promise-not-kept-next = Tu contrato sigue igual. No tienes que hacer nada.
# Junto al contrato. $count es cuántas veces se hizo, $last el día que tocaba.
promise-kept-student = { $count ->
    [one] Tu docente lo hizo una vez, el { $last }.
   *[other] Tu docente lo hizo { $count } veces, la última el { $last }.
}
promise-kept-teacher = { $count ->
    [one] Hiciste tu parte una vez, el { $last }.
   *[other] Hiciste tu parte { $count } veces, la última el { $last }.
}
# Lo mismo donde se promete más de una cosa: $text es cuál.
promise-kept-line-student = { $count ->
    [one] «{ $text }»: tu docente lo hizo una vez, el { $last }.
   *[other] «{ $text }»: tu docente lo hizo { $count } veces, la última el { $last }.
}
promise-kept-line-teacher = { $count ->
    [one] «{ $text }»: lo hiciste una vez, el { $last }.
   *[other] «{ $text }»: lo hiciste { $count } veces, la última el { $last }.
}
promise-not-this-time-line-student = «{ $text }»: la última vez, tu docente no pudo hacerlo.
promise-not-this-time-line-teacher = «{ $text }»: la última vez no pudiste hacerlo.
promise-not-this-time-student = La última vez, tu docente no pudo hacerlo.
promise-not-this-time-teacher = La última vez no pudiste hacerlo.
refusal-promise-answered = { $name } ya respondió a eso. No tienes que hacer nada.
refusal-promise-put-off = Ya lo aplazaste una vez. Elige «Hecho» o «No puedo».
refusal-promise-dropped = Esto ya no está en el contrato. No tienes que hacer nada.
