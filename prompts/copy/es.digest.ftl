# Lo que se lee de todas las clases de una vez. Una línea cada cosa.
digest-since = *Tus estudiantes desde el { $since }*
digest-text = Tus estudiantes desde el { $since }
digest-answered = { $asked ->
    [one] { $answered ->
        [0] Pregunté a 1 estudiante y aún no hay respuesta.
       *[other] Pregunté a 1 estudiante y respondió.
      }
   *[other] Respondieron al menos una vez { $answered } de { $asked } estudiantes.
  }
# $names es una lista de estudiantes.
digest-reached-goal = *Han llegado a una meta:* { $names }
digest-reached-own = *Han llegado a un hito propio:* { $names }
digest-reached-halfway = *La mitad del camino o más:* { $names }
digest-reached-effort = *Cuatro semanas practicando lo previsto:* { $names }
digest-reached-back = *De vuelta tras un largo silencio:* { $names }
digest-unheard = *Tres semanas sin una palabra de un docente:* { $names }
digest-reminded = *Se lo recordé y aún no hay respuesta:* { $names }
digest-praise-goal = Merece un elogio: { $student } llegó a una meta.
digest-praise-own = Merece un elogio: { $student } llegó a un hito propio.
digest-praise-halfway = Merece un elogio: { $student } va por la mitad del camino o más.
digest-praise-effort = Merece un elogio: { $student } practicó lo previsto durante cuatro semanas.
digest-praise-back = Merece un elogio: { $student } volvió a responder tras un largo silencio.
digest-table = Todos los estudiantes, primero a quien conviene escribir
digest-column-student = Estudiante
digest-column-class = Clase
digest-column-state = Cómo va
digest-column-look = Nota
digest-column-answer = Última respuesta
digest-class = Ver una clase
digest-comes-weekly = Llega cada { $day } a las { $time }. Si no hay clase, llega el siguiente día lectivo.
digest-comes-daily = Llega cada día lectivo a las { $time }.
digest-comes-off = Has elegido no recibirlo más.
digest-instead = Cuando recuerdo algo a estudiantes, los nombro aquí y no en otro mensaje.
digest-change-button = Cambiar resumen

# El formulario
digest-where = *Tu resumen* dice de una vez cómo van todas tus clases.
digest-choose-title = Tu resumen
digest-choose-submit = Guardar
digest-how = ¿Cada cuánto lo quieres?
digest-how-hint = Dice quién respondió, qué te espera, qué se logró y a quién conviene escribir.
digest-how-weekly = Una vez por semana
digest-how-daily = Cada día lectivo
digest-how-off = Nunca
digest-day = ¿Qué día?
digest-day-hint = Vale para una vez por semana.
digest-at = ¿A qué hora?
digest-reply-button = Responder a varias
digest-reply-title = Varias respuestas
digest-reply-submit = Enviar
digest-reply-intro = { $count ->
    [one] Una respuesta espera la tuya.
   *[other] Estas { $count } respuestas son las que más esperan la tuya. Escribe solo donde quieras.
}
digest-reply-name = *{ $student }*
digest-reply-name-in-class = *{ $student }* ({ $classroom })
digest-reply-more = { $count ->
    [one] Espera una más. La verás cuando abras esto otra vez.
   *[other] Esperan { $count } más. Las verás cuando abras esto otra vez.
}
digest-replied-meanwhile = { $count ->
    [one] { $teachers } respondió a { $students } antes que tú, así que no envié la tuya. Las demás sí.
   *[other] { $teachers } respondió a { $students } antes que tú, así que no les envié la tuya. Las demás sí.
}
digest-replied-meanwhile-next = Todavía puedes responder a cada una debajo de su seguimiento.
refusal-nothing-to-reply-to = Ahora ninguna respuesta espera la tuya. No tienes que hacer nada.
refusal-nothing-replied = Escribe al menos una respuesta, o cierra el formulario.
