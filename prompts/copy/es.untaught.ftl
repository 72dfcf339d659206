# Una clase que ya no da nadie.

# A quien espera una respuesta.
teacher-gone = { $what ->
    [proposal] *Ahora nadie da clase en { $classroom }*, así que tu propuesta tiene que esperar.
    [question] *Ahora nadie da clase en { $classroom }*, así que tu pregunta tiene que esperar.
    [change] *Ahora nadie da clase en { $classroom }*, así que tu cambio tiene que esperar.
   *[look-back] *Ahora nadie da clase en { $classroom }*, así que todavía nadie puede mirar atrás contigo.
  }
teacher-gone-told = He avisado a quienes administran Slack en tu centro educativo. Te lo diré aquí cuando alguien dé la clase. No tienes que hacer nada.
teacher-gone-next = Te lo diré aquí cuando alguien dé la clase. Lo que escribiste está a salvo.
# $teachers es un nombre, o varios con comas.
teacher-found = { $what ->
    [proposal] *{ $classroom } vuelve a tener docente:* { $teachers }. Tu propuesta ya está en sus manos.
    [question] *{ $classroom } vuelve a tener docente:* { $teachers }. Tu pregunta ya está en sus manos.
    [change] *{ $classroom } vuelve a tener docente:* { $teachers }. Tu cambio ya está en sus manos.
   *[look-back] *{ $classroom } vuelve a tener docente:* { $teachers }. Ya hay quien pueda mirar atrás contigo.
  }

# A quien administra.
class-untaught = { $count ->
    [0] *{ $classroom } ya no tiene docente.* Elige a alguien que dé la clase.
    [one] *{ $classroom } ya no tiene docente.* Hay 1 estudiante que espera una respuesta. Elige a alguien que dé la clase.
   *[other] *{ $classroom } ya no tiene docente.* Hay { $count } estudiantes que esperan una respuesta. Elige a alguien que dé la clase.
  }
class-untaught-button = Elegir docente
class-taught-again = *{ $classroom } vuelve a tener docente:* { $teachers }.
untaught-give-title = Elegir docente
untaught-give-submit = Elegir
untaught-teacher = ¿Quién da clase en { $classroom } a partir de ahora?
untaught-teacher-hint = Esa persona verá los contratos de la clase. Se lo diré, y también a quienes esperan una respuesta.

# A quien da la clase ahora.
class-given = { $count ->
    [0] *{ $name } te ha puesto a cargo de { $classroom }.* No hay nadie que espere una respuesta.
    [one] *{ $name } te ha puesto a cargo de { $classroom }.* Hay 1 estudiante que espera una respuesta.
   *[other] *{ $name } te ha puesto a cargo de { $classroom }.* Hay { $count } estudiantes que esperan una respuesta.
  }
class-given-next = En la pestaña Inicio verás la clase y lo que te espera.

refusal-class-is-taught = { $classroom } vuelve a tener docente. Para cambiar quién da la clase, usa “Cambiar una clase” en la pestaña Inicio.
refusal-teacher-unknown = Slack no conoce a esta persona. Elige a otra.
refusal-teacher-closed = La cuenta de { $name } está cerrada. Elige a otra persona.
refusal-teacher-bot = { $name } es una aplicación. Elige a una persona.
refusal-teacher-guest = { $name } está en tu Slack como persona invitada. Elige a alguien de tu centro educativo.
refusal-teacher-learns-here = { $name } es estudiante de esta clase. Elige a otra persona.
