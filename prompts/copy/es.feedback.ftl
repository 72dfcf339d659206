feedback-give-title = Dar comentarios
feedback-give-submit = Enviar comentarios
feedback-give-button = Dar comentarios
feedback-student = ¿Para quién?
feedback-student-hint = Si eliges a varias personas, cada una recibe su propio mensaje. Nadie ve quién más lo recibió.
feedback-class = ¿En qué clase?
feedback-seen = ¿Qué has visto?
feedback-seen-hint = Nombra una sola cosa, con la mayor precisión posible.
feedback-matters = ¿Por qué importa?
feedback-matters-hint = Bastan una o dos frases.
feedback-next = ¿Qué podría probar ahora?
feedback-next-hint = Nombra un paso que tu estudiante pueda probar.
feedback-given = *{ $teacher }* tiene comentarios para ti en { $classroom }.
feedback-part-seen = *Lo que vi*
feedback-part-matters = *Por qué importa*
feedback-part-next = *Qué puedes probar ahora*
feedback-start-button = Convertir en objetivo
feedback-start-hint = Se tarda unos 10 minutos, y puedes parar cuando quieras.
feedback-delivered = He enviado tus comentarios a { $student }, con un botón para convertirlos en un objetivo.
refusal-not-your-student = Esta persona no estudia en ninguna de tus clases.
refusal-which-student = Elige al menos a una persona.
refusal-feedback-too-many = { $most ->
    [one] Elige a una sola persona.
   *[other] Elige a { $most } personas como máximo.
  }
refusal-feedback-which-class = Compartes más de una clase con estas personas. Elige la clase de la que tratan los comentarios. Para ver las clases, abre el formulario otra vez con /accord feedback.
refusal-feedback-not-in-class = Hay alguien que no es estudiante de esta clase. Elige otra clase o a otras personas.
