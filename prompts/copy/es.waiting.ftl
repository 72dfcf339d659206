# Quien espera no queda en el olvido: lo que se dice a quien le toca, y a quien espera.

# A docentes, encima de una línea con botón para cada cosa.
waits-now = { $count ->
    [one] *{ $classroom }:* 1 cosa espera tu respuesta
   *[other] *{ $classroom }:* { $count } cosas esperan tu respuesta
  }
waits-next = Te recuerdo cada cosa dos veces, y ya no más. Todo sigue en tu pestaña Inicio.
waits-colleagues = Una parte era antes para otra persona. Cualquier docente de la clase puede decidir.
# $names es una lista de estudiantes.
waits-reminded = { $count ->
    [one] *{ $classroom }:* hoy se lo he recordado a { $names }. Aún no hay respuesta.
   *[other] *{ $classroom }:* hoy se lo he recordado a { $names }. Aún no hay respuestas.
  }
waits-class-button = Ver a quién escribir

# A quien aprende y le toca. $teacher espera.
your-turn-questioned = *{ $teacher }* te preguntó algo sobre tu propuesta en *{ $classroom }*. Falta tu respuesta. Basta con una frase.
your-turn-amended = *{ $teacher }* sugirió retoques a tu propuesta en *{ $classroom }*. Falta tu respuesta.
your-turn-renegotiating = *{ $teacher }* sugirió un cambio en tu contrato en *{ $classroom }*. Falta tu respuesta. Hasta que decidas, tu contrato sigue como está.
your-turn-next = Te lo recordaré una vez más dentro de unos días.
your-turn-last = No te lo recordaré más. Sigue en tu pestaña Inicio.
your-turn-show-button = Verlo

# A quien aprende y espera. $teachers es una lista de nombres.
teacher-reminded-proposal = Hoy he recordado a *{ $teachers }* tu propuesta en *{ $classroom }*.
teacher-reminded-question = Hoy he recordado a *{ $teachers }* tu pregunta en *{ $classroom }*.
teacher-reminded-change = Hoy he recordado a *{ $teachers }* el cambio que sugeriste en *{ $classroom }*.
teacher-reminded-next = No tienes que hacer nada. Te escribiré cuando haya respuesta.
