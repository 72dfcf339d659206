# Un contrato, y un cambio en él.
contract-title-student = Tu contrato en { $classroom }
contract-title-teacher = Contrato de { $student } en { $classroom }
change-propose = Sugerir un cambio
change-propose-next = Nada cambia hasta que estén las dos firmas.
change-title = Un cambio en el contrato de { $classroom }
change-yours-student = Sugeriste este cambio. Espera la firma de tu docente.
change-yours-teacher = Este cambio lo sugeriste tú, u otra persona que da la clase. Espera la firma de { $student }.
change-from-student = *{ $student }* sugiere un cambio:
change-from-teacher = *{ $teacher }* sugiere un cambio:
change-sign = Firmar el cambio
change-decline = Decir que no
change-take-back = Retirar el cambio
change-waits = Hasta que esté firmado, todo sigue igual.
change-next = Si firmas, el contrato cambia ahora. Si dices que no, todo sigue igual.
change-in-force = Este cambio ya tiene las dos firmas.
change-past = Este cambio ya no está abierto.
change-told-agreed-to-change = *{ $name }* ha firmado tu cambio en el contrato de { $classroom }. El contrato ya ha cambiado.
change-told-declined-change = *{ $name }* ha dicho que no a tu cambio en el contrato de { $classroom }:
change-told-took-back-change = *{ $name }* ha retirado el cambio en el contrato de { $classroom }.
change-told-next-student = Escribe /accord contract para ver cómo es ahora tu contrato.
change-told-next-teacher = Escribe /accord contract y el nombre de tu estudiante para ver cómo es ahora el contrato.
changing-propose-title = Sugerir un cambio
changing-propose-submit = Firmar y enviar
changing-decline-title = Decir que no
changing-decline-submit = Decir que no
changing-decline-text = ¿Por qué dices que no?
changing-decline-text-hint = Esto lo leerá quien sugirió el cambio. El contrato sigue igual.
changing-close-title = Decir por qué
changing-close-submit = Terminar
changing-close-text = ¿Por qué termina ahora?
changing-close-text-hint = Basta con una frase. La leerán todas las personas que lo hayan visto hasta ahora.
close-button-student = { $what ->
    [draft] Descartar borrador
    [proposal] Retirar propuesta
   *[contract] Terminar contrato
  }
close-button-teacher = { $what ->
    [draft] Descartar borrador
    [proposal] Descartar propuesta
   *[contract] Terminar contrato
  }
close-confirm-title-student = { $what ->
    [draft] ¿Descartar este borrador?
    [proposal] ¿Retirar esta propuesta?
   *[contract] ¿Terminar este contrato antes de tiempo?
  }
close-confirm-title-teacher = { $what ->
    [draft] ¿Descartar este borrador?
    [proposal] ¿Descartar esta propuesta?
   *[contract] ¿Terminar este contrato antes de tiempo?
  }
close-confirm-student = { $what ->
    [draft] Nadie más lo ha visto. Puedes empezar otro cuando quieras.
    [proposal] Tus docentes ya no podrán firmarla. Puedes empezar otra cuando quieras.
   *[contract] Termina para ti y para tus docentes, y ya no habrá seguimientos. Lo que has logrado se podrá seguir viendo.
  }
close-confirm-teacher = { $what ->
    [draft] Tu estudiante sabrá por qué. Puede empezar otro cuando quiera.
    [proposal] Después nadie podrá firmarla, y tu estudiante sabrá por qué. Puede empezar otra cuando quiera.
   *[contract] Termina para ti y para tu estudiante, y ya no habrá seguimientos. Lo que ha logrado se podrá seguir viendo.
  }
close-confirm-no = { $what ->
    [draft] Conservar borrador
    [proposal] Conservar propuesta
   *[contract] Conservar contrato
  }
look-in-messages = Te lo he enviado por mensaje directo, para que solo lo veas tú.
refusal-nothing-to-change = Ahora no hay ningún contrato que cambiar. Escribe /accord contract para ver cómo va todo.
refusal-change-decided = Este cambio ya está decidido. Escribe /accord contract para ver cómo es ahora el contrato.
refusal-not-your-change = Este cambio no lo sugeriste tú, así que no puedes retirarlo. Lo que sí puedes hacer es decir que no.
refusal-no-contract-yet = Ahora no tienes ningún contrato abierto. Escríbeme “hola” en un mensaje directo para empezar uno.
refusal-no-contract-with-them = No hay ningún contrato abierto con esta persona en las clases que das.
refusal-whose-contract = Di el nombre de tu estudiante, así: /accord contract @ana o /accord change @ana

# The days and the time of a class were changed. To the teacher who did it.
rhythm-now = Ahora pregunto a { $classroom } así: { $days }, a las { $time }.
rhythm-kept = { $count ->
    [one] 1 contrato en marcha sigue con { $days }, a las { $time }.
   *[other] { $count } contratos en marcha siguen con { $days }, a las { $time }.
  }
rhythm-follow = { $count ->
    [one] 1 contrato tiene los días y la hora nuevos.
   *[other] { $count } contratos tienen los días y la hora nuevos.
  }
rhythm-waiting = { $count ->
    [one] 1 estudiante aún no ha firmado el cambio.
   *[other] { $count } estudiantes aún no han firmado el cambio.
  }
rhythm-other = { $count ->
    [one] 1 contrato tiene otro cambio sin firmar.
   *[other] { $count } contratos tienen otro cambio sin firmar.
  }
rhythm-suggest-button = Sugerir a todos
rhythm-next = Pediré a cada estudiante que firme los días y la hora nuevos. Hasta entonces, su contrato sigue igual.
rhythm-coming = Los próximos seguimientos de la clase: { $dates }.
refusal-nobody-to-suggest-it-to = Ahora no hay ningún contrato que pueda cambiar de días. Los que quedan tienen otro cambio sin firmar o terminan demasiado pronto.

# Three ways to make a contract easier, each a button and a short form.
easing-smaller-button = Un paso más pequeño
easing-practice-button = Otra forma
easing-later-button = Otra fecha
easing-smaller-title = Un paso menor
easing-practice-title = Otra práctica
easing-later-title = Otra fecha
easing-smaller-intro = Esta meta es la mitad de lo que falta. Puedes cambiarla.
easing-practice-intro = Así se practica ahora. Cambia qué, cuándo o dónde.
easing-later-intro = Esta fecha es dos semanas más tarde, o el final del curso. Puedes cambiarla.
easing-counts-later = Una meta más pequeña cuenta una semana después de las dos firmas. Así una mala tarde no decide nada.
easing-next = El contrato sigue igual hasta que estén las dos firmas.
changing-ease-submit = Firmar y enviar
