# Personas que ayudan en una clase o la observan. Quien ayuda lee allí el trabajo de estudiantes; quien observa ve números.
assisting-home = Clases en las que ayudas u observas
assisting-home-aide = Ayudas en *{ $classroom }*.
assisting-home-observer = Observas *{ $classroom }*.
assisting-open-button = Ver la clase
# Para estudiantes, en letra pequeña. $names es una lista.
assisting-told-aide = { $count ->
    [one] { $names } ayuda en esta clase y puede leer tus objetivos, tus respuestas a los seguimientos y los trabajos que muestras.
   *[other] { $names } ayudan en esta clase y pueden leer tus objetivos, tus respuestas a los seguimientos y los trabajos que muestras.
  }
assisting-told-observer = { $count ->
    [one] { $names } observa esta clase y ve números sin nombres.
   *[other] { $names } observan esta clase y ven números sin nombres.
  }

# La clase, en una ventana.
assisting-class-title = Clase
assisting-class = { $count ->
    [0] *{ $classroom }* aún no tiene estudiantes.
    [one] *{ $classroom }* tiene una persona estudiante.
   *[other] *{ $classroom }* tiene { $count } estudiantes.
  }
assisting-running = Con contrato en marcha: { $count }
assisting-waiting = Con propuesta sin decidir: { $count }
assisting-looking-back = Mirando atrás ahora: { $count }
assisting-none = Sin contrato, o con un borrador: { $count }
assisting-lately = Seguimientos de los últimos 7 días: { $answered } con respuesta, { $missed } sin respuesta.
assisting-too-few = Muestro números cuando la clase tiene al menos 5 estudiantes.
# El nombre de una persona, al lado de un botón.
assisting-student = { $name }
assisting-look-button = Leer su trabajo
assisting-sees-counts = Solo ves números. Aquí no tienes que hacer nada.
assisting-sees-work = Puedes leer lo que acordaron, respondieron y mostraron. Cuando abres el trabajo de alguien, lo apunto.
assisting-before-button = Antes
assisting-more-button = Más

# El trabajo de una persona, en una ventana.
assisting-student-title = Su trabajo
assisting-back-button = Volver a la clase
assisting-noted = He apuntado que has leído esto. { $student } y sus docentes saben que ayudas aquí.

refusal-not-your-role = En esta clase no puedes ver esto. Pregunta a una persona que la da.
refusal-assisting-class-closed = { $classroom } está cerrada, así que ahora no hay nada que ver allí.
